import {describe, expect, test} from 'vitest'
import type {Escalation, LocalStage, ProceduresModel} from '../../src/model/procedures.js'
import type {Check, Requirement} from '../../src/model/requirement.js'
import {capOutcomes} from '../../src/requirements/cap.js'
import {wrongEnding} from '../../src/requirements/endings.js'
import {kindOf} from '../../src/requirements/index.js'
import type {Grounds, Outcome} from '../../src/requirements/kind.js'
import {lateNotice} from '../../src/requirements/late-notice.js'
import {looseLimits} from '../../src/requirements/loose-limits.js'
import {isBelowOther, stagesFor} from '../../src/requirements/stages-read.js'
import {limitsWithin} from '../../src/requirements/stated-limits.js'
import {groundsOf} from '../support/grounds.js'

// Ladders of escalation: an invented area's, and what policies of a few lines say of them.

const step = (
  order: number,
  fromRole: string,
  toRole: string,
  days?: number,
  more: Partial<LocalStage> = {},
): LocalStage => ({
  order,
  fromRole,
  toRole,
  ...(days !== undefined && {maxDuration: {value: days, unit: 'working-days'}}),
  ...more,
})
const three: Escalation = {
  title: 'Challenge Pathway',
  aliases: ['Cragwell Pathway'],
  stages: [
    step(1, 'worker', 'worker', 1),
    step(2, 'safeguarding lead', 'team manager', 2),
    step(3, 'chief executive', 'head of service', 5),
  ],
}
const said = [
  'Stage 1: our worker speaks to the worker within one working day.',
  'Stage 2: our safeguarding lead speaks to the team manager within two working days.',
  'Stage 3: our chief executive speaks to the head of service within five working days.',
]
const children = {children: true, adults: false}

interface Given {
  readonly escalation?: ProceduresModel['escalation']
  readonly serves?: Grounds['serves']
  readonly heading?: string
  readonly more?: Partial<ProceduresModel>
}

function groundsFor(
  lines: string | readonly string[],
  {escalation = {children: three}, serves = children, heading = 'Disagreements with other agencies', more}: Given = {},
): Grounds {
  const text = typeof lines === 'string' ? lines : lines.join('\n\n')
  return groundsOf(`# Safeguarding policy\n\n## ${heading}\n\n${text}\n`, {escalation, ...more}, {serves})
}

function judge(check: object, lines: string | readonly string[], given: Given = {}): Outcome {
  const own = {claim: 'steps are taken', ...check} as unknown as Check
  return kindOf(own).judge(
    own,
    {id: 'own', title: '', audience: 'both', checks: [own]} as unknown as Requirement,
    groundsFor(lines, given),
  )
}

const told = ({result, reason, remedy}: Outcome) => [result, reason, remedy].filter(Boolean).join(' | ')
const quoted = ({evidence}: Outcome) => evidence.map(({quote}) => quote)

