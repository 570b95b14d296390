import {describe, expect, test} from 'vitest'
import type {Timescale} from '../../src/model/facts.js'
import type {Limit} from '../../src/model/procedures.js'
import {bankHolidays} from '../../src/text/bank-holidays.js'
import {compareLimits} from '../../src/text/compare-limits.js'

type Length = readonly [amount: number | null, unit: Timescale['unit'] & (Limit['unit'] | 'immediate')]

const lengths = {
  'same day': [0, 'days'],
  'same working day': [0, 'working-days'],
  '24 hours': [24, 'hours'],
  '1 working day': [1, 'working-days'],
  '48 hours': [48, 'hours'],
  '2 working days': [2, 'working-days'],
  '3 days': [3, 'days'],
  '3 working days': [3, 'working-days'],
  '5 days': [5, 'days'],
  '5 working days': [5, 'working-days'],
  '7 days': [7, 'days'],
  '10 working days': [10, 'working-days'],
} satisfies Record<string, Length>

/** What the policy says down the side, what the procedures say along the top, in the order above. */
const table: Readonly<Record<keyof typeof lengths, string>> = {
  'same day': 'ok ok ok ok ok ok ok ok ok ok ok ok',
  'same working day': 'WE ok WE ok WE ok WE ok ok ok ok ok',
  '24 hours': 'SLOW SLOW ok ok ok ok ok ok ok ok ok ok',
  '1 working day': 'SLOW SLOW WE ok WE ok WE ok ok ok ok ok',
  '48 hours': 'SLOW SLOW SLOW SLOW ok ok ok ok ok ok ok ok',
  '2 working days': 'SLOW SLOW SLOW SLOW WE ok WE ok WE ok ok ok',
  '3 days': 'SLOW SLOW SLOW SLOW SLOW SLOW ok ok ok ok ok ok',
  '3 working days': 'SLOW SLOW SLOW SLOW SLOW SLOW WE ok WE ok ok ok',
  '5 days': 'SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW ok ok ok ok',
  '5 working days': 'SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW WE ok WE ok',
  '7 days': 'SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW ok ok',
  '10 working days': 'SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW SLOW ok',
}
const short = {ok: 'ok', 'weekend-only': 'WE', slower: 'SLOW', incomparable: '?'} as const

describe('a stated limit against a local one', () => {
  test.each(Object.entries(table))('%s', (policy, row) => {
    const [amount, unit]: Length = lengths[policy as keyof typeof lengths]
    const results = Object.values(lengths).map(
      ([value, local]) => short[compareLimits({amount, unit, boundary: null}, {value, unit: local})],
    )
    expect(results.join(' ')).toBe(row)
  })

  test('immediately is the same day, and a few hours are too', () => {
    expect(compareLimits({amount: null, unit: 'immediate', boundary: null}, {value: 0, unit: 'days'})).toBe('ok')
    expect(compareLimits({amount: 2, unit: 'hours', boundary: null}, {value: 0, unit: 'days'})).toBe('ok')
  })

  test('words without a number cannot be compared, but "immediately" can', () => {
    expect(compareLimits({amount: null, unit: 'none', boundary: null}, {value: 1, unit: 'working-days'})).toBe(
      'incomparable',
    )
    expect(
      compareLimits({amount: 1, unit: 'days', boundary: null}, {value: null, unit: null, words: 'acceptable to both'}),
    ).toBe('incomparable')
    expect(
      compareLimits({amount: 1, unit: 'days', boundary: null}, {value: null, unit: null, words: 'immediately'}),
    ).toBe('slower')
  })

  test('weeks, months and years', () => {
    expect(compareLimits({amount: 1, unit: 'weeks', boundary: null}, {value: 7, unit: 'days'})).toBe('ok')
    expect(compareLimits({amount: 3, unit: 'years', boundary: null}, {value: 24, unit: 'months'})).toBe('slower')
    expect(compareLimits({amount: 2, unit: 'years', boundary: null}, {value: 24, unit: 'months'})).toBe('ok')
  })
})

test('bank holidays are dates of weekdays', () => {
  for (const day of bankHolidays) expect([1, 2, 3, 4, 5], day).toContain(new Date(`${day}T12:00:00Z`).getUTCDay())
})
