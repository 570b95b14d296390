import {describe, expect, test} from 'vitest'
import type {Facts} from '../../src/model/facts.js'
import type {Passage, Policy} from '../../src/model/policy.js'
import {readMarkdown} from '../../src/read/markdown/index.js'
import {factsIn} from '../../src/text/facts.js'
import {stagesOf} from '../../src/text/stages-of.js'
import {england} from '../support/model.js'

// What is made of a passage by where it stands: a cell under its header, an item under its lead-in, a footer, a link.

const {registers: nation} = england()
const registers = {
  ...nation,
  editions: [
    {
      id: 'guide',
      title: 'Guarding Children Together',
      current: '2026',
      kind: 'guidance',
      source: '',
      seenOn: '',
      confidence: 'high',
    },
  ],
  obsoleteTerms: [
    {id: 'board', terms: ['LSCB'], replacement: 'partnership', since: '', source: '', seenOn: '', confidence: 'high'},
  ],
  retiredEmailDomains: ['closed.example'],
} as unknown as typeof nation

const read = (text: string): Policy => readMarkdown({path: 'p.md', bytes: new TextEncoder().encode(text)})
const markdown = (text: string): Facts => factsIn(read(`# Policy\n\n${text}\n`), registers)

/** The facts of one passage, with the headings above it. */
function passage(text: string, more: Partial<Passage> = {}, headings: readonly string[] = ['Policy']): Facts {
  const place = {headings, number: null, ordinal: 1, lines: null}
  const own = {id: 'p1', form: 'paragraph', label: null, text, place, ...more} as Passage
  const section = {
    id: 's1',
    level: 1,
    number: null,
    title: headings.at(-1) ?? '',
    place: {...place, headings: headings.slice(0, -1)},
    passages: [own],
    sections: [],
  }
  return factsIn({title: '', sections: [section]} as unknown as Policy, registers)
}

describe('a contact', () => {
  const told = ({contacts}: Facts) =>
    contacts.map(({value, for: about, role, span}) => `${value}: ${about} (${role}${span ? '' : ', link'})`)

  test.each([
    ['after its name', 'MASH, telephone 01632 960011', ['01632 960011: MASH (front-door-children)']],
    [
      'after the last clause',
      'Ring the office. MASH: call on 01632 960011',
      ['01632 960011: MASH: (front-door-children)'],
    ],
    ['after a semicolon', 'the office; the LADO on 01632 960011', ['01632 960011: the LADO (lado)']],
    ['after "or"', 'the office or LADO at 01632 960011', ['01632 960011: LADO (lado)']],
    ['before what stands in brackets', '01632 960011 (LADO)', ['01632 960011: LADO (lado)']],
    ['with what its row says before its headings', 'Ring 01632 960011', ['01632 960011: Policy (other)']],
  ])('%s', (_, text, expected) => {
    expect(told(passage(text))).toEqual(expected)
  })

  test('in a row is for what the other cells say', () => {
    const facts = markdown('| Who | Number | When |\n| --- | --- | --- |\n| LADO | 01632 960011 | by day |')
    expect(told(facts)).toEqual(['01632 960011: LADO by day (lado)'])
  })

  test('under a lead-in or a heading is for what that says', () => {
    expect(told(passage('01632 960011', {form: 'list-item', leadIn: 'LADO:'}))).toEqual(['01632 960011: LADO: (lado)'])
    expect(told(passage('01632 960011', {}, ['Numbers', 'LADO']))).toEqual(['01632 960011: Numbers LADO (lado)'])
    expect(told(passage('01632 960011', {}, ['LADO', 'Numbers', 'By day']))).toEqual([
      '01632 960011: Numbers By day (other)',
    ])
  })

  test('in a link is read where its words do not give it', () => {
    const links = [{text: 'the LADO', target: 'mailto:lado@cragwell.example?subject=a'}]
    expect(told(passage('Write to the LADO today.', {links}))).toEqual(['lado@cragwell.example: the LADO (lado, link)'])
    const written = [{text: 'lado@cragwell.example', target: 'mailto:lado@cragwell.example'}]
    expect(told(passage('LADO: lado@cragwell.example', {links: written}))).toEqual([
      'lado@cragwell.example: LADO: (lado)',
    ])
    const page = [{text: 'www.cragwell.example', target: 'https://forms.cragwell.example/lado'}]
    expect(told(passage('LADO: www.cragwell.example', {links: page}))).toEqual([
      'www.cragwell.example: LADO: (lado)',
      'https://forms.cragwell.example/lado: LADO: (lado, link)',
    ])
    expect(told(passage('Read on.', {links: [{text: 'elsewhere', target: '#next'}]}))).toEqual([])
    expect(told(passage('Read on.', {links: [{text: 'LADO', target: 'tel:01632960011'}]}))).toEqual([
      '01632960011: LADO (lado, link)',
    ])
  })
})