describe('the order of stages', () => {
  const check = {kind: 'stage-sequence', facts: ['escalation.*.stages']}
  const list =
    'List the stages of Challenge Pathway: 1 worker to worker; 2 safeguarding lead to team manager; 3 chief executive to head of service.'
  const of = (lines: string | readonly string[], given: Given = {}) => judge(check, lines, given)
  const swapped = (first: string, second: string) => [said[0]!, `Stage 2: ${first}.`, `Stage 3: ${second}.`]

  test.each([
    [
      'a table',
      '| Stage | From | To |\n|---|---|---|\n| 1 | Worker | Worker |\n| 2 | Lead | Team manager |',
      'contradicted',
    ],
    [
      'a list',
      '1. Stage 1: our worker speaks to the worker.\n2. Stage 2: our lead speaks to the team manager.',
      'contradicted',
    ],
    ['one row', '| Stage | From | To |\n|---|---|---|\n| 1 | Worker | Worker |', 'weak'],
    [
      'a table from the second on',
      '| Stage | From | To |\n|---|---|---|\n| 2 | Lead | Team manager |\n| 3 | Chief | Head of service |',
      'weak',
    ],
    ['running text', said.slice(0, 2).join('\n\n'), 'weak'],
  ])('a ladder that lacks a stage leaves it out where it is whole: %s', (_, lines, result) => {
    expect(of(lines).result).toBe(result)
  })

  test.each([
    ['all', said, 'satisfied | the policy gives all 3 local stages about a child in their order'],
    ['without the last', said.slice(0, 2), `weak | the policy gives 2 of the 3 local stages about a child | ${list}`],
    ['told from the top', [...said].reverse(), `contradicted | the stages do not stand in order | ${list}`],
    [
      'to a stranger',
      [said[0]!, 'Stage 2: our lead speaks to Ofsted.'],
      `contradicted | a stage goes to Ofsted, who has no part in the local stages | ${list}`,
    ],
    [
      'two receivers exchanged',
      swapped('our lead speaks to the head of service', 'our chief speaks to the team manager'),
      `contradicted | stage 2 goes to head of service, which locally is stage 3 | ${list}`,
    ],
    [
      'receivers alone, exchanged',
      [said[0]!, 'Stage 2: head of service', 'Stage 3: team manager'],
      `contradicted | stage 2 goes to head of service, which locally is stage 3 | ${list}`,
    ],
    [
      'receivers alone',
      [said[0]!, 'Stage 2: team manager', 'Stage 3: head of service'],
      'satisfied | the policy gives all 3 local stages about a child in their order',
    ],
    [
      'starters exchanged',
      swapped('our chief executive speaks to the team manager', 'our safeguarding lead speaks to the head of service'),
      `contradicted | stage 2 is taken by chief executive and stage 3 by safeguarding lead; locally it is the other way round | ${list}`,
    ],
    [
      'one starter of ours',
      swapped('our chief executive speaks to the team manager', 'our chief executive speaks to the head of service'),
      'satisfied | the policy gives all 3 local stages about a child in their order',
    ],
    [
      'by its title',
      'We follow the challenge pathway.',
      `weak | the policy names the local procedure for children without its stages | ${list}`,
    ],
    [
      'by its other name',
      'We follow the Cragwell Pathway.',
      `weak | the policy names the local procedure for children without its stages | ${list}`,
    ],
    ['none', 'We care.', `absent | the stages of an escalation about a child are not given | ${list}`],
  ])('%s', (_, lines, expected) => {
    expect(told(of(lines))).toBe(expected)
  })

  test.each([
    'Ofsted',
    'the CQC',
    'our MP',
    'the member of parliament',
    'the ombudsman',
    'a complaint panel',
    'the newspaper',
    'the press',
    'the media',
    'our solicitor',
  ])('no ladder leads to %s', (stranger) => {
    expect(of([said[0]!, `Stage 2: our lead writes to ${stranger}.`]).reason).toContain(
      'who has no part in the local stages',
    )
  })

  test('leads to a stranger where the local one does', () => {
    const escalation = {children: {...three, stages: [...three.stages, step(4, 'chair', 'ombudsman')]}}
    expect(of([...said, 'Stage 4: our chair writes to the ombudsman.'], {escalation}).result).toBe('satisfied')
  })

  test('need not hold what comes before it or may be left out', () => {
    const escalation = {
      children: {
        ...three,
        stages: [{...three.stages[0]!, before: true}, three.stages[1]!, {...three.stages[2]!, optional: true}],
      },
    }
    expect(told(of([said[1]!], {escalation}))).toBe(
      'satisfied | the policy gives all 1 local stages about a child in their order',
    )
  })

  test('has a stage for its branches together', () => {
    const escalation = {
      children: {...three, stages: [...three.stages, step(3, 'chief executive', 'director', 1, {label: '3b'})]},
    }
    expect(of([said[0]!, said[1]!, 'Stage 3: our chief executive speaks to the director.'], {escalation}).result).toBe(
      'satisfied',
    )
    expect(of('We care.', {escalation}).expected.map(({value}) => value)).toEqual([
      '1 worker to worker',
      '2 safeguarding lead to team manager',
      '3 chief executive to head of service or director',
    ])
  })

  test('is asked for each group that is served', () => {
    const escalation = {children: three, adults: {...three, title: 'Adult Pathway'}}
    const serves = {children: true, adults: true}
    expect(of(said, {escalation, serves}).result).toBe('satisfied')
    expect(
      told(
        of(
          said.map((line) => line.replace(':', ' about a child:')),
          {escalation, serves},
        ),
      ),
    ).toMatch(/^weak \| the stages of an escalation about an adult are not given/)
    expect(of(said, {escalation: {adults: three}}).reason).toBe('the policy gives stages of escalation in order')
  })

  test('of its own, with nobody of the local one, is against it', () => {
    const own = (text: string, heading = 'Disagreements about a child') => of(text, {heading})
    const long = 'We talk among ourselves until we have come to an end of it, and then we leave it.'
    expect(told(own(long))).toBe(
      `contradicted | what the policy says on disagreements about children has none of the local stages | ${list}`,
    )
    expect(own(long).confidence).toBe('medium')
    expect(own('We talk among ourselves.').result).toBe('absent')
    expect(own(long, 'Disagreements').result).toBe('absent')
    expect(own(long, 'What we do about a child').result).toBe('absent')
    expect(own(`${long} The team manager hears of it.`).result).toBe('absent')
    for (const body of ['other agency', 'council', 'local authority', 'social care', 'partnership', 'board'])
      expect(own(`${long} The ${body} hears of it.`).result, body).toBe('absent')
    const adults = {escalation: {adults: three}, serves: {children: false, adults: true}}
    expect(of(long, {...adults, heading: 'Disagreements about an adult'}).result).toBe('contradicted')
    expect(of(long, {...adults, heading: 'Disagreements about a child'}).result).toBe('absent')
  })

  test('without a local one needs two stages', () => {
    const given = {escalation: {}}
    expect(told(of(said, given))).toBe('satisfied | the policy gives stages of escalation in order')
    expect(of(said, given).confidence).toBe('medium')
    expect(quoted(of([...said, 'Stage 4: the chair writes to the board.'], given))).toEqual(said)
    expect(told(of(said.slice(0, 1), given))).toBe(
      'weak | only one stage of escalation is given | List every stage of the local procedure.',
    )
    expect(told(of('We care.', given))).toBe(
      'absent | no stages of escalation are given | List the stages of the local procedure.',
    )
  })

  test('is shown with four stages at most', () => {
    const more = [...said, 'Stage 4: the chair writes to the board.', 'Stage 5: the chair writes to the executive.']
    expect(quoted(of(more))).toEqual(more.slice(0, 4))
  })
})

