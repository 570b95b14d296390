import {hoursIn} from './hours.js'

/** The name of a service as read from the words before its number, with a short name in brackets. */
export interface ContactName {
  readonly name: string
  readonly alias: string | null
  /** All the words before it that may say whom it is for. */
  readonly about: string
}

const labels =
  /(?:[\s,:;(–—|-]|(?<![\p{L}])(?:tel(?:ephone)?|phone|mobile|mob|call|on|at|by|via|or|and|secure|e-?mail(?:s|ed|ing)?|address|number|no|is|are|using|website|web|online|who|which|can|may|be|reached|contacted|available|open|through|their|its|direct line|helpline number|minicom|fax|main|general|the|t|e|m|answers?|responds?|operates?|takes calls)(?![\p{L}])\.?)+$/iu

/** The name that ends just before a number or address, or null: "tell the Adult Contact Centre on" names one. */
export function nameBefore(before: string): ContactName | null {
  const words = before.replace(labels, '').trim()
  if (words === '') return null
  const sentence = words
    .split(/(?<=[.;!?])\s+|\s+[–—]\s+/u)
    .at(-1)!
    .trim()
  const piece = sentence.split(/:\s+/u).at(-1)!.trim()
  const cleaned = withoutAside(piece)
  const whole = bare(cleaned.words)
  // "At other times the Duty Team": the name is what follows the article.
  const phraseOnly = /\s(?:the|our|your)\s+\p{Lu}/u.test(whole) && endingName(cleaned.words)
  if (phraseOnly) return {name: phraseOnly, alias: cleaned.alias, about: sentence}
  if (isName(whole)) return {name: whole, alias: cleaned.alias, about: sentence}
  const phrase = endingName(cleaned.words)
  return phrase ? {name: phrase, alias: cleaned.alias, about: sentence} : null
}

/** A cell, box line or heading that is a name as a whole; null for labels and hours. */
export function nameAlone(text: string): ContactName | null {
  const {words, alias} = withoutAside(text.replace(/[:.\s]+$/u, ''))
  const name = bare(words)
  return isName(name) && !isLabel(name) ? {name, alias, about: text} : null
}

/** Whether a heading or a line of its own is the name of a service, and not of a chapter. */
export function isService(words: string): boolean {
  return /\b(?:teams?|services?|hub|MASH|LADO|line|desk|centre|point|duty|officers?|leads?|managers?|unit|boards?|partnership|police|council|care|door|help|prevent|access|response|gateway|direct|enquiries|referrals|pipot|advocacy|advice|EDT|IDVAs?|coordinator|co-ordinator|office|social work)\b/iu.test(
    words,
  )
}

function isLabel(words: string): boolean {
  return /^(?:tel(?:ephone)?|phone|e-?mail|address|website|web|hours|opening (?:hours|times)|useful (?:contacts|numbers)|(?:key |local |other )?contacts?(?: details| list| points)?|numbers?|(?:key |useful |contact )?(?:numbers|information|details)|people to ring|whom to contact|who to contact|appendix.*|further (?:information|help)|steps?|stages?|levels?|not settled|resolved)\b/iu.test(
    words,
  )
}

/** Brackets, "for both areas" and opening hours are not part of a name. */
function withoutAside(piece: string): {words: string; alias: string | null} {
  const brackets = /\(([^()]{1,60})\)/u.exec(piece)?.[1]?.trim() ?? null
  const alias =
    brackets && /^(?:the )?[A-Z][A-Za-z]*[A-Z]{1,}s?$/u.test(brackets) ? brackets.replace(/^the /, '') : null
  let words = piece.replace(/\s*\([^()]{0,80}\)?/gu, ' ').trim()
  for (const {start, end} of hoursIn(words).reverse()) {
    if (start > 0 && /[,–-]\s*$/u.test(words.slice(0, start))) words = words.slice(0, start) + words.slice(end)
  }
  return {words: words.replace(/[\s,–-]+$/u, ''), alias}
}

function bare(words: string): string {
  return words
    .replace(/^(?:the|a|an|your|our|to|contact|call|ring|phone|telephone)\s+/iu, '')
    .replace(
      /,?\s+for\s+(?:both|all|every|children|adults|young|use|any|out|concerns|help|advice|referrals|people|families|the (?:area|county|city))\b.*$/iu,
      '',
    )
    .replace(/,\s*(?:which|who|open|staffed|available|for|outside|out of|at)\b.*$/iu, '')
    .replace(/[\s,;:.–-]+$/u, '')
    .trim()
}

const speech =
  /(?<![\p{L}])(?:is|are|was|were|be|been|should|must|will|can|may|has|have|you|we|they|it|tell|ring|send|sends|sent|passed|reported|made|please|if|where|when|who|whom|this|that|what|not|do|does|make|speak|write|ask|use|out what|copy|inform|notify|email|emails|reach|contacts|call|phone|telephone|dial)(?![\p{L}])/iu

function isName(words: string): boolean {
  return (
    words.length > 2 &&
    words.length < 70 &&
    words.split(/\s+/).length <= 9 &&
    /^\p{Lu}/u.test(words) &&
    /\p{L}{3}/u.test(words) &&
    !speech.test(words) &&
    hoursIn(words)[0]?.value !== words &&
    !/[?!:"“”@]/u.test(words)
  )
}

const ending =
  /(?:^|[\s(])((?:\p{Lu}[\p{L}\d'’&-]*)(?:(?:,?\s+(?:(?:of|and|for|in|to|&|or)\s+)?|\s+(?:of|and)\s+(?:the\s+)?)(?:\p{Lu}[\p{L}\d'’&-]*)){0,8}(?:\s+(?:lead|team|officer|service|manager|line|desk|hub|unit|office|co-?ordinator))?)$/u

/** "... tell the Adult Contact Centre": the capitalised words that a sentence ends with. */
function endingName(words: string): string | null {
  const phrase = ending.exec(words)?.[1]
  if (!phrase) return null
  const name = bare(
    phrase.replace(
      /^(?:The|Contact|Call|Ring|Tell|Email|Telephone|Phone|Copy|Inform|Notify|If|Please)\s+(?=\p{Lu})/u,
      '',
    ),
  )
  return isName(name) || /^[A-Z]{3,6}$/.test(name) ? name : null
}
