import {describe, expect, test} from 'vitest'
import type {Finding, Status} from '../../src/model/finding.js'
import {readProcedures} from '../../src/read/procedures.js'
import {judged} from '../support/judged.js'
import {packs} from '../support/pack.js'

// What real areas say, judged and not only stored: for each point a model of a few lines, a policy that is right by it,
// and one that is wrong.

const source = (text: string, path = 'm.yaml') => ({path, bytes: new TextEncoder().encode(text)})

/** A model of the children's ladder with these fields, and a policy with these lines under a heading on disagreement. */
function ladder(fields: string) {
  const text = `id: a\ntitle: A\naudience: [children]\nprovenance: {source: S, verifiedOn: 2026-11-01}\nescalation:\n  children:\n    title: Cragwell Challenge Pathway\n${fields.replace(/^/gm, '    ')}\n`
  const model = readProcedures([source(text)], packs())
  return async (requirement: string, lines: readonly string[]): Promise<Finding> => {
    const policy = `# Safeguarding children policy\n\nWe work with children.\n\n## Disagreeing with another agency about a child\n\nWe use the Cragwell Challenge Pathway when we disagree with another agency's decision about a child.\n\n${lines.join('\n\n')}\n`
    return (await judged(policy, model)).get(requirement)!
  }
}

const timescales = 'escalation-timescales'
const sequence = 'escalation-stage-sequence'

/** Each: what the policy says, and what that comes to. */
type Cases = readonly (readonly [name: string, requirement: string, lines: readonly string[], status: Status])[]

function points(name: string, fields: string, cases: Cases): void {
  describe(name, () => {
    const judge = ladder(fields)
    test.each(cases)('%s', async (_, requirement, lines, status) => {
      const finding = await judge(requirement, lines)
      expect(`${finding.status}: ${finding.reason}`).toMatch(new RegExp(`^${status}:`))
    })
  })
}

const ab = [
  'Stage 1: our worker speaks to the worker in the other agency within two working days.',
  'Stage 2: our safeguarding lead speaks to the team manager within three working days.',
]

points(
  'branches by urgency',
  `stageNoun: Level
stages:
  - {order: 1, fromRole: worker, toRole: worker, maxDuration: {value: 2, unit: working-days}}
  - {order: 2, fromRole: safeguarding lead, toRole: team manager, maxDuration: {value: 3, unit: working-days}}
  - {order: 3, label: 3a, when: a decision is needed urgently, toRole: meeting under the independent chair, maxDuration: {value: 1, unit: working-days}}
  - {order: 3, label: 3b, when: not urgent, toRole: next meeting of the executive, maxDuration: {value: 20, unit: working-days}}`,
  [
    [
      'both as they are',
      timescales,
      [
        ...ab,
        'Stage 3a: where a decision is needed urgently the matter goes to a meeting under the independent chair within one working day.',
        'Stage 3b: otherwise it goes to the next meeting of the executive within 20 working days.',
      ],
      'met',
    ],
    [
      'the urgent one as slow as the other',
      timescales,
      [
        ...ab,
        'Stage 3a: where a decision is needed urgently the matter goes to a meeting under the independent chair within 20 working days.',
        'Stage 3b: otherwise it goes to the next meeting of the executive within 20 working days.',
      ],
      'conflict',
    ],
    [
      'the other slower than it may be',
      timescales,
      [...ab, 'Stage 3b: where it is not urgent it goes to the next meeting of the executive within 30 working days.'],
      'conflict',
    ],
    [
      'one for all, as slow as the slow one',
      timescales,
      [...ab, 'Stage 3: the matter goes to the executive within 20 working days.'],
      'partial',
    ],
    [
      'one for all, as quick as the quick one',
      timescales,
      [...ab, 'Stage 3: the matter goes to the independent chair within one working day.'],
      'met',
    ],
    [
      'told by their cases, without letters',
      timescales,
      [
        ...ab,
        'Stage 3, if urgent: the matter goes to a meeting under the independent chair within one working day.',
        'Stage 3, if not urgent: the matter goes to the executive within 20 working days.',
      ],
      'met',
    ],
    [
      'the same, with the urgent one too slow',
      timescales,
      [
        ...ab,
        'Stage 3, if urgent: the matter goes to a meeting under the independent chair within five working days.',
        'Stage 3, if not urgent: the matter goes to the executive within 20 working days.',
      ],
      'conflict',
    ],
    [
      'both in their order',
      sequence,
      [
        ...ab,
        'Stage 3a: if it is urgent the matter goes to a meeting under the independent chair.',
        'Stage 3b: otherwise it goes to the next meeting of the executive.',
      ],
      'met',
    ],
    ['without the last', sequence, ab, 'partial'],
  ],
)

