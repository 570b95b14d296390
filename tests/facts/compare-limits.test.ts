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

test('bank holidays are those that the rules give for two whole years, and the Christmas before', () => {
  const iso = (date: Date) => date.toISOString().slice(0, 10)
  const on = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day))
  const plus = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000)
  const monday = (date: Date, step: 1 | -1): Date => (date.getUTCDay() === 1 ? date : monday(plus(date, step), step))
  // A holiday at a weekend is given on the next day that is none.
  const given = (dates: readonly Date[]) => {
    const taken: string[] = []
    for (let day of dates) {
      while (day.getUTCDay() % 6 === 0 || taken.includes(iso(day))) day = plus(day, 1)
      taken.push(iso(day))
    }
    return taken
  }
  const christmas = (year: number) => given([on(year, 12, 25), on(year, 12, 26)])
  // Easter Sunday, as the Church of England has it.
  const easter = {2027: on(2027, 3, 28), 2028: on(2028, 4, 16)}
  const ofYear = (year: 2027 | 2028) => [
    ...given([on(year, 1, 1)]),
    iso(plus(easter[year], -2)),
    iso(plus(easter[year], 1)),
    iso(monday(on(year, 5, 1), 1)),
    iso(monday(on(year, 5, 31), -1)),
    iso(monday(on(year, 8, 31), -1)),
    ...christmas(year),
  ]
  expect([...bankHolidays]).toEqual([...christmas(2026), ...ofYear(2027), ...ofYear(2028)])
})