describe('steps that a requirement gives itself', () => {
  const order = [
    {step: 'ring', pattern: 'ring'},
    {step: 'write', pattern: 'write'},
    {step: 'wait', pattern: 'wait'},
  ]
  const of = (lines: string) => judge({kind: 'stage-sequence', order}, lines)

  test.each([
    ['in order', 'Ring them.\n\nWrite to them.', 'satisfied | the steps stand in the right order'],
    ['in one sentence', 'Ring them and write.', 'satisfied | the steps stand in the right order'],
    [
      'out of order in one sentence',
      'Write to them and ring.',
      'weak | the steps do not stand in the order that is asked: ring, then write, then wait | Put them in this order: steps are taken.',
    ],
    [
      'out of order',
      'Wait.\n\nRing them.',
      'weak | the steps do not stand in the order that is asked: ring, then write, then wait | Put them in this order: steps are taken.',
    ],
    [
      'one only',
      'Ring them.',
      'absent | no order of steps was found: steps are taken | Give the order: steps are taken.',
    ],
    [
      'in two sections',
      'Ring them.\n\n## Next\n\nWrite.',
      'absent | no order of steps was found: steps are taken | Give the order: steps are taken.',
    ],
    [
      'in order here and out of order there',
      'Ring them. Write.\n\n## Next\n\nWrite. Ring.',
      'weak | the steps do not stand in the order that is asked: ring, then write, then wait | Put them in this order: steps are taken.',
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(of(lines))).toBe(expected)
  })
})

