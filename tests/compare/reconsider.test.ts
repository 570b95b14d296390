import {expect, test} from 'vitest'
import {align} from '../../src/align.js'
import {confidenceOf, likeliestOf, likelihoods, signsOfVerdict} from '../../src/compare/weigh.js'
import {weighable} from '../../src/model/learned.js'
import type {Scores} from '../../src/text/classifier.js'
import {englandPack, packs} from '../support/pack.js'

const scores: Scores = (requirement, leaning) =>
  requirement === 'known' ? [{index: 0, odds: leaning === 'against' ? 9 : -2}] : null
const check = (result: 'satisfied' | 'weak' | 'absent', optional = false) => ({
  kind: 'statement-present',
  result,
  optional,
})

test('the signs of a verdict are shares, what the patterns ruled, and the odds of two sentences within bounds', () => {
  const checks = [check('satisfied'), check('absent'), check('weak', true)]
  expect(signsOfVerdict('known', 'partial', checks, scores)).toEqual({
    always: 1,
    satisfied: 0.5,
    weak: 0,
    absent: 0.5,
    'nothing asked': 0,
    'ruled partial': 1,
    about: -0.5,
    'about, second': -2,
    'about, ruled partial': -0.5,
    says: -0.5,
    'says, second': -2,
    'says, ruled partial': -0.5,
    against: 1,
    'against, second': -2,
    'against, ruled partial': 1,
  })
  expect(signsOfVerdict('unknown', 'met', checks, scores)).toBeNull()
})

test('the likeliest status is that whose signs weigh most', () => {
  const nothing = {met: {}, partial: {}, conflict: {}, missing: {}}
  const even = likelihoods({always: 1}, nothing)
  expect(even).toEqual({met: 0.25, partial: 0.25, conflict: 0.25, missing: 0.25})
  expect(likeliestOf(even)).toBe('met')
  const weighed = likelihoods({always: 1, says: -1}, {...nothing, missing: {always: 1, says: -2}, met: {says: 2}})
  expect(likeliestOf(weighed)).toBe('missing')
  expect(weighable.reduce((sum, status) => sum + weighed[status], 0)).toBeCloseTo(1)
})

test.each([
  [0.95, 'high'],
  [0.9, 'high'],
  [0.7, 'medium'],
  [0.69, 'low'],
])('a likelihood of %s is %s confidence', (likely, confidence) => {
  expect(confidenceOf(likely)).toBe(confidence)
})

test('what was learned knows the requirements of the pack, and weighs the signs that there are', () => {
  const {classifier, verdict} = packs().england!.learned!
  const ids = englandPack().requirements.map(({id}) => id)
  expect(classifier.requirements).toEqual(ids)
  expect(classifier.bias).toHaveLength(3 * ids.length)
  const known: Scores = () => [{index: 0, odds: 0}]
  const signs = new Set(
    weighable.flatMap((status) => Object.keys(signsOfVerdict('known', status, [check('weak')], known)!)),
  )
  for (const kind of ['local', 'national'] as const) {
    for (const status of weighable) expect(new Set(Object.keys(verdict[kind][status]))).toEqual(signs)
  }
})

/** A policy of one sentence among twelve that concern nothing. */
const amid = (sentence: string) =>
  `# Safeguarding policy\n\n${sentence}\n\n${Array.from({length: 12}, (_, i) => `The kettle in room ${i} boils at noon.`).join('\n\n')}\n`

async function judged(text: string, withLearned: boolean) {
  const {england} = packs()
  const {learned: _, ...plain} = england!
  const report = await align(
    [{path: 'policy.md', bytes: new TextEncoder().encode(text)}],
    {procedures: [], organisation: null, packs: {england: withLearned ? england! : plain}},
    {asOf: '2026-11-23', revisions: 'accepted', failOn: 'major', tool: {name: 'policy-align', version: '0.0.0'}},
  )
  return new Map(report.policies[0]!.findings.map((finding) => [finding.requirement.id, finding]))
}

test('a few sentences by themselves are judged by the patterns alone, and so is a pack without weights', async () => {
  const short = '# Safeguarding policy\n\nStaff ring the police on 999 if a child is in danger.\n'
  expect(await judged(short, true)).toEqual(await judged(short, false))
})

test('comparisons of facts are not weighed', async () => {
  const text = amid('Next review: May 2024.')
  const before = (await judged(text, false)).get('review-date-current')!
  const after = (await judged(text, true)).get('review-date-current')!
  expect(before.status).toBe('conflict')
  expect(after).toEqual(before)
})

test('whatever overrules the patterns shows a sentence, and what is missing says what was searched for', async () => {
  const findings = await judged(amid('Staff should pass worries on as soon as possible.'), true)
  for (const {status, evidence, searchedFor} of findings.values()) {
    if (status === 'conflict') expect(evidence.length).toBeGreaterThan(0)
    if (status === 'missing') expect(searchedFor.length).toBeGreaterThan(0)
  }
})
