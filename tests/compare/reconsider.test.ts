import {expect, test} from 'vitest'
import {align} from '../../src/align.js'
import {confidenceOf, foundBy, likeliestOf, likelihoods, signsOfVerdict} from '../../src/compare/weigh.js'
import {weighable} from '../../src/model/learned.js'
import type {Score, Scores} from '../../src/text/classifier.js'
import {englandPack, packs} from '../support/pack.js'

const leaning = (odds: Score['odds'], ofAny: Score['ofAny'] = odds): Scores => ({
  best: (requirement) => (requirement === 'unknown' ? null : [{index: 0, odds, ofAny}]),
  suspect: () => ({index: 0, odds, ofAny}),
  tellingWords: () => [],
})
const scores = leaning({about: -2, says: -4, against: 9}, {about: 0, says: -9, against: 2})
const check = (result: 'satisfied' | 'weak' | 'absent', optional = false) => ({
  kind: 'statement-present',
  result,
  optional,
})

test('the signs of a verdict are shares, what the patterns ruled, and the odds of the first sentences within bounds', () => {
  const found = foundBy([check('satisfied'), check('absent'), check('weak', true)])
  expect(found).toEqual({satisfied: 0.5, weak: 0, absent: 0.5, 'nothing asked': 0})
  expect(foundBy([check('weak', true)])).toEqual({satisfied: 0, weak: 0, absent: 0, 'nothing asked': 1})
  expect(signsOfVerdict('known', 'partial', found, scores)).toEqual({
    always: 1,
    ...found,
    'ruled partial': 1,
    'of known': 1,
    'of known, ruled partial': 1,
    about: -0.5,
    'about, second': -2,
    'about, third': -2,
    'of known, about': -0.5,
    'about, and about any': 0,
    'about, and says any': -2,
    'about, and against any': 0.5,
    'about, ruled partial': -0.5,
    'about, and says': -1,
    'about, and against': 1,
    says: -1,
    'says, second': -2,
    'says, third': -2,
    'of known, says': -1,
    'says, and about any': 0,
    'says, and says any': -2,
    'says, and against any': 0.5,
    'says, ruled partial': -1,
    'says, and about': -0.5,
    'says, and against': 1,
    against: 1,
    'against, second': -2,
    'against, third': -2,
    'of known, against': 1,
    'against, and about any': 0,
    'against, and says any': -2,
    'against, and against any': 0.5,
    'against, ruled partial': 1,
    'against, and about': -0.5,
    'against, and says': -1,
    // It speaks of it (-2) and is against any (2).
    suspect: 0,
    'suspect, and says': -1,
    'suspect, and against': 1,
  })
  expect(signsOfVerdict('unknown', 'met', found, scores)).toBeNull()
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
  expect(classifier.bias).toHaveLength(3 * ids.length + 3)
  const known = leaning({about: 0, says: 0, against: 0})
  const found = foundBy([check('weak')])
  const signs = new Set(
    ids.flatMap((id) => weighable.flatMap((status) => Object.keys(signsOfVerdict(id, status, found, known)!))),
  )
  for (const kind of ['local', 'national'] as const) {
    for (const status of weighable) {
      const weighed = Object.keys(verdict[kind][status])
      // Some requirements rest on facts alone, and some were never ruled so.
      expect(weighed.filter((sign) => !signs.has(sign))).toEqual([])
      expect(weighed.length).toBeGreaterThan(signs.size / 2)
    }
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