describe('the limits of stages', () => {
  const check = {kind: 'timescale-no-slower-than', facts: ['escalation.*.stages'], about: 'disagree | escalat*'}
  const of = (lines: string | readonly string[], given: Given = {}) => judge(check, lines, given)
  const stage = (order: number, limit: string) => said[order - 1]!.replace(/ within.*/, ` ${limit}.`)
  const first = {children: {...three, stages: three.stages.slice(0, 1)}}
  const limitOf = (maxDuration: LocalStage['maxDuration']) => ({
    children: {...three, stages: [{...three.stages[0]!, maxDuration}]},
  })

  test.each([
    [
      'all as they are',
      said,
      'satisfied | stage 1 is no slower than one working day; stage 2 is no slower than two working days; stage 3 is no slower than five working days',
    ],
    [
      'one too slow',
      [said[0]!, stage(2, 'within three working days')],
      'contradicted | the policy gives stage 2 “within three working days”; locally it is two working days | Change the limit of stage 2 to two working days, or quicker.',
    ],
    [
      'over a weekend',
      [stage(1, 'within one working day'), stage(3, 'within five days')],
      'satisfied | stage 1 is no slower than one working day; stage 3 is no slower than five working days',
    ],
    [
      'without a number',
      [stage(1, 'promptly')],
      'weak | “promptly” is no limit for stage 1; it is one working day | Give stage 1 a limit of one working day.',
    ],
    [
      'promptly, and with a number',
      [stage(1, 'promptly, and within one working day')],
      'satisfied | stage 1 is no slower than one working day',
    ],
    [
      'none',
      [stage(1, 'about it')],
      'absent | no time limit is given for the stages of an escalation about a child | Give the limit of each stage: one working day, two working days, five working days.',
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(of(lines))).toBe(expected)
  })

  test.each([
    [
      'a guide',
      {value: 1, unit: 'working-days', qualifier: 'normally'},
      'within two working days',
      'weak | stage 1 (“within two working days”) is slower than one working day, which locally is a guide',
    ],
    [
      'haste',
      {value: null, unit: null, words: 'promptly'},
      'within one working day',
      'weak | stage 1 gives “within one working day” where locally it is promptly',
    ],
    [
      'days',
      {value: 2, unit: 'days'},
      'within two working days',
      'weak | stage 1 (“within two working days”) ends later than two days over a weekend',
    ],
    [
      'words',
      {value: null, unit: null, words: 'a time that suits both'},
      'within two days',
      'undecidable | “within two days” and a time that suits both cannot be compared',
    ],
    [
      'its own words',
      {value: null, unit: null, words: 'a time that suits both'},
      'at a time that suits both',
      'satisfied | stage 1 is no slower than a time that suits both',
    ],
    [
      'cases',
      {value: 5, unit: 'working-days', byPriority: [{when: 'urgent', value: 1, unit: 'working-days'}]},
      'within three working days',
      'weak | stage 1 (“within three working days”) is right for some cases only; locally it is five working days, one working day (urgent)',
    ],
  ] as const)('against %s', (_, limit, words, expected) => {
    const outcome = of([stage(1, words)], {escalation: limitOf(limit as LocalStage['maxDuration'])})
    expect(`${outcome.result} | ${outcome.reason}`).toBe(expected)
  })

  test('are those of the other people where a stage is left out', () => {
    expect(
      told(of([said[0]!, 'Stage 2: our chief executive speaks to the head of service within five working days.'])),
    ).toBe('satisfied | stage 1 is no slower than one working day; stage 2 is no slower than five working days')
    expect(of([said[0]!, 'Stage 2: our lead speaks to somebody there within five working days.']).result).toBe(
      'contradicted',
    )
    expect(
      of([
        ...said.slice(0, 1),
        'Stage 2: our lead speaks to the head of service within five working days.',
        said[2]!.replace('3', '3'),
      ]).result,
    ).toBe('contradicted')
  })

  test('are told apart by their cases, or not', () => {
    const branches = [
      step(1, 'worker', 'worker', 1, {label: '1a', when: 'urgent'}),
      step(1, 'worker', 'worker', 5, {label: '1b', when: 'not urgent'}),
    ]
    const escalation = {children: {...three, stages: branches}}
    expect(told(of([stage(1, 'within three working days')], {escalation}))).toBe(
      'weak | stage 1 does not tell the cases apart; locally it has one working day (urgent), five working days (not urgent) | Give stage 1 a limit for each case: one working day (urgent), five working days (not urgent).',
    )
    expect(of([stage(1, 'within one working day')], {escalation}).result).toBe('satisfied')
    expect(of([stage(1, 'within ten working days')], {escalation}).result).toBe('contradicted')
  })

  const clocks = [
    {event: 'raise', value: 1, unit: 'working-days'},
    {event: 'respond', value: 3, unit: 'working-days'},
    {event: 'write-up', value: 10, unit: 'working-days'},
  ] as const
  const timed = (maxDuration?: LocalStage['maxDuration']) => ({
    children: {...three, stages: [{order: 1, fromRole: 'worker', toRole: 'worker', clocks, maxDuration}]},
  })

  test.each([
    [
      'that it tells of',
      'They answer within three working days',
      'satisfied | stage 1 is no slower than three working days',
    ],
    [
      'that it tells of, too slow',
      'They answer within four working days',
      'contradicted | the policy gives stage 1 “within four working days”; locally it is three working days',
    ],
    [
      'none, quick enough for the first',
      'It takes them within one working day',
      'satisfied | stage 1 is no slower than one working day',
    ],
    [
      'none, quick enough for another',
      'It takes them within two working days',
      'weak | “within two working days” does not say for what it is; locally stage 1 has raise one working day, respond three working days, write-up ten working days',
    ],
    [
      'none, too slow for all',
      'It takes them within five working days',
      'contradicted | the policy gives stage 1 “within five working days”; locally it is one working day',
    ],
  ])('go by the clock %s', (_, words, expected) => {
    const {result, reason} = of([`Stage 1: ${words}.`], {escalation: timed()})
    expect(`${result} | ${reason}`).toBe(expected)
  })

  test('go by the limit of the whole stage where no clock is told of', () => {
    const escalation = timed({value: 3, unit: 'working-days'})
    expect(of(['Stage 1: it takes them within three working days.'], {escalation}).result).toBe('satisfied')
  })

  test('are those of their own group', () => {
    const escalation = {adults: {...three, stages: three.stages.slice(0, 1)}}
    const serves = {children: false, adults: true}
    const lines = [
      'Stage 1: our worker speaks to the worker; children five working days, adults within one working day.',
    ]
    expect(of(lines, {escalation, serves}).result).toBe('satisfied')
    expect(of(lines, {escalation: first}).result).toBe('contradicted')
  })

  test('without a local ladder need only be there', () => {
    const given = {escalation: {}}
    expect(told(of(said, given))).toBe('satisfied | stages of escalation carry time limits')
    expect(quoted(of(said, given))).toEqual(said.slice(0, 2))
    expect(of(said, given).confidence).toBe('medium')
    expect(told(of([stage(1, 'about it')], given))).toBe(
      'absent | no time limit is given for escalation | Give each stage of escalation a time limit.',
    )
    expect(told(of('We escalate it within two weeks.', given))).toBe(
      'weak | “within two weeks” is not tied to a stage | Give each stage its own limit.',
    )
  })

  test('are expected stage by stage, or as a whole', () => {
    expect(of('We care.').expected.map(({fact, value}) => [fact, value])).toEqual([
      ['escalation.children.stages.1', 'one working day'],
      ['escalation.children.stages.2', 'two working days'],
      ['escalation.children.stages.3', 'five working days'],
    ])
    const escalation = {
      children: {
        ...three,
        stages: [step(1, 'worker', 'worker')],
        overallMax: {value: 10, unit: 'working-days' as const},
      },
    }
    expect(told(of('We care.', {escalation}))).toBe(
      'absent | no time limit is given for the stages of an escalation about a child | Give the limit of the whole: ten working days.',
    )
    expect(of(said, {escalation: first}).expected.map(({fact}) => fact)).toEqual([
      'escalation.children.stages.1.maxDuration',
    ])
  })
})

