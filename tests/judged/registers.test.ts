import {describe, expect, test} from 'vitest'
import type {Organisation, ProceduresModel} from '../../src/model/procedures.js'
import type {ProhibitedStatementAbsent, Requirement} from '../../src/model/requirement.js'
import type {Outcome} from '../../src/requirements/kind.js'
import {registerChecks} from '../../src/requirements/prohibited-registers.js'
import {groundsOf} from '../support/grounds.js'

// The checks of a whole document: by a register, or by holding what it says against itself.

const {registers, lexicon} = groundsOf('').model
const named = (pattern: string) =>
  ({
    id: pattern,
    title: '',
    audience: 'both',
    checks: [{kind: 'contact-matches', claim: '', facts: [], fields: ['phone'], named: pattern}],
  }) as unknown as Requirement
const local: Partial<ProceduresModel> = {
  lexicon,
  requirements: [named('MASH'), named('LADO'), named('helpline')],
  registers: {
    ...registers,
    phantomTitles: ['Statutory Guidance on Everything'],
    otherNations: ['Social Services and Well-being Act'],
    helplines: [{id: 'kids', name: 'Kidsline', phone: '0800 496 0001'}],
  },
  area: {name: 'Cragwell'},
  contacts: {
    desk: {name: 'Cragwell Desk', phone: '01632 960011', otherPhones: ['01632 960012']},
    night: {name: 'Night Team', aliases: ['Night Duty Team'], phone: '01632 960013'},
  },
  forums: {marac: {name: 'MARAC', threshold: 12}},
  neighbours: [
    {
      name: 'Marram',
      phones: ['01632 960777'],
      emails: ['Desk@tidewell.example'],
      domains: ['marram.example'],
      partnershipNames: ['Marram Children First'],
    },
  ],
}

function judge(
  register: NonNullable<ProhibitedStatementAbsent['register']>,
  lines: string,
  more: Partial<ProceduresModel> = {},
  us: object | null = null,
): Outcome {
  const organisation = us as Organisation | null
  const grounds = groundsOf(`# Safeguarding policy\n\n${lines}\n`, {...local, ...more}, {organisation})
  return registerChecks[register]({kind: 'prohibited-statement-absent', claim: ''}, grounds)
}

const told = ({result, reason, remedy}: Outcome) => [result, reason, remedy].filter(Boolean).join(' | ')
const quoted = ({evidence}: Outcome) => evidence.map(({quote}) => quote)

