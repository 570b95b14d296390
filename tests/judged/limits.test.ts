import {describe, expect, test} from 'vitest'
import type {ProceduresModel} from '../../src/model/procedures.js'
import type {Check, Requirement} from '../../src/model/requirement.js'
import {kindOf} from '../../src/requirements/index.js'
import type {Grounds, Outcome} from '../../src/requirements/kind.js'
import {limitClausesOf} from '../../src/requirements/limit-clauses.js'
import {groundsOf} from '../support/grounds.js'

// Stated limits against local ones, wherever the policy gives one for the same thing.

const area: Partial<ProceduresModel> = {
  timescales: {
    childReferral: {value: 1, unit: 'working-days'},
    adultConcern: {value: 2, unit: 'working-days'},
    trainingRefresh: {value: 2, unit: 'years'},
    guide: {value: 1, unit: 'working-days', qualifier: 'normally'},
    haste: {value: null, unit: null, words: 'without delay'},
    cases: {value: 5, unit: 'working-days', byPriority: [{when: 'urgent', value: 1, unit: 'working-days'}]},
    days: {value: 2, unit: 'days'},
    suits: {value: null, unit: null, words: 'a time that suits both'},
  },
}
const check = {
  kind: 'timescale-no-slower-than',
  claim: 'ring the council',
  facts: ['timescales.childReferral'],
  about: 'ring | refer',
}

interface Given {
  readonly own?: object
  readonly model?: Partial<ProceduresModel>
  readonly serves?: Grounds['serves']
  readonly audience?: Requirement['audience']
}

function judge(lines: string, {own = {}, model = {}, serves, audience = 'both'}: Given = {}): Outcome {
  const asked = {...check, ...own} as unknown as Check
  const grounds = groundsOf(`# Policy\n\n## What we do\n\n${lines}\n`, {...area, ...model}, serves && {serves})
  return kindOf(asked).judge(
    asked,
    {id: 'own', title: '', audience, checks: [asked]} as unknown as Requirement,
    grounds,
  )
}
const told = ({result, reason, remedy}: Outcome) => [result, reason, remedy].filter(Boolean).join(' | ')
const against = (fact: string) => ({own: {facts: [`timescales.${fact}`]}})

test('what is said of the other group alone is no limit for this one', () => {
  const lines = 'For a child ring within one working day.\n\nFor an adult ring within three days.'
  expect(judge(lines, {audience: 'children'}).result).toBe('satisfied')
  expect(judge(lines, {audience: 'adults'}).result).toBe('contradicted')
  expect(judge(lines).result).toBe('contradicted')
})

