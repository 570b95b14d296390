import {describe, expect, test} from 'vitest'
import {decide, isThorough, type Judged, judgeChecks} from '../../src/compare/judge.js'
import type {Scope} from '../../src/compare/scope.js'
import type {Confidence} from '../../src/model/finding.js'
import type {ProceduresModel} from '../../src/model/procedures.js'
import type {Requirement} from '../../src/model/requirement.js'
import {type Outcome, outcome, type Result} from '../../src/requirements/kind.js'
import {groundsOf} from '../support/grounds.js'

// What the outcomes of a requirement's checks come to together.

type Checked = Judged['outcomes'][number]

const grounds = groundsOf(
  '# Policy\n\nWe care for the lost. The lead is told. Nothing more. At all.\n',
  {},
  {
    nearest: [1, 0, 2, 3].map((index, i) => ({index, score: 9 - i, likeness: 1})),
  },
)
const place = [...grounds.passages.values()][0]!.place

const checked = (result: Result, more: Partial<Checked> = {}, name: string = result): Checked => ({
  ...outcome(result, `because ${name}`, {
    evidence: [{passageId: 'p1', quote: `“${name}”`, place}] as unknown as Outcome['evidence'],
    expected: [{fact: name, value: name, source: null}] as unknown as Outcome['expected'],
    remedy: `Mend ${name}.`,
    searchedFor: [name],
  }),
  kind: 'statement-present',
  optional: false,
  ...more,
})
const judged = (outcomes: readonly Checked[], more: Partial<Judged> = {}): Judged => ({
  requirement: {id: 'own', touches: [], checks: []} as unknown as Requirement,
  grounds,
  excluded: null,
  outcomes,
  leftOut: [],
  ...more,
})
const status = (...outcomes: Checked[]) => decide(judged(outcomes), false).status
const optional = {optional: true}

describe('the status of a requirement', () => {
  test.each([
    ['a contradiction decides', [checked('satisfied'), checked('contradicted')], 'conflict'],
    ['all that is asked is said', [checked('satisfied'), checked('satisfied')], 'met'],
    ['a bonus is lacking', [checked('satisfied'), checked('absent', optional)], 'met'],
    ['nothing wrong was found', [checked('clear')], 'met'],
    ['nothing wrong was found and all is said', [checked('clear'), checked('satisfied')], 'met'],
    ['a part is lacking', [checked('satisfied'), checked('absent')], 'partial'],
    ['it is said half', [checked('weak')], 'partial'],
    ['it is said half where only a bonus is said', [checked('weak'), checked('satisfied', optional)], 'partial'],
    ['nothing is said', [checked('absent')], 'missing'],
    ['nothing is said and nothing is wrong', [checked('absent'), checked('clear')], 'missing'],
    ['a bonus alone, half', [checked('weak', optional)], 'partial'],
    ['wording cannot tell', [checked('undecidable')], 'cannot-tell'],
    ['wording cannot tell, beside what is right', [checked('undecidable'), checked('satisfied')], 'cannot-tell'],
    ['wording cannot tell, beside what is lacking', [checked('undecidable'), checked('absent')], 'missing'],
    ['wording cannot tell, beside what is half', [checked('undecidable'), checked('weak')], 'partial'],
    ['only bonuses, beside what must not be said', [checked('clear'), checked('absent', optional)], 'met'],
    ['only bonuses', [checked('absent', optional)], 'missing'],
    ['there is nothing to judge', [], 'not-applicable'],
  ] as const)('%s', (_, outcomes, expected) => {
    expect(status(...outcomes)).toBe(expected)
  })

  test('says why, and why not, in a thorough policy half in vague words', () => {
    const half = judged([checked('satisfied'), checked('weak', {vague: true})])
    expect(decide(half, false).status).toBe('partial')
    expect([decide(half, true).status, decide(half, true).confidence]).toEqual(['met', 'low'])
    expect(decide(judged([checked('weak', {vague: true})]), true).status).toBe('partial')
    expect(decide(judged([checked('satisfied'), checked('weak')]), true).status).toBe('partial')
    expect(decide(judged([checked('satisfied'), checked('absent', {vague: true})]), true).status).toBe('partial')
  })

  test('is partial where the policy only touches it', () => {
    const requirement = {id: 'own', touches: ['care', 'told'], checks: []} as unknown as Requirement
    const finding = decide(judged([checked('absent')], {requirement}), false)
    expect([finding.status, finding.confidence, finding.evidence.map(({quote}) => quote)]).toEqual([
      'partial',
      'low',
      ['The lead is told.', 'We care for the lost.'],
    ])
    const elsewhere = {id: 'own', touches: ['elephant'], checks: []} as unknown as Requirement
    expect(decide(judged([checked('absent')], {requirement: elsewhere}), false).status).toBe('missing')
  })
})