describe('words on speed that belong to no stage', () => {
  const check = {about: 'disagree | escalat*'} as never
  const of = (lines: string) => looseLimits(check, groundsFor(lines))
  const slow =
    'contradicted | the policy gives “within a month” for each stage; locally it is one working day or two working days or five working days | Change the limit to one working day or two working days or five working days.'

  test.each([
    ['none', 'We escalate it.', null],
    [
      'not tied to a stage',
      'We escalate it within a month.',
      'weak | “within a month” is not tied to a stage | Give each stage its own limit.',
    ],
    ['a cycle', 'We look at how we escalate every month.', null],
    ['for each stage', 'We escalate each stage within a month.', slow],
    ['for every step', 'We escalate every single step within a month.', slow],
    ['for all levels', 'We escalate all levels within a month.', slow],
    [
      'for any stage, quick enough for one',
      'We escalate any stage within five working days.',
      'weak | “within five working days” is not tied to a stage | Give each stage its own limit.',
    ],
    [
      'for one stage',
      'We escalate to stage 2 within a month.',
      'contradicted | the policy gives “within a month” for stage 2; locally it is two working days | Change the limit to two working days.',
    ],
    [
      'for one stage, quick enough',
      'We escalate to stage 2 within two working days.',
      'weak | “within two working days” is not tied to a stage | Give each stage its own limit.',
    ],
    [
      'for a stage that is none',
      'We escalate to stage 7 within a month.',
      'weak | “within a month” is not tied to a stage | Give each stage its own limit.',
    ],
    ['on something else', 'We swim within a month.', null],
  ])('%s', (_, lines, expected) => {
    const outcome = of(lines)
    expect(outcome && told(outcome)).toBe(expected)
  })
})