describe('a limit for what is asked', () => {
  const slow = (words: string) =>
    `contradicted | the policy allows “${words}” to ring the council; the procedures give one working day | Change “${words}” to one working day, or quicker.`
  const none =
    'absent | no time limit is given to ring the council | Say that you ring the council within one working day.'

  test.each([
    [
      'no slower',
      'Ring within one working day.',
      'satisfied | “within one working day” is no slower than one working day',
    ],
    ['slower', 'Ring within three days.', slow('within three days')],
    [
      'without a number',
      'Ring promptly.',
      'weak | “promptly” is no limit; the procedures give one working day | Say “one working day” instead of “promptly”.',
    ],
    [
      'promptly, and with a number',
      'Ring promptly, and within one working day.',
      'satisfied | “within one working day” is no slower than one working day',
    ],
    ['a right one and a wrong one', 'Ring the same day.\n\nRing within three days.', slow('within three days')],
    [
      'a vague one and a right one',
      'Ring promptly.\n\nRing the same day.',
      'satisfied | “the same day” is no slower than one working day',
    ],
    [
      'counted from later',
      'Ring within one working day of the investigation being completed.',
      'contradicted | the limit counts from a later event (“of the investigation being completed”) and not from when it is known | Count one working day from when the matter is first known.',
    ],
    ['of something else', 'Swim within three days.', none],
    ['in a question', 'Do we ring within three days?', none],
    ['again and again', 'Ring every three months.', none],
    [
      'in another clause',
      'Ring the same day, and swim within three days.',
      'satisfied | “the same day” is no slower than one working day',
    ],
    ['of the sentence before', 'We ring the council. We do this within three days.', slow('within three days')],
    [
      'of the call before',
      'We ring the council. The call is always made within three days.',
      slow('within three days'),
    ],
    ['of another sentence', 'We ring the council. Then we swim within three days.', none],
    ['of theirs', 'Ring the council. The council should tell us within three days.', none],
    ['of theirs, in a word', 'Refer, and they will reply within three days.', none],
    ['to those who pay', 'Ring our insurers within three days.', none],
    [
      'what is allowed beside what we do',
      'Ring the same day (three days are allowed).',
      'satisfied | “the same day” is no slower than one working day',
    ],
    [
      'what is the local limit beside it',
      'Ring the same day; the local limit of three days is longer.',
      'satisfied | “the same day” is no slower than one working day',
    ],
    [
      'for the writing',
      'Ring the same day, and confirm it in writing to the council within three days.',
      'satisfied | “the same day” is no slower than one working day',
    ],
    ['none', 'We care.', none],
  ])('%s', (_, lines, expected) => {
    expect(told(judge(lines))).toBe(expected)
  })

  test.each([
    [
      'a guide',
      'guide',
      'Ring within two working days.',
      'weak | “within two working days” is slower than what is a guide locally: one working day',
    ],
    [
      'haste',
      'haste',
      'Ring within one working day.',
      'weak | “within one working day” is given where the procedures say without delay',
    ],
    [
      'cases',
      'cases',
      'Ring within three working days.',
      'weak | “within three working days” is right for some cases only; locally it is five working days, one working day (urgent)',
    ],
    [
      'a case that is told of',
      'cases',
      'If it is urgent ring within one working day.',
      'satisfied | “within one working day” is no slower than one working day',
    ],
    [
      'days',
      'days',
      'Ring within two working days.',
      'weak | “within two working days” ends later than two days where a weekend or a bank holiday comes between',
    ],
    [
      'words',
      'suits',
      'Ring within two working days.',
      'undecidable | “within two working days” and a time that suits both cannot be compared',
    ],
  ])('against %s', (_, fact, lines, expected) => {
    const {result, reason, confidence} = judge(lines, against(fact))
    expect(`${result} | ${reason}`).toBe(expected)
    expect(confidence).toBe(result === 'undecidable' ? 'medium' : 'high')
  })

  test.each([
    'local limit: three days',
    'locally three days',
    'they allow three days',
    'three days allowed',
    'the area allows three days',
    'the procedure gives three days',
    'the procedures say three days',
    'the procedures ask for three days',
    'the outer limit is three days',
    'at most three days',
  ])('tells in brackets what is allowed, and no limit of ours: (%s)', (words) => {
    expect(judge(`Ring the same day (${words}).`).result).toBe('satisfied')
  })

  test('in a table, under a head that tells what is local, is not ours', () => {
    const table = '| What | When | Local limit |\n| --- | --- | --- |\n| Ring them | same day | within three days |'
    expect(judge(table).result).toBe('satisfied')
  })

  test('is that of the group that the sentence speaks of', () => {
    const own = {facts: ['timescales.childReferral', 'timescales.adultConcern']}
    expect(judge('About an adult ring within two working days.', {own}).result).toBe('satisfied')
    expect(judge('About a child ring within two working days.', {own}).result).toBe('contradicted')
    expect(
      judge('About a child ring within two working days.', {own, serves: {children: false, adults: true}}).result,
    ).toBe('satisfied')
    expect(judge('Ring within two working days.', {own, serves: {children: true, adults: false}}).result).toBe(
      'contradicted',
    )
    expect(judge('Ring within two working days.', {own}).result).toBe('satisfied')
    expect(judge('Ring within three working days.', {own}).result).toBe('contradicted')
  })

  test('is that of the nation where the area has none, and else only has to be there', () => {
    const nowhere = {facts: ['timescales.nowhere']}
    const national = {...nowhere, national: {value: 1, unit: 'working-days'}}
    expect(judge('Ring within three days.', {own: national}).result).toBe('contradicted')
    expect(judge('Ring within three days.', {own: national}).expected).toEqual([])
    expect(judge('Ring within three days.', {own: {...national, facts: ['timescales.suits']}}).result).toBe(
      'undecidable',
    )
    expect(told(judge('Ring within three days.', {own: nowhere}))).toBe(
      'satisfied | the policy gives a limit to ring the council',
    )
    expect(judge('Ring within three days.', {own: nowhere}).confidence).toBe('medium')
    expect(told(judge('Ring promptly.', {own: nowhere}))).toBe('inapplicable | there is no local limit to compare with')
    expect(told(judge('We care.', {own: nowhere}))).toBe('inapplicable | there is no local limit to compare with')
    expect(judge('We care.', {own: national}).expected).toEqual([])
    expect(judge('We care.').expected.map(({fact, value}) => [fact, value])).toEqual([
      ['timescales.childReferral', 'one working day'],
    ])
    expect(judge('We care.').confidence).toBe('medium')
  })

  test('that was read as plainly for one thing counts for no other, unless that is asked', () => {
    const lines = 'Ring the LADO within three days.'
    expect(judge(lines).result).toBe('absent')
    expect(judge(lines, {own: {roles: ['lado-notify']}}).result).toBe('contradicted')
    expect(judge('Swim to the LADO within three days.', {own: {roles: ['lado-notify']}}).result).toBe('contradicted')
    expect(judge('Ring our insurers within three days.', {own: {roles: ['regulator-notify']}}).result).toBe(
      'contradicted',
    )
    expect(judge('Ring within three days.', {own: {notAbout: 'three'}}).result).toBe('absent')
  })

  test('of a stage of a disagreement is measured with its stage', () => {
    const lines =
      '## Escalation\n\nStage 1: our lead rings the manager within three days.\n\nStage 2: our lead rings the director within three days.'
    expect(judge(lines).result).toBe('absent')
  })

  test('of a course keeps to the interval where a shorter one stands beside it', () => {
    const own = {facts: ['timescales.trainingRefresh'], about: 'training | update', recurring: true}
    expect(judge('Training is held every two years.', {own}).result).toBe('satisfied')
    expect(judge('Training is held every three years.', {own}).result).toBe('contradicted')
    expect(judge('Training is held every three years.\n\nAn update is held every year.', {own}).result).toBe(
      'satisfied',
    )
    expect(judge('Training is held within three years.', {own}).result).toBe('absent')
  })
})

