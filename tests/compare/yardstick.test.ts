import {describe, expect, test} from 'vitest'
import {localValuesAt} from '../../src/compare/local-values.js'
import {yardstickNotices} from '../../src/compare/yardstick-notices.js'
import type {ProceduresModel} from '../../src/model/procedures.js'

const model: ProceduresModel = {
  id: 'testshire',
  title: 'Testshire procedures',
  edition: '2026-06',
  path: 'testshire.yaml',
  sha256: '0'.repeat(64),
  local: true,
  neighbours: [],
  provenance: {sourceUrl: 'https://www.testshire.example', retrievedOn: '2026-06-01', verifiedOn: '2026-06-02'},
  partnerships: {},
  contacts: {
    lado: {name: 'Testshire LADO', aliases: ['LADO'], phone: '01632 960303', useFor: ['allegations']},
    frontDoor: {name: 'Front door', phone: '01632 960301', provenance: {verifiedOn: '2026-08-10', source: 'a call'}},
  },
  timescales: {
    ladoNotify: {value: 1, unit: 'working-days'},
    referral: {value: 0, unit: 'days', boundary: 'close-of-day'},
  },
  escalation: {
    children: {
      title: 'Resolving disagreements',
      stages: [{order: 1, fromRole: 'worker', toRole: 'manager', maxDuration: {value: 2, unit: 'working-days'}}],
    },
  },
  forums: {},
  documents: {},
  registers: {
    editions: [],
    obsoleteTerms: [],
    phantomTitles: [],
    otherNations: [],
    retiredEmailDomains: [],
    placeholders: {patterns: [], allow: []},
    helplines: [],
    police: {emergency: '999', nonEmergency: '101'},
  },
  lexicon: {},
  requirements: [],
}

const codes = (asOf: string, changes: Partial<ProceduresModel> = {}) =>
  yardstickNotices({...model, ...changes}, asOf).map(({code}) => code)

describe('a stale yardstick is said', () => {
  test.each([
    ['2026-08-31', []],
    ['2026-09-01', ['contacts-stale']],
    ['2027-06-02', ['contacts-stale']],
    ['2027-06-03', ['contacts-stale', 'procedures-stale']],
  ])('as of %s', (asOf, expected) => expect(codes(asOf)).toEqual(expected))

  test('by the name of the contact, while others are fresh', () => {
    expect(yardstickNotices(model, '2026-09-01')[0]!.message).toBe(
      'Testshire LADO was verified on 2026-06-02, more than 90 days before this report; ring the number before you rely on it',
    )
  })

  test('when nobody ever verified it', () => {
    expect(codes('2026-09-01', {provenance: undefined})).toEqual(['contacts-unverified', 'procedures-undated'])
  })

  test("of a fact's own, or of an older layer, beside a fresh file", () => {
    const provenance = {verifiedOn: '2024-01-05'}
    const old = {documents: {threshold: {title: 'Windscreen', provenance}}}
    expect(yardstickNotices({...model, ...old}, '2026-08-01').map(({message}) => message)).toEqual([
      'Windscreen was last checked on 2024-01-05, more than a year before this report; look for a newer edition',
    ])
    const fresh = {documents: {threshold: {title: 'Windscreen', provenance: {verifiedOn: '2025-08-01'}}}}
    expect(codes('2026-08-01', fresh)).toEqual([])
  })

  test('that is a draft, as a whole or in one place', () => {
    expect(codes('2026-08-01', {status: 'draft'})).toEqual(['procedures-draft'])
    const stage = {order: 1, status: 'draft'} as const
    const drafts = {
      timescales: {ladoNotify: {value: 1, unit: 'days', status: 'draft'}},
      escalation: {children: {title: 'Ladder', stages: [stage]}},
    } as const
    expect(yardstickNotices({...model, ...drafts}, '2026-08-01')[0]!.message).toMatch(
      /^timescales\.ladoNotify, Ladder are drafts that nobody has confirmed/,
    )
    expect(codes('2026-08-01', {timescales: {fgm: {value: 1, unit: 'days', status: 'verified'}}})).toEqual([])
  })

  test('when there is no local one at all', () => {
    expect(codes('2026-09-01', {local: false})).toEqual(['no-local-facts'])
  })
})

test('local values are told as a person reads them', () => {
  const told = (path: string) => localValuesAt([path], model, null).map(({fact, value}) => [fact, value])
  expect(told('contacts.lado')).toEqual([['contacts.lado', 'Testshire LADO, 01632 960303']])
  expect(told('timescales.ladoNotify')).toEqual([['timescales.ladoNotify', 'one working day']])
  expect(told('timescales.referral')).toEqual([['timescales.referral', 'the same day']])
  expect(told('escalation.children.stages')).toEqual([
    ['escalation.children.stages', 'order 1, from role worker, to role manager, max duration two working days'],
  ])
  expect(told('contacts.nowhere')).toEqual([])
  expect(localValuesAt(['contacts.frontDoor'], model, null)[0]!.source).toEqual({
    title: 'a call',
    url: null,
    verifiedOn: '2026-08-10',
  })
})
