import {describe, expect, test} from 'vitest'
import {scopeOf} from '../../src/compare/scope.js'
import {yardstickNotices} from '../../src/compare/yardstick-notices.js'
import type {ProceduresModel} from '../../src/model/procedures.js'
import {readMarkdown} from '../../src/read/markdown/index.js'
import {areaOf} from '../support/grounds.js'

// The words by which a policy tells whom it is for and what sort of organisation wrote it.

const nation = areaOf({local: false})
const scope = (text: string) =>
  scopeOf(
    readMarkdown({path: 'p.md', bytes: new TextEncoder().encode(`# Policy\n\n${text}\n`)}),
    nation,
    null,
    undefined,
  )
const served = (text: string) => {
  const {serves} = scope(text)
  return [serves.children && 'children', serves.adults && 'adults'].filter(Boolean).join(' and ')
}

describe('whom a policy is for', () => {
  test.each([
    'child',
    'children',
    "children's",
    'young people',
    'young person',
    'pupil',
    'pupils',
    'under-18s',
    'under 18',
    'under18',
    'early years',
    'pre-school',
    'preschool',
    'nursery',
    'childminder',
    'minor',
    'minors',
  ])('"%s" is a word for children', (word) => {
    expect(served(`We speak of ${word} here.`)).toBe('children')
  })

  test.each([
    'adult at risk',
    'adults at risk',
    'vulnerable adult',
    'vulnerable adults',
    'adult safeguarding',
    'adults’ safeguarding',
    "adults' safeguarding",
    'safeguarding adults',
    'safeguarding of vulnerable adults',
    'adults with care',
    'at-risk adult',
    'at risk adults',
    'service user',
    'service users',
    'residents',
    'Care Act',
    'adult social care',
  ])('"%s" is a word for adults at risk', (word) => {
    expect(served(`We speak of ${word} here.`)).toBe('adults')
  })

  test.each(['adult', 'grown-ups', 'people'])('"%s" is a word for neither', (word) => {
    expect(served(`We speak of ${word} here.`)).toBe('children and adults')
  })

  const law = 'A child. A child. A child. A child. A child. A child. A child. A child. '

  test.each([
    'children and adults',
    'young people or adults',
    'a child or vulnerable adult',
    'a young person and at-risk adult',
    'under-18s and adults',
    'under 18s & adults',
    'children and/or adults',
    'children, their families and adults',
  ])('"%s" are both', (pair) => {
    expect(served(`It is for ${pair}. ${law}`)).toBe('children and adults')
  })

  test.each([
    'children and adults who look after them',
    'children and adults will play',
    'children and adults must go',
    'children and adults should go',
    'children and adults in charge',
    'children and adults supervising',
    'children and adults present',
    'children and adult volunteers',
    'the DBS on children and adults',
    'those barred from children and adults',
    'barring from children and adults',
    'disclosure on children and adults',
    'regulated work with children and adults',
    'the Act 2006 on children and adults',
    'those convicted of harm to children and adults',
    'legislation on children and adults',
  ])('"%s" are not', (pair) => {
    expect(served(`It is on ${pair}. ${law}`)).toBe('children')
  })
})

