import {describe, expect, test} from 'vitest'
import {clocksIn} from '../src/draft/clocks.js'
import {contactKeyOf} from '../src/draft/contact-keys.js'
import {nameBefore} from '../src/draft/contact-name.js'
import {hoursIn} from '../src/draft/hours.js'
import {limitsIn} from '../src/draft/limit-words.js'
import {rolesOfArrow, rolesOfSentence} from '../src/draft/roles.js'

describe('who takes a matter to whom', () => {
  test.each([
    ['The line manager contacts the team manager within two days.', 'line manager', 'team manager'],
    ['If they cannot agree, the nurse will raise it with the head of service.', 'nurse', 'head of service'],
    [
      'The matter passes to the named doctor, who discusses it with the service manager.',
      'named doctor',
      'service manager',
    ],
    [
      'It is then referred by the safeguarding lead to the director of the other agency.',
      'safeguarding lead',
      'director of the other agency',
    ],
    ['2.3 Upon disagreement, each practitioner should speak to their team manager.', 'practitioner', 'team manager'],
    ['Speak to the other worker the same day.', null, 'other worker'],
  ])('%s', (sentence, from, to) => {
    expect(rolesOfSentence(sentence)).toEqual({from, to})
  })

  test.each([
    'Ring the police on 999.',
    'Both keep a record of it.',
    'The two managers have three working days to agree.',
    'Contact details are on the website.',
  ])('nobody in: %s', (sentence) => {
    expect(rolesOfSentence(sentence)).toBeNull()
  })

  test('an arrow has a post on either side and nothing else', () => {
    expect(rolesOfArrow('Head of service to equivalent manager, within 2 days')).toEqual({
      from: 'Head of service',
      to: 'equivalent manager',
    })
    expect(rolesOfArrow('The manager asks the chair to convene a panel')).toBeNull()
    expect(rolesOfArrow('from nine to five')).toBeNull()
  })
})

describe('limits of a step', () => {
  const said = (text: string) =>
    clocksIn(text).map(({limit, event, anchor, sameAs, inCase}) => [
      limit.amount,
      limit.unit,
      event,
      anchor,
      sameAs?.amount ?? null,
      inCase?.limit.amount ?? null,
    ])

  test('the last of two that say "at the latest" is the limit', () => {
    expect(said('Reply without delay, and in any case within 2 working days of the request.')).toEqual([
      [2, 'working-days', 'respond', 'the request', null, null],
    ])
  })

  test('two units for one limit, and a limit for a case', () => {
    expect(said('They meet within 48 hours (two working days).')).toEqual([[48, 'hours', 'meet', null, 2, null]])
    expect(said('The director decides within 7 days, or within 24 hours where a child may be at risk.')).toEqual([
      [7, 'days', 'decide', null, null, 24],
    ])
  })

  test('other words for a limit keep their own words', () => {
    expect(limitsIn('within one working week').map(({value, amount, unit}) => [value, amount, unit])).toEqual([
      ['within one working week', 1, 'weeks'],
    ])
    expect(limitsIn('within one further working day').map(({amount, unit}) => [amount, unit])).toEqual([
      [1, 'working-days'],
    ])
  })
})

test.each([
  ['open Monday to Friday, 9am to 5pm', ['Monday to Friday, 9am to 5pm']],
  ['At night and at weekends ring the team', ['At night and at weekends']],
  ['out of office hours (evenings and weekends)', ['out of office hours (evenings and weekends)']],
  ['within 24 hours of the call', []],
  ['on Friday 3 May', []],
])('hours in: %s', (text, hours) => {
  expect(hoursIn(text).map(({value}) => value)).toEqual(hours)
  for (const {value, start, end} of hoursIn(text)) expect(text.slice(start, end)).toBe(value)
})

test.each([
  ['Tell the Adult Contact Centre on ', 'Adult Contact Centre'],
  ['LADO for both areas: ', 'LADO'],
  ['Children: Brackwell Front Door, tel ', 'Brackwell Front Door'],
  ['It goes to the Prevent team (', 'Prevent team'],
  ['Fill in the form and send it to ', null],
])('a name before a number: %s', (before, name) => {
  expect(nameBefore(before)?.name ?? null).toBe(name)
})

test.each([
  ['MASH', 'call MASH', '', ['children'], 'childrenFrontDoor'],
  ['Duty Team', '', 'outside office hours', ['children'], 'childrenOutOfHours'],
  ['Emergency Duty Team', 'both areas', '', ['children', 'adults'], 'outOfHours'],
  ['MARAC', 'domestic abuse', '', ['adults'], null],
  ['Access Team', 'for adults', '', ['children', 'adults'], 'adultsFrontDoor'],
] as const)('the key of %s (%s)', (name, about, hours, audience, key) => {
  expect(contactKeyOf(name, about, hours, audience)).toBe(key)
})
