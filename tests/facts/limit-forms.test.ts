import {describe, expect, test} from 'vitest'
import {timescalesIn} from '../../src/text/timescale.js'
import {timescaleRoleOf} from '../../src/text/timescale-role.js'
import {triggerAfter} from '../../src/text/trigger.js'

// How people put a limit, and what looks like one and is none.

const told = (text: string, bare = false) =>
  timescalesIn(text, bare).map(({value, amount, unit, boundary, recurring}) =>
    [value, amount, unit, boundary, ...(recurring ? ['each time'] : [])].join(' ').replace(/ +/g, ' ').trim(),
  )

describe('a number of days is a limit', () => {
  test.each([
    ['within two days', 'within two days 2 days'],
    ['inside two days', 'inside two days 2 days'],
    ['no later than two days', 'no later than two days 2 days'],
    ['not later than two days', 'not later than two days 2 days'],
    ['no more than two days', 'no more than two days 2 days'],
    ['not more than two days', 'not more than two days 2 days'],
    ['at most two days', 'at most two days 2 days'],
    ['up to two days', 'up to two days 2 days'],
    ['a maximum of two days', 'maximum of two days 2 days'],
    ['a further two days', 'a further two days 2 days'],
    ['in two working days', 'in two working days 2 working-days'],
    ['by two working days', 'by two working days 2 working-days'],
    ['in two days of it', 'in two days 2 days'],
    ['in two days from now', 'in two days 2 days'],
    ['in two days after it', 'in two days 2 days'],
    ['after two days of silence', 'after two days 2 days'],
    ['after two days the lead rings', 'after two days 2 days'],
    ['after two days we ring', 'after two days 2 days'],
    ['after two days if nobody rings', 'after two days 2 days'],
    ['if nothing is heard after two days', 'after two days 2 days'],
    ['if there is no answer after two days', 'after two days 2 days'],
    ['within a day', 'within a day 1 days'],
    ['in under an hour', 'in under an hour 1 hours'],
    ['no later than a week', 'no later than a week 1 weeks'],
    ['two days of the report', 'two days 2 days'],
    ['two days of receiving it', 'two days 2 days'],
    ['two days of becoming aware', 'two days 2 days'],
    ['two days from the report', 'two days 2 days'],
    ['two days from when it came', 'two days 2 days'],
    ['two days from receipt', 'two days 2 days'],
    ['two days after it', 'two days 2 days'],
    ['two days following it', 'two days 2 days'],
    ['two days at the latest', 'two days 2 days'],
    ['two days at most', 'two days 2 days'],
    ['two days maximum', 'two days 2 days'],
    ['two days max', 'two days 2 days'],
    ['two working days', 'two working days 2 working-days'],
    ['the lead has two days to ring', 'two days 2 days'],
    ['the lead is given two days for it', 'two days 2 days'],
    ['the lead gets two days in which to ring', 'two days 2 days'],
    ['the lead is allowed two days within which to ring', 'two days 2 days'],
    ['within the next two days', 'within the next two days 2 days'],
    ['within a maximum of two days', 'within a maximum of two days 2 days'],
    ['within at most two days', 'within at most two days 2 days'],
    ['within about two days', 'within about two days 2 days'],
    ['within around two days', 'within around two days 2 days'],
    ['within two (2) days', 'within two (2) days 2 days'],
    ['within 2 (two) days', 'within 2 (two) days 2 days'],
    ['within two to three days', 'within two to three days 3 days'],
    ['within 2-3 days', 'within 2-3 days 3 days'],
    ['within two or three days', 'within two or three days 3 days'],
    ['within 2.5 hours', 'within 2.5 hours 2.5 hours'],
    ['within 30 mins', 'within 30 mins 30 minutes'],
    ['within 2 hrs', 'within 2 hrs 2 hours'],
    ['within two calendar days', 'within two calendar days 2 days'],
    ['within two clear working days', 'within two clear working days 2 working-days'],
    ['within two full working days', 'within two full working days 2 working-days'],
    ['within two business days', 'within two business days 2 working-days'],
    ['within two school days', 'within two school days 2 working-days'],
    ['within two office hours', 'within two office hours 2 hours'],
    ['within two working hours', 'within two working hours 2 hours'],
    ['within a fortnight', 'within a fortnight 2 weeks'],
    ['within two months', 'within two months 2 months'],
    ['within two years', 'within two years 2 years'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  test.each([
    'two days old',
    'two years of age',
    'two hours a day',
    'two hours per day',
    'two days a week',
    'within two days or more',
    'within two years or over',
    'within two years or older',
    'within two days or longer',
    'two years and over',
    'two years or under',
    'a 24 hours helpline',
    'a 24-hour service',
    'a 24-hour line',
    '24-hour cover',
    'a 24-hour advice line',
    'a child aged two years',
    'under the age of two years',
    'for more than two working days',
    'longer than two working days',
    'at least two working days',
    'it lasts two working days',
    'it lasts for two working days',
    'over the last two working days',
    'in the past two working days',
    'each two working days of it',
    'in two days',
    'by two days',
    'over two days',
    'under two days',
    'after two days',
    'two days',
    'a day',
    'by a day of it',
    'the lead has two days off',
    'nothing of the sort',
  ])('and none: %s', (text) => {
    expect(told(text).filter((each) => !/each time/.test(each))).toEqual([])
  })

  test('by itself, where a cell says so', () => {
    expect(told('2 days', true)).toEqual(['2 days 2 days'])
  })

  test('that borrows its unit', () => {
    expect(told('1, 2 and 5 working days')).toEqual([
      '1 1 working-days',
      '2 2 working-days',
      '5 working days 5 working-days',
    ])
    expect(told('stage 1 within 2 days, stage 2 within 3.')).toEqual(['within 2 days 2 days', 'within 3 3 days'])
    expect(told('stage 1 within 2 days and stage 2 within a further 3')).toEqual([
      'within 2 days 2 days',
      'within a further 3 3 days',
    ])
    expect(told('stage 2, two working days')).toEqual(['two working days 2 working-days'])
    expect(told('within 3.')).toEqual([])
  })
})

describe('words are a limit', () => {
  test.each([
    ['the working day after', '1 working-days'],
    ['by the close of the working day following', '1 working-days'],
    ['by the next weekday after', null],
    ['on the weekday following', '1 working-days'],
    ['by the end of the next working day', '1 working-days close-of-day'],
    ['at the close of the following working day', '1 working-days close-of-day'],
    ['the next working day', '1 working-days'],
    ['before the next working day', '1 working-days'],
    ['within the same working day', '0 working-days same-working-day'],
    ['by the end of the same working day', '0 working-days same-working-day'],
    ['by the end of that working day', '0 working-days same-working-day'],
    ['before the close of the working day', '0 working-days same-working-day'],
    ['by the next day', '1 days'],
    ['on the following day', '1 days'],
    ['immediately, and never later than the same day', '0 days same-day'],
    ['at once and on the same day', '0 days same-day'],
    ['straight away, in any event before the day is out', '0 days same-day'],
    ['straightaway or the same day at the latest', '0 days same-day'],
    ['on the very same day', '0 days same-day'],
    ['later that same day', '0 days same-day'],
    ['by the end of the day', '0 days same-day'],
    ['within the day of the incident', '0 days same-day'],
    ['on the day of the disclosure', '0 days same-day'],
    ['by the end of your shift', '0 days same-day'],
    ['before the end of the session', '0 days same-day'],
    ['at the end of each visit', '0 days same-day'],
    ['by the end of the school day', '0 days same-day'],
    ['before the day is out', '0 days same-day'],
    ['before your shift ends', '0 days same-day'],
    ['before they go off duty', '0 days same-day'],
    ['before you leave the building', '0 days same-day'],
    ['before anyone goes home', '0 days same-day'],
    ['before staff leave for the day', '0 days same-day'],
    ['before going home', '0 days same-day'],
    ['before leaving work', '0 days same-day'],
    ['before the week is out', '1 weeks'],
    ['by the close of the week', '1 weeks'],
    ['within the coming week', '1 weeks'],
    ['in the course of the next week', '1 weeks'],
    ['within the next fortnight', '2 weeks'],
    ['within the fortnight', '2 weeks'],
    ['before the month is out', '1 months'],
    ['by the end of the month', '1 months'],
    ['within the following month', '1 months'],
    ['in the course of the month', '1 months'],
    ['before the term is out', '3 months'],
    ['by the end of the quarter', '3 months'],
    ['within the quarter', '3 months'],
    ['in the course of the quarter', '3 months'],
    ['the same evening', '0 days same-day'],
    ['the same night', '0 days same-day'],
    ['the same afternoon', '0 days same-day'],
    ['the same morning', '0 days same-day'],
    ['tonight', '0 days same-day'],
    ['today', '0 days same-day'],
    ['as soon as possible', 'none'],
    ['as soon as it is practicable', 'none'],
    ['as soon as they can', 'none'],
    ['as soon as you are able', 'none'],
    ['at the earliest opportunity', 'none'],
    ['at the earliest possible moment', 'none'],
    ['at your first opportunity', 'none'],
    ['without undue delay', 'none'],
    ['without delay', 'none'],
    ['promptly', 'none'],
    ['swiftly', 'none'],
    ['in a timely manner', 'none'],
    ['in a timely fashion', 'none'],
    ['speedily', 'none'],
    ['in good time', 'none'],
    ['immediately', 'immediate'],
    ['straight away', 'immediate'],
    ['right away', 'immediate'],
    ['at once', 'immediate'],
    ['instantly', 'immediate'],
    ['there and then', 'immediate'],
    ['without waiting', 'immediate'],
  ])('%s', (words, expected) => {
    const found = told(`Ring them ${words}.`)
    if (expected === null) expect(found).toHaveLength(1)
    else expect(found).toEqual([`${words} ${expected}`])
  })

  test.each([
    'not immediately',
    'immediately after the lesson',
    'immediately before lunch',
    'immediately prior to it',
    'not promptly',
  ])('and none: %s', (words) => {
    expect(told(`Ring them ${words}.`)).toEqual([])
  })

  test.each([
    ['within their first week', 'within their first week 1 weeks'],
    ['in your first month', 'in your first month 1 months'],
    ['in the first fortnight', 'in the first fortnight 2 weeks'],
    ['each spring', 'each spring 1 years each time'],
    ['every September', 'every September 1 years each time'],
    ['a six-week trial period', 'six-week trial period 6 weeks'],
    ['a three month probationary period', 'three month probationary period 3 months'],
    ['a one-year induction', 'one-year induction 1 years'],
    ['after ten minutes', 'after ten minutes 10 minutes'],
    ['Kept until their 25th birthday', 'until their 25th birthday 25 years'],
    ['Kept till the child’s eighteenth birthday', 'till the child’s eighteenth birthday 18 years'],
    ['Retained to the twenty-first birthday', 'to the twenty-first birthday 21 years'],
    ['Stored up to their twenty-fifth birthday', 'up to their twenty-fifth birthday 25 years'],
    ['Held until the child turns 25', 'until the child turns 25 25 years'],
    ['Archived until the child reaches the age of 25', 'until the child reaches the age of 25 25 years'],
    ['Kept for at least seven years', 'for at least seven years 7 years'],
    ['Retention is for a period of six months', 'for a period of six months 6 months'],
  ])('people say "%s"', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  test.each([
    'in the first week of life',
    'until their 18th birthday',
    'for seven years',
    'Kept until the child turns 12',
  ])('and none: "%s"', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('a cycle', () => {
  test.each([
    ['every year', '1 years'],
    ['each year', '1 years'],
    ['every two years', '2 years'],
    ['every two (2) years', '2 years'],
    ['every three months', '3 months'],
    ['every month', '1 months'],
    ['every six weeks', '6 weeks'],
    ['every quarter', '3 months'],
    ['every two quarters', '6 months'],
    ['every term', 'none'],
    ['two-yearly', '2 years'],
    ['three monthly', '3 months'],
    ['three-year cycle', '3 years'],
    ['two year refresher', '2 years'],
    ['annually', '1 years'],
    ['yearly', '1 years'],
    ['once a year', '1 years'],
    ['once per year', '1 years'],
    ['at least once a year', '1 years'],
    ['biennially', '2 years'],
    ['bi-annually', '2 years'],
    ['quarterly', '3 months'],
    ['monthly', '1 months'],
    ['termly', 'none'],
    ['half-yearly', '6 months'],
    ['twice a year', '6 months'],
    ['on an annual basis', '1 years'],
  ])('%s', (words, expected) => {
    const [found, ...more] = timescalesIn(`We meet ${words}.`)
    expect([`${found?.amount ?? ''} ${found?.unit}`.trim(), found?.recurring, more]).toEqual([expected, true, []])
  })

  test('borrows its years from the one before', () => {
    expect(told('First aid every year, the rest every three.')).toEqual([
      'every year 1 years each time',
      'every three 3 years each time',
    ])
  })

  test.each([
    'annual refresher',
    'annual training',
    'annual update',
    'annual review',
    'annual safeguarding training',
    'annual policy review',
  ])('in an %s', (words) => {
    expect(timescalesIn(`We hold an ${words}.`).map(({amount, unit, recurring}) => [amount, unit, recurring])).toEqual([
      [1, 'years', true],
    ])
  })

  test.each([
    ['every week', 1],
    ['each Friday', 1],
    ['weekly', 1],
    ['fortnightly', 2],
  ])('in weeks: %s', (words, weeks) => {
    expect(timescalesIn(`We meet ${words}.`).map(({amount, unit, recurring}) => [amount, unit, recurring])).toEqual([
      [weeks, 'weeks', true],
    ])
  })

  test.each([
    ['every second autumn', 2],
    ['every second year', 2],
    ['every other spring', 2],
    ['every third June', 3],
    ['each summer', 1],
  ])('in seasons: %s', (words, years) => {
    expect(timescalesIn(`We train ${words}.`).map(({amount, unit}) => [amount, unit])).toEqual([[years, 'years']])
  })

  test.each([
    ['The Board gives four hours.', 'four hours', 4, 'hours'],
    ['The local limit is 24 hours.', '24 hours', 24, 'hours'],
    ['We ring within two hours (the Board allows four).', 'allows four', 4, 'hours'],
    ['Refer within half a working day.', 'within half a working day', 0.5, 'working-days'],
    ['Ring the police within the hour.', 'within the hour', 1, 'hours'],
    ['Search for ten minutes, then dial 999.', 'Search for ten minutes', 10, 'minutes'],
    ['Induction comes in the first two weeks.', 'in the first two weeks', 2, 'weeks'],
    ['Induction comes before the first shift.', 'before the first shift', null, 'none'],
    ['Refreshers are held from time to time.', 'from time to time', null, 'none'],
    ['It is sent two days before.', 'two days', 2, 'days'],
    ['Stage 1: our worker talks to theirs. 24 hours.', '24 hours', 24, 'hours'],
    ['The case is looked at again at three months.', 'again at three months', 3, 'months'],
    ['Child records until the 25th birthday.', 'until the 25th birthday', 25, 'years'],
  ])('in words of many: %s', (text, value, amount, unit) => {
    expect(timescalesIn(text).map((each) => [each.value, each.amount, each.unit])).toContainEqual([value, amount, unit])
  })

  test.each([
    'The friend goes on calling for three months after they end.',
    'Follow the manual, within 9.1 and 9.2.',
    'The helpline is open 24 hours.',
  ])('is no limit: %s', (text) => expect(timescalesIn(text)).toEqual([]))

  test('a number may borrow its unit from the sentence before', () => {
    const [found] = timescalesIn(
      '(The Board allows twelve.)',
      false,
      'Ring within four hours, on any day of the week. ',
    )
    expect([found?.amount, found?.unit]).toEqual([12, 'hours'])
  })

  test.each(['an annual dinner', 'every day'])('is none: %s', (words) => {
    expect(told(`We meet ${words}.`)).toEqual([])
  })
})

describe('what a limit counts from', () => {
  test.each([
    ['of the strategy meeting', 'strategy-discussion'],
    ['after the initial conference', 'initial-conference'],
    ['of the investigation being concluded', 'later-event'],
    ['of the decision', 'later-event'],
    ['once it is proven', 'later-event'],
    ['of receiving the written account', 'later-event'],
    ['of having read the form', 'later-event'],
    ['of receipt of their written account', 'later-event'],
    ['of seeing the file', 'later-event'],
    ['of us asking for it', 'later-event'],
    ['of their request', 'later-event'],
    ['of the next trustees', 'later-event'],
    ['of the report being written', 'later-event'],
    ['of the hearing', 'later-event'],
    ['of hearing about it', 'concern-identified'],
    ['of the telephone call', 'telephone-referral'],
    ['of the referral', 'referral-sent'],
    ['of the child moving', 'move'],
    ['after their last course', 'last-training'],
    ['of the allegation', 'allegation-known'],
    ['of the disclosure', 'discovery'],
    ['of the concern', 'concern-identified'],
    ['starting when the concern came', 'concern-identified'],
    ['counted from the concern', 'concern-identified'],
    [', of the concern', 'concern-identified'],
    ['of the concern being known, and will confirm the decision', 'concern-identified'],
    ['of the end of the lesson', null],
    ['after the close of their shift', null],
    ['of something', null],
    ['and then rings', null],
    ['', null],
  ])('"%s": %s', (words, trigger) => {
    expect(triggerAfter(`within a day ${words}`, 'within a day'.length)?.trigger ?? null).toBe(trigger)
  })

  test('is told in its words, up to the next matter', () => {
    expect(triggerAfter('within a day of the concern being known, and will write', 12)?.words).toBe(
      'of the concern being known',
    )
    expect(triggerAfter('within a day of the concern being known and does write', 12)?.words).toBe(
      'of the concern being known',
    )
  })
})

describe('what a limit is for', () => {
  const role = (sentence: string, above = '', recurring = false) =>
    timescaleRoleOf(sentence, above, {recurring, start: sentence.indexOf('within')})

  test('is told by its own clause first, then its sentence, then what stands above', () => {
    const far =
      'and we all keep to this, whoever it may be and wherever they are, in each of our homes and halls, by day and by night '
    expect(role(`The LADO hears of it; ${far}the lead must write it down within a day.`)).toBe('record')
    expect(role(`The LADO hears of it ${far}within a day.`)).toBe('lado-notify')
    expect(role('They act within a day.', 'LADO')).toBe('lado-notify')
    expect(role('They act within a day.')).toBe('other')
    expect(role('They ring the council within a day.', 'LADO')).toBe('refer')
  })

  test('is the writing where the form follows the call, but not where either will do', () => {
    expect(role('Telephone: same day. Form: within a day.')).toBe('written-follow-up')
    expect(role('Ring the council, and the form follows within a day.')).toBe('written-follow-up')
    expect(role('Report it by telephone or on the online form to the council within a day.')).not.toBe(
      'written-follow-up',
    )
    expect(role('Confirm it in writing to the council within a day.')).toBe('written-follow-up')
  })

  test.each([
    'Transfer the file within a day.',
    'A child who moves to another school has the record sent within a day.',
    'When a child leaves for a new nursery the file goes within a day.',
    'The next college gets the record within a day.',
    'The receiving setting gets the file within a day.',
    'The file is transferred within a day.',
    'The records are sent on within a day.',
    'The file moves within a day.',
  ])('is passing a file on: %s', (sentence) => {
    expect(role(sentence)).toBe('file-transfer')
  })

  test('of a cycle is told by other words', () => {
    expect(role('The course is held within a year.', '', true)).toBe('train-refresh')
    expect(role('The policy is reviewed within a year.', '', true)).toBe('review-policy')
    expect(role('They are kept for that within a year.', '', true)).toBe('retain-records')
    expect(role('The LADO is told within a year.', '', true)).toBe('other')
  })
})