describe('another area', () => {
  const clear = 'clear | no name, number or link of another area was found'
  const of = (what: string) =>
    `contradicted | ${what} belongs to Marram, not to Cragwell | Replace it with the details of Cragwell, or move it to a part that is headed for people who live in Marram.`

  test.each([
    ['its number', 'Ring 01632 960777.', of('01632 960777')],
    ['its address', 'Write to desk@tidewell.example.', of('desk@tidewell.example')],
    ['an address at its domain', 'Write to us@marram.example.', of('us@marram.example')],
    ['a page at its domain', 'See www.marram.example/refer.', of('www.marram.example/refer')],
    ['a page below its domain', 'See https://scp.marram.example.', of('https://scp.marram.example')],
    ['a page whose name only ends so', 'See www.notmarram.example.', clear],
    ['its partnership', 'We follow Marram Children First.', of('Marram Children First')],
    ['its hub', 'We tell Marram MASH.', of('Marram MASH')],
    ['its council', 'We tell Marram Council.', of('Marram Council')],
    ['its borough', 'We tell Marram Borough Council.', of('Marram Borough Council')],
    ['its county', 'We tell Marram County Council.', of('Marram County Council')],
    ['its city', 'We tell Marram City Council.', of('Marram City Council')],
    ['its old board', 'We tell Marram LSCB.', of('Marram LSCB')],
    ['its board', 'We tell Marram Safeguarding Children Board.', of('Marram Safeguarding Children Board')],
    ['its levels of need', 'We use the Marram Continuum of Need.', of('Marram Continuum of Need')],
    ['a paper of its own', 'We use the Marram Steps of Support.', of('Marram Steps of Support')],
    ['a paper further on', 'From Marram we took the Marram Need Compass.', of('Marram Need Compass')],
    ['a place that is no paper', 'We meet at the Marram Road Leisure Centre.', clear],
    ['a paper for people there', 'For a child who lives in Marram use the Marram Steps of Support.', clear],
    ['its name alone', 'We went to Marram.', clear],
    ['its number for people there', 'For a child who lives in Marram ring 01632 960777.', clear],
    ['its partnership for people there', 'For a child who lives there, Marram Children First.', clear],
    ['our own', 'Ring 01632 960011.', clear],
  ])('%s', (_, lines, expected) => {
    expect(told(judge('foreign-area', lines))).toBe(expected)
  })

  test('is told of without a name of ours where there is none', () => {
    expect(told(judge('foreign-area', 'Ring 01632 960777.', {area: undefined}))).toBe(
      'contradicted | 01632 960777 belongs to Marram, not to your area | Replace it with the details of your own area, or move it to a part that is headed for people who live in Marram.',
    )
  })

  test('that is served too is none', () => {
    expect(judge('foreign-area', 'Ring Marram on 01632 960777.', {}, {areasServed: ['marram']}).result).toBe('clear')
  })

  test('is shown by each sentence once, four at most', () => {
    const lines = Array.from({length: 6}, (_, i) => `Number ${i} is 01632 960777.`)
    expect(quoted(judge('foreign-area', lines.join('\n\n')))).toEqual(lines.slice(0, 4))
    expect(quoted(judge('foreign-area', 'Ring 01632 960777 or 01632 960777.'))).toEqual([
      'Ring 01632 960777 or 01632 960777.',
    ])
  })
})

