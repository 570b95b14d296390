import {numberOf} from '../text/number-words.js'
import {sentencesIn} from '../text/sentence.js'
import {limitFields} from './clocks.js'
import {type Drafted, found, type Read, readAt} from './fact.js'
import {limitsIn} from './limit-words.js'
import type {Line} from './line.js'
import type {Segment} from './openings.js'

/** Words of a sentence whose limit is for the whole ladder and for no step. */
export const ofTheWhole =
  /\b(?:whole (?:process|procedure|escalation)|entire|overall|in total|altogether|start to finish|from (?:beginning|first) to (?:end|last)|no (?:dispute|disagreement|escalation|matter) (?:should|must|may)|total (?:time|period)|(?:all|every) (?:\p{L}+ )?(?:stages|steps|levels|tiers|phases)|(?:stages|steps|levels|tiers) together|maximum (?:time|period) for|(?:disagreements?|disputes?|differences?)\b[^.;]{0,60}\b(?:be|is|are) (?:resolved|settled|concluded)|end to end|(?:process|procedure) (?:should|must|will) (?:not |never |normally )?(?:take|last|be (?:completed|concluded))|(?:all|any) (?:disputes?|disagreements?) (?:should|must) be (?:resolved|settled))\b/iu

/** At which step the partnership is told, and by which address. */
export function noticeOf(
  drafted: readonly Drafted[],
  steps: readonly Segment[],
  lines: readonly Line[],
): {stage: Read | null; email: Read | null} {
  const sentences = lines.flatMap((line) => sentencesIn(line.text).map((sentence) => ({line, ...sentence})))
  const asked = sentences.find(
    ({text}) =>
      /\b(?:notif\w+|inform(?:s|ed)?|told|tells?|copy|copied|sen[dt]s?|submit\w*|e-?mail(?:s|ed)?|using|complet\w+)\b/iu.test(
        text,
      ) &&
      mail.test(text) &&
      !/\b(?:referral|concern|allegation)s?\b/iu.test(text),
  )
  const address = asked && mail.exec(asked.text)
  const email = asked && address ? readAt(address[0], asked.line, asked.start, asked.end, 'medium') : null
  const first = drafted.findIndex(({fields}) => fields.notify)
  if (first >= 0) {
    const {notify} = drafted[first]!.fields
    return {stage: {...notify!, value: steps[first]!.order}, email}
  }
  const told = asked && steps.find(({pieces}) => pieces.some(({line}) => line === asked.line))
  if (told) return {stage: readAt(told.order, asked.line, asked.start, asked.end, 'medium'), email}
  const mention = asked && /\b(?:stage|step|level|tier|phase) (\d|one|two|three|four|five)\b/iu.exec(asked.text)
  const order = mention && numberOf(mention[1]!)
  if (asked && order && steps.some((step) => step.order === order))
    return {stage: readAt(order, asked.line, asked.start, asked.end, 'medium'), email}
  return {stage: null, email}
}

const mail = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?<![.'-])/u

/** The limit of the whole ladder, where a sentence gives one. */
export function overallIn(lines: readonly Line[]): Drafted | null {
  for (const line of lines) {
    for (const {text, start} of sentencesIn(line.text)) {
      if (!ofTheWhole.test(text)) continue
      const limit = limitsIn(text, true).find(({amount, recurring}) => amount !== null && amount > 0 && !recurring)
      if (!limit) continue
      const read = <T>(value: T) => readAt(value, line, start + limit.start, start + limit.end)
      return {fields: found(limitFields(limit, read))}
    }
  }
  return null
}

/** The fixed words of an e-mail's subject. */
export function subjectIn(lines: readonly Line[]): {subjectLine: Read | null} {
  for (const line of lines) {
    for (const {text, start, end} of sentencesIn(line.text)) {
      if (!/\b(?:subject|headed|title the e-?mail|heading of the e-?mail|marked)\b/iu.test(text)) continue
      const words = /["“‘]([^"”’“]{4,90})["”’]/u.exec(text)?.[1]
      if (words) return {subjectLine: readAt(words, line, start, end)}
    }
  }
  return {subjectLine: null}
}

const formNoun = String.raw`(?:form|record|notification|pro-?forma|template|notice|log|sheet)`
const sending =
  /\b(?:us(?:e|es|ing)|complet(?:e|es|ed|ing)|fill(?:s|ed|ing)? (?:in|out)|submit(?:s|ted|ting)?|sends?|sent|sending|e-?mail(?:s|ed)?|attach\w*|cop(?:y|ied)|by means of|notif(?:y|ies|ied))\b/iu
const capitalForm =
  /(?<![\p{L}])(?:\p{Lu}[\p{L}'’-]*)(?:[ -](?:\p{Lu}[\p{L}'’-]*|(?:of|and|for|to)(?=[ -]\p{Lu}))){1,7}/gu
