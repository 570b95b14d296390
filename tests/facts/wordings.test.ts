import {describe, expect, test} from 'vitest'
import {dateKindOf} from '../../src/text/date.js'
import {draftingNotesIn} from '../../src/text/drafting-note.js'
import {localTitles} from '../../src/text/local-title.js'
import {obsoleteIn} from '../../src/text/obsolete.js'
import {placeholdersIn} from '../../src/text/placeholder.js'
import {referenceOfEntry, referencesIn} from '../../src/text/reference.js'
import {timescalesIn} from '../../src/text/timescale.js'
import {england} from '../support/model.js'

// Each kind of wording in several dresses, and beside it what looks like it and is none.

const {registers} = england()

describe('a limit told by a spell', () => {
  const told = (text: string, earlier = '') =>
    timescalesIn(text, false, earlier).map(({value, amount, unit}) => `${value}: ${amount} ${unit}`)

  test.each([
    // How long a thing lasts before there is something to do.
    ['A child who stays for 28 days or more is privately fostered.', ['28 days or more: 28 days']],
    ['living with a family friend for twenty-eight days or longer', ['twenty-eight days or longer: 28 days']],
    ['A pupil absent for ten school days or more is reported.', ['ten school days or more: 10 working-days']],
    ['a host stay of six weeks or longer', ['six weeks or longer: 6 weeks']],
    ['away for 15 consecutive days or more', ['15 consecutive days or more: 15 days']],
    ['After two days without contact a visit is made.', ['two days without contact: 2 days']],
    ['After two days without a reply the lead rings.', ['After two days: 2 days']],
    // How soon what was kept is done away with.
    ['Rota sheets are shredded after six months.', ['after six months: 6 months']],
    ['The footage overwrites itself after 30 days.', ['after 30 days: 30 days']],
    ['Messages are deleted from the phone after two weeks.', ['after two weeks: 2 weeks']],
    ['Old forms are securely destroyed after seven years.', ['after seven years: 7 years']],
    ['Recordings are wiped after 72 hours.', ['after 72 hours: 72 hours']],
    ['We dispose of sign-in sheets after three months.', ['after three months: 3 months']],
    ['Lessons are recorded and are kept for 30 days.', ['for 30 days: 30 days']],
    ['Door logs are held for six weeks.', ['for six weeks: 6 weeks']],
    // How often a round is made.
    ['Room checks every two hours go in the book.', ['every two hours: 2 hours']],
    ['Someone walks the site every 30 minutes.', ['every 30 minutes: 30 minutes']],
    ['The plan is looked at every ten school days.', ['every ten school days: 10 working-days']],
    ['reviewed at least once in twelve months', ['at least once in twelve months: 12 months']],
    ['reviewed once in every three years', ['once in every three years: 3 years']],
    ['training is renewed once in any two-year period', ['once in any two-year period: 2 years']],
    // A number that nobody filled in.
    ['They are retained for XX years.', ['XX years: null years']],
    ['Files are kept for [X] years and then shredded.', ['[X] years: null years']],
    ['The council is told within ____ working days.', ['____ working days: null working-days']],
    ['Ring back within [insert number] hours.', ['[insert number] hours: null hours']],
    // Lockers, post and other things left lying.
    ['Lockers unopened for 72 hours are checked.', ['for 72 hours: 72 hours']],
    ['Parcels unclaimed for two weeks are opened.', ['for two weeks: 2 weeks']],
    // A limit for some, in brackets behind the limit for the rest.
    [
      'If not found within two hours (one hour for under 14s) we ring the police.',
      ['within two hours: 2 hours', 'one hour: 1 hours'],
    ],
    ['within five days (two days where a child is at risk)', ['within five days: 5 days', 'two days: 2 days']],
    // Days of the calendar and of the morning after.
    ['papers are shredded at the end of that month', ['at the end of that month: 1 months']],
    ['The lead rings again the next morning.', ['the next morning: 1 days']],
    ['First thing in the morning, ring the desk.', ['First thing in the morning: 1 days']],
    ['Absence is reported to the social worker on the first day.', ['on the first day: 1 days']],
    ['We ring home on the first day of absence.', ['on the first day: 1 days']],
    [
      'no later than the end of the working day after the day of the call',
      ['the end of the working day after: 1 working-days'],
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test.each([
    ['The lead renews every twelve months, although 24 would satisfy the local standard.', 24, 'months'],
    ['We reissue within ten working days, where fifteen are allowed.', 15, 'working-days'],
    ['Training is every two years, though three would do.', 3, 'years'],
    ['Tell the lead within two hours, while four are permitted.', 4, 'hours'],
    ['We write within three days, but five would be enough.', 5, 'days'],
    ['It is chased after two working days, whereas five are required.', 5, 'working-days'],
  ])('%s', (text, amount, unit) => {
    expect(timescalesIn(text)).toContainEqual(expect.objectContaining({amount, unit}))
  })

  test.each([
    'people of 60 years or more',
    'The helper was hurt again on the eighth day.',
    'A worker wrote up a fall nine days afterwards.',
    'New staff meet the lead on the first day of term.',
    'The matter comes within 9.1.',
    'the weekly briefing',
    'Talk it over at your monthly catch-up.',
    'They are read out at the monthly team meeting.',
  ])('none: %s', (text) => {
    expect(told(text, 'We tell the lead within one working day.')).toEqual([])
  })
})

describe('a note of those who drafted', () => {
  test.each([
    ['[Sam: are we keeping this bit on lifts here or moving it? Decide before print.]'],
    [
      '(JB to PT: does this still hold under the new lease? Sort out and take out this note before it goes to trustees.)',
    ],
    ['(Kim, can you drop the policy number in here before this goes round?)'],
    ['[Ola – is the Friday group still on?]'],
    ['[cut this paragraph before publication]'],
    ['(TODO: check opening hours)'],
    ['TODO (Ari): ask the insurers about lifts.'],
    ['(LM: reword this section before it goes live)'],
    ['NB Lee to square this section with the office before it goes out'],
    ['The number of the spare phone is still to go in here once it comes (JB to chase).'],
  ])('%s', (note) => {
    expect(draftingNotesIn(`Guests sign in by ten. ${note}`).map(({text}) => text)).toEqual([note])
  })

  test('ends where a comma tells why', () => {
    expect(
      draftingNotesIn('NB Lee to square this section with the office before it goes out, the old one is wrong.').map(
        ({text}) => text,
      ),
    ).toEqual(['NB Lee to square this section with the office before it goes out'])
  })

  test('stands behind a dash at the end', () => {
    expect(draftingNotesIn('Saturdays, nine to twelve – Kim to chase').map(({text}) => text)).toEqual(['Kim to chase'])
  })

  test.each([
    'The lead reads the form before it goes to the council.',
    'The chair checks the report before publication.',
    '(Neglect: is the child hungry or cold?)',
    '(see this section before you ring)',
    'Is this still right? Ask yourself that each time.',
    'Keep this paragraph by the phone.',
    'The referral form – DSL to send within 24 hours',
    'NB The lead is told as well.',
    '(Note: does the adult agree? If not, say why.)',
    'Amy: "Can I tell you something?" The helper stops and listens.',
  ])('none: %s', (text) => {
    expect(draftingNotesIn(text)).toEqual([])
  })
})

describe('a line to be signed or a blank', () => {
  const told = (text: string) => placeholdersIn(text, registers.placeholders).map((each) => each.text)
  test.each([
    ["Parent's signature: ______________ Date: ________", ["Parent's signature: ______________ Date: ________"]],
    ['Signed ................ (Chair)', ['Signed ................ (Chair)']],
    ['Signed (Chair of Trustees) ………… Date …………', ['Signed (Chair of Trustees) ………… Date …………']],
    ['Signature of lead: ________', ['Signature of lead: ________']],
    ['Signed: ________ Name: ________ Date: ________', ['Signed: ________ Name: ________ Date: ________']],
    ['Deputy: TBC – appointment from January', ['TBC – appointment from January']],
    ['Deputy: TBC', ['TBC']],
    ['Files are kept for [X] years.', ['[X]']],
    ['[X] I have read the policy', []],
    ['Date: ________', ['Date: ________']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})

describe('an old word', () => {
  const told = (text: string) => obsoleteIn(text, registers.obsoleteTerms).map(({term}) => term)
  test.each([
    ['We can fill in a CAF together.', ['CAF']],
    ['an early help assessment (CAF)', ['CAF']],
    ['bullying, upskirting and sexting', ['sexting']],
    ['Every helper has a CRB check.', ['CRB check']],
    ['Bring your CRB certificate.', ['CRB certificate']],
    ['complete a POVA alert', ['POVA alert']],
    ['Advice is at www.thinkuknow.co.uk.', ['thinkuknow']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test.each([
    'Donations come through the Charities Aid Foundation (CAF).',
    'sharing nudes, also known as sexting',
    'No Secrets was replaced in 2015 and stays in the archive.',
    'It was a serious case review, as such reviews were then called.',
    'the partnership, successor body to the LSCB',
    'the partnership, once known as the LSCB',
    'There has been no child protection register since 2008.',
    'What some of us still call "a CAF" has another name.',
  ])('none: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('a date of the document', () => {
  test.each([
    ['Held on', '', 'approved'],
    ['Meeting held on: ', '', 'approved'],
    ['Comes back to governors', '', 'next-review'],
    ['Full review every second year. Next one:', '', 'next-review'],
    ['Last gone through from cover to cover', '', 'last-reviewed'],
    ['The last course was held on', '', null],
  ])('%s', (before, label, expected) => {
    expect(dateKindOf(before, label)).toBe(expected)
  })
})

describe('a title', () => {
  const told = (text: string) => referencesIn(text, registers).map(({title, edition}) => `${title} | ${edition}`)
  test.each([
    // What partnerships measure needs by.
    ['The lead looks at the "Northshire Windscreen of Need" (2025).', ['Northshire Windscreen of Need | 2025']],
    ['Use the Northshire Continuum of Support to judge it.', ['Northshire Continuum of Support | null']],
    ['Levels are in the Northshire Ladder of Help (2026).', ['Northshire Ladder of Help | 2026']],
    ['Steps of Need (2022) has four steps.', ['Steps of Need | 2022']],
    // A body and the topic of its paper.
    ['Follow the NSAB self-neglect and hoarding guidance.', ['NSAB self-neglect and hoarding guidance | null']],
    ['Follow the NoSAB self-neglect pathway.', ['NoSAB self-neglect pathway | null']],
    ["under the Alliance's missing children procedure", ["Alliance's missing children procedure | null"]],
    [
      'the Northshire Safeguarding Adults Board multi-agency procedures',
      ['Northshire Safeguarding Adults Board multi-agency procedures | null'],
    ],
    ["We use the Partnership's Resolving Disagreements procedure.", ['Resolving Disagreements procedure | null']],
    ["the Board's Talking It Over protocol", ['Talking It Over | null']],
    // Titles that go on, or that have a comma.
    [
      'the National Minimum Standards for Boarding Schools (2022)',
      ['National Minimum Standards for Boarding Schools | 2022'],
    ],
    [
      'The United Nations Convention on the Rights of the Child',
      ['United Nations Convention on the Rights of the Child | null'],
    ],
    ['We use the document "Right Help, Right Time" to decide.', ['Right Help, Right Time | null']],
    ['the Northshire Child Procedures Manual', ['Northshire Child Procedures Manual | null']],
    // Of several in a row, the one that is guidance.
    ['Staff read the Conduct Policy and the Northshire Practice Handbook.', ['Northshire Practice Handbook | null']],
    [
      'Under the Northshire Positions of Trust Protocol we tell the lead.',
      ['Northshire Positions of Trust Protocol | null'],
    ],
    ['the Statutory Framework for the EYFS', ['Statutory Framework for the EYFS | null']],
    ['the Children Acts 1989 and 2004', ['Children Act 1989 | 1989', 'Children Act 2004 | 2004']],
    ['the Children Acts of 1989 and 2004', ['Children Act 1989 | 1989', 'Children Act 2004 | 2004']],
    ['Working together to improve school attendance', ['Working together to improve school attendance | null']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test('each of two Acts is the one of the register', () => {
    expect(referencesIn('the Children Act 1989 and 2004', registers).map(({document}) => document)).toEqual([
      'children-act-1989',
      'children-act-2004',
    ])
  })

  test.each([
    'the latest NSCP and NSAB procedures',
    'NSAB publishes procedures',
    "the Partnership's multi-agency procedures",
    'the Grievance Policy and Procedure',
    'It stands beside our Behaviour Policy, Anti-Bullying Policy, Missing Student Procedure and others.',
    'Look at the Ladder of Help again.',
  ])('none: %s', (text) => {
    expect(localTitles(text)).toEqual([])
  })

  test.each([
    ['Children Act 1989 – section 47', 'Children Act 1989'],
    [
      'Safeguarding Vulnerable Groups Act 2006, which is where the old words still stand',
      'Safeguarding Vulnerable Groups Act 2006',
    ],
    ['Mental Capacity Act 2005 and its Code of Practice', 'Mental Capacity Act 2005'],
    ['Education Act 2002, section 175', 'Education Act 2002'],
    ['Children Act 2004, s.11', 'Children Act 2004'],
    [
      'Keeping Children Safe in Education 2025, which we take as good practice',
      'Keeping Children Safe in Education 2025',
    ],
  ])('an entry is no more than its title: %s', (text, title) => {
    expect((referenceOfEntry(text, registers, false) ?? referencesIn(text, registers)[0])?.title).toBe(title)
  })
})
