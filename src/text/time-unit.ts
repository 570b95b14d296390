import type {TimeUnit} from '../model/facts.js'

/** The unit that a noun of time counts in, whatever its number: "school days" and "working day" are working days. */
export function unitOf(noun: string): TimeUnit {
  const word = noun.toLowerCase()
  if (/(?:working|business|school|office)[- ]hour/.test(word)) return 'hours'
  if (/working|business|school|office/.test(word)) return 'working-days'
  if (word.startsWith('min')) return 'minutes'
  if (/^h/.test(word)) return 'hours'
  if (word.includes('day')) return 'days'
  if (word.startsWith('week') || word.startsWith('fortnight')) return 'weeks'
  return word.startsWith('month') ? 'months' : 'years'
}
