import {InputError} from '../model/input-error.js'

/** Today, where the user is, as YYYY-MM-DD. The one place where the clock is asked. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** A date that the user gave. Raises InputError where it is none: 2026-02-30, or 1 June. */
export function dateGiven(text: string, flag: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  if (at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)) return text
  throw new InputError('DATE_INVALID', flag, `"${text}" is not a date`, 'Write it as year, month and day: 2026-11-23.')
}

/** The day that --as-of gives, or today. */
export function dayOf(given: string | undefined): string {
  return given === undefined ? today() : dateGiven(given, '--as-of')
}