describe('the clause of a limit', () => {
  const clauses = (text: string) => {
    const {limits, find} = limitClausesOf(groundsOf(`# Policy\n\n${text}\n`))
    const holds = (word: string) => limits.filter(({clause}) => find(word).has(clause)).map(({stated}) => stated.value)
    return {limits: limits.map(({stated}) => stated.value), holds}
  }

  test('ends where a comma or a word parts it from the next', () => {
    const {limits, holds} = clauses(
      'The lead rings the same day, and writes within two days but swims within three days.',
    )
    expect(limits).toEqual(['the same day', 'within two days', 'within three days'])
    expect(holds('ring')).toEqual(['the same day'])
    expect(holds('write')).toEqual(['within two days'])
    expect(holds('swim')).toEqual(['within three days'])
  })

  test('ends half way where nothing parts it', () => {
    const {holds} = clauses('Ring them within two days they swim far away within three days.')
    expect(holds('ring')).toEqual(['within two days'])
    expect(holds('away')).toEqual(['within three days'])
  })

  test('is the whole sentence where the limit is the only one in it', () => {
    const {holds} = clauses(
      'The lead rings, writes and swims within two days, and rests. The council rests within three days.',
    )
    expect(holds('ring')).toEqual(['within two days'])
    expect(holds('rest')).toEqual(['within two days', 'within three days'])
  })

  test.each([';', ',', ':', ' –', ' —', ' and', ' but', ' then', ' otherwise', ' all others'])(
    'is parted by "%s"',
    (mark) => {
      const {holds} = clauses(`Ring within two days${mark} swim a very long way indeed within three days.`)
      expect(holds('swim')).toEqual(['within three days'])
    },
  )
})
