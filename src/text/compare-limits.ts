import type {Timescale} from '../model/facts.js'
import type {Limit} from '../model/procedures.js'
import {bankHolidays} from './bank-holidays.js'

/**
 * How a stated limit stands to the local one.
 *
 * ok: for every start it ends no later, by calendar date · weekend-only: it ends later only where a weekend or a bank
 * holiday comes between · slower: it ends later on ordinary days too · incomparable: one of them has no number.
 */
export type Comparison = 'ok' | 'weekend-only' | 'slower' | 'incomparable'

type Stated = Pick<Timescale, 'amount' | 'unit' | 'boundary'>

/**
 * Compares a stated limit with the local one, for a start at every hour of sixty days around Christmas 2026: that
 * stretch holds ordinary weeks, a long weekend and the longest run of days that nobody works.
 */
export function compareLimits(stated: Stated, limit: Pick<Limit, 'value' | 'unit' | 'words'>): Comparison {
  const ours = spanOf(stated.amount, stated.unit === 'none' ? null : stated.unit, stated.boundary)
  const local = spanOf(limit.value, limit.unit, null) ?? wordsSpan(limit.words)
  if (!ours || !local) return 'incomparable'
  const key = `${ours.amount} ${ours.unit} ${local.amount} ${local.unit}`
  const known = compared.get(key) ?? comparedLengths(ours, local)
  compared.set(key, known)
  return known
}

/** A memo of a pure function: it grows no further than the lengths of time that people name. */
const compared = new Map<string, Comparison>()

function comparedLengths(ours: Length, local: Length): Comparison {
  const later = starts.some((start) => endOf(start, ours) > endOf(start, local))
  if (!later) return 'ok'
  // Were every day a working day, would it still be slower? Then weekends are not the reason.
  return daysIn(ours) <= daysIn(local) ? 'weekend-only' : 'slower'
}

/** A length of time: whole days, hours, or days on which people work. */
type Length = {readonly unit: 'hours' | 'days' | 'working-days' | 'months'; readonly amount: number}

function spanOf(amount: number | null, unit: string | null, boundary: string | null): Length | null {
  if (unit === 'immediate') return {unit: 'days', amount: 0}
  if (amount === null || unit === null) return null
  switch (unit) {
    case 'minutes':
      return {unit: 'days', amount: 0}
    case 'hours':
      // A few hours are of the same day: nobody counts them from midnight.
      return amount < 12 ? {unit: 'days', amount: 0} : {unit: 'hours', amount}
    case 'days':
      return boundary === 'same-working-day' ? {unit: 'working-days', amount} : {unit: 'days', amount}
    case 'weeks':
      return {unit: 'days', amount: 7 * amount}
    case 'years':
      return {unit: 'months', amount: 12 * amount}
    default:
      return {unit: unit as 'working-days' | 'months', amount}
  }
}

/** Some procedures print words alone: "immediately", "same working day". */
function wordsSpan(words: string | undefined): Length | null {
  if (!words) return null
  if (/same working day/i.test(words)) return {unit: 'working-days', amount: 0}
  if (/\b(?:immediate|at once|straight ?away|same day|without delay)/i.test(words)) return {unit: 'days', amount: 0}
  return null
}

const hour = 3_600_000
const first = Date.UTC(2026, 10, 16)
const starts: readonly number[] = Array.from({length: 60 * 24}, (_, i) => first + i * hour)

/** The date on which a length ends, as a number of days. */
function endOf(start: number, {unit, amount}: Length): number {
  const day = Math.floor(start / (24 * hour))
  switch (unit) {
    case 'hours':
      return Math.floor((start + amount * hour) / (24 * hour))
    case 'days':
      return day + amount
    case 'working-days':
      return workingDayAfter(day, amount)
    case 'months': {
      const date = new Date(start)
      return Math.floor(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + amount, date.getUTCDate()) / (24 * hour))
    }
  }
}

/** The nth working day after a day; the nought-th is that day, or the next on which people work. */
function workingDayAfter(day: number, count: number): number {
  const length = Math.min(count, 2600)
  let at = day
  if (length === 0) while (!isWorkingDay(at)) at++
  for (let left = length; left > 0; ) if (isWorkingDay(++at)) left--
  return at
}

const known = new Map<number, boolean>()

function isWorkingDay(day: number): boolean {
  let working = known.get(day)
  if (working === undefined) {
    const date = new Date(day * 24 * hour)
    working = date.getUTCDay() !== 0 && date.getUTCDay() !== 6 && !bankHolidays.has(date.toISOString().slice(0, 10))
    known.set(day, working)
  }
  return working
}

function daysIn({unit, amount}: Length): number {
  return unit === 'hours' ? amount / 24 : unit === 'months' ? amount * 30 : amount
}
