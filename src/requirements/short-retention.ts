import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import {numberOf, numberWords} from '../text/number-words.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedOf} from './local.js'
import {evidenceOf, meetingsOf} from './ways.js'

/**
 * Records of concern that are destroyed sooner than the organisation's own schedule says. Without a limit in its profile
 * there is nothing to compare: no statute names one for every kind of organisation.
 */
export function shortRetention(_check: ProhibitedStatementAbsent, {model, organisation, reading}: Grounds): Outcome {
  const schedule = organisation?.retention ?? ''
  const own = keptIn(schedule)
  if (own.birthday === null && own.years === null)
    return outcome('inapplicable', 'the profile names no time to keep records')
  const soon = meetingsOf(kept, reading).find((meeting) => isSooner(keptIn(meeting.sentence.text), own))
  if (!soon) return outcome('clear', 'no record is destroyed sooner than the schedule says')
  return outcome('contradicted', 'the policy has records destroyed sooner than the schedule of the organisation says', {
    evidence: evidenceOf([soon]),
    expected: [expectedOf(model, 'organisation.retention', schedule)],
    remedy: `Keep them as the schedule says: ${schedule}.`,
  })
}

/** Records of concern and how long they are kept, not those of other matters. */
const kept =
  '(kept | keep* | retain* | retention | held | hold | destroy* | shred* | delete* | archive* | stay* | dispos* | burn* | cleared | wiped) & #(file* | record* | note* | paper* | concern*) & !(DBS | certificate* | disclosure | photo* | image* | CCTV | accident* | first aid | train* | applicant* | application* | recruit* | register* | reference* | consent form* | medical | policy | policies | permission*)'

/** How long something is kept: to which birthday, and for how many years; null where it does not say. */
interface Kept {
  readonly birthday: number | null
  readonly years: number | null
}

function keptIn(text: string): Kept {
  const birthday = /\b(\d{2})(?:st|nd|rd|th)? (?:birthday|anniversary of birth)\b/i.exec(text) ?? aged.exec(text)
  if (birthday) return {birthday: Number(birthday[1]), years: yearsIn(text)}
  if (/\bend of (?:the|that|each) (?:calendar |school |academic |financial )?year\b/i.test(text))
    return {birthday: null, years: 1}
  return {birthday: null, years: yearsIn(text)}
}

function yearsIn(text: string): number | null {
  const [, amount, unit] = period.exec(text) ?? []
  const number = amount ? numberOf(amount) : null
  if (number === null || !unit) return null
  return /^month/i.test(unit) ? number / 12 : number
}

const period = new RegExp(`\\b(${numberWords}) (years?|summers?|seasons?|winters?|months?)\\b`, 'i')
const aged =
  /\b(?:until|till|when) (?:they|he or she|the \w+|the \w+ \w+) (?:is|are|turns?|reach(?:es)?)(?: the age of)? (\d{2})\b/i

/** A time is sooner than the schedule's; years alone are sooner than a birthday that lies longer ahead. */
function isSooner(said: Kept, own: Kept): boolean {
  if (said.birthday !== null) return own.birthday !== null && said.birthday < own.birthday
  if (said.years === null) return false
  return said.years < (own.years ?? own.birthday ?? 0)
}