describe('the cap on a whole ladder', () => {
  const cap = {value: 10, unit: 'working-days'} as const
  const of = (lines: string | readonly string[], escalation: Partial<Escalation> = {overallMax: cap}) => {
    const own = {...three, ...escalation}
    const grounds = groundsFor(lines, {escalation: {children: own}})
    return capOutcomes(own, grounds.facts.stages, 'children', grounds).map(told)
  }
  const slow =
    'contradicted | the stages of the policy together take longer than ten working days, which is all that the whole may take | Shorten the stages, so that the whole takes ten working days at most.'
  const stages = (...days: string[]) =>
    days.map((limit, i) => `Stage ${i + 1}: our lead speaks to the manager within ${limit}.`)

  test.each([
    [
      'as long',
      'The whole of a disagreement takes no more than ten working days.',
      ['satisfied | the whole is no slower than ten working days'],
    ],
    [
      'longer',
      'A disagreement takes 20 working days in all.',
      [
        'contradicted | the policy gives the whole “20 working days”; locally it is ten working days | Change the limit of the whole to ten working days, or quicker.',
      ],
    ],
    [
      'over a weekend',
      'From start to finish a disagreement takes up to two weeks.',
      [
        'contradicted | the policy gives the whole “up to two weeks”; locally it is ten working days | Change the limit of the whole to ten working days, or quicker.',
      ],
    ],
    [
      'of something else',
      'The entire course takes up to 20 working days.',
      [
        'contradicted | the policy gives the whole “up to 20 working days”; locally it is ten working days | Change the limit of the whole to ten working days, or quicker.',
      ],
    ],
    ['of a part', 'A disagreement takes up to 20 working days.', []],
    ['promptly', 'The whole of a disagreement is ended promptly.', []],
    [
      'of adults',
      'The whole of a disagreement takes up to 20 working days.',
      [
        'contradicted | the policy gives the whole “up to 20 working days”; locally it is ten working days | Change the limit of the whole to ten working days, or quicker.',
      ],
    ],
  ])('said to be %s', (_, lines, expected) => {
    expect(of(lines)).toEqual(expected)
  })

  test.each([
    'The entire matter',
    'The full ladder',
    'The overall time',
    'Overall it',
    'Altogether it',
    'In total it',
    'In all it',
    'From beginning to end it',
    'All of the stages together',
    'Every step',
    'All levels combined',
  ])('is meant by "%s"', (words) => {
    expect(of(`${words} takes up to 20 working days.`)[0]).toMatch(/^contradicted/)
  })

  test('is passed by stages that are quick each for itself', () => {
    const few = {overallMax: cap, stages: [step(1, 'a', 'b'), step(2, 'a', 'b')]}
    expect(of(stages('five working days', 'six working days'), few)).toEqual([slow])
    expect(of(stages('five working days', 'five working days'), few)).toEqual([
      'satisfied | the stages together keep to ten working days',
    ])
    expect(of(stages('five working days', 'five working days'))).toEqual([])
    expect(of(stages('two weeks', 'one week'), few)).toEqual([slow])
    expect(of(stages('24 hours', '13 days'), few)).toEqual(['satisfied | the stages together keep to ten working days'])
    expect(of(stages('24 hours', '16 days'), few)).toEqual([slow])
    expect(of(stages('one month'), few)).toEqual([slow])
    expect(of(['We care.'], few)).toEqual([])
  })

  test('may be passed where the local stages pass it themselves', () => {
    const long = {overallMax: {value: 3, unit: 'working-days'} as const}
    expect(of(stages('one working day', 'two working days', 'five working days'), long)).toEqual([])
    expect(of(stages('one working day', 'two working days', 'six working days'), long)).toHaveLength(1)
  })

  test('is none where the local procedure has none', () => {
    expect(of('The whole of a disagreement takes up to 20 working days.', {})).toEqual([])
  })
})

