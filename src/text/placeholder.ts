import {draftingNotesIn} from './drafting-note.js'
import {withoutOverlap} from './overlap.js'

/** Something left to be filled in or taken out of a text. */
export interface PlaceholderWords {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Template residue in a text: bracketed fields, merge fields, rows of X or dots, drafting notes. `patterns` and
 * `allow` are plain words of the register, compared without case.
 */
export function placeholdersIn(
  text: string,
  {patterns, allow}: {readonly patterns: readonly string[]; readonly allow: readonly string[]},
): PlaceholderWords[] {
  const found = [
    ...draftingNotesIn(text),
    ...signatureLines(text),
    ...fields(text),
    ...marks(text),
    ...phrases(text, patterns),
  ]
  return withoutOverlap(found.filter((each) => isUnfilledNumber(text, each) || !isAllowed(each.text, allow)))
}

const bracketed =
  /\[X\]|\[[^\][\n]{2,90}\]|<(?!https?:|www\.|mailto:)[\p{L}][^<>@/\n]{1,60}>|\{\{[^{}\n]{1,80}\}\}|%%[\w ]{1,40}%%|«[^»\n]{1,60}»|\$\{[\w.]{1,40}\}/gu
const asksForWords =
  /^\[X{1,3}\]$|^[[<]\s*(?:(?:please\s+)?(?:insert|add|enter|fill|complete|type|put|state|give|delete|choose|select|specify)\b|(?:check|query|confirm)(?: ?[:–—-]| w\/| (?:with|whether|this|these|that|still)\b| (?:the )?(?!in\b|out\b)\p{L}{3,20}\])|(?:name|names|organi[sz]ation|school|setting|club|church|charity|company|group|your|local|telephone|phone|tel|email|e-mail|number|address|date|role|title|job title|person|contact|details|area|county|council|authority|lado|dsl|lead|deputy|chair|tbc|tba|xx|to be|version|month|year|website|url|link to be|to (?:follow|come)|awaited|pending|venue|manager|signature|registered|awarding body|governing body|regulator|insurer)\b|the (?:provider|organi[sz]ation|company|employer|setting|school|club|church|charity|service)\]|note (?:from|to|for|by)\b|[^\][]{2,20}: ?(?:delete|remove|insert|amend|complete)\b|(?:delete|remove|insert|amend|attach|complete)(?::|\])|[^\][]{2,40}\bto be (?:confirmed|added|agreed|advised)\b|[^\][]{2,40}\b(?:to go|goes) here\b|[^\][]{2,40}(?:[-–—:,] ?|\bto )(?:add|insert|confirm|check|fill in|complete|supply|send|update)\b)/iu