points(
  'several clocks in a step',
  `stages:
  - order: 1
    fromRole: worker
    toRole: worker and team manager
    clocks:
      - {event: raise, owner: raising agency, value: 2, unit: working-days}
      - {event: respond, owner: receiving agency, value: 3, unit: working-days}
      - {event: write-up, owner: receiving agency, value: 10, unit: working-days}
  - order: 2
    fromRole: safeguarding lead
    toRole: service manager
    clocks:
      - {event: agree, value: 2, unit: working-days}
      - {event: meet, value: 5, unit: working-days}
      - {event: write-up, value: 48, unit: hours, words: within 48 hours of the meeting}`,
  [
    [
      'each as it is',
      timescales,
      [
        'Stage 1: our worker raises it with their worker within two working days. They reply within three working days. The outcome is confirmed in writing within ten working days.',
        'Stage 2: the safeguarding lead and the service manager agree within two working days, or meet within five working days.',
      ],
      'met',
    ],
    [
      'raised too late',
      timescales,
      [
        'Stage 1: our worker raises it with their worker within five working days. They reply within three working days.',
        'Stage 2: the safeguarding lead and the service manager agree within two working days.',
      ],
      'conflict',
    ],
    [
      'answered too late, though no later than the writing',
      timescales,
      [
        'Stage 1: our worker raises it with their worker within two working days. They reply within ten working days.',
        'Stage 2: the safeguarding lead and the service manager agree within two working days.',
      ],
      'conflict',
    ],
    [
      'written up too late',
      timescales,
      [
        'Stage 1: our worker raises it with their worker within two working days.',
        'Stage 2: the safeguarding lead and the service manager meet within five working days. The outcome is confirmed in writing within five working days of the meeting.',
      ],
      'conflict',
    ],
    [
      'met in the time for meeting',
      timescales,
      [
        'Stage 1: our worker raises it with their worker within two working days.',
        'Stage 2: the safeguarding lead meets the service manager within five working days.',
      ],
      'met',
    ],
  ],
)

points(
  'limits without a number',
  `stages:
  - {order: 1, fromRole: worker, toRole: worker, maxDuration: {words: without delay}}
  - {order: 2, fromRole: safeguarding lead, toRole: team manager, maxDuration: {words: within a time acceptable to both}}`,
  [
    [
      'in the same words',
      timescales,
      [
        'Stage 1: our worker speaks to their worker without delay.',
        'Stage 2: our safeguarding lead speaks to the team manager within a time acceptable to both.',
      ],
      'met',
    ],
    [
      'quicker',
      timescales,
      [
        'Stage 1: our worker speaks to their worker immediately.',
        'Stage 2: our safeguarding lead speaks to the team manager within a time acceptable to both.',
      ],
      'met',
    ],
    [
      'with two weeks for what brooks no delay',
      timescales,
      [
        'Stage 1: our worker speaks to their worker within ten working days.',
        'Stage 2: our safeguarding lead speaks to the team manager within a time acceptable to both.',
      ],
      'conflict',
    ],
    [
      'with a number where there is none: wording cannot tell',
      timescales,
      ['Stage 2: our safeguarding lead speaks to the team manager within five working days.'],
      'cannot-tell',
    ],
  ],
)