describe('a limit', () => {
  const told = ({timescales}: Facts) =>
    timescales.map(({value, amount, unit, action, trigger, triggerWords, role}) => [
      value,
      amount,
      unit,
      action,
      trigger,
      triggerWords,
      role,
    ])

  test('has the words before it, what it counts from, and what it is for', () => {
    expect(told(passage('We care. Tell the LADO within one working day of the allegation.'))).toEqual([
      [
        'within one working day',
        1,
        'working-days',
        'Tell the LADO',
        'allegation-known',
        'of the allegation',
        'lado-notify',
      ],
    ])
    expect(
      told(passage('within two days', {form: 'list-item', leadIn: 'Tell the LADO:'})).map((each) => each.at(-1)),
    ).toEqual(['lado-notify'])
    expect(told(passage('within two days', {}, ['LADO'])).map((each) => each.at(-1))).toEqual(['lado-notify'])
  })

  test.each([['within'], ['Time'], ['Limit'], ['Deadline'], ['When'], ['How soon'], ['How long']])(
    'is a bare number of days in a cell under "%s"',
    (header) => {
      const cells = [
        {header: 'Step', text: 'One'},
        {header, text: '3 days'},
      ]
      expect(passage('One | 3 days', {form: 'table-row', cells}).timescales.map(({value}) => value)).toEqual(['3 days'])
    },
  )

  test('is none in a long cell, under another head, or in a comment', () => {
    const long = `3 days ${'and so on '.repeat(5)}`
    const row = (header: string, text: string) =>
      passage(`One | ${text}`, {
        form: 'table-row',
        cells: [
          {header: 'Step', text: 'One'},
          {header, text},
        ],
      }).timescales
    expect(row('When', long)).toEqual([])
    expect(row('Course', '3 days')).toEqual([])
    expect(passage('Ring within 3 days.', {form: 'comment'}).timescales).toEqual([])
  })
})

describe('guidance', () => {
  const told = ({references}: Facts) =>
    references.map(({title, edition, document}) => `${title} | ${edition} | ${document}`)
  const item = {form: 'list-item', leadIn: 'Legislation and guidance:'} as const

  test('in a list of it is each item, where that has a year or is known', () => {
    expect(told(passage('Swimming safely: advice for clubs (2020)', item))).toEqual([
      'Swimming safely: advice for clubs (2020) | 2020 | null',
    ])
    expect(told(passage('Our own notes on swimming', item))).toEqual([])
    expect(told(passage('Swimming safely: advice for clubs (2020)', {...item, leadIn: 'We do:'}))).toEqual([])
    expect(told(passage('Swimming safely: advice for clubs (2020)', {leadIn: 'Guidance:'}))).toEqual([])
  })

  test.each([
    'Legislation',
    'The legal framework',
    'Statutory duties',
    'Guidance',
    'Guidelines',
    'References',
    'Bibliography',
    'Further reading',
    'Publications',
    'Policy documents',
  ])('is listed under "%s"', (heading) => {
    expect(
      told(passage('Swimming safely: advice for clubs (2020)', {form: 'list-item'}, ['Policy', heading])),
    ).toHaveLength(1)
  })

  test('in a link of such a list is its words, where they say what it is', () => {
    const link = (text: string) => ({...item, links: [{text, target: 'https://a.example/b'}]})
    for (const sort of ['guidance', 'guidelines', 'guide', 'code', 'framework', 'statement'])
      expect(told(passage(`Swimming Safely ${sort}`, link(`Swimming Safely ${sort}`))), sort).toEqual([
        `Swimming Safely ${sort} | null | null`,
      ])
    expect(told(passage('Swimming Safely page', link('Swimming Safely page')))).toEqual([])
  })

  test('is not read in a comment', () => {
    expect(told(passage('The Swimming Pools Act 1994', {form: 'comment'}))).toEqual([])
  })

  test('named short after it was named whole is no second reference, unless it has editions', () => {
    const law = {
      ...registers,
      editions: [
        {
          ...registers.editions[0]!,
          id: 'act',
          title: 'Guarding Act 2014',
          aliases: ['Guarding Act'],
          current: '2014',
          kind: 'act',
        },
      ],
    } as typeof registers
    const references = (text: string) => factsIn(read(`# P\n\n${text}\n`), law).references.map(({title}) => title)
    expect(references('The Guarding Act 2014.\n\nThe Guarding Act.')).toEqual(['Guarding Act 2014'])
    expect(references('The Guarding Act.')).toEqual(['Guarding Act'])
    expect(told(markdown('Guarding Children Together (2026).\n\nGuarding Children Together.'))).toHaveLength(2)
  })
})