describe('a finding', () => {
  const of = (...outcomes: Checked[]) => decide(judged(outcomes), false)

  test('of a conflict tells what is wrong, and expects what all of its checks expect', () => {
    const finding = of(checked('satisfied'), checked('contradicted'))
    expect(finding.reason).toBe('because contradicted')
    expect(finding.remedy).toBe('Mend contradicted.')
    expect(finding.evidence.map(({quote}) => quote)).toEqual(['“contradicted”'])
    expect(finding.expected.map(({fact}) => fact)).toEqual(['satisfied', 'contradicted'])
    expect(finding.searchedFor).toEqual(['contradicted'])
    expect(finding.closest).toEqual([])
    expect(finding.nearest).toBeNull()
  })

  test('that is met shows where, and mends nothing', () => {
    const finding = of(checked('satisfied'), checked('satisfied', {}, 'other'), checked('clear'))
    expect(finding.remedy).toBe('')
    expect(finding.evidence.map(({quote}) => quote)).toEqual(['“satisfied”', '“other”'])
    expect(of(checked('clear')).evidence).toEqual([])
    expect(of(checked('clear'), checked('satisfied', optional)).evidence.map(({quote}) => quote)).toEqual([
      '“satisfied”',
    ])
    expect(of(checked('clear'), checked('satisfied', optional)).reason).toBe('because satisfied')
    expect(of(checked('clear'), checked('absent', optional)).reason).toBe('because clear; because absent')
  })

  test('that is partial shows what is said, and says what is lacking and which sentences come nearest', () => {
    const finding = of(checked('satisfied'), checked('absent'))
    expect(finding.evidence.map(({quote}) => quote)).toEqual(['“satisfied”'])
    expect(finding.reason).toBe('because absent')
    expect(finding.remedy).toBe('Mend absent.')
    expect(finding.confidence).toBe('low')
    expect(finding.closest.map(({quote}) => quote)).toEqual([
      'The lead is told.',
      'We care for the lost.',
      'Nothing more.',
    ])
    expect(finding.nearest?.quote).toBe('The lead is told.')
  })

  test('that is missing shows nothing but what comes nearest', () => {
    const finding = of(checked('absent'))
    expect(finding.evidence).toEqual([])
    expect(finding.closest).toHaveLength(3)
    expect(finding.confidence).toBe('high')
  })

  test('that cannot be told shows why', () => {
    const finding = of(checked('undecidable'), checked('satisfied'))
    expect(finding.reason).toBe('because undecidable')
    expect(finding.closest).toHaveLength(3)
  })

  test.each([
    [['high', 'high'], 'high'],
    [['high', 'medium'], 'medium'],
    [['medium', 'low'], 'low'],
  ] as const)('is as sure as the least sure of %j', (levels, confidence) => {
    const outcomes = levels.map((level) => checked('contradicted', {confidence: level as Confidence}))
    expect(of(...outcomes).confidence).toBe(confidence)
  })

  test('tells everything once, and six quotations at most', () => {
    const same = of(checked('contradicted'), checked('contradicted'))
    expect([same.reason, same.remedy, same.evidence.length, same.expected.length, same.searchedFor.length]).toEqual([
      'because contradicted',
      'Mend contradicted.',
      1,
      1,
      1,
    ])
    const many = of(...'abcdefgh'.split('').map((name) => checked('contradicted', {}, name)))
    expect(many.evidence).toHaveLength(6)
    const empty = of(checked('contradicted', {reason: '', remedy: ''}), checked('contradicted', {}, 'b'))
    expect([empty.reason, empty.remedy]).toEqual(['because b', 'Mend b.'])
  })
})

describe('what is not asked for', () => {
  const excluded = {reason: 'it concerns schools', unlessSaid: true}

  test('is not judged, unless it is said or contradicted all the same', () => {
    const of = (...outcomes: Checked[]) => decide(judged(outcomes, {excluded}), false)
    expect(of(checked('absent'))).toEqual({
      status: 'not-applicable',
      confidence: 'high',
      reason: 'it concerns schools',
      evidence: [],
      expected: [],
      searchedFor: [],
      nearest: null,
      closest: [],
      remedy: '',
    })
    expect(of(checked('weak')).status).toBe('not-applicable')
    expect(of(checked('satisfied')).status).toBe('met')
    expect(of(checked('satisfied', {evidence: []})).status).toBe('not-applicable')
    expect(of(checked('contradicted')).status).toBe('conflict')
  })

  test('says why, by its checks where they have nothing to compare with', () => {
    const reason = (leftOut: readonly string[]) => decide(judged([], {leftOut}), false).reason
    expect(reason(['one', 'two', 'one'])).toBe('one; two')
    expect(reason([])).toBe('nothing of it is asked of an organisation like this one')
  })
})