describe('what sort of organisation wrote it', () => {
  const times = (word: string, count: number) => Array.from({length: count}, () => `See the ${word}.`).join(' ')

  test.each([
    [
      'school',
      3,
      [
        'headteacher',
        'head teacher',
        'governing body',
        'pupil',
        'pupils',
        'school governor',
        'school governors',
        'school',
        'academy trust',
      ],
    ],
    ['teachers', 3, ['headteacher', 'head teacher', 'teacher', 'teachers']],
    ['further-education', 2, ['sixth form', 'further education', 'college']],
    [
      'registered-childcare',
      2,
      ['Ofsted', 'EYFS', 'early years foundation', 'childminder', 'childminding', 'pre-school', 'preschool', 'nursery'],
    ],
    [
      'registered-care',
      2,
      ['Care Quality Commission', 'CQC', 'registered manager', 'care home', 'domiciliary care', 'home care'],
    ],
    ['charity', 2, ['charity', 'trustee', 'trustees', 'church', 'PCC', 'parish', 'diocese']],
    [
      'faith-group',
      2,
      ['church', 'mosque', 'temple', 'synagogue', 'gurdwara', 'diocese', 'parish', 'Methodist', 'congregation'],
    ],
    [
      'sports-club',
      3,
      ['club', 'coach', 'coaches', 'county association', 'governing body of sport', 'governing body of the sport'],
    ],
  ] as const)('%s', (flag, least, words) => {
    for (const word of words) {
      expect(scope(times(word, least)).flags.has(flag), word).toBe(true)
      expect(scope(times(word, least - 1)).flags.has(flag), word).toBe(false)
    }
  })

  test.each(['our school', 'our college'])('"%s" too', (word) => {
    const text = Array.from({length: 3}, () => `At ${word}.`).join(' ')
    expect([...scope(text).flags].some((flag) => flag === 'school' || flag === 'further-education')).toBe(true)
  })

  test.each([
    'a sole trader',
    'I am a childminder',
    'As a childminder',
    'my childminding',
    'I work alone',
    'I work on my own',
    'I am a registered childminder',
    'I am self-employed',
  ])('somebody who works alone says "%s"', (words) => {
    expect(scope(`Well, ${words}, so.`).soleTrader).toBe(true)
  })
})

