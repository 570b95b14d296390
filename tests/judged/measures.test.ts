import {describe, expect, test} from 'vitest'
import type {Timescale, TimeUnit} from '../../src/model/facts.js'
import type {Clock, Limit, LocalStage} from '../../src/model/procedures.js'
import {clocksFor, eventOf} from '../../src/requirements/clock-for.js'
import {type Outcome, outcome} from '../../src/requirements/kind.js'
import {branchesFor} from '../../src/requirements/local-branch.js'
import {isFor, measureByLocal, sayWords, working} from '../../src/requirements/measure.js'
import {likeness, receiversOf, rolesOf} from '../../src/requirements/role-likeness.js'
import type {StatedLimit} from '../../src/requirements/stated-limits.js'
import {together} from '../../src/requirements/together.js'
import {limitWords} from '../../src/text/limit-words.js'
import {urgencyOf} from '../../src/text/urgency.js'

const stated = (amount: number | null, unit: TimeUnit) => ({amount, unit, boundary: null}) as Timescale
const days = (value: number, more: Partial<Limit> = {}): Limit => ({value, unit: 'working-days', ...more})
const wordsOnly = (words: string): Limit => ({value: null, unit: null, words})

describe('a stated limit by all that a local one says', () => {
  const cases: readonly (readonly [string, Timescale, string, Limit, string, string])[] = [
    ['as long', stated(2, 'working-days'), '', days(2), 'ok', 'two working days'],
    ['longer', stated(3, 'working-days'), '', days(2), 'slower', 'two working days'],
    ['days for working days', stated(2, 'working-days'), '', {value: 2, unit: 'days'}, 'weekend-only', 'two days'],
    [
      'longer than a guide',
      stated(3, 'working-days'),
      '',
      days(2, {qualifier: 'normally'}),
      'guide',
      'two working days',
    ],
    ['within a guide', stated(1, 'working-days'), '', days(2, {qualifier: 'indicative'}), 'ok', 'two working days'],
    [
      'in either of two units',
      stated(2, 'working-days'),
      '',
      {value: 48, unit: 'hours', sameAs: {value: 2, unit: 'working-days'}},
      'ok',
      '48 hours',
    ],
    [
      'beyond both units',
      stated(5, 'working-days'),
      '',
      {value: 48, unit: 'hours', sameAs: {value: 2, unit: 'working-days'}},
      'slower',
      '48 hours',
    ],
    [
      'a working week is five days',
      stated(5, 'working-days'),
      '',
      {value: 1, unit: 'weeks', words: 'one working week'},
      'ok',
      'one working week',
    ],
    ['no number on our side', stated(null, 'none'), 'promptly', days(2), 'incomparable', 'two working days'],
    [
      'no number on theirs',
      stated(2, 'days'),
      'within two days',
      wordsOnly('a time acceptable to both'),
      'incomparable',
      'a time acceptable to both',
    ],
    [
      'the same words',
      stated(null, 'none'),
      'They meet at a time acceptable to both.',
      wordsOnly('a time acceptable to both'),
      'ok',
      'a time acceptable to both',
    ],
    ['haste for haste', stated(null, 'none'), 'promptly', wordsOnly('without delay'), 'ok', 'without delay'],
    [
      'the same day for haste',
      stated(0, 'days'),
      'the same day',
      wordsOnly('as soon as possible'),
      'ok',
      'as soon as possible',
    ],
    [
      'a working day for haste',
      stated(1, 'working-days'),
      'within a working day',
      wordsOnly('without undue delay'),
      'vague',
      'without undue delay',
    ],
    ['a week for haste', stated(5, 'working-days'), 'within five', wordsOnly('promptly'), 'slower', 'promptly'],
  ]
  test.each(cases)('%s', (_, given, about, limit, measure, words) => {
    expect(measureByLocal(given, about, limit)).toEqual({measure, words})
  })

  test.each(['indicative', 'a guide', 'a guideline', 'normally', 'usually', 'expected', 'the aim'])(
    'is no worse than slower than a guide where the local one is "%s"',
    (qualifier) => {
      expect(measureByLocal(stated(3, 'working-days'), '', days(2, {qualifier})).measure).toBe('guide')
      expect(measureByLocal(stated(3, 'working-days'), '', days(2, {qualifier: 'at the very most'})).measure).toBe(
        'slower',
      )
    },
  )

  test.each(['without delay', 'without undue delay', 'without any delay', 'promptly', 'as soon as possible'])(
    'is short enough or vague where the local one brooks no delay: "%s"',
    (words) => {
      expect(measureByLocal(stated(0, 'days'), '', wordsOnly(words)).measure).toBe('ok')
      expect(measureByLocal(stated(1, 'working-days'), '', wordsOnly(words)).measure).toBe('vague')
      expect(measureByLocal(stated(2, 'working-days'), '', wordsOnly(words)).measure).toBe('slower')
    },
  )

  const byCase: Limit = {
    ...days(10),
    byPriority: [
      {when: 'urgent', value: 1, unit: 'working-days'},
      {when: 'a child is not seen', value: 2, unit: 'working-days'},
    ],
  }
  const all = '10 working days, one working day (urgent), two working days (a child is not seen)'.replace('10', 'ten')

  test.each([
    ['urgent, and quick', 1, 'if it is urgent', 'ok', 'one working day'],
    ['urgent, and slow', 3, 'if it is urgent', 'slower', 'one working day'],
    ['the case by its own words', 2, 'where a child is not seen', 'ok', 'two working days'],
    ['no case, quick enough for all', 1, 'the lead meets them', 'ok', all],
    ['no case, right for some', 2, 'the lead meets them', 'by-case', all],
    ['no case, right for none', 15, 'the lead meets them', 'slower', all],
  ] as const)('by the case that the words tell of: %s', (_, amount, about, measure, words) => {
    expect(measureByLocal(stated(amount, 'working-days'), about, byCase)).toEqual({measure, words})
  })

  test('without a limit for all, the cases alone', () => {
    const only = {...byCase, value: null, unit: null}
    expect(measureByLocal(stated(5, 'working-days'), 'the lead meets them', only)).toEqual({
      measure: 'slower',
      words: 'one working day (urgent), two working days (a child is not seen)',
    })
  })
})