describe('one thing in two forms', () => {
  const clear = 'clear | each contact has one value throughout'
  const people = (one: string, other: string, title: string) =>
    `contradicted | ${one} and ${other} are both named as ${title} | Keep the right name and change the other.`
  const numbers = (one: string, other: string, what: string) =>
    `contradicted | ${one} and ${other} are both given for ${what} | Keep the right number and change the other; better, hold each number in one place only.`

  test.each([
    ['one lead', 'Our Safeguarding Lead is Priya Nair.\n\nSafeguarding Lead: Mrs Nair', clear],
    [
      'two leads in two places',
      'Our Safeguarding Lead is Priya Nair.\n\nSafeguarding Lead: Tom Ashby',
      people('Priya Nair', 'Tom Ashby', 'Safeguarding Lead'),
    ],
    ['two who share the post', 'Safeguarding Leads: Priya Nair and Tom Ashby', clear],
    [
      'two who share it, and a third',
      'Safeguarding Leads: Priya Nair and Tom Ashby\n\nSafeguarding Lead: Rex Dunmore',
      people('Priya Nair', 'Rex Dunmore', 'Safeguarding Lead'),
    ],
    [
      'two who share it, told again',
      'Safeguarding Leads: Priya Nair and Tom Ashby\n\nSafeguarding Lead: Tom Ashby',
      clear,
    ],
    ['one for each group', 'Safeguarding Children Lead: Priya Nair\n\nSafeguarding Adults Lead: Tom Ashby', clear],
    ['a lead and a deputy', 'Safeguarding Lead: Priya Nair\n\nDeputy Safeguarding Lead: Tom Ashby', clear],
  ])('%s', (_, lines, expected) => {
    expect(told(judge('contact-consistency', lines))).toBe(expected)
  })

  test.each([
    ['one number', 'MASH: 01632 960098\n\nMASH: 01632 960098', clear],
    [
      'two numbers of one service',
      'MASH: 01632 960098\n\nMASH: 01632 960099',
      numbers('01632 960098', '01632 960099', 'MASH:'),
    ],
    [
      'a slip in a sentence on somebody else',
      'The Safeguarding Lead rings the MASH (01632 960089) the same day.\n\nMASH: 01632 960098',
      numbers('01632 960089', '01632 960098', 'The Safeguarding Lead rings the MASH ('),
    ],
    ['a number and an address', 'MASH: 01632 960098\n\nMASH: mash@cragwell.example', clear],
    ['two services', 'MASH: 01632 960098\n\nLADO: 01632 960099', clear],
    ['two numbers that the area gives', 'MASH: 01632 960011\n\nMASH: 01632 960012', clear],
    [
      'one that the area gives, and another',
      'MASH: 01632 960011\n\nMASH: 01632 960099',
      numbers('01632 960011', '01632 960099', 'MASH:'),
    ],
    ['one for children and one for adults', 'MASH for a child: 01632 960098\n\nMASH for an adult: 01632 960099', clear],
    ['one for people who live elsewhere', 'MASH: 01632 960098\n\nMASH in Marram: 01632 960099', clear],
    ['a helpline may give a second', 'The helpline: 01632 960098\n\nThe helpline: 01632 960099', clear],
    ['999 and 101', 'MASH: ring 999\n\nMASH: ring 101', clear],
    [
      'one for each of two areas',
      "Marlow children's social care: 01632 960098\n\nEastwick children's social care: 01632 960099",
      clear,
    ],
    [
      'by day and, behind it, by night',
      'Adult Social Care (01632 960098; out of hours 01632 960099).\n\nAdult Social Care 01632 960098',
      clear,
    ],
    [
      'of a person whom the sentence names before others',
      'Deputy Safeguarding Lead: Callum Oyelaran, 07700 900342\n\nMr Oyelaran may be reached by Boarders on 07700 900324.',
      numbers('07700 900342', '07700 900324', 'Deputy Safeguarding Lead: Callum Oyelaran'),
    ],
    [
      'by the local name',
      'The Night Duty Team are there: 01632 960098\n\nRing the Night Duty Team when all are asleep, on 01632 960099',
      numbers('01632 960098', '01632 960099', 'The Night Duty Team are there:'),
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(judge('contact-consistency', lines))).toBe(expected)
  })

  test('is told with middling confidence', () => {
    expect(judge('contact-consistency', 'MASH: 01632 960098\n\nMASH: 01632 960099').confidence).toBe('medium')
  })
})

describe('what was left unfinished', () => {
  test.each([
    ['nothing', 'We care.', 'clear | no placeholder or drafting mark was found'],
    [
      'a field',
      'Ring [insert number].',
      'contradicted | something was left unfinished: [insert number] | Complete or take out each of these, and accept or reject every change, before the policy is approved.',
    ],
    [
      'a line for a signature',
      'Signed ............',
      'weak | something was left unfinished: Signed ............ | Complete or take out each of these, and accept or reject every change, before the policy is approved.',
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(judge('placeholders', lines))).toBe(expected)
  })

  test.each([
    ['............', 'weak'],
    ['Signature: ____________', 'weak'],
    ['Date ............', 'weak'],
    ['The list is (to follow).', 'weak'],
    ['Lead: ____________', 'contradicted'],
    ['____________ and [insert name]', 'contradicted'],
  ])('%s is %s', (lines, result) => {
    expect(judge('placeholders', lines).result).toBe(result)
  })

  test('is told once each, four at most', () => {
    const names = ['name', 'role', 'date', 'phone', 'email'].map((word) => `[insert ${word}]`)
    const outcome = judge('placeholders', [...names, names[0]].join('\n\n'))
    expect(outcome.reason).toBe(`something was left unfinished: ${names.slice(0, 4).join(', ')}`)
    expect(quoted(outcome)).toEqual(names.slice(0, 4))
  })
})

