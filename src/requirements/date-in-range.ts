import type {DocumentDate} from '../model/facts.js'
import type {Evidence} from '../model/finding.js'
import type {DateInRange} from '../model/requirement.js'
import {lastDayOf} from '../model/staleness.js'
import {isHistoric} from '../text/obsolete.js'
import {type Outcome, outcome, type RequirementKind} from './kind.js'
import {factEvidence} from './quoting.js'
import {sentenceAt} from './sentence-at.js'

/**
 * Holds the dates and the cycle of review against the day of the report, the profile's cycle and, without one, the
 * requirement's (`maxMonths`). A year is what Keeping Children Safe in Education asks of schools; no sector has more than
 * three, so that a cycle between the two is no conflict where the profile says nothing. All lengths are in months.
 */
export const dateInRange: RequirementKind<DateInRange> = {
  kind: 'date-in-range',
  summary: 'A review date exists, is not past, and the cycle is no longer than is allowed.',

  judge(check, _requirement, grounds) {
    const {facts, asOf, organisation} = grounds
    const cycle = organisation?.reviewCycle
    const most = cycle ? monthsIn(cycle.value, cycle.unit) : check.maxMonths
    const sentenceOf = ({passageId, span}: Pick<DocumentDate, 'passageId' | 'span'>): string =>
      sentenceAt(grounds.reading, passageId, span?.[0] ?? 0)?.sentence.text ?? ''
    // "The version that was due for review in September 2025 was replaced on time": another's date.
    const next = facts.dates.filter((date) => date.what === 'next-review' && !wasDue.test(sentenceOf(date)))
    const last = facts.dates
      .filter(({what}) => what === 'last-reviewed' || what === 'approved' || what === 'issued')
      .map(({iso}) => iso)
      .sort()
      .at(-1)
    // "We take it apart every two years; the next time is September 2028": the date beside it tells what comes round.
    const dated = new Set(next.map(({passageId}) => passageId))
    const stated = facts.timescales.filter(
      (timescale) =>
        timescale.recurring &&
        timescale.amount !== null &&
        (timescale.role === 'review-policy' || (timescale.role === 'other' && dated.has(timescale.passageId))) &&
        !isOfAnother(sentenceOf(timescale)),
    )
    const longest = Math.max(0, ...stated.map(({amount, unit}) => monthsIn(amount!, unit)))
    const cycleEvidence = stated.slice(0, 1).map((timescale) => factEvidence(timescale, grounds))

    const past = next.find(({iso}) => lastDayOf(iso) < asOf)
    if (past)
      return outcome('contradicted', `the review date ${past.value} is past`, {
        evidence: [factEvidence(past, grounds)],
        remedy: 'Review the policy and give the next date.',
      })

    // A longer cycle than the organisation set itself is a conflict; than the usual year, only beyond any sector's three.
    const limit = cycle ? most : 36
    if (longest > limit)
      return tooLong(`the policy is reviewed every ${longest} months; at most ${most} are allowed`, cycleEvidence)
    const far = last ? next.find(({iso}) => monthsBetween(last, lastDayOf(iso)) > limit + 1) : undefined
    if (far)
      return tooLong(`the next review, ${far.value}, is more than ${limit} months after ${last}`, [
        factEvidence(far, grounds),
      ])

    if (next.length > 0) {
      const evidence = [factEvidence(next[0]!, grounds), ...cycleEvidence]
      return outcome('satisfied', `the next review is due on ${next[0]!.value}`, {evidence})
    }
    if (longest > 0 && last && monthsBetween(lastDayOf(last), asOf) > longest) {
      return outcome(
        'contradicted',
        `a review every ${longest} months was due ${last.slice(0, 4)} plus ${longest} months and is past`,
        {evidence: cycleEvidence, remedy: 'Review the policy and give the next date.'},
      )
    }
    if (longest > 0)
      return outcome('weak', 'a review cycle is stated, but no date of the next review', {
        evidence: cycleEvidence,
        remedy: 'Give the date of the next review.',
        searchedFor: ['next review date'],
      })
    return outcome('absent', 'no date of the next review was found', {
      remedy: 'Give the date of the last and of the next review.',
      searchedFor: ['next review date', 'review cycle'],
    })
  },
}

const wasDue = /\b(?:was|were|had been) (?:due|to be)\b/iu

/**
 * "Two-yearly review, the habit before 2020, is over", "the Articles are on a three-year cycle; this policy is not": told
 * of, and not kept.
 */
function isOfAnother(sentence: string): boolean {
  return isHistoric(sentence) || /\bthis (?:policy|document|handbook|one) (?:is|does) not\b/i.test(sentence)
}

function tooLong(reason: string, evidence: readonly Evidence[]): Outcome {
  return outcome('contradicted', reason, {evidence, remedy: 'Shorten the review cycle and bring the date forward.'})
}

/** Months in a length of time; weeks and days are rounded. */
function monthsIn(amount: number, unit: string): number {
  const share: Readonly<Record<string, number>> = {
    years: 12,
    months: 1,
    weeks: 12 / 52,
    days: 12 / 365,
    'working-days': 12 / 260,
  }
  return Math.round(amount * (share[unit] ?? 0))
}

function monthsBetween(from: string, to: string): number {
  return monthsUpTo(to) - monthsUpTo(from)
}

function monthsUpTo(iso: string): number {
  const [year, month, day = 1] = iso.split('-').map(Number)
  return year! * 12 + month! + day / 31
}
