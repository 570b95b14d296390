import type {Kind} from '../../model/requirement.js'
import type {Reference} from './chapter.js'

/**
 * The day (YYYY-MM-DD) by which a gap is proposed to be closed, or null for the next revision: a wrong number or a
 * dangerous sentence the next day, what else is critical in five working days, what is major in twenty.
 */
export function dueOn({finding}: Reference, asOf: string): string | null {
  const {status, requirement} = finding
  if (requirement.severity === 'minor') return null
  if (requirement.severity === 'major' || status === 'partial') return workingDaysAfter(asOf, 20)
  const dangerous = status === 'conflict' && requirement.checks.some(({kind}) => atOnce.has(kind))
  return dangerous ? daysAfter(asOf, 1) : workingDaysAfter(asOf, 5)
}

const atOnce: ReadonlySet<Kind> = new Set<Kind>(['contact-matches', 'prohibited-statement-absent'])

/** The date so many days later; what is no date stays as it is. */
export function daysAfter(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) ? date : new Date(time + days * 86_400_000).toISOString().slice(0, 10)
}

/** The date so many days later from Monday to Friday; bank holidays are not known here and the page says so. */
export function workingDaysAfter(date: string, days: number): string {
  let at = date
  for (let left = days; left > 0; ) {
    const next = daysAfter(at, 1)
    if (next === at) return date
    at = next
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return at
}
