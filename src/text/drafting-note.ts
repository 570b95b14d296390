import {withoutOverlap} from './overlap.js'
import type {PlaceholderWords} from './placeholder.js'

/**
 * What colleagues wrote to each other while they drafted, and left in: "[Sam: do we keep this paragraph?]", "(JB to PT:
 * still right? Take out before print.)", "NB Lee to square this section with the office before it goes out".
 */
export function draftingNotesIn(text: string): PlaceholderWords[] {
  if (!hints.test(text)) return []
  const bracketed = [...text.matchAll(brackets)].filter(([whole, inner]) => isNote(inner!, whole.startsWith('[')))
  const sentences = [...text.matchAll(marked)].filter(
    ([whole]) => /^(?:TODO|FIXME)/u.test(whole) || unfinished.test(whole),
  )
  const told = [...bracketed, ...sentences, ...text.matchAll(stillToGoIn), ...text.matchAll(behindDash)]
  return withoutOverlap(
    told.map((match) => {
      const words = shortened(match.groups?.['note'] ?? match[0])
      const start = match.index + match[0].indexOf(words)
      return {text: words, start, end: start + words.length}
    }),
  )
}

/** A word of some note: most passages hold none, and are done with. */
const hints =
  /\b(?:NB|N\.B\.|TODO|FIXME|before|here|this|still|note|chase|supply|check|confirm|keep\w*|which|what)\b|\?/iu

const brackets = /[[(]([^[\]()]{6,240})[\])]/gu

const person = String.raw`(?:\p{Lu}{2,3}|\p{Lu}\p{Ll}{1,14})`

/** "Sam: ...", "JB to PT: ...", "NB Lee, ...": a note opens with whom it is for or from. */
const addressed = new RegExp(
  String.raw`^(?:(?:NB|N\.B\.|Query)[:,]? ?)?(?!(?:Note|Example|Remember|Question|Think|Ask|Also|If|Please|However)\b)${person}(?: (?:to|for|and) ${person})?(?:[:,]| [–—-]) `,
  'u',
)

/** Words of those who are not done with a text: where it goes next, what is to come out, whether it still holds. */
const unfinished = new RegExp(
  [
    String.raw`\bbefore (?:it|this|we) (?:goes?|is|are|gets?) (?:out|round|around|live|up|in|to (?:the )?(?:print\w*|governors?|trustees?|committee|board|members|staff|website|council|clerk)|printed|published|sent|circulated|issued|signed)\b`,
    String.raw`\bbefore (?:print(?:ing)?|publication|publishing|circulation|circulating|issue|issuing|sign-off)\b`,
    String.raw`\b(?:tak(?:e|ing)|cut(?:ting)?|delet(?:e|ing)|remov(?:e|ing)|strik(?:e|ing)|los(?:e|ing)) (?:out )?(?:this|these|that) (?:note|comment|line|bracket|para(?:graph)?|sentence|bit|bullet)\b`,
    String.raw`\b(?:keep(?:ing)?|mov(?:e|ing)|drop(?:ping)?|rewrit(?:e|ing)|reword(?:ing)?|squar(?:e|ing)) (?:this|the|that) (?:para(?:graph)?|section|wording|sentence|bullet|bit)\b`,
    String.raw`\b(?:drop|put|add|insert|pop|stick|goes?)\b[^.?!]{0,60} in(?:to)? here\b`,
    String.raw`\b(?:is|are|does|do) (?:this|these|that|it|they) still (?:right|correct|current|true|hold|apply|needed|used|on)\b`,
  ].join('|'),
  'iu',
)

function isNote(inner: string, square: boolean): boolean {
  if (/^(?:TODO|FIXME)\b/u.test(inner)) return true
  if (!addressed.test(inner)) return square && unfinished.test(inner)
  // "(Amy: is she eating?)" may be an example; between square brackets, a question to somebody by name is a note.
  return unfinished.test(inner) || (square && inner.includes('?'))
}

/** "NB Lee to square this section with the office before it goes out", "TODO (Kim): ask the insurers." */
const marked =
  /(?:(?<=^|[.!?:–—-] )(?:NB|N\.B\.|Note to (?:self|\p{Lu}\p{L}{1,14})|To do:|\p{Lu}\p{Ll}{1,14}:)|\b(?:TODO|FIXME)(?: \([^()]{1,30}\))?:?) [^.!?\n]{6,200}[.!?]?/gu

/** "The number is still to go in here (JB to chase)." */
const stillToGoIn =
  /(?<=^|[.!?] )\p{Lu}[^.!?\n]{3,120} (?:is|are) still to (?:go in|be (?:added|put in|filled in)) here\b[^.!?\n]{0,120}[.!?]?/gu

/** "Saturdays 9 to 12 – Kim to chase": what somebody has yet to do stands behind a dash at the end. */
const behindDash = new RegExp(
  String.raw`[–—-] (?<note>${person} to (?:chase|supply|add|fill in|find out)\b(?![^|\n]{0,60}\b(?:within|hours?|days?)\b)[^.;|\n]{0,40})(?=\.?$)`,
  'gu',
)

/** What follows the errand behind a comma tells why, and is no part of it. */
function shortened(note: string): string {
  if (!/^(?:NB|N\.B\.)/u.test(note)) return note
  const comma = note.indexOf(',', (unfinished.exec(note)?.index ?? note.length) + 1)
  return comma > 0 ? note.slice(0, comma) : note
}
