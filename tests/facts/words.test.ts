import {describe, expect, test} from 'vitest'
import {contactOfLink, contactsIn} from '../../src/text/contact.js'
import {contactRoleOf} from '../../src/text/contact-role.js'
import {datesIn} from '../../src/text/date.js'
import {obsoleteIn} from '../../src/text/obsolete.js'
import {partnershipsIn} from '../../src/text/partnership.js'
import {placeholdersIn} from '../../src/text/placeholder.js'
import {referencesIn} from '../../src/text/reference.js'
import {stagesIn} from '../../src/text/stage.js'
import {timescalesIn} from '../../src/text/timescale.js'
import {triggerAfter} from '../../src/text/trigger.js'
import {england} from '../support/model.js'

const {registers} = england()

describe('time limits', () => {
  test.each([
    ['Refer within one working day.', ['1 working-days']],
    ['Refer within 24 hours of the concern.', ['24 hours']],
    ['within twenty-four (24) hours', ['24 hours']],
    ['within twenty-two working days', ['22 working-days']],
    ['within fifty days', ['50 days']],
    ['kept for eighty-five years', ['85 years']],
    ['no later than 5 working days', ['5 working-days']],
    ['by the close of the next working day', ['1 working-days']],
    ['the same working day', ['0 working-days']],
    ['on the same day', ['0 days']],
    ['before you go home', ['0 days']],
    ['before the end of the school day', ['0 days']],
    ['Tell the lead immediately.', ['null immediate']],
    ['as soon as possible', ['null none']],
    ['promptly', ['null none']],
    ['without delay', ['null none']],
    ['within a week', ['1 weeks']],
    ['within 2 to 3 days', ['3 days']],
    [
      'Stage 1 within 1 working day, stage 2 within 2, stage 3 within 3',
      ['1 working-days', '2 working-days', '3 working-days'],
    ],
    [
      'the limits are 1, 2, 3 and 5 working days',
      ['1 working-days', '2 working-days', '3 working-days', '5 working-days'],
    ],
    ['reviewed annually', ['1 years']],
    ['every three years', ['3 years']],
    ['at least every 2 years', ['2 years']],
    ['quarterly', ['3 months']],
    ['Supervision takes place every eight weeks.', ['8 weeks']],
    ['A drop-in is held each week.', ['1 weeks']],
    ['training in their first week', ['1 weeks']],
    ['a course within the first month', ['1 months']],
    ['a refresher each autumn', ['1 years']],
    ['an update every September', ['1 years']],
    ["Files are kept until the child's 25th birthday.", ['25 years']],
    ['They are retained until the young person turns 25.', ['25 years']],
    ['A child is anyone until their 18th birthday.', []],
    ['We keep records for seven years.', ['7 years']],
    ['She worked here for seven years.', []],
    ['After forty-five minutes ring the council.', ['45 minutes']],
    ['a six-month probationary period', ['6 months']],
    ['reviewed once per year', ['1 years']],
    ['before you go off shift', ['0 days']],
    ['a 24-hour helpline', []],
    ['open 24 hours a day', []],
    ['children under 18 years', []],
    ['a child of 12 years old', []],
    ['lives there for 28 days or more', ['28 days']],
    ['people of 60 years or more', []],
    ['This is an HR matter.', []],
    ['It lasted two hours.', []],
  ])('%s', (text, expected) => {
    expect(timescalesIn(text).map(({amount, unit}) => `${amount} ${unit}`)).toEqual(expected)
  })

  test.each([
    ['within one working day of the allegation coming to our attention', 'allegation-known'],
    ['within one working day of the investigation concluding', 'later-event'],
    ['within one working day of the manager signing off the form', 'later-event'],
    ['within 24 hours of the concern being raised', 'concern-identified'],
    ['within 15 working days of the strategy discussion', 'strategy-discussion'],
    ['within two days', null],
  ])('%s counts from %s', (text, trigger) => {
    const [limit] = timescalesIn(text)
    expect(triggerAfter(text, limit!.end)?.trigger ?? null).toBe(trigger)
  })
})

describe('contacts', () => {
  test.each([
    ['Ring 01632 960 303 today.', ['phone 01632960303']],
    ['+44 1632 960303', ['phone 01632960303']],
    ['+44 (0)1632 960303', ['phone 01632960303']],
    ['(01632) 960303, ext 4', ['phone 01632960303']],
    ['01632-960-199 (5pm to 9am)', ['phone 01632960199']],
    ['Childline 0800 1111', ['phone 08001111']],
    ['In an emergency call 999.', ['phone 999']],
    ['Call the police on 101.', ['phone 101']],
    ['There were 101 children.', []],
    ['Approved 03/06/2026', []],
    ['It costs £999 a year', []],
    ['write to LADO@Eastmere.example.', ['email lado@eastmere.example']],
    ['lado [at] eastmere [dot] example', ['email lado@eastmere.example']],
    ['see https://www.eastmerescp.example/procedures/.', ['url eastmerescp.example/procedures']],
    ['(www.eastmeresab.example)', ['url eastmeresab.example']],
    ['nspcc.org.uk', ['url nspcc.org.uk']],
    ['staff.volunteers and e.g. others', []],
  ])('%s', (text, expected) => {
    expect(contactsIn(text).map(({kind, normalised}) => `${kind} ${normalised}`)).toEqual(expected)
  })

  test('links: mail, telephone and web, never a script', () => {
    expect(contactOfLink('mailto:a@b.example?subject=x')?.normalised).toBe('a@b.example')
    expect(contactOfLink('tel:+441632960303')?.normalised).toBe('01632960303')
    expect(contactOfLink('javascript:alert(1)')).toBeNull()
    expect(contactOfLink('#section-3')).toBeNull()
  })

  test.each([
    ['Deputy DSL', 'deputy'],
    ['Emergency Duty Team (adults)', 'out-of-hours-adults'],
    ['Local Authority Designated Officer', 'lado'],
    ['NSPCC Helpline', 'helpline'],
    ['Adult Safeguarding Hub', 'front-door-adults'],
    ['Eastmere MASH', 'front-door-children'],
    ['Chair of Trustees', 'chair'],
    ['the swimming pool', 'other'],
  ])('%s is %s', (words, role) => {
    expect(contactRoleOf(words)).toBe(role)
  })
})