points(
  'mixed units',
  `stages:
  - {order: 1, fromRole: worker, toRole: worker, maxDuration: {value: 48, unit: hours, words: 48 hours (two working days), sameAs: {value: 2, unit: working-days}}}
  - {order: 2, fromRole: safeguarding lead, toRole: team manager, maxDuration: {value: 5, unit: working-days}}`,
  [
    [
      'in the one',
      timescales,
      [
        'Stage 1: our worker speaks to their worker within 48 hours.',
        'Stage 2: our safeguarding lead speaks to the team manager within five working days.',
      ],
      'met',
    ],
    [
      'in the other',
      timescales,
      [
        'Stage 1: our worker speaks to their worker within two working days.',
        'Stage 2: our safeguarding lead speaks to the team manager within 24 hours.',
      ],
      'met',
    ],
    [
      'longer than either',
      timescales,
      [
        'Stage 1: our worker speaks to their worker within three working days.',
        'Stage 2: our safeguarding lead speaks to the team manager within five working days.',
      ],
      'conflict',
    ],
    [
      'hours for working days, where they are not said to be the same',
      timescales,
      [
        'Stage 1: our worker speaks to their worker within two working days.',
        'Stage 2: our safeguarding lead speaks to the team manager within 120 hours.',
      ],
      'met',
    ],
  ],
)

points(
  'limits that hang on priority',
  `stages:
  - {order: 1, fromRole: worker, toRole: worker, maxDuration: {value: 2, unit: working-days}}
  - order: 2
    fromRole: safeguarding lead
    toRole: team manager
    maxDuration: {words: as the priority asks, byPriority: [{when: immediate, value: 4, unit: hours}, {when: less urgent, value: 5, unit: working-days}]}`,
  [
    [
      'each as it is',
      timescales,
      [
        ab[0]!,
        'Stage 2: our safeguarding lead speaks to the team manager within 4 hours where the need is immediate. Where it is less urgent they speak within five working days.',
      ],
      'met',
    ],
    [
      'the pressing one too slow',
      timescales,
      [
        ab[0]!,
        'Stage 2: our safeguarding lead speaks to the team manager within three working days where the need is immediate. Where it is less urgent they speak within five working days.',
      ],
      'conflict',
    ],
    [
      'the slow one for all',
      timescales,
      [ab[0]!, 'Stage 2: our safeguarding lead speaks to the team manager within five working days.'],
      'partial',
    ],
    [
      'slower than any',
      timescales,
      [ab[0]!, 'Stage 2: our safeguarding lead speaks to the team manager within ten working days.'],
      'conflict',
    ],
  ],
)

points(
  'a limit that is a guide only',
  `stages:
  - {order: 1, fromRole: worker, toRole: worker, maxDuration: {value: 2, unit: working-days, qualifier: indicative}}`,
  [
    ['kept to', timescales, ['Stage 1: our worker speaks to their worker within two working days.'], 'met'],
    ['passed', timescales, ['Stage 1: our worker speaks to their worker within five working days.'], 'partial'],
  ],
)

points(
  'a cap on the whole',
  `overallMax: {value: 1, unit: weeks, words: one working week or sooner, qualifier: whichever is less}
stages:
  - {order: 1, fromRole: worker, toRole: worker}
  - {order: 2, fromRole: safeguarding lead, toRole: team manager}
  - {order: 3, fromRole: chief executive, toRole: head of service}`,
  [
    [
      'kept to',
      timescales,
      [
        'Stage 1: our worker speaks to their worker within one working day.',
        'Stage 2: our safeguarding lead speaks to the team manager within one working day.',
        'Stage 3: our chief executive speaks to the head of service within two working days.',
        'All stages together take no more than five working days.',
      ],
      'met',
    ],
    [
      'said too long',
      timescales,
      [
        'Stage 1: our worker speaks to their worker within one working day.',
        'Stage 2: our safeguarding lead speaks to the team manager within one working day.',
        'Stage 3: our chief executive speaks to the head of service within two working days.',
        'The whole escalation takes no more than 20 working days.',
      ],
      'conflict',
    ],
    [
      'passed by the stages together',
      timescales,
      [
        'Stage 1: our worker speaks to their worker within five working days.',
        'Stage 2: our safeguarding lead speaks to the team manager within five working days.',
        'Stage 3: our chief executive speaks to the head of service within five working days.',
      ],
      'conflict',
    ],
  ],
)

