/** Contacts change often; what stands in procedures seldom. After so many days, what was verified is said to be old. */
export const contactDays = 90
export const procedureDays = 365

/** Whole days from one date (YYYY-MM-DD) to another; below nought where the second is the earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** The last day that a date of any precision can mean: 2026-09 is over at the end of its month. */
export function lastDayOf(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number)
  if (day !== undefined) return date
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
