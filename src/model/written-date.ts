export const monthNames = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A date as it is written in English: 2026-06-02 becomes "2 June 2026". Null for what is no full date. */
export function writtenDate(iso: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  const name = monthNames[Number(month) - 1]
  return name ? `${Number(day)} ${name} ${year}` : null
}