function fields(text: string): PlaceholderWords[] {
  if (!/[[<{%«$]/.test(text)) return []
  return [...text.matchAll(bracketed)]
    .filter(([value]) => !/^[[<]/.test(value) || asksForWords.test(value))
    .map((match) => ({text: match[0], start: match.index, end: match.index + match[0].length}))
}

const crosses =
  /(?<![\p{L}\p{N}]|[Xx]{3}[ -])[Xx]{3,}(?:[ -][Xx]{3,})*(?![\p{L}\p{N}])(?:@[\w.-]{1,60})?|_{4,}|(?:\.{5,}|…{3,}|(?:\. ){5,}\.?)|(?<![\p{L}])(?:(?:e-?mail|number|name|date|phone|mobile) )?(?:(?:TBC|TBA|tbc|tba)(?![\p{L}])(?: [–—-] [^.;:|()[\]\n]{3,50}(?= *(?:\||$)))?|(?:TODO|FIXME)(?![\p{L}]))|(?<![\p{L}\p{N}])\p{Lu}{1,3}X{4,}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[Xx]{2}\/[Xx]{2}\/(?:(?:20)?\d\d|[Xx]{2,4})(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])XX (?:years?|months?|weeks?|days?|hours?)\b|\b[Ll]orem ipsum\b|(?<!\d)0\d{2,4}[ -]?\d{0,6}[ -]?[Xx]{2,}(?![\p{L}\p{N}])|\([^()]{3,40}\bto be (?:added|supplied|confirmed)\b[^()]{0,40}\)|\([^()]{3,30} (?:and [\p{L} ]{3,20} )?to follow\)|\((?:\p{Lu}{2,3}|[Nn]ote|NB): ?(?:check|ask|confirm|add|update|chase)\b[^()]{0,80}\)/gu

const blank = String.raw`(?:_{4,}|\.{5,}|…{3,}|(?:\. ){5,}\.?)`
const label = String.raw`\p{Lu}[\p{L}'’ /]{1,50}(?:\([^()]{2,30}\))?:? *`

/** "Parent's signature: ______ Date: ______", "Signed ........ (Chair)": a line to be signed is one thing left open. */
const signatureLine = new RegExp(
  String.raw`${label}${blank}(?: *\([^()]{2,30}\))?(?:[ ,;]{0,8}${label}${blank}(?: *\([^()]{2,30}\))?){0,4}(?: \p{Lu}\p{Ll}{2,20}(?=$|\n))?`,
  'gu',
)

function signatureLines(text: string): PlaceholderWords[] {
  return [...text.matchAll(signatureLine)]
    .filter(([value]) => /\bsign(?:ed|ature)\b/iu.test(value))
    .map((match) => ({text: match[0], start: match.index, end: match.index + match[0].length}))
}

/** What every such mark holds: most texts hold nothing of it. */
const marked = /[Xx]{2}|_{4}|\.{5}|…|\. \.|TB[CA]|tb[ca]|TODO|FIXME|orem ipsum|\(/

function marks(text: string): PlaceholderWords[] {
  if (!marked.test(text)) return []
  // "Times shown as TBC are confirmed on Thursday" speaks of somebody else's blank.
  // "Workers must understand that they should....." leads to a list; nothing is to be filled in.
  const own = [...text.matchAll(crosses)].filter(({index, 0: value}) => {
    const before = text.slice(Math.max(0, index - 30), index)
    if (/\b(?:shown|marked|listed|given|down) as ["'“‘]?$/iu.test(before)) return false
    // "TBC" between quotation marks, in a sentence that goes on, is told of and not left.
    if (/["“‘']$/u.test(before) && /^["”’'] \p{Ll}/u.test(text.slice(index + value.length, index + value.length + 3)))
      return false
    return !(value.startsWith('.') && /\p{Ll}$/u.test(before) && startOfLabel(text, index) === index)
  })
  return own.map((match) => {
    const dotted = /^[._…\s]+$/.test(match[0])
    // A dotted line is told by the words it stands after: "Signed ........".
    const from = dotted ? startOfLabel(text, match.index) : match.index
    return {
      text: text.slice(from, match.index + match[0].length).trim(),
      start: from,
      end: match.index + match[0].length,
    }
  })
}

function startOfLabel(text: string, at: number): number {
  const label = text.slice(Math.max(0, at - 30), at).match(/\p{Lu}[\p{L} ]{1,24}:?\s*$/u)
  return label ? at - label[0].length : at
}

function phrases(text: string, patterns: readonly string[]): PlaceholderWords[] {
  const folded = text.toLowerCase()
  return patterns.flatMap((pattern) => {
    const wanted = pattern.toLowerCase()
    const hits: PlaceholderWords[] = []
    for (
      let at = folded.indexOf(wanted);
      at >= 0 && hits.length < 20;
      at = folded.indexOf(wanted, at + wanted.length)
    ) {
      const before = folded[at - 1] ?? ' '
      const after = folded[at + wanted.length] ?? ' '
      if (/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)) continue
      hits.push({text: text.slice(at, at + wanted.length), start: at, end: at + wanted.length})
    }
    return hits
  })
}

/** "[X]" alone may be a ticked box; "[X] years" has yet to be told. */
function isUnfilledNumber(text: string, {text: words, end}: PlaceholderWords): boolean {
  return (
    /^\[X{1,3}\]$/u.test(words) && /^ (?:working )?(?:years|months|weeks|days|hours)\b/u.test(text.slice(end, end + 20))
  )
}

function isAllowed(value: string, allow: readonly string[]): boolean {
  const bare = value.toLowerCase()
  if (
    /^\[(?:\d{1,3}|[a-z]|\^?\w{1,3}|sic|\.\.\.|…)\]$/i.test(bare) ||
    (/^\[\s*(?:see|end|continued|back|return|link)\b/i.test(bare) &&
      !/\bto (?:add|insert|follow|come|supply|be added)\b/i.test(bare))
  )
    return true
  return allow.some((each) => bare === each.toLowerCase())
}