describe('a date', () => {
  const told = ({dates}: Facts) => dates.map(({value, what, iso}) => `${value} ${what} ${iso}`)

  test.each([
    ['by the words before it', 'Next review: May 2027', {}, ['May 2027 next-review 2027-05']],
    ['of nothing', 'We met on 1 May 2026.', {}, []],
    ['in a footer', '1 May 2026', {form: 'footer'}, ['1 May 2026 other 2026-05-01']],
    ['in a header', '1 May 2026', {form: 'header'}, ['1 May 2026 other 2026-05-01']],
    ['in a property', '1 May 2026', {form: 'property'}, ['1 May 2026 other 2026-05-01']],
    ['behind a version', 'v2.1, 1 May 2026', {}, ['1 May 2026 issued 2026-05-01']],
    ['behind a version in brackets', 'Version 3 (1 May 2026)', {}, ['1 May 2026 issued 2026-05-01']],
  ] as const)('%s', (_, text, more, expected) => {
    expect(told(passage(text, more as Partial<Passage>))).toEqual(expected)
  })

  test.each([
    'Version',
    'Document control',
    'Review',
    'History',
    'Amendments',
    'About this policy',
    'About this document',
    'Approval',
  ])('counts under the heading "%s"', (heading) => {
    expect(passage('On 1 May 2026 we met.', {}, ['Policy', heading]).dates).toHaveLength(1)
  })

  test('in a cell is told by its header', () => {
    const cells = [
      {header: 'Part', text: 'All'},
      {header: 'Next review', text: '1 May 2027'},
    ]
    expect(told(passage('All | 1 May 2027', {form: 'table-row', cells}))).toEqual(['1 May 2027 next-review 2027-05-01'])
  })
})

describe('a person', () => {
  const told = ({people}: Facts) => people.map(({role, name, span}) => `${role} ${name} ${span?.[0]}`)

  test('in a row is the one in the column of the post', () => {
    expect(told(markdown('| Site | Deputy lead |\n| --- | --- |\n| Hall | Tom Ashby |'))).toEqual([
      'deputy Tom Ashby 6',
    ])
    const long = {header: 'Deputy lead', text: `Tom Ashby ${'and so on '.repeat(6)}`}
    expect(told(passage(long.text, {form: 'table-row', cells: [long]}))).toEqual([])
  })

  test.each(['Concern about', 'Allegation against', 'Concerning', 'Accused'])(
    'is not who is accused, under "%s"',
    (header) => {
      const cells = [
        {header, text: 'Chair: Tom Ashby'},
        {header: 'Go to', text: 'Safeguarding Lead: Priya Nair'},
      ]
      expect(told(passage('Chair: Tom Ashby | Safeguarding Lead: Priya Nair', {form: 'table-row', cells}))).toEqual([
        'dsl Priya Nair 38',
      ])
    },
  )

  test('is not read in a comment', () => {
    expect(told(passage('Safeguarding Lead: Priya Nair', {form: 'comment'}))).toEqual([])
  })
})

describe('an old word', () => {
  const told = ({obsolete}: Facts) =>
    obsolete.map(({term, replacement, entry}) => `${term} > ${replacement} (${entry})`)

  test.each([
    ['in use', 'Tell the LSCB.', {}, ['LSCB > partnership (board)']],
    ['in a comment', 'Tell the LSCB.', {form: 'comment'}, []],
    ['quoted', 'Tell the LSCB.', {quoted: true}, []],
    ['of a body that kept it', 'Tell the LSCB. The board has kept its name.', {}, []],
    [
      'of a body that kept it, with another between',
      'Tell the LSCB. We care. The board has kept its name.',
      {},
      ['LSCB > partnership (board)'],
    ],
    [
      'at a closed domain',
      'Write to a@closed.example.',
      {},
      ["closed.example > the council's present address (retired-email-domain)"],
    ],
    [
      'below a closed domain',
      'Write to a@mail.closed.example.',
      {},
      ["closed.example > the council's present address (retired-email-domain)"],
    ],
    ['at a domain that only ends so', 'Write to a@notclosed.example.', {}, []],
    ['a page at a closed domain', 'See www.closed.example.', {}, []],
  ] as const)('%s', (_, text, more, expected) => {
    expect(told(passage(text, more as Partial<Passage>))).toEqual(expected)
  })
})

