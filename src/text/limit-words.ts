import type {Limit} from '../model/procedures.js'
import {numberNames} from './number-words.js'

/** A limit in words that a policy can use: "one working day", "the same working day", "24 hours". */
export function limitWords(limit: Pick<Limit, 'value' | 'unit' | 'words' | 'boundary'>): string {
  if (limit.words) return limit.words
  if (limit.value === null || limit.unit === null) return 'no stated limit'
  if (limit.value === 0) return limit.unit === 'working-days' ? 'the same working day' : 'the same day'
  const count =
    limit.unit === 'hours' || limit.unit === 'minutes' || limit.value > 10
      ? String(limit.value)
      : numberNames[limit.value]
  const unit = limit.unit.replace('-', ' ').replace(/s$/, limit.value === 1 ? '' : 's')
  if (limit.boundary === 'close-of-day' && limit.value === 1) return `the close of the next ${unit}`
  return `${count} ${unit}`
}