test.each([
  ['3 June 2026', ['2026-06-03']],
  ['13th February, 2021', ['2021-02-13']],
  ['03/06/26 and 3.6.2027', ['2026-06-03', '2027-06-03']],
  ['2026-06-03', ['2026-06-03']],
  ['May 2027', ['2027-05']],
  ['Autumn 2026', ['2026-09']],
  ['31/31/2026', []],
  ['Updated 09/2025', ['2025-09']],
  ['version 13/2025', []],
  ['Reviewed on 29 February 2024', ['2024-02-29']],
  ['Reviewed on 31 February 2026', ['2026-02']],
  ['Reviewed on 31/02/2026', []],
])('dates: %s', (text, expected) => {
  expect(datesIn(text).map(({iso}) => iso)).toEqual(expected)
})

test.each([
  ['Working Together to Safeguard Children (2026)', ['working-together 2026 true']],
  ['Working Together to Safeguard Children 2018', ['working-together 2018 false']],
  ['Keeping Children Safe in Education (September 2020)', ['kcsie 2020 false']],
  ['the Care Act 2014 and the Data Protection Act 1998', ['care-act 2014 true', 'data-protection-act 1998 false']],
  ['the Sexual Offences Act 2003', ['null 2003 true']],
  ['working together with partners', []],
  ['Working Together to Safeguard Adults', ['null null false']],
  ['Regulation 13 of the Health and Social Care Act 2008 (Regulated Activities) Regulations 2014', ['null 2014 true']],
  ['The procedure is called Putting It Right Together and we use it.', ['null null null']],
  ['The procedure is called Mrs Jones Knows Best.', []],
  ['Use The Ladder of Need (2026).', ['null 2026 null']],
  ["the Partnership's Challenge Protocol", ['null null null']],
  ['our Safeguarding Policy and Procedures', []],
])('references: %s', (text, expected) => {
  expect(
    referencesIn(text, registers).map(({document, edition, current}) => `${document} ${edition} ${current}`),
  ).toEqual(expected)
})

test.each([
  ['DSL: [insert name], XXXX XXXXXX', ['[insert name]', 'XXXX XXXXXX']],
  ['{{organisation_name}} will follow', ['{{organisation_name}}']],
  ['Signed ..............', ['Signed ..............']],
  ['To be agreed: TBC', ['TBC']],
  ['Times shown as TBC are settled on Thursdays.', []],
  ['All who help must understand that they should.....', []],
  ['as others say [1] and [see section 9] [sic]', []],
  ['[End of policy]', []],
  ['<https://www.eastmere.example>', []],
])('placeholders: %s', (text, expected) => {
  expect(placeholdersIn(text, registers.placeholders).map(({text: words}) => words)).toEqual(expected)
})

test.each([
  ['Referrals go to the LSCB.', ['lscb']],
  ['the partnership (formerly the LSCB)', []],
  ['vulnerable adults', ['vulnerable-adult']],
  ['the Safeguarding Vulnerable Groups Act 2006 protects vulnerable adults', []],
  ['the Domestic Violence, Crime and Victims Act 2004', []],
  ['All staff are CRB checked.', ['crb']],
  ['scrubbed', []],
])('obsolete terms: %s', (text, expected) => {
  expect(obsoleteIn(text, registers.obsoleteTerms).map(({entry}) => entry.id)).toEqual(expected)
})

test('stages with who goes to whom', () => {
  const [one, two] = stagesIn(
    'Stage 1: the worker rings the worker. Stage 2: our lead speaks to the team manager within two working days.',
  )
  expect([one?.order, one?.from, one?.to]).toEqual([1, 'worker', 'worker'])
  expect([two?.order, two?.from, two?.to]).toEqual([2, 'lead', 'team manager'])
  expect(stagesIn('We are at a stage of life.')).toEqual([])
})

test('partnerships by name', () => {
  const text = 'The Eastmere Safeguarding Children Partnership and the Isle and Bay Safeguarding Adults Board'
  expect(partnershipsIn(text).map(({name}) => name)).toEqual([
    'Eastmere Safeguarding Children Partnership',
    'Isle and Bay Safeguarding Adults Board',
  ])
})