describe('what is left to be filled in', () => {
  const told = ({placeholders}: Facts) => placeholders.map(({text, span}) => `${text} ${span?.join('-') ?? 'nowhere'}`)

  test('is a field, a comment as a whole, and what the markup says', () => {
    expect(told(passage('Ring [insert number].'))).toEqual(['[insert number] 5-20'])
    expect(told(passage('Is this right?', {form: 'comment'}))).toEqual(['Is this right? 0-14'])
    expect(told(passage('Ring the number.', {residue: ['the number']}))).toEqual(['the number 5-15'])
    expect(told(passage('Ring.', {residue: ['[ ] the number']}))).toEqual(['the number nowhere'])
    expect(told(passage('Ring [insert number].', {residue: ['[insert number]']}))).toHaveLength(1)
  })

  test('is not looked for in a contents table', () => {
    expect(told(passage('Ring [insert number].', {form: 'contents'}))).toEqual([])
  })
})

describe('the stages of a section', () => {
  const stages = (text: string) => stagesOf(read(`# Policy\n\n${text}\n`))
  const told = (text: string) =>
    stages(text).map(({order, from, to, within, audience, numbered}) => [order, from, to, within, audience, numbered])
  const two =
    'Stage 1: our lead speaks to the team manager within two days.\n\nStage 2: our chair writes to the head of service.'
  const both = [
    [1, 'lead', 'team manager', 'within two days', null, true],
    [2, 'chair', 'head of service', null, null, true],
  ]

  test.each([
    ['under a heading on disagreement', `## Disagreements\n\n${two}`, both],
    ['beside words on it', `We may disagree.\n\n${two}`, both],
    ['beside neither, between agencies', two, both],
    ['beside neither, among ourselves', 'Stage 1: our coach rings home.\n\nStage 2: our chair writes home.', []],
    ['beside neither, one only', 'Stage 1: our lead speaks to the team manager.', []],
    [
      'in a numbered list',
      '## Disagreements\n\n1. Our lead speaks to the team manager.\n2. Our chair writes to the head of service.',
      [
        [1, 'lead', 'team manager', null, null, true],
        [2, 'chair', 'head of service', null, null, true],
      ],
    ],
    [
      'in a numbered list that its lead-in tells of',
      'Where we disagree:\n\n1. Our lead speaks to the team manager.\n2. Our chair writes to the head of service.',
      [
        [1, 'lead', 'team manager', null, null, true],
        [2, 'chair', 'head of service', null, null, true],
      ],
    ],
    ['in a list of one', '## Disagreements\n\n1. Our lead speaks to the team manager.', []],
    [
      'in a list with bullets',
      '## Disagreements\n\n- Our lead rings the manager.\n- Our chair rings the director.',
      [],
    ],
    ['in a list of something else', 'If they disagree:\n\n1. Make them safe.\n2. Ring the council.', []],
    [
      'as a story',
      '## Disagreements\n\nFirst our lead speaks to the team manager, then the chair writes to the head of service.',
      [
        [1, 'lead', 'team manager', null, null, false],
        [2, 'chair', 'head of service', null, null, false],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test('have their roles in the columns of a table, or both in one', () => {
    const table = (head: string, ...rows: string[]) =>
      `## Disagreements\n\n${head}\n${head.replace(/[^|]+/g, ' --- ')}\n${rows.join('\n')}`
    const roles = (text: string) => stages(text).map(({order, from, to, within}) => [order, from, to, within])
    expect(roles(table('| Stage | From | To | Limit |', '| 1 | lead | manager | 2 days |'))).toEqual([
      [1, 'lead', 'manager', '2 days'],
    ])
    expect(roles(table('| Stage | Who acts | With | Time |', '| 1 | lead | manager | 2 days |'))).toEqual([
      [1, 'lead', 'manager', '2 days'],
    ])
    expect(roles(table('| Step | Move |', '| 1 | lead to manager |'))).toEqual([[1, null, null, null]])
    expect(roles(table('| Step | To whom |', '| 1 | our lead to the manager |'))).toEqual([
      [1, 'our lead', 'manager', null],
    ])
    expect(roles(table('| Tier | Here | There | Limit |', '| 1 | lead | manager | 2 days |'))).toEqual([
      [1, 'lead', 'manager', '2 days'],
    ])
    expect(roles(table('| Tier | Limit | Here | There |', '| 1 | 2 days | lead | manager |'))).toEqual([
      [1, 'lead', 'manager', '2 days'],
    ])
    expect(roles(table('| Stage | Ours | Theirs |', '| 1 | lead | manager |'))).toEqual([[1, 'lead', 'manager', null]])
    expect(roles(table('| Stage | Ours | Who to |', '| 1 | lead | manager |'))).toEqual([[1, 'lead', 'manager', null]])
    expect(roles(table('| Stage | Lead | Who to |', '| 1 | coach | manager |'))).toEqual([
      [1, 'coach', 'manager', null],
    ])
    expect(roles(table('| Number | From | To |', '| 1 | lead | manager |'))).toEqual([])
    expect(roles(table('| What | From | To |', '| Stage 1 | lead | manager |'))).toEqual([[1, 'lead', 'manager', null]])
    expect(roles(table('| Stage | From | To |', '| Last | lead | manager |'))).toEqual([])
  })

  test('are for those whom their own words name, their paragraph, what went before, or the headings', () => {
    const whom = (text: string) => stages(text).map(({audience}) => audience)
    const stage = 'our lead speaks to the team manager'
    expect(whom(`## Disagreements\n\nStage 1, for a child: ${stage}.`)).toEqual(['children'])
    expect(whom(`## Disagreements\n\nStage 1, for an adult: ${stage}.`)).toEqual(['adults'])
    expect(whom(`## Disagreements\n\nStage 1: ${stage}. Children two days, adults one.`)).toEqual([null])
    expect(whom(`## Disagreements\n\nFor adults there are steps. Stage 1: ${stage}.`)).toEqual(['adults'])
    expect(whom(`## Disagreements\n\nThis is for adults.\n\nStage 1: ${stage}.`)).toEqual([null])
    expect(whom(`## Disagreements about children\n\nStage 1: ${stage}.`)).toEqual(['children'])
    expect(whom(`## Children\n\n### Disagreements\n\nStage 1: ${stage}.`)).toEqual(['children'])
    expect(whom(`## Children and adults\n\n### Disagreements\n\nStage 1: ${stage}.`)).toEqual([null])
    const head = '| Stage | From | To |\n| --- | --- | --- |'
    expect(
      whom(
        `## Disagreements\n\nFor adults there are two.\n\n${head}\n| 1 | lead | manager |\n| 2 | chair | director |`,
      ),
    ).toEqual(['adults', 'adults'])
    expect(
      whom(`## Disagreements\n\n${head}\n| Stage 1, children | lead | manager |\n| Stage 2 | chair | director |`),
    ).toEqual(['children', 'children'])
  })

  test('are told by a table for one group and a story for the other', () => {
    const table = '| Stage | From | To |\n| --- | --- | --- |\n| Stage 1, children | lead | manager |'
    const story = 'For adults, first our lead speaks to the team manager, then the chair writes to the head of service.'
    expect(stages(`## Disagreements\n\n${table}\n\n${story}`).map(({audience}) => audience)).toEqual([
      'children',
      'adults',
      'adults',
    ])
    expect(stages(`## Disagreements\n\n${table}\n\n${story.replace('For adults', 'For children')}`)).toHaveLength(1)
  })

  test.each([
    'Escalation',
    'Disagreements',
    'Disputes',
    'Professional difference',
    'Professional challenge',
    'Differences of opinion',
    'A difference of view',
    'Resolving professional differences',
    'Resolution of cases',
    'Resolution protocol',
    'Conflict resolution',
    'Unhappy with a decision',
    'Unhappy with the response',
    'Challenging others',
    'When the answer is wrong',
    'When a decision looks wrong',
    'When they got it wrong',
    'When they get it wrong',
    'When we do not agree',
    'When we don’t agree',
    'When we are not happy',
    'When we see it differently',
    'When we see a case in different ways',
    'When another agency does not act',
    'When we are at odds',
  ])('are looked for under "%s"', (heading) => {
    expect(stages(`## ${heading}\n\nStage 1: our coach rings home.`)).toHaveLength(1)
  })

  test.each(['Courses', 'The council decides', 'When we agree'])('are not looked for under "%s"', (heading) => {
    expect(stages(`## ${heading}\n\nStage 1: our coach rings home.`)).toEqual([])
  })
})
