import {describe, expect, test} from 'vitest'
import {withInlineIgnores} from '../../src/compare/inline-ignores.js'
import {switchedOff} from '../../src/compare/switched-off.js'
import {refuseUnknownWaivers, withWaivers} from '../../src/compare/waivers.js'
import type {Waiver} from '../../src/model/accepted.js'
import type {Finding, Status} from '../../src/model/finding.js'
import type {InlineIgnore} from '../../src/model/inline-ignore.js'
import {InputError} from '../../src/model/input-error.js'
import type {ProceduresModel} from '../../src/model/procedures.js'
import type {Requirement} from '../../src/model/requirement.js'

const finding = (id: string, status: Status) => ({requirement: {id}, status, waived: null}) as unknown as Finding
const requirements = ['role-named-lead', 'role-named-chair', 'dates'].map((id) => ({id})) as unknown as Requirement[]

/** What a call refuses, with its place and what mends it. */
function refused(call: () => unknown) {
  try {
    call()
  } catch (error) {
    if (error instanceof InputError) return [error.code, error.problem, error.fix, error.where]
    throw error
  }
  return null
}

describe('a waiver', () => {
  const waiver = (requirement: string, more: Partial<Waiver> = {}): Waiver => ({
    requirement,
    policy: null,
    reason: 'a new lead begins in May',
    approver: 'the board',
    expires: '2026-11-23',
    place: {path: 'waivers.yaml', line: 3, column: 5},
    ...more,
  })
  const run = (waivers: readonly Waiver[], ...findings: Finding[]) => withWaivers(findings, waivers, '2026-11-23')

  test.each(['missing', 'partial', 'conflict'] as const)('accepts a gap that is %s, up to its last day', (status) => {
    const {findings, notices} = run([waiver('dates')], finding('dates', status))
    expect(findings).toEqual([
      {
        ...finding('dates', status),
        waived: {reason: 'a new lead begins in May', expires: '2026-11-23', approver: 'the board', by: 'waiver'},
      },
    ])
    expect(notices).toEqual([])
  })

  test('that ran out yesterday accepts nothing, and says so', () => {
    const {findings, notices} = run([waiver('dates', {expires: '2026-11-22'})], finding('dates', 'missing'))
    expect(findings).toEqual([finding('dates', 'missing')])
    expect(notices).toEqual([
      {
        code: 'waiver-expired',
        message: 'The waiver of dates, approved by the board, ran out on 2026-11-22: the gap counts again',
        place: null,
      },
    ])
  })

  test.each(['met', 'not-applicable', 'cannot-tell'] as const)('accepts nothing of what is %s', (status) => {
    const {findings} = run([waiver('dates')], finding('dates', status))
    expect(findings[0]!.waived).toBeNull()
  })

  test('accepts the gap of its own requirement only', () => {
    const {findings} = run([waiver('dates')], finding('role-named-lead', 'missing'), finding('dates', 'missing'))
    expect(findings.map(({waived}) => waived?.by ?? null)).toEqual([null, 'waiver'])
  })

  test('that was written for this policy and accepts nothing is told of, unless the run did not judge it', () => {
    const own = waiver('dates', {policy: 'policy.md', expires: '2020-01-01'})
    expect(run([own], finding('dates', 'met')).notices).toEqual([
      {
        code: 'waiver-unused',
        message: 'The waiver of dates (waivers.yaml:3) accepts no gap of what was checked: it can be taken out',
        place: null,
      },
    ])
    expect(run([own], finding('role-named-lead', 'met')).notices).toEqual([])
    expect(run([waiver('dates', {policy: 'all/*.md'})], finding('dates', 'met')).notices).toEqual([])
    expect(run([waiver('dates')], finding('dates', 'met')).notices).toEqual([])
  })

  test('of a requirement that does not exist is refused, with the one that was probably meant', () => {
    expect(refused(() => refuseUnknownWaivers([waiver('dates'), waiver('role-named-lad')], requirements))).toEqual([
      'WAIVER_UNKNOWN',
      'there is no requirement role-named-lad',
      'Did you mean role-named-lead?',
      {path: 'waivers.yaml', line: 3, column: 5},
    ])
    expect(refused(() => refuseUnknownWaivers([waiver('something-else-altogether')], requirements))?.[2]).toBe(
      'Run policy-align explain for the list of requirements.',
    )
    expect(refused(() => refuseUnknownWaivers([waiver('dates')], requirements))).toBeNull()
  })
})

describe('a remark in the policy', () => {
  const ignore = (requirement: string): InlineIgnore => ({
    requirement,
    reason: 'the council does it',
    path: 'policy.md',
    line: 4,
    column: 1,
  })
  const run = (ignores: readonly InlineIgnore[], ...findings: Finding[]) =>
    withInlineIgnores(findings, ignores, requirements)

  test('accepts a gap of its requirement', () => {
    const {findings, notices} = run(
      [ignore('dates')],
      finding('dates', 'partial'),
      finding('role-named-lead', 'missing'),
    )
    expect(findings.map(({waived}) => waived)).toEqual([
      {reason: 'the council does it', expires: null, approver: null, by: 'remark'},
      null,
    ])
    expect(notices).toEqual([])
  })

  test('that accepts nothing can be taken out, unless the run did not judge it', () => {
    const {findings, notices} = run([ignore('dates')], finding('dates', 'met'))
    expect(findings[0]!.waived).toBeNull()
    expect(notices).toEqual([
      {
        code: 'ignore-unused',
        message: 'The remark on line 4 ignores dates, which has no gap: it can be taken out',
        place: null,
      },
    ])
    expect(run([ignore('dates')], finding('role-named-lead', 'met')).notices).toEqual([])
  })

  test('of a requirement that does not exist is refused', () => {
    expect(refused(() => run([ignore('date')]))).toEqual([
      'IGNORE_UNKNOWN',
      'there is no requirement date',
      'Did you mean dates?',
      {path: 'policy.md', line: 4, column: 1},
    ])
    expect(refused(() => run([ignore('something-else-altogether')]))?.[2]).toBe(
      'Run policy-align explain for the list of requirements.',
    )
  })
})

test('a requirement is switched off by its id or its topic, with who did it and why', () => {
  const model = {
    switchedOff: [
      {requirement: 'dates', by: 'the area', reason: 'it has none'},
      {topic: 'roles', by: 'the board', reason: 'it is small'},
    ],
  } as unknown as ProceduresModel
  const of = (id: string, topic: string) => switchedOff({id, topic} as Requirement, model)
  expect(of('dates', 'currency')).toBe('switched off by the area: it has none')
  expect(of('lead', 'roles')).toBe('switched off by the board: it is small')
  expect(of('lead', 'currency')).toBeNull()
  expect(switchedOff({id: 'dates', topic: 'a'} as Requirement, {} as ProceduresModel)).toBeNull()
})