test.each([
  ['if it is urgent', 'urgent', true],
  ['if it is urgent', 'not urgent', false],
  ['otherwise', 'not urgent', true],
  ['where a child is not seen', 'a child is not seen', true],
  ['where a child is ill', 'a child is not seen', false],
  ['the lead meets them', 'urgent', false],
  ['if it is urgent', 'a child is not seen', false],
])('"%s" is for the case "%s": %s', (about, when, is) => {
  expect(isFor(about, when)).toBe(is)
})

test.each([
  ['They meet at a time acceptable to both.', 'a time acceptable to both', true],
  ['A TIME, acceptable to both', 'within a time acceptable to both', true],
  ['in a time acceptable to both', 'in a time acceptable to both', true],
  ['a time acceptable to both', 'by a time acceptable to both', true],
  ['a time acceptable to us', 'a time acceptable to both', false],
  ['sometime acceptable', 'time acceptable', false],
])('"%s" says "%s": %s', (text, words, says) => {
  expect(sayWords(text, words)).toBe(says)
})

test.each([
  [{value: 2, unit: 'weeks', words: 'two working weeks'}, [10, 'working-days']],
  [{value: 2, unit: 'weeks', words: 'two weeks'}, [2, 'weeks']],
  [{value: 2, unit: 'weeks'}, [2, 'weeks']],
  [{value: 2, unit: 'days', words: 'two days of a working week'}, [2, 'days']],
  [{value: null, unit: 'weeks', words: 'a working week'}, [null, 'weeks']],
] as const)('%j is %j', (limit, told) => {
  const {value, unit} = working(limit as Limit)
  expect([value, unit]).toEqual(told)
})

test.each([
  [days(1), 'one working day'],
  [days(0), 'the same working day'],
  [{value: 0, unit: 'days'}, 'the same day'],
  [{value: 0, unit: 'hours'}, 'the same day'],
  [days(10), 'ten working days'],
  [days(11), '11 working days'],
  [{value: 24, unit: 'hours'}, '24 hours'],
  [{value: 1, unit: 'hours'}, '1 hour'],
  [{value: 45, unit: 'minutes'}, '45 minutes'],
  [{value: 3, unit: 'months'}, 'three months'],
  [days(1, {boundary: 'close-of-day'}), 'the close of the next working day'],
  [days(2, {boundary: 'close-of-day'}), 'two working days'],
  [days(1, {words: 'before the day is out'}), 'before the day is out'],
  [{value: null, unit: 'days'}, 'no stated limit'],
  [{value: 1, unit: null}, 'no stated limit'],
] as const)('the limit %j in words: %s', (limit, words) => {
  expect(limitWords(limit as Limit)).toBe(words)
})

