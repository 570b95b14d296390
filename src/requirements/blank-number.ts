import {quote} from '../model/finding.js'
import type {ContactMatches} from '../model/requirement.js'
import {indexOfContact} from './contact-given.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {excerpt} from './quoting.js'
import {meetingsOf} from './ways.js'

/**
 * A blank where the way to reach a service should stand: "Out of hours: XXXXX XXXXXX", "LADO: [insert number]". Null where
 * there is none, or where its sentence gives a contact as well. Dotted lines are of forms, which are filled in each time.
 */
export function blankNumberOf(check: ContactMatches, grounds: Grounds): Outcome | null {
  const {facts, passages, reading} = grounds
  const blanks = facts.placeholders.filter(({text}) => ofNumber.test(text))
  if (blanks.length === 0) return null
  const indexOf = indexOfContact(grounds)
  const given = new Set(facts.contacts.map(indexOf))
  const named = new Set<number | null>(meetingsOf(check.named, reading).map(({index}) => index))
  const blank = blanks.find((each) => named.has(indexOf(each)) && !given.has(indexOf(each)))
  if (!blank) return null
  const passage = passages.get(blank.passageId)!
  return outcome('contradicted', 'a blank or a placeholder stands where the number should be', {
    evidence: [quote(passage, excerpt(passage.text, blank.span?.[0] ?? 0))],
    remedy: 'Give the number.',
  })
}

const ofNumber =
  /^[X\s-]+$|^\[[^\]]*\b(?:number|tel|telephone|phone|contact details|email)\b[^\]]*\]$|^0\d+.*X{2}|\bTBC\b/iu