describe('guidance that is none', () => {
  const instead = 'Cite the Care Act 2014 and the Care and Support Statutory Guidance, chapter 14, instead.'

  test.each([
    [
      'invented',
      'We follow the statutory guidance on everything.',
      `contradicted | there is no current guidance called Statutory Guidance on Everything | ${instead}`,
    ],
    [
      'of another nation',
      'We follow the Social Services and Well-being Act.',
      `contradicted | Social Services and Well-being Act is another nation's law | ${instead}`,
    ],
    [
      'of another nation, under its name',
      '## In Wales\n\nWe follow the Social Services and Well-being Act.',
      'clear | no invented or foreign guidance was found',
    ],
    [
      'invented, under the name of another nation',
      '## In Wales\n\nWe follow the Statutory Guidance on Everything.',
      `contradicted | there is no current guidance called Statutory Guidance on Everything | ${instead}`,
    ],
    [
      'told of as past',
      'The Statutory Guidance on Everything was withdrawn.',
      'clear | no invented or foreign guidance was found',
    ],
    ['none', 'We care.', 'clear | no invented or foreign guidance was found'],
  ])('%s', (_, lines, expected) => {
    expect(told(judge('phantom-titles', lines))).toBe(expected)
  })

  test.each(['Wales', 'Scotland', 'Ireland', 'Welsh law', 'Scottish law'])(
    'is that of %s under its heading',
    (nation) => {
      expect(judge('phantom-titles', `## ${nation}\n\nWe follow the Social Services and Well-being Act.`).result).toBe(
        'clear',
      )
    },
  )
})

describe('ticks on the risk checklist', () => {
  const more = (asked: number, local: number) =>
    `contradicted | the policy asks for ${asked} ticks where the procedures ask for ${local} | Change ${asked} to ${local}.`
  const clear = 'clear | no higher number of ticks is asked for'

  test.each([
    ['as many', 'A DASH with 12 ticks goes to MARAC.', clear],
    ['fewer', 'A DASH with ten ticks goes to MARAC.', clear],
    ['more', 'A DASH with 14 ticks goes to MARAC.', more(14, 12)],
    ['more, in words', 'A DASH with fourteen or more ticks goes to MARAC.', more(14, 12)],
    ['with a plus', 'A DASH of 14+ ticks.', more(14, 12)],
    ['or above', 'A DASH of 14 or above points.', more(14, 12)],
    ['answers', 'A DASH with 14 ‘yes’ answers.', more(14, 12)],
    ['boxes', 'A DASH with 14 boxes.', more(14, 12)],
    ['yeses', 'A DASH with 14 yeses.', more(14, 12)],
    ['indicators', 'A DASH with 14 indicators.', more(14, 12)],
    ['scores', 'A DASH that scores 14.', more(14, 12)],
    ['scoring', 'A DASH scoring more than 14.', more(14, 12)],
    ['a total', 'A DASH with a total of 14.', more(14, 12)],
    ['reaches', 'A DASH that reaches 14.', more(14, 12)],
    ['comes to', 'A DASH that comes to 14.', more(14, 12)],
    ['by the name of the list', 'The risk checklist scores 14.', more(14, 12)],
    ['days', 'A DASH reaches MARAC within 14 days.', clear],
    ['too few to be ticks', 'A DASH scores 4.', clear],
    ['of another list', 'A survey with 14 ticks.', clear],
  ])('%s', (_, lines, expected) => {
    expect(told(judge('marac-threshold', lines))).toBe(expected)
  })

  test('are fourteen where the area does not say', () => {
    expect(judge('marac-threshold', 'A DASH with 14 ticks.', {forums: {}}).result).toBe('clear')
    expect(told(judge('marac-threshold', 'A DASH with 15 ticks.', {forums: {}}))).toBe(more(15, 14))
    expect(judge('marac-threshold', 'A DASH with 14 ticks.').expected.map(({fact, value}) => [fact, value])).toEqual([
      ['forums.marac.threshold', '12 ticks'],
    ])
  })
})
