import {quote} from '../model/finding.js'
import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {excerpt} from './quoting.js'

/** Something left to be filled in, or a mark of drafting that was never taken out. */
export function placeholders(_check: ProhibitedStatementAbsent, grounds: Grounds): Outcome {
  const {placeholders: found} = grounds.facts
  if (found.length === 0) return outcome('clear', 'no placeholder or drafting mark was found')
  const texts = [...new Set(found.map(({text}) => text))]
  // A line left for a signature is unfinished, not wrong; and so are those of a form.
  const slight = found.every(
    ({text, place}) =>
      signing.test(text) ||
      /^\(?to follow/i.test(text) ||
      (blankLine.test(text) && formHeading.test(place.headings.join(' '))),
  )
  return outcome(slight ? 'weak' : 'contradicted', `something was left unfinished: ${texts.slice(0, 4).join(', ')}`, {
    evidence: found.slice(0, 4).map((each) => {
      const passage = grounds.passages.get(each.passageId)!
      return quote(passage, excerpt(passage.text, each.span?.[0] ?? 0))
    }),
    remedy: 'Complete or take out each of these, and accept or reject every change, before the policy is approved.',
  })
}

const blankLine = /[._…]{3,}\s*$/u
const formHeading = /\b(?:forms?|checklist|record|report|declaration|slip|acceptance|appendix|sheet|card)\b/iu

/** A row of dots by itself, or a line of them with the words that ask for a signature, a name and a date. */
const signing =
  /^(?:[\p{L}'’]{0,20} ?(?:sign\p{L}*|dated?)\b[\p{L}\s():'’,;/._…]{0,160})?[._\s…]+(?:\([\p{L} ]{2,30}\))?$/iu