test.each([
  ['it is urgent', 'urgent'],
  ['needed today', 'urgent'],
  ['at once because a child is hurt', 'urgent'],
  ['an immediate answer', 'urgent'],
  ['in an emergency', 'urgent'],
  ['pressing cases', 'urgent'],
  ['urgently', 'urgent'],
  ['not urgent', 'other'],
  ['not so very urgent', 'other'],
  ['not in the least bit urgent', 'urgent'],
  ['less pressing', 'other'],
  ["isn't urgent", 'other'],
  ['non-urgent', 'other'],
  ['no emergency', 'other'],
  ['otherwise', 'other'],
  ['all other cases', 'other'],
  ['in any other case', 'other'],
  ['a routine matter', 'other'],
  ['a plain matter', null],
])('how pressing "%s" is: %s', (words, urgency) => {
  expect(urgencyOf(words)).toBe(urgency)
})

describe('roles', () => {
  test.each([
    ['our team manager', 'team manager', 1],
    ['the team manager of the other agency', 'team manager', 1],
    ['the service manager', 'team manager', 0.5],
    ['a social worker', 'team manager', 0],
    ['managers', 'the manager', 1],
    ['the', 'team manager', 0],
    ['', 'team manager', 0],
  ])('"%s" is like "%s": %d', (policy, local, share) => {
    expect(likeness(policy, local)).toBe(share)
  })

  test.each('the a an of our their in at to and or other agency relevant'.split(' '))(
    'the word "%s" makes no role another one',
    (word) => {
      expect(likeness(`${word} manager`, 'manager')).toBe(1)
    },
  )

  test('of a local stage are those to whom it goes, and whom it tells', () => {
    const stage: LocalStage = {
      order: 1,
      fromRole: 'worker',
      toRole: 'manager',
      toRoles: ['duty manager'],
      rolesByAgency: {police: 'detective sergeant'},
      substitutes: {health: 'named nurse'},
      notify: 'the partnership',
    }
    expect(receiversOf(stage)).toBe('manager duty manager detective sergeant named nurse')
    expect(rolesOf(stage)).toBe('manager duty manager detective sergeant named nurse the partnership')
    expect(rolesOf({order: 1})).toBe('')
  })
})

describe('what happens within a limit', () => {
  test.each([
    ['they acknowledge it', 'acknowledge'],
    ['on receipt', 'acknowledge'],
    ['it is confirmed', 'write-up'],
    ['in a letter', 'write-up'],
    ['she writes', 'write-up'],
    ['it is written', 'write-up'],
    ['the write-up', 'write-up'],
    ['it is recorded', 'write-up'],
    ['minutes', 'write-up'],
    ['they convene', 'meet'],
    ['convenes a panel', 'meet'],
    ['they met', 'meet'],
    ['a meeting', 'meet'],
    ['they discuss', 'meet'],
    ['they agree', 'decide'],
    ['agreement', 'decide'],
    ['it is decided', 'decide'],
    ['a decision', 'decide'],
    ['resolved', 'decide'],
    ['a resolution', 'decide'],
    ['it is settled', 'decide'],
    ['they respond', 'respond'],
    ['a reply', 'respond'],
    ['they replied', 'respond'],
    ['answers', 'respond'],
    ['feed back', 'respond'],
    ['feedback', 'respond'],
    ['comes back', 'respond'],
    ['raises it', 'raise'],
    ['is told', 'raise'],
    ['contacts them', 'raise'],
    ['notifies', 'raise'],
    ['rings', 'raise'],
    ['challenges', 'raise'],
    ['begins', 'raise'],
    ['starts', 'raise'],
    ['initiates', 'raise'],
    ['the lead waits', null],
    ['they raise it and meet', 'meet'],
    ['they meet after they raise it', 'raise'],
  ])('"%s": %s', (words, event) => {
    expect(eventOf(words)).toBe(event)
  })

  const clocks = ['raise', 'respond', 'meeting'].map((event): Clock => ({event, value: 1, unit: 'days'}))
  const clock = (before: string, about = before) =>
    clocksFor({before, about} as StatedLimit, clocks).map(({event}) => event)

  test('is what stands last before the limit, else first behind it', () => {
    expect(clock('they raise it and are answered ')).toEqual(['respond'])
    expect(clock('', 'within two days they meet and answer')).toEqual(['meeting'])
    expect(clock('the lead ', 'the lead has two days')).toEqual([])
    expect(clock('it is written up ')).toEqual([])
    expect(clocksFor({before: 'they meet', about: 'they meet'} as StatedLimit, [{value: 1, unit: 'days'}])).toEqual([])
  })
})