describe('what a reader must know of the yardstick', () => {
  const provenance = {verifiedOn: '2026-11-01', source: 'the website'}
  const contact = (name: string, more: object = {}) => ({name, ...more})
  const model = (more: Partial<ProceduresModel>) =>
    ({
      ...areaOf({
        local: true,
        title: 'Cragwell procedures',
        provenance,
        partnerships: {},
        contacts: {},
        timescales: {},
        escalation: {},
        forums: {},
        documents: {},
        ...more,
      }),
    }) as ProceduresModel
  const told = (more: Partial<ProceduresModel>, asOf = '2026-11-23') =>
    yardstickNotices(model(more), asOf).map(({code, message}) => `${code}: ${message}`)

  test('that it holds nothing yet', () => {
    expect(told({})).toEqual([
      'no-local-facts: Cragwell procedures holds no local facts yet, so no telephone number, address, time limit or name was checked against it',
    ])
    for (const part of ['partnerships', 'contacts', 'timescales', 'escalation', 'forums', 'documents'] as const)
      expect(told({[part]: {one: {name: 'One', title: 'One', stages: [], provenance}}}), part).toEqual([])
  })

  test('that there is none', () => {
    expect(told({local: false})).toEqual([
      'no-local-facts: no local procedures were given, so no telephone number, address, time limit or name was checked against them; give them with --procedures',
    ])
  })

  test('that contacts are old, or were never checked', () => {
    const old = (on: string) => ({provenance: {verifiedOn: on}})
    const one = {a: contact('Desk', old('2026-01-05')), b: contact('Hub')}
    expect(told({contacts: one})).toEqual([
      'contacts-stale: Desk was verified on 2026-01-05, more than 90 days before this report; ring the number before you rely on it',
    ])
    const two = {a: contact('Desk', old('2026-02-05')), b: contact('Hub', old('2026-01-05')), c: contact('Line')}
    expect(told({contacts: two})).toEqual([
      'contacts-stale: Desk, Hub were verified more than 90 days before this report, the oldest on 2026-01-05; ring each number before you rely on it',
    ])
    const {c: _, ...all} = two
    expect(told({contacts: all})).toEqual([
      'contacts-stale: all 2 local contacts were verified more than 90 days before this report, the oldest on 2026-01-05; ring each number before you rely on it',
    ])
    const undated = {provenance: {source: 'the website', retrievedOn: '2026-11-01'}}
    expect(told({...undated, contacts: {a: contact('Desk'), b: contact('Hub', old('2026-11-01'))}})).toEqual([
      'contacts-unverified: Desk was never marked as verified in the procedures file; ring each number before you rely on it',
    ])
    const six = Object.fromEntries(
      ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name, i) => [name, contact(name, i < 6 ? {} : old('2026-11-01'))]),
    )
    expect(told({...undated, contacts: six})).toEqual([
      'contacts-unverified: A, B, C, D and 2 more were never marked as verified in the procedures file; ring each number before you rely on it',
    ])
  })

  test('that the procedures are old, and since when', () => {
    const forums = {marac: {name: 'MARAC'}}
    expect(told({forums, provenance: {verifiedOn: '2025-11-22'}, edition: '2025'})).toEqual([
      'procedures-stale: the procedures, edition 2025, were last checked on 2025-11-22, more than a year before this report; look for a newer edition',
    ])
    expect(told({forums, provenance: {verifiedOn: '2025-11-22'}, edition: undefined})).toEqual([
      'procedures-stale: the procedures were last checked on 2025-11-22, more than a year before this report; look for a newer edition',
    ])
    expect(told({forums, provenance: {verifiedOn: '2025-11-23'}})).toEqual([])
    expect(told({forums, provenance: {verifiedOn: '2020-01-01', retrievedOn: '2026-01-01'}})).toEqual([])
    expect(told({forums, provenance: {source: 'x'}})).toEqual([
      'procedures-undated: the procedures file does not say when it was last checked against what is published',
    ])
  })

  test('that single facts are old', () => {
    const old = {provenance: {verifiedOn: '2024-01-05'}}
    expect(told({forums: {marac: {name: 'MARAC', ...old}}})).toEqual([
      'facts-stale: MARAC was last checked on 2024-01-05, more than a year before this report; look for a newer edition',
    ])
    expect(
      told({
        forums: {marac: {name: 'MARAC', ...old}},
        documents: {need: {title: 'Ladder of Need', provenance: {verifiedOn: '2023-05-01'}}},
      }),
    ).toEqual([
      'facts-stale: MARAC, Ladder of Need were last checked more than a year before this report, the oldest on 2023-05-01; look for a newer edition',
    ])
    expect(told({timescales: {fgm: {value: 1, unit: 'days', ...old}}})[0]).toContain('timescales.fgm was last checked')
    expect(told({forums: {one: {name: 'MARAC', ...old}, two: {name: 'MARAC', ...old}}})[0]).toContain(
      'MARAC was last checked',
    )
  })

  test('that it is a draft, as a whole or in places', () => {
    const contacts = {desk: contact('Desk', {status: 'draft', provenance})} as ProceduresModel['contacts']
    expect(told({contacts, status: 'draft'})[0]).toMatch(
      /^procedures-draft: the procedures file is a draft that nobody has confirmed: /,
    )
    expect(told({contacts})).toEqual([
      'facts-draft: Desk is a draft that nobody has confirmed: hold it against the original before you rely on a finding that leans on it',
    ])
    const more = {...contacts, hub: contact('', {status: 'draft', provenance})} as ProceduresModel['contacts']
    expect(told({contacts: more})).toEqual([
      'facts-draft: Desk, hub are drafts that nobody has confirmed: hold each against the original before you rely on a finding that leans on it',
    ])
    expect(
      told({
        otherDisputes: {complaint: {title: 'Complaints', status: 'draft', stages: []}},
        contacts: {a: contact('A')},
      }),
    ).toEqual([
      'facts-draft: Complaints is a draft that nobody has confirmed: hold it against the original before you rely on a finding that leans on it',
    ])
    expect(
      told({procedures: {missing: {title: 'Missing', status: 'draft'}}, contacts: {a: contact('A')}})[0],
    ).toContain('Missing is a draft')
  })
})