test.each([
  ['without local procedures, four fifths', false, 4, 1],
  ['with local procedures, three fifths', true, 3, 2],
])('a policy is thorough that says most of what it is asked to say: %s', (_, local, said, unsaid) => {
  const policy = (...outcomes: Checked[]) =>
    isThorough(
      [outcomes.slice(0, 1), outcomes.slice(1)].map((part) => {
        const one = judged(part)
        return {...one, grounds: {...one.grounds, model: {...one.grounds.model, local}}}
      }),
    )
  const enough = [
    ...Array.from({length: said}, () => checked('satisfied')),
    ...Array.from({length: unsaid}, () => checked('absent')),
  ]
  expect(policy(...enough)).toBe(true)
  expect(policy(...enough, checked('absent'))).toBe(false)
  expect(policy(...enough, checked('absent', optional))).toBe(true)
  expect(policy(...enough, checked('absent', {kind: 'contact-matches'}))).toBe(true)
  expect(policy(checked('absent'), checked('satisfied', {kind: 'role-named'}))).toBe(false)
  expect(policy()).toBe(true)
})

describe('the checks that are judged', () => {
  const scope: Scope = {
    serves: {children: true, adults: false},
    audienceBecause: '',
    flags: new Set(['charity']),
    flagsBecause: 'the policy itself',
    soleTrader: false,
  }
  const say = (pattern: string, more: object = {}) => ({
    kind: 'statement-present',
    claim: pattern,
    ways: [pattern],
    ...more,
  })
  const judge = (requirement: object, model: Partial<ProceduresModel> = {}) =>
    judgeChecks(
      {id: 'own', audience: 'both', topic: 't', checks: [], ...requirement} as unknown as Requirement,
      {...grounds, model: {...grounds.model, ...model}},
      scope,
    )
  const results = (requirement: object, model: Partial<ProceduresModel> = {}) =>
    judge(requirement, model).outcomes.map(({result, optional: is}) => `${result}${is ? ', optional' : ''}`)

  test('are those for this sort of organisation and for whom it serves', () => {
    const checks = [
      say('told'),
      say('told', {when: ['school']}),
      say('elephant', {when: ['school', 'charity']}),
      say('told', {audience: 'adults'}),
      say('elephant', {audience: 'children'}),
    ]
    expect(results({checks})).toEqual(['satisfied', 'absent', 'absent'])
  })

  test('may be a bonus, or one where the area does not say', () => {
    const local = say('told', {optional: 'nationally', facts: ['contacts.lado']})
    const contacts = {lado: {name: 'LADO'}}
    expect(results({checks: [say('told', {optional: true}), local]})).toEqual([
      'satisfied, optional',
      'satisfied, optional',
    ])
    expect(results({checks: [local]}, {contacts})).toEqual(['satisfied'])
    expect(results({checks: [say('told', {optional: 'nationally'})]}, {contacts})).toEqual(['satisfied, optional'])
  })

  test('have their reason told where they have nothing to compare with', () => {
    const {outcomes, leftOut} = judge({
      checks: [{kind: 'reference-current', claim: '', document: 'nothing'}, say('told')],
    })
    expect(outcomes.map(({result}) => result)).toEqual(['satisfied'])
    expect(leftOut).toEqual(['the register has no entry nothing'])
  })

  test('are none where the requirement is switched off, or concerns somebody else', () => {
    const off = judge({checks: [say('told')]}, {switchedOff: [{requirement: 'own', by: 'us', reason: 'r'}]} as never)
    expect([off.excluded?.reason, off.outcomes]).toEqual(['switched off by us: r', []])
    const theirs = judge({checks: [say('told')], audience: 'adults'})
    expect([theirs.excluded?.unlessSaid, theirs.outcomes]).toEqual([false, []])
    const schools = {checks: [say('told')], appliesWhen: {anyOf: ['school'], otherwise: 'not-applicable'}}
    expect([judge(schools).excluded?.unlessSaid, results(schools)]).toEqual([true, ['satisfied']])
  })
})
