import {describe, expect, test} from 'vitest'
import {baselineOf, withBaseline} from '../../src/compare/baseline.js'
import type {KnownGap} from '../../src/model/accepted.js'
import type {Finding, Status, Waived} from '../../src/model/finding.js'

const finding = (id: string, status: Status, quotes: readonly string[] = [], waived: Waived | null = null): Finding =>
  ({requirement: {id}, status, waived, evidence: quotes.map((quote) => ({quote}))}) as unknown as Finding
const gap = (requirement: string, status: KnownGap['status'] = 'missing', quotations: string[] = []): KnownGap => ({
  requirement,
  status,
  quotations,
})
const byWaiver = {reason: 'r', expires: null, approver: 'A', by: 'waiver'} as unknown as Waived

describe('a gap that the baseline knows is accepted', () => {
  test.each([
    ['the same', ['Staff wait.'], ['Staff wait.'], true],
    ['other spaces and letters', ['Staff  WAIT.\n'], ['staff wait.'], true],
    ['other quotation marks and dashes', ['“Staff” – wait'], ["'staff' - wait"], true],
    ['another order', ['One.', 'Two.'], ['Two.', 'One.'], true],
    ['other words', ['Staff wait.'], ['Staff ring.'], false],
    ['more words', ['Staff wait.'], ['Staff wait.', 'They ring.'], false],
  ])('%s', (_, held, quoted, accepted) => {
    const {findings, notices} = withBaseline([finding('a', 'conflict', quoted)], [gap('a', 'conflict', held)])
    expect(findings[0]!.waived?.by ?? null).toBe(accepted ? 'baseline' : null)
    expect(notices).toHaveLength(accepted ? 0 : 1)
  })

  test('not under another status, nor for another requirement, nor where nothing is wrong', () => {
    const statuses = [finding('a', 'partial'), finding('b', 'missing'), finding('c', 'met')]
    const {findings} = withBaseline(statuses, [gap('a'), gap('c')])
    expect(findings.map(({waived}) => waived)).toEqual([null, null, null])
  })

  test('what a waiver accepts stays its own, and is no stale entry', () => {
    const {findings, notices} = withBaseline([finding('a', 'missing', [], byWaiver)], [gap('a')])
    expect(findings[0]!.waived).toBe(byWaiver)
    expect(notices).toEqual([])
  })
})

describe('entries that fit no gap any more are told', () => {
  const stale = (...ids: string[]) =>
    withBaseline(
      ids.map((id) => finding(id, 'met')),
      ids.map((id) => gap(id)),
    ).notices[0]?.message

  test('one, five and more', () => {
    expect(stale('a')).toBe('The baseline holds a gap that this policy has no more (a): --prune-baseline takes it out')
    expect(stale('a', 'b', 'c', 'd', 'e')).toContain('holds 5 gaps that this policy has no more (a, b, c, d, e): ')
    expect(stale('a', 'b', 'c', 'd', 'e', 'f', 'g')).toContain(
      '(a, b, c, d, e and 2 more): --prune-baseline takes them out',
    )
  })

  test('not those of requirements that were not judged', () => {
    expect(withBaseline([finding('a', 'met')], [gap('b')]).notices).toEqual([])
  })
})

describe('what a baseline is to hold', () => {
  const findings = [
    finding('a', 'missing'),
    finding('b', 'conflict', ['Staff wait.']),
    finding('c', 'met'),
    finding('d', 'missing', [], byWaiver),
    finding('e', 'missing', [], {...byWaiver, by: 'baseline'} as Waived),
  ]
  const known = [gap('a'), gap('b', 'conflict', ['Other words.']), gap('e'), gap('z')]
  const held = (how: 'update' | 'prune') => baselineOf(findings, known, how).map(({requirement}) => requirement)

  test('every gap that nothing else accepts, and what was not judged', () => {
    expect(held('update')).toEqual(['a', 'b', 'e', 'z'])
    expect(baselineOf(findings, known, 'update')[1]).toEqual(gap('b', 'conflict', ['Staff wait.']))
  })

  test('pruned, only what it held', () => {
    expect(held('prune')).toEqual(['a', 'e', 'z'])
  })
})