describe('how a ladder ends', () => {
  const ends = (more: Partial<Escalation>): Escalation => ({...three, ...more})
  const of = (lines: string, escalation: Escalation, group: 'children' | 'adults' = 'children', heading?: string) => {
    const grounds = groundsFor(lines, {escalation: {[group]: escalation}, heading})
    const outcome = wrongEnding(group, escalation, grounds.facts.stages, grounds)
    return outcome && told(outcome)
  }
  const last = (words: string) => `The head of service ${words}.`
  const decides = ends({endsWith: 'decides'})
  const mediates = ends({endsWith: 'mediates'})
  const not =
    'contradicted | the policy says that head of service decides; locally head of service mediates and does not decide | Say that head of service mediates and does not decide.'
  const does =
    'contradicted | the policy says that head of service does not decide; locally head of service decides | Say that head of service decides.'

  test.each([
    'decides',
    'will decide',
    'makes the decision',
    'makes the final decision',
    'hears both, whose decision is final',
    'hears both, whose ruling is binding',
    'hears both, whose word will be final',
    'has the final say',
    'has the last word',
    'arbitrates',
    'adjudicates',
    'will arbitrate',
    'will adjudicate',
    'will rule',
    'rules on it',
    'determines it',
    'will determine it',
    'settles it',
    'settles the matter',
  ])('against mediation: the head of service %s', (words) => {
    expect(of(last(words), mediates)).toBe(not)
    expect(of(last(words), decides)).toBeNull()
  })

  test.each([
    'does not decide',
    'do not arbitrate',
    'will not adjudicate',
    'can not rule',
    'may not make a decision',
    'cannot decide',
    'cannot arbitrate',
    'cannot rule',
    'only mediates',
    'only advises',
    'only facilitates',
    'is only informed',
    'is merely told',
    'hears both without deciding',
    'hears both without arbitrating',
  ])('against a decision: the head of service %s', (words) => {
    expect(of(last(words), decides)).toBe(does)
    expect(of(last(words), mediates)).toBeNull()
  })

  test.each([
    ['informed', 'is informed and does not decide'],
    ['unresolved', 'does not decide; what stays unresolved is put on record'],
  ] as const)('by being %s', (endsWith, words) => {
    expect(of(last('decides'), ends({endsWith}))).toBe(
      `contradicted | the policy says that head of service decides; locally head of service ${words} | Say that head of service ${words}.`,
    )
  })

  test('is told of the role whose word it is, and no other', () => {
    expect(of('The lead tells the head of service. The lead decides.', mediates)).toBeNull()
    expect(of('The head of service’s decision is final.', mediates)).toBe(not)
    expect(of('The team manager decides.', mediates)).toBeNull()
    expect(of('The head of the service decides.', mediates)).toBe(not)
    expect(of('The service head decides.', mediates)).toBeNull()
    expect(
      of('The team manager decides.', ends({stages: [three.stages[0]!, {...three.stages[1]!, ending: 'mediates'}]})),
    ).toMatch(/team manager mediates and does not decide/)
    expect(
      of('The chair decides.', ends({stages: [{order: 1, toRoles: ['vice-chair', 'chair'], ending: 'informed'}]})),
    ).toContain('locally vice-chair or chair is informed')
  })

  test('is that of each stage, and of the last where the whole has one', () => {
    const own = ends({
      endsWith: 'mediates',
      stages: [...three.stages.slice(0, 2), {...three.stages[2]!, ending: 'decides'}],
    })
    expect(of(last('only advises'), own)).toBe(does)
    expect(of(last('decides'), ends({}))).toBeNull()
  })

  test('counts in parts on disagreement that are not about the other group', () => {
    expect(of(last('decides'), mediates, 'children', 'Courses')).toBeNull()
    expect(of(last('decides'), mediates, 'children', 'Disagreements about adults')).toBeNull()
    expect(of(last('decides'), mediates, 'adults', 'Disagreements about children')).toBeNull()
    expect(of(last('decides'), mediates, 'adults', 'Disagreements about adults and children')).toBe(not)
    expect(of('About an adult the head of service decides.', mediates)).toBeNull()
    expect(of('About a child the head of service decides.', mediates)).toBe(not)
  })

  test('says what is expected, with who has the last word', () => {
    const escalation = ends({endsWith: 'mediates', finalDecision: 'each agency for itself'})
    const grounds = groundsFor(last('decides'), {escalation: {children: escalation}})
    const {expected, evidence} = wrongEnding('children', escalation, [], grounds)!
    expect(expected.map(({fact, value}) => [fact, value])).toEqual([
      [
        'escalation.children.endsWith',
        'head of service mediates and does not decide; the last word: each agency for itself',
      ],
    ])
    expect(evidence.map(({quote}) => quote)).toEqual([last('decides')])
  })
})

describe('when the partnership is told', () => {
  const clear = 'clear | no later stage is given for telling the partnership'
  const late = (at: number) =>
    `contradicted | the partnership is told at stage ${at}, where the procedure asks for stage 2 | Tell the partnership at stage 2.`
  const of = (
    lines: string | readonly string[],
    escalation: Escalation = {...three, notifyStage: 2},
    given: Given = {},
  ) => told(lateNotice({} as never, groundsFor(lines, {escalation: {children: escalation}, ...given})))

  test.each([
    ['in time', 'At Stage 2 the partnership manager is told.', clear],
    ['earlier', 'At Stage 1 the partnership manager is told.', clear],
    ['late', 'At Stage 3 the partnership manager is told.', late(3)],
    ['late, in words', 'At step three the business unit is told.', late(3)],
    [
      'late, and in time',
      'At Stage 3 the partnership manager is told. At Stage 2 the board office is informed.',
      clear,
    ],
    [
      'at two stages in one sentence',
      'At Stage 3 the partnership manager is told, and at Stage 4 the board manager.',
      clear,
    ],
    ['not told', 'At Stage 3 the partnership manager is not told.', clear],
    ['somebody else', 'At Stage 3 the head of service is told.', clear],
    ['at no stage', 'The partnership manager is told.', clear],
  ])('%s', (_, lines, expected) => {
    expect(of(lines)).toBe(expected)
  })

  test('is heard by the address that the procedure gives for it', () => {
    const addressed = {...three, notifyStage: 2, notifyContact: {email: 'challenge@cragwell.example'}}
    expect(of('At Stage 3 they are told, challenge@cragwell.example.', addressed)).toBe(late(3))
    expect(of('At Stage 3 they are told, hub@cragwell.example.', addressed)).toBe(clear)
    expect(of('At Stage 3 write to challenge@cragwell.example.', addressed)).toBe(clear)
  })

  test('is where it stands, if the sentence names no stage', () => {
    expect(of([...said.slice(0, 2), `${said[2]} The partnership manager is told.`])).toBe(late(3))
  })

  test('is asked by the stage that tells, where the ladder does not say', () => {
    const stages = three.stages.map((each) => (each.order === 2 ? {...each, notify: 'the partnership'} : each))
    expect(of('At Stage 3 the partnership manager is told.', {...three, stages})).toBe(late(3))
    expect(of('At Stage 3 the partnership manager is told.', three)).toBe(clear)
  })

  test('is asked of the groups that are served', () => {
    expect(
      of('At Stage 3 the partnership manager is told.', undefined, {serves: {children: false, adults: true}}),
    ).toBe(clear)
  })
})