points(
  'posts of each agency',
  `stages:
  - {order: 1, fromRole: worker, toRole: worker}
  - order: 2
    fromRole: safeguarding lead
    toRole: first-line manager
    rolesByAgency: {police: detective sergeant, health: designated safeguarding nurse}
    substitutes: {general practice: integrated care board lead}
  - {order: 3, fromRole: chief executive, toRole: director, rolesByAgency: {police: superintendent}}`,
  [
    [
      'at their step',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 2: our safeguarding lead speaks to the detective sergeant.',
        'Stage 3: our chief executive speaks to the superintendent.',
      ],
      'met',
    ],
    [
      'a substitute at its step',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 2: our safeguarding lead speaks to the integrated care board lead.',
        'Stage 3: our chief executive speaks to the director.',
      ],
      'met',
    ],
    [
      'at the wrong step',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 2: our safeguarding lead speaks to the superintendent.',
        'Stage 3: our chief executive speaks to the detective sergeant.',
      ],
      'conflict',
    ],
  ],
)

points(
  'informal and formal steps, and steps that may be left out',
  `stages:
  - {order: 0, name: recognise the disagreement, before: true, informal: true}
  - {order: 1, informal: true, fromRole: worker, toRole: worker, maxDuration: {value: 1, unit: working-days}}
  - {order: 2, informal: true, optional: true, fromRole: line manager, toRole: line manager}
  - {order: 3, fromRole: safeguarding lead, toRole: service manager, maxDuration: {value: 5, unit: working-days}}
  - {order: 4, fromRole: chief executive, toRole: director, maxDuration: {value: 5, unit: working-days}}`,
  [
    [
      'without the step before and the one that may be left out',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 3: our safeguarding lead speaks to the service manager.',
        'Stage 4: our chief executive speaks to the director.',
      ],
      'met',
    ],
    [
      'without a formal one',
      sequence,
      ['Stage 1: our worker speaks to their worker.', 'Stage 3: our safeguarding lead speaks to the service manager.'],
      'partial',
    ],
    [
      'numbered anew within each half',
      sequence,
      [
        'Informal stage 1: our worker speaks to their worker.',
        'Informal stage 2: our line manager speaks to their line manager.',
        'Formal stage 1: our safeguarding lead speaks to the service manager.',
        'Formal stage 2: our chief executive speaks to the director.',
      ],
      'met',
    ],
    [
      'numbered anew, with the first formal one too slow',
      timescales,
      [
        'Informal stage 1: our worker speaks to their worker within one working day.',
        'Formal stage 1: our safeguarding lead speaks to the service manager within ten working days.',
        'Formal stage 2: our chief executive speaks to the director within five working days.',
      ],
      'conflict',
    ],
    [
      'numbered anew, in time',
      timescales,
      [
        'Informal stage 1: our worker speaks to their worker within one working day.',
        'Formal stage 1: our safeguarding lead speaks to the service manager within five working days.',
        'Formal stage 2: our chief executive speaks to the director within five working days.',
      ],
      'met',
    ],
  ],
)

points(
  'a chair who does not decide',
  `endsWith: mediates
finalDecision: the statutory agencies
stages:
  - {order: 1, fromRole: worker, toRole: worker}
  - {order: 2, fromRole: director, toRole: director, ending: decides, decides: the two directors}
  - {order: 3, toRole: independent chair, ending: mediates}`,
  [
    [
      'mediates',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 2: our director speaks to their director.',
        'Stage 3: the matter goes to the independent chair, who mediates between the agencies.',
      ],
      'met',
    ],
    [
      'decides',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 2: our director speaks to their director.',
        'Stage 3: the matter goes to the independent chair, who decides.',
      ],
      'conflict',
    ],
    [
      'has the last word, told apart from the stages',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 2: our director speaks to their director.',
        'Stage 3: the matter goes to the independent chair.',
        "The independent chair's decision is final.",
      ],
      'conflict',
    ],
    [
      'is said not to decide',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 2: our director speaks to their director.',
        'Stage 3: the matter goes to the independent chair, who does not decide but helps the agencies to agree.',
      ],
      'met',
    ],
  ],
)

points(
  'a chair who decides',
  `stages:
  - {order: 1, fromRole: worker, toRole: worker}
  - {order: 2, toRole: independent chair, ending: decides}`,
  [
    [
      'decides',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 2: the matter goes to the independent chair, whose decision is final.',
      ],
      'met',
    ],
    [
      'only mediates',
      sequence,
      [
        'Stage 1: our worker speaks to their worker.',
        'Stage 2: the matter goes to the independent chair, who only mediates and does not decide.',
      ],
      'conflict',
    ],
  ],
)