const plainForm =
  /\b(?:the|an?|our|this|its)\s+((?:(?!(?:the|an?|and|of|to|is)\b)[\p{L}'’-]+\s+){1,4}(?:form|pro-?forma|template))\b/iu

/** The form that is sent at some step: its name stands in a sentence that says so. */
export function formIn(lines: readonly Line[]): Drafted | null {
  for (const line of lines) {
    for (const {text, start, end} of sentencesIn(line.text)) {
      if (!sending.test(text)) continue
      const named = [...text.matchAll(capitalForm)].find(([words]) => endsInForm.test(words))?.[0]
      const words =
        named?.replace(/^(?:The|An?|Use|Complete|Send|Submit|Please|Fill in)\s+/u, '') ?? plainForm.exec(text)?.[1]
      if (!words || !/\s|-/.test(words) || /\b(?:referral|this|each|word|web)\b/iu.test(words)) continue
      const title = readAt(words, line, start, end, 'medium')
      const link = line.passage?.links?.find((each) => each.text.includes(words) && /^https?:/i.test(each.target))
      return {fields: found({title, url: link && readAt(link.target, line, start, end)})}
    }
  }
  return null
}

const endsInForm = new RegExp(String.raw`\s${formNoun}$|^${formNoun}\s(?:of|for)\s`, 'iu')

/** What to do where somebody is in danger: the words of the sentence that names 999 or the danger. */
export function riskIn(lines: readonly Line[]): Read | null {
  for (const line of lines) {
    const sentences = sentencesIn(line.text)
    const at = sentences.findIndex(({text}) => /\b999\b/u.test(text) && text.length < 400)
    if (at < 0) continue
    const {text, start, end} = sentences[at]!
    const route = text
      .replace(/^\d{1,2}(?:\.\d{1,2}){0,3}\s+/u, '')
      .replace(/^If [^,]{4,80}?\s(?=(?:telephone|dial|ring|call|phone)\b)/u, '')
      .replace(/^(?:if|where|when|should)\b[^,?]{0,160}[,?]\s*(?:then\s+)?/iu, '')
      .replace(/^(?:[^:,;]{0,80}(?:someone|somebody|danger|risk|hurt|harm)[^:,;]{0,60})[:,;]\s*/iu, '')
      .replace(
        /^(?:(?:you|they|staff|practitioners|professionals|workers|everyone|anyone|people)\s+)?(?:should|must|will|need to)\s+(?:always\s+)?/iu,
        '',
      )
      .replace(/[.\s]+$/u, '')
    return readAt(route, line, start, end, 'medium')
  }
  return null
}

/** Items under "Not covered", "Scope: what this does not deal with". */
export function scopeOutIn(lines: readonly Line[]): Drafted[] {
  const items = lines.filter(({passage, headings}) => {
    const lead = `${headings.at(-1) ?? ''} ${passage?.leadIn ?? ''}`
    return (
      passage?.form === 'list-item' &&
      /\b(?:not covered|out(?:side)? (?:of )?(?:the )?scope|(?:does|is|are|do|should|must) not (?:be )?(?:cover|apply|deal|used?|include|for|intended|replace)\w*|not for|not to be used|what not to|not to use|exclu(?:ded|sions|des)|when not to)\b/iu.test(
        lead,
      )
    )
  })
  return items.slice(0, 30).map((line): Drafted => {
    const [, words, goesTo] =
      /^(.{4,200}?)(?:\s*(?:[:;]|[–—]|\()\s*(?:use|see|follow|(?:speak|talk|report) to|go(?:es)? to|refer to|these go to|which go to|through)\s+(?:to\s+)?(.{3,120}?)\)?)?[.;]?$/iu.exec(
        line.text,
      ) ?? []
    const read = (value: string) => readAt(value, line, 0, line.text.length)
    return {fields: found({case: read(words ?? line.text), goesTo: goesTo ? read(bareLead(goesTo)) : null})}
  })
}

function bareLead(words: string): string {
  return words.replace(/^(?:the|your|an?)\s+/iu, '').trim()
}