describe('the branch of a local step that a stage stands for', () => {
  const step = (order: number, label?: string, when?: string): LocalStage => ({order, label, when})
  const local = [step(1), step(2, '2a', 'urgent'), step(2, '2B', 'not urgent')]
  const labels = (value: string, order: number) =>
    branchesFor({value, order} as never, local).map(({label}) => label ?? 'plain')

  test.each([
    ['the only one of its number', 'Stage 1: urgent', 1, ['plain']],
    ['by its letter', 'Stage 2b: the lead', 2, ['2B']],
    ['by its case', 'Stage 2: if it is urgent, the lead', 2, ['2a']],
    ['by neither', 'Stage 2: the lead', 2, ['2a', '2B']],
    ['of no number', 'Stage 3: the lead', 3, []],
  ] as const)('%s', (_, value, order, expected) => {
    expect(labels(value, order)).toEqual(expected)
  })
})

describe('the outcomes of several facts together', () => {
  const of = (result: Outcome['result'], name: string) =>
    outcome(result, name, {
      evidence: [{quote: name}] as never,
      expected: [{fact: name}] as never,
      remedy: result === 'satisfied' ? '' : `Mend ${name}.`,
      searchedFor: [name, 'both'],
      confidence: name === 'a' ? 'low' : 'high',
    })

  test.each([
    ['a wrong one decides', ['satisfied', 'contradicted', 'absent'], 'contradicted', 'b', 'b', 'Mend b.'],
    ['all are right', ['satisfied', 'satisfied'], 'satisfied', 'a b', 'a; b', ''],
    ['all are lacking', ['absent', 'absent'], 'absent', 'a b', 'a; b', 'Mend a. Mend b.'],
    ['one is lacking', ['satisfied', 'absent'], 'weak', 'a b', 'b', 'Mend b.'],
    ['one cannot be told', ['satisfied', 'undecidable'], 'undecidable', 'a b', 'b', 'Mend b.'],
    ['one cannot be told, and one is lacking', ['undecidable', 'absent'], 'weak', 'a b', 'a; b', 'Mend a. Mend b.'],
    ['what has nothing to say is passed over', ['inapplicable', 'satisfied'], 'satisfied', 'b', 'b', ''],
    ['nothing has anything to say', ['inapplicable', 'inapplicable'], 'inapplicable', 'a', 'a', 'Mend a.'],
  ] as const)('%s', (_, results, result, evidence, reason, remedy) => {
    const all = together(results.map((each, i) => of(each, 'abc'[i]!)))
    expect([all.result, all.evidence.map(({quote}) => quote).join(' '), all.reason, all.remedy]).toEqual([
      result,
      evidence,
      reason,
      remedy,
    ])
  })

  test('keep four quotations, what each expects and was looked for, and the confidence of the first that tells', () => {
    const many = together('abcde'.split('').map((name) => of('contradicted', name)))
    expect(many.evidence).toHaveLength(4)
    expect(many.expected).toHaveLength(5)
    expect(many.searchedFor).toEqual(['a', 'both', 'b', 'c', 'd', 'e'])
    expect(many.confidence).toBe('low')
    expect(together('abcde'.split('').map((name, i) => of(i ? 'weak' : 'satisfied', name))).evidence).toHaveLength(4)
    expect(together([of('satisfied', 'a'), of('weak', 'b')]).confidence).toBe('high')
  })
})