describe('the stages that a policy gives for a group', () => {
  const orders = (
    lines: readonly string[],
    group: 'children' | 'adults',
    escalation: ProceduresModel['escalation'] = {children: three, adults: three},
  ) => stagesFor(group, groundsFor(lines, {escalation})).map(({order, to}) => `${order} ${to}`)
  const adult = 'Stage 1 about an adult: our lead speaks to the adult desk.'

  test('are those of its own, else those of nobody in particular', () => {
    expect(orders([said[0]!, adult], 'adults')).toEqual(['1 adult desk'])
    expect(orders([said[0]!, adult], 'children')).toEqual(['1 worker'])
    expect(orders([adult], 'children')).toEqual([])
  })

  test('told as a story take the numbers of those to whom they go, and else count on', () => {
    const story = [
      'First our lead speaks to the team manager, then our chief executive writes to the head of service. Then our chair speaks to the director of services.',
    ]
    expect(orders(story, 'children')).toEqual(['2 team manager', '3 head of service', '4 director of services'])
    expect(orders(story, 'children', {})).toEqual(['1 team manager', '2 head of service', '3 director of services'])
  })

  test('that are formal are counted from the first formal one', () => {
    const informal = {...three, stages: [{...three.stages[0]!, informal: true}, three.stages[1]!, three.stages[2]!]}
    const lines = [
      'Informal stage 1: our worker speaks to the worker.',
      'Formal stage 1: our lead speaks to the team manager.',
      'Formal stage 2: our lead speaks to the head of service.',
    ]
    expect(orders(lines, 'children', {children: informal})).toEqual(['1 worker', '2 team manager', '2 head of service'])
    expect(orders(lines, 'children')).toEqual(['1 worker', '1 team manager', '2 head of service'])
    const begun = {...informal, stages: [{...step(0, 'a', 'b'), before: true, informal: true}, ...informal.stages]}
    expect(orders(lines.slice(0, 2), 'children', {children: begun})).toEqual(['1 worker', '2 team manager'])
  })

  test('below the ladder of the other group are of that one', () => {
    const grounds = groundsFor([adult, 'The whole takes a week.'], {heading: 'Disagreements'})
    const [, below] = [...grounds.passages.values()]
    expect(isBelowOther(below!, 'children', grounds)).toBe(true)
    expect(isBelowOther(below!, 'adults', grounds)).toBe(false)
    const above = groundsFor(['The whole takes a week.', adult])
    expect(isBelowOther([...above.passages.values()][0]!, 'children', above)).toBe(false)
    const plain = groundsFor([said[0]!, 'The whole takes a week.'])
    expect(isBelowOther([...plain.passages.values()][1]!, 'children', plain)).toBe(false)
  })
})

describe('the limits within a stage', () => {
  const of = (text: string) => {
    const grounds = groundsFor([text])
    return limitsWithin(grounds.facts.stages[0]!, grounds).map(({stated, before, about}) => [
      stated.value,
      before.trim(),
      about.trim(),
    ])
  }

  test('have each their own clause', () => {
    expect(
      of(
        'Stage 1: our worker speaks to the worker within one working day. They reply within two working days, and write within three working days.',
      ),
    ).toEqual([
      [
        'within one working day',
        'Stage 1: our worker speaks to the worker',
        'Stage 1: our worker speaks to the worker within one working day',
      ],
      ['within two working days', 'They reply', 'They reply within two working days'],
      ['within three working days', ', and write', ', and write within three working days'],
    ])
  })

  test('are cut half way where no mark parts them', () => {
    const [[, , first], [, second]] = of(
      'Stage 1: our worker speaks to the worker within one working day they reply within two working days.',
    ) as [string[], string[]]
    expect(first!.length).toBeLessThan(
      'Stage 1: our worker speaks to the worker within one working day they reply'.length,
    )
    expect(second).toMatch(/reply$/)
  })

  test('are none where there are none, or where they come again and again', () => {
    expect(of('Stage 1: our worker speaks to the worker.')).toEqual([])
    expect(of('Stage 1: our worker speaks to the worker every three months.')).toEqual([])
  })
})
