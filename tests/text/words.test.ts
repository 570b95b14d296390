import {describe, expect, test} from 'vitest'
import {limitWords} from '../../src/text/limit-words.js'
import {editsBetween, nearestName} from '../../src/text/nearest-name.js'
import {numberOf} from '../../src/text/number-words.js'
import {stemOf} from '../../src/text/stem.js'
import {timescalesIn} from '../../src/text/timescale.js'

describe('words of one family have one stem', () => {
  test.each([
    ['child', 'children', 'child’s', "children's"],
    ['person', 'people'],
    ['man', 'men'],
    ['woman', 'women'],
    ['tell', 'told', 'tells', 'telling'],
    ['say', 'said'],
    ['ring', 'rang', 'rung'],
    ['speak', 'spoke', 'spoken'],
    ['keep', 'kept'],
    ['give', 'gave', 'given'],
    ['write', 'wrote', 'written'],
    ['take', 'took', 'taken'],
    ['make', 'made'],
    ['know', 'knew', 'known'],
    ['see', 'saw', 'seen'],
    ['hear', 'heard'],
    ['hold', 'held'],
    ['seek', 'sought'],
    ['meet', 'met'],
    ['go', 'went', 'goes', 'gone'],
    ['deal', 'dealt'],
    ['stand', 'stood'],
    ['choose', 'chose', 'chosen'],
    ['send', 'sent'],
    ['feel', 'felt'],
    ['think', 'thought'],
    ['bring', 'brought'],
    ['begin', 'began', 'begun'],
    ['get', 'got'],
    ['lead', 'led'],
    ['leave', 'left'],
    ['hide', 'hid', 'hidden'],
    ['understand', 'understood'],
    ['refer', 'referral', 'referrals', 'referrer'],
    ['enquiry', 'enquiries', 'inquiry', 'inquiries', 'enquire'],
    ['organisation', 'organization', 'organizations'],
    ['organisational', 'organizational'],
    ['parent', 'parents’'],
  ])('%s', (base, ...forms) => {
    for (const form of forms) expect(stemOf(form), form).toBe(stemOf(base))
  })

  test.each([
    ['information', 'inform'],
    ['reference', 'refer'],
    ['officer', 'office'],
    ['manager', 'manage'],
    ['management', 'manage'],
    ['regulator', 'regulate'],
    ['regulation', 'regulate'],
    ['commissioner', 'commission'],
    ['insurer', 'insure'],
    ['insurance', 'insure'],
    ['supervisor', 'supervise'],
    ['abuser', 'abuse'],
    ['personal', 'person'],
    ['minister', 'ministers of state'],
  ])('%s keeps its own, whatever %s has', (apart, other) => {
    expect(stemOf(apart)).toBe(apart)
    expect(stemOf(`${apart}s`)).toBe(apart)
    expect(stemOf(other)).not.toBe(apart)
  })
})

describe('numbers in words', () => {
  test.each([
    ['a', 1],
    ['an', 1],
    ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
      .split(' ')
      .map((word, i): [string, number] => [word, i + 1]),
    ['twenty-one', 21],
    ['twenty-four', 24],
    ['twenty five', 25],
    ['twenty-eight', 28],
    ['thirty', 30],
    ['thirty-five', 35],
    ['thirty-six', 36],
    ['forty', 40],
    ['forty-five', 45],
    ['forty eight', 48],
    ['sixty', 60],
    ['seventy-two', 72],
    ['ninety', 90],
    ['12', 12],
    ['1.5', 1.5],
  ])('%s is %d, alone and as a limit', (words, value) => {
    expect(numberOf(words)).toBe(value)
    expect(numberOf(` ${words.toUpperCase()} `)).toBe(value)
    expect(timescalesIn(`within ${words} working days`).map(({amount}) => amount)).toEqual([value])
    expect(timescalesIn(`within ${words} working days`)[0]!.value).toBe(`within ${words} working days`)
  })

  test.each(['few', 'several', 'twenty-odd', ''])('"%s" is none', (words) => {
    expect(numberOf(words)).toBeNull()
  })
})

describe('a limit is put into words', () => {
  const none = {words: null, boundary: null} as const
  test.each([
    [{...none, value: null, unit: null}, 'no stated limit'],
    [{...none, value: 3, unit: null}, 'no stated limit'],
    [{...none, value: 0, unit: 'working-days'}, 'the same working day'],
    [{...none, value: 0, unit: 'days'}, 'the same day'],
    [{...none, value: 1, unit: 'working-days'}, 'one working day'],
    [{...none, value: 2, unit: 'weeks'}, 'two weeks'],
    [{...none, value: 10, unit: 'days'}, 'ten days'],
    [{...none, value: 11, unit: 'days'}, '11 days'],
    [{...none, value: 1, unit: 'hours'}, '1 hour'],
    [{...none, value: 2, unit: 'minutes'}, '2 minutes'],
    [{...none, value: 1, unit: 'working-days', boundary: 'close-of-day'}, 'the close of the next working day'],
    [{...none, value: 2, unit: 'working-days', boundary: 'close-of-day'}, 'two working days'],
    [{...none, value: 2, unit: 'weeks', words: 'a fortnight'}, 'a fortnight'],
  ] as const)('%o', (limit, words) => {
    expect(limitWords(limit as Parameters<typeof limitWords>[0])).toBe(words)
  })

  test.each('one two three four five six seven eight nine ten'.split(' ').map((word, i) => [i + 1, word] as const))(
    '%d is told as %s',
    (value, word) => {
      expect(limitWords({...none, value, unit: 'months'} as Parameters<typeof limitWords>[0])).toMatch(`${word} month`)
    },
  )
})

describe('the name that was meant', () => {
  test.each([
    ['', '', 0],
    ['lado', 'lado', 0],
    ['lado', '', 4],
    ['lado', 'laod', 1],
    ['lado', 'ldo', 1],
    ['lado', 'lados', 1],
    ['lado', 'lade', 1],
    ['kitten', 'sitting', 3],
    ['abcd', 'badc', 2],
  ])('%s is %s but for %d letters', (one, other, letters) => {
    expect(editsBetween(one, other)).toBe(letters)
    expect(editsBetween(other, one)).toBe(letters)
  })

  test.each([
    ['laod', 'lado'],
    ['LADOO', 'lado'],
    ['markdwn', 'markdown'],
    ['marckdawn', 'markdown'],
    ['zzzzzzzz', null],
    ['lz', null],
    ['x', 'y'],
  ])('%s: %s', (given, meant) => {
    expect(nearestName(given, ['html', 'lado', 'markdown', 'y'])).toBe(meant)
  })

  test('none among none', () => {
    expect(nearestName('lado', [])).toBeNull()
  })
})