describe('limits of other procedures', () => {
  const judge = async (limit: string, sentence: string) => {
    const text = `id: a\ntitle: A\naudience: [children]\ntimescales:\n  ladoNotify: ${limit}\n`
    const model = readProcedures([source(text)], packs())
    const policy = `# Child protection policy\n\nWe work with children.\n\n## Allegations\n\n${sentence}\n`
    return (await judged(policy, model)).get('allegation-lado-timescale')!.status
  }
  const told = (words: string) =>
    `An allegation against a worker is reported to the LADO ${words} of its coming to our knowledge.`

  test.each([
    [
      'printed in two units',
      '{value: 48, unit: hours, words: 48 hours (two working days), sameAs: {value: 2, unit: working-days}}',
      'within two working days',
      'met',
    ],
    [
      'longer than either',
      '{value: 48, unit: hours, words: 48 hours (two working days), sameAs: {value: 2, unit: working-days}}',
      'within three working days',
      'conflict',
    ],
    [
      'a guide that is passed',
      '{value: 1, unit: working-days, qualifier: indicative}',
      'within five working days',
      'partial',
    ],
  ])('%s', async (_, limit, words, status) => {
    expect(await judge(limit, told(words))).toBe(status)
  })

  test('by priority', async () => {
    const limit =
      '{value: null, unit: null, byPriority: [{when: urgent, value: 0, unit: days}, {when: not urgent, value: 2, unit: working-days}]}'
    const [urgent, other] = [
      (words: string) =>
        `Where it is urgent, an allegation is reported to the LADO ${words} of its coming to our knowledge.`,
      (words: string) =>
        `Where it is not urgent, an allegation is reported to the LADO ${words} of its coming to our knowledge.`,
    ]
    expect(await judge(limit, `${urgent('the same day')} ${other('within two working days')}`)).toBe('met')
    expect(await judge(limit, `${urgent('within two working days')} ${other('within two working days')}`)).toBe(
      'conflict',
    )
    expect(await judge(limit, told('within two working days'))).toBe('partial')
  })
})

describe('a joint board', () => {
  const board = (name: string) => `id: a
title: A
partnerships:
  joint:
    name: ${name}
    aliases: [SJSB]
    formerNames: [Saltmarsh Local Children Committee]
    renamedOn: "2020-04"
    kind: joint
    serves: [children, adults, community-safety]
    url: https://www.saltmarshboard.example
    proceduresTitle: SJSB joint procedures
escalation:
  joint:
    title: SJSB joint resolution protocol
    serves: [children, adults]
    stages:
      - {order: 1, fromRole: worker, toRole: worker, maxDuration: {value: 2, unit: working-days}}
      - {order: 2, fromRole: safeguarding lead, toRole: team manager, maxDuration: {value: 5, unit: working-days}}
`
  const judge = async (requirement: string, words: string) => {
    const model = readProcedures([source(board('Saltmarsh Joint Safeguarding Board'))], packs())
    const policy = `# Safeguarding policy\n\nWe work with children and with adults.\n\n${words}\n`
    return (await judged(policy, model)).get(requirement)!
  }
  const names = (name: string) =>
    `## Procedures\n\nWe follow the procedures of the ${name}: the SJSB joint procedures at www.saltmarshboard.example.`
  const stages = (days: string) =>
    `## Disagreement with another agency\n\nIf we disagree with another agency about a child or an adult we use the SJSB joint resolution protocol.\n\nStage 1: our worker speaks to their worker within two working days.\n\nStage 2: our safeguarding lead speaks to the team manager within ${days} working days.`

  test('may keep "Board" in its name', async () => {
    const findings = await judged(
      `# Safeguarding policy\n\nWe work with children and with adults.\n\n${names('Saltmarsh Joint Safeguarding Board')}\n`,
      readProcedures([source(board('Saltmarsh Joint Safeguarding Board'))], packs()),
    )
    const obsolete = [...findings.values()].filter(
      ({requirement, status}) => requirement.checks.some(({kind}) => kind === 'term-obsolete') && status === 'conflict',
    )
    expect(obsolete.map(({reason}) => reason)).toEqual([])
  })

  test('under a former name is told', async () => {
    const findings = await judged(
      `# Safeguarding policy\n\nWe work with children and with adults.\n\n${names('Saltmarsh Local Children Committee')}\n`,
      readProcedures([source(board('Saltmarsh Joint Safeguarding Board'))], packs()),
    )
    const told = [...findings.values()].filter(
      ({reason, status}) => status !== 'met' && reason.includes('Saltmarsh Local Children Committee'),
    )
    expect(told.length).toBeGreaterThan(0)
  })

  test('has one ladder for both groups', async () => {
    expect((await judge('escalation-timescales', stages('five'))).status).toBe('met')
    expect((await judge('escalation-timescales', stages('ten'))).status).toBe('conflict')
    expect((await judge('escalation-stage-sequence', stages('five'))).status).toBe('met')
  })
})

describe('a district over a shared manual', () => {
  const county = source(
    `id: county
title: County manual
audience: [children]
provenance: {source: County manual, sourceUrl: "https://www.county.example", verifiedOn: 2026-03-02, verifiedBy: editor}
contacts:
  childrenFrontDoor: {name: County MASH, phone: 01632 960321, email: mash@county.example}
timescales:
  ladoNotify: {value: 1, unit: working-days, trigger: allegation-known}
escalation:
  children:
    title: County resolution procedure
    stages:
      - {order: 1, fromRole: worker, toRole: worker, maxDuration: {value: 2, unit: working-days}}
`,
    'county.yaml',
  )
  const district = source(
    `id: district
title: District overlay
extends: [england, county.yaml]
provenance: {source: District website, verifiedOn: 2026-11-02, verifiedBy: officer}
contacts:
  childrenFrontDoor: {phone: 01632 960331}
timescales:
  ladoNotify: {words: the same working day, value: 0, unit: working-days}
`,
    'district.yaml',
  )
  const model = readProcedures([county, district], packs())
  const door = async (phone: string) => {
    const policy = `# Child protection policy\n\nWe work with children.\n\n## Contacts\n\n| Who | Phone | Email |\n| --- | --- | --- |\n| Children's social care front door (County MASH) | ${phone} | mash@county.example |\n`
    return (await judged(policy, model)).get('contact-children-front-door')!
  }

  test('has the number of the district, and not that of the county', async () => {
    expect((await door('01632 960331')).status).not.toBe('conflict')
    expect((await door('01632 960321')).status).toBe('conflict')
  })

  test('tells of each field who verified it', async () => {
    const {expected} = await door('01632 960321')
    const by = (field: string) => expected.find(({fact}) => fact === `contacts.childrenFrontDoor.${field}`)?.source
    expect(by('phone')).toEqual({
      title: 'District website',
      url: null,
      verifiedOn: '2026-11-02',
    })
    expect(by('email')).toEqual({title: 'County manual', url: 'https://www.county.example', verifiedOn: '2026-03-02'})
  })
})

describe('steps of other procedures', () => {
  const model = (more = '') =>
    readProcedures(
      [
        source(`id: a
title: A
audience: [children]
provenance: {source: S, verifiedOn: 2026-11-01}
procedures:
  lado:
    title: Managing allegations
    provenance: {source: Allegations procedure}
    steps: [{event: tell, value: 1, unit: working-days, trigger: allegation-known}]
${more}`),
      ],
      packs(),
    )
  const told = async (words: string, more?: string) => {
    const policy = `# Child protection policy\n\nWe work with children.\n\n## Allegations\n\nAn allegation against a worker is reported to the LADO ${words} of its coming to our knowledge.\n`
    return (await judged(policy, model(more))).get('allegation-lado-timescale')!
  }

  test('are limits by which a policy is judged, each with where it was read', async () => {
    expect((await told('within one working day')).status).toBe('met')
    const {status, expected} = await told('within three working days')
    expect(status).toBe('conflict')
    expect(expected[0]).toMatchObject({fact: 'timescales.ladoNotify', source: {title: 'Allegations procedure'}})
    expect(model().origins?.['timescales.ladoNotify.value']).toMatchObject({line: 9})
    expect(model().origins?.['procedures.lado.steps.0.value']).toMatchObject({line: 9})
  })

  test('give way to a limit that is given as such', async () => {
    expect(
      (await told('within three working days', 'timescales: {ladoNotify: {value: 3, unit: working-days}}\n')).status,
    ).toBe('met')
  })
})
