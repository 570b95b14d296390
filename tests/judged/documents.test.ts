import {describe, expect, test} from 'vitest'
import type {Edition, ProceduresModel} from '../../src/model/procedures.js'
import type {Check, Requirement} from '../../src/model/requirement.js'
import {kindOf} from '../../src/requirements/index.js'
import type {Outcome} from '../../src/requirements/kind.js'
import {areaOf, groundsOf} from '../support/grounds.js'

// Guidance and law by their editions, and local documents by their titles: an invented register, and an invented area.

const edition = (id: string, title: string, more: Partial<Edition> = {}): Edition => ({
  id,
  title,
  current: '2026',
  kind: 'guidance',
  source: 'the register',
  seenOn: '2026-10-01',
  confidence: 'high',
  ...more,
})
const editions = [
  edition('guide', 'Guarding Children Together', {
    aliases: ['Guarding Together'],
    superseded: ['2018'],
    transition: {edition: '2025', until: '2026-12-31'},
    next: {edition: '2027', expected: '2027', seen: false},
  }),
  edition('act', 'Guarding Act 2014', {current: null, kind: 'act', replaces: ['Old Guarding Act']}),
  edition('rolling', 'Guarding Adults Handbook', {current: 'rolling'}),
  edition('unsure', 'Sharing What We Know', {confidence: 'low', note: 'told by telephone'}),
  edition('unsure-too', 'Keeping Good Notes Always', {confidence: 'medium'}),
  edition('optional', 'Listening To Young People'),
]
const {registers} = areaOf({})
const requirement = (id: string, ...checks: object[]) =>
  ({id, title: id, audience: 'both', checks: checks.map((check) => ({claim: 'c', ...check}))}) as unknown as Requirement
const local: Partial<ProceduresModel> = {
  registers: {...registers, editions, phantomTitles: [], otherNations: []},
  requirements: [
    requirement('currency-guide', {kind: 'reference-current', document: 'guide'}),
    requirement('currency-optional', {kind: 'reference-current', document: 'optional', optional: true}),
    requirement(
      'other',
      {kind: 'reference-current', document: 'register'},
      {kind: 'reference-current', facts: ['documents.need']},
    ),
    requirement('word', {kind: 'term-obsolete', terms: ['register']}),
  ],
  documents: {need: {title: 'Ladder of Need', aliases: ['Need Guide', 'levels of need'], url: 'https://need.example'}},
  partnerships: {lscp: {name: 'Cragwell SCP', aliases: ['CSCP']}, sab: {name: 'Cragwell SAB'}},
  escalation: {children: {title: 'Challenge Pathway', stages: []}, adults: {title: 'Adult Ladder', stages: []}},
  neighbours: [{name: 'Marram'}],
}

function judge(
  check: object,
  lines: string,
  more: Partial<ProceduresModel> = {},
  serves?: {children: boolean; adults: boolean},
): Outcome {
  const own = {kind: 'reference-current', claim: 'the guidance is current', ...check} as unknown as Check
  const grounds = groundsOf(`# Policy\n\n${lines}\n`, {...local, ...more}, serves && {serves})
  return kindOf(own).judge(own, {...requirement('other'), checks: [own]}, grounds)
}

const told = ({result, reason, remedy}: Outcome) => [result, reason, remedy].filter(Boolean).join(' | ')
const quoted = ({evidence}: Outcome) => evidence.map(({quote}) => quote)

describe('an edition', () => {
  const cite = 'Cite Guarding Children Together (2026) and re-read the passages that rest on it.'
  const of = (lines: string, document = 'guide', more: object = {}) => judge({document, ...more}, lines)
  const title = 'Guarding Children Together'

  test.each([
    ['in force', `We follow ${title} (2026).`, `satisfied | the policy cites ${title} in force`],
    ['by an alias', 'We follow Guarding Together (2026).', `satisfied | the policy cites ${title} in force`],
    [
      'replaced',
      `We follow ${title} (2018).`,
      `contradicted | the policy cites the 2018 edition; the current one is 2026 | ${cite}`,
    ],
    [
      'older than the register goes',
      `We follow ${title} (2010).`,
      `contradicted | the policy cites the 2010 edition; the current one is 2026 | ${cite}`,
    ],
    [
      'replaced lately',
      `We follow ${title} (2025).`,
      `weak | the policy cites the 2025 edition, lately replaced by 2026 | ${cite}`,
    ],
    ['to come', `We follow ${title} (2027).`, `satisfied | the policy cites ${title} in force`],
    ['none', `We follow ${title}.`, `weak | ${title} is cited without its edition | ${cite}`],
    [
      'none, but the current one',
      `We follow the latest ${title}.`,
      `satisfied | the policy cites the current edition of ${title} without its year`,
    ],
    [
      'none, but any later one',
      `We follow ${title} or any later edition.`,
      `satisfied | the policy cites the current edition of ${title} without its year`,
    ],
    [
      'an old one that is told of as past',
      `The policy took over from ${title} (2018). We follow ${title} (2026).`,
      `satisfied | the policy cites ${title} in force`,
    ],
    [
      'an old one beside the new',
      `We follow ${title} (2018) and ${title} (2026).`,
      `contradicted | the policy cites the 2018 edition; the current one is 2026 | ${cite}`,
    ],
    ['nowhere', 'We care.', `absent | ${title} is not cited | Cite ${title} (2026).`],
  ])('%s', (_, lines, expected) => {
    expect(told(of(lines))).toBe(expected)
  })

  test.each([
    'This took over from X',
    'This takes the place of the X',
    'This replaces X',
    'This is in place of X',
    'It went, and so did X',
    'We use this instead of “X',
    'X was replaced',
    'X, which has been superseded',
    'X was withdrawn',
    'X was retired',
    'X went out',
    'X gave way',
    'X is old: this replaced it',
    'X has left our shelves',
  ])('is told of as past in "%s"', (sentence) => {
    expect(of(`${sentence.replace('X', `${title} (2018)`)}. We follow ${title} (2026).`).result).toBe('satisfied')
  })

  test('is relied on where what is past is another thing', () => {
    expect(of(`${title} (2018) is what we follow; the other was replaced.`).result).toBe('contradicted')
    expect(of(`We replaced our form, and follow ${title} (2018).`).result).toBe('contradicted')
  })

  test('of a law is the law itself', () => {
    expect(told(of('We follow the Guarding Act 2014.', 'act'))).toBe(
      'satisfied | the policy cites Guarding Act 2014 in force',
    )
    expect(told(of('We care.', 'act'))).toBe('absent | Guarding Act 2014 is not cited | Cite Guarding Act 2014.')
  })

  test('is not asked of what has none', () => {
    expect(told(of('We follow the Guarding Adults Handbook.', 'rolling'))).toBe(
      'satisfied | the policy cites Guarding Adults Handbook in force',
    )
    expect(told(of('We care.', 'rolling'))).toContain('Cite Guarding Adults Handbook.')
  })

  test('of which the register is not sure is told with that', () => {
    expect(told(of('We follow Sharing What We Know (2020).', 'unsure'))).toBe(
      'contradicted | the policy cites the 2020 edition; the current one is 2026; the register is not sure of this entry (told by telephone) | Cite Sharing What We Know (2026) and re-read the passages that rest on it.',
    )
    expect(of('We follow Sharing What We Know (2020).', 'unsure').confidence).toBe('low')
    expect(told(of('We follow Keeping Good Notes Always (2026).', 'unsure-too'))).toBe(
      'satisfied | the policy cites Keeping Good Notes Always in force; the register is not sure of this entry (seen 2026-10-01)',
    )
  })

  test('that the register does not hold cannot be judged', () => {
    expect(told(of('We care.', 'nothing'))).toBe('inapplicable | the register has no entry nothing')
  })

  test('of what is only spoken of is asked by its title', () => {
    const named = {named: 'national guidance'}
    expect(told(of('We follow national guidance. National guidance helps.', 'guide', named))).toBe(
      `weak | ${title} is not cited by its title | Cite ${title} (2026).`,
    )
    expect(quoted(of('We follow national guidance. National guidance helps.', 'guide', named))).toEqual([
      'We follow national guidance.',
    ])
    expect(told(of('We care.', 'guide', named))).toMatch(/^absent/)
    expect(of('We care.').searchedFor).toEqual([title, 'Guarding Together'])
  })

  test('is shown with three quotations at most, and with what the register says', () => {
    const lines = ['We follow', 'We read', 'We like', 'We know']
      .map((words) => `${words} ${title} (2018).`)
      .join('\n\n')
    const {evidence, expected} = of(lines)
    expect(evidence).toHaveLength(3)
    expect(expected).toEqual([
      {
        fact: 'registers.editions.guide',
        value: `${title} (2026)`,
        source: {title: 'the register', url: null, verifiedOn: '2026-10-01'},
      },
    ])
  })
})

describe('the rest of the register', () => {
  const of = (lines: string) => judge({document: 'register'}, lines)

  test.each([
    [
      'in force',
      'We follow the Guarding Act 2014.',
      'satisfied | the other guidance and law that the policy names is current',
    ],
    [
      'old',
      'We follow Sharing What We Know (2020) and the Guarding Act 2014.',
      'contradicted | the policy cites the 2020 edition; the current one is 2026; the register is not sure of this entry (told by telephone) | Cite Sharing What We Know (2026) and re-read the passages that rest on it.',
    ],
    [
      'without an edition',
      'We follow Listening To Young People.',
      'weak | Listening To Young People is cited without its edition | Cite Listening To Young People (2026) and re-read the passages that rest on it.',
    ],
    [
      'one right, one without an edition',
      'We follow Listening To Young People and the Guarding Act 2014.',
      'satisfied | the other guidance and law that the policy names is current',
    ],
    [
      'what has a requirement of its own',
      'We follow Guarding Children Together (2018).',
      'absent | no other guidance or law is cited | Cite the guidance that you rely on, with its year.',
    ],
    [
      'what has an optional one',
      'We follow Listening To Young People (2020).',
      'contradicted | the policy cites the 2020 edition; the current one is 2026 | Cite Listening To Young People (2026) and re-read the passages that rest on it.',
    ],
    [
      'law that the register does not hold',
      'We follow the Swimming Pools Act 1994.',
      'satisfied | the law that the policy names is in force',
    ],
    [
      'none',
      'We care.',
      'absent | no other guidance or law is cited | Cite the guidance that you rely on, with its year.',
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(of(lines))).toBe(expected)
  })
})

describe('a local document', () => {
  const named = {facts: ['documents.need'], named: 'threshold document'}
  const of = (
    lines: string,
    check: object = named,
    more: Partial<ProceduresModel> = {},
    serves?: {children: boolean; adults: boolean},
  ) => judge(check, lines, more, serves)
  const name = 'Name Ladder of Need (https://need.example).'

  test.each([
    ['by its title', 'We use the ladder of need.', 'satisfied | the policy names Ladder of Need'],
    ['by another name', 'We use the Need Guide.', 'satisfied | the policy names Ladder of Need'],
    ['by a common noun', 'There are levels of need.', `absent | Ladder of Need is not named | ${name}`],
    [
      'spoken of',
      'We use the threshold document. The threshold document helps.',
      `weak | Ladder of Need is not named | ${name}`,
    ],
    [
      'that of a neighbour',
      'We use the threshold document of Marram.',
      `contradicted | the policy uses another area's document and not Ladder of Need | ${name}`,
    ],
    ['not at all', 'We care.', `absent | Ladder of Need is not named | ${name}`],
  ])('%s', (_, lines, expected) => {
    expect(told(of(lines))).toBe(expected)
  })

  test('is looked for by all of its names, and shown once', () => {
    expect(of('We care.').searchedFor).toEqual(['Ladder of Need', 'Need Guide', 'levels of need'])
    expect(of('We use the threshold document.').searchedFor).toEqual(['Ladder of Need', 'Need Guide', 'levels of need'])
    expect(quoted(of('We use the threshold document. The threshold document helps.'))).toEqual([
      'We use the threshold document.',
    ])
    expect(of('We care.').expected.map(({fact, value}) => [fact, value])).toEqual([
      ['documents.need.title', 'Ladder of Need'],
    ])
  })

  test('may be called by the code of its form', () => {
    const more = {documents: {need: {title: 'Challenge Record (CR1)'}}}
    expect(told(of('Fill in form CR1.', named, more))).toBe('satisfied | the policy names Challenge Record (CR1)')
    expect(told(of('Fill in form CR2.', named, more))).toBe(
      'absent | Challenge Record (CR1) is not named | Name Challenge Record (CR1).',
    )
  })

  test('without a title is not looked for', () => {
    const more = {documents: {need: {title: '', url: 'https://need.example'}}}
    expect(told(of('We use the threshold document.', named, more))).toBe(
      'inapplicable | there is no local document to compare with',
    )
  })

  test('is asked by name where there is no area, and spoken of', () => {
    expect(told(of('We use the threshold document.', named, {local: false, documents: {}}))).toBe(
      'weak | no local document is named | Name the local document.',
    )
    expect(told(of('We care.', named, {local: false, documents: {}}))).toBe(
      'inapplicable | there is no local document to compare with',
    )
    expect(told(of('We use the threshold document.', named, {documents: {}}))).toBe(
      'inapplicable | there is no local document to compare with',
    )
  })

  const ladders = {facts: ['escalation.*.title'], named: 'escalation procedure'}

  test('is asked of the groups that are served', () => {
    expect(told(of('We use the Challenge Pathway.', ladders, {}, {children: true, adults: false}))).toBe(
      'satisfied | the policy names Challenge Pathway',
    )
    expect(told(of('We use the Adult Ladder.', ladders, {}, {children: false, adults: true}))).toBe(
      'satisfied | the policy names Adult Ladder',
    )
    expect(told(of('We use the Challenge Pathway.', ladders))).toBe(
      'weak | Adult Ladder is not named | Name Adult Ladder.',
    )
  })

  test.each([
    ['The Cragwell SCP escalation procedure', true],
    ['The CSCP disagreement resolution protocol', true],
    ['The CSCP (children) professional dispute policy', true],
    ['The CSCP challenge process', true],
    ['The CSCP resolution pathway', true],
    ['The CSCP professional differences procedures', true],
    ['The CSCP procedure', false],
    ['The CSCP. Its escalation procedure', false],
    ['The Cragwell SAB escalation procedure', false],
  ])('a ladder is named by who publishes it: %s', (words, is) => {
    expect(of(words, ladders, {}, {children: true, adults: false}).result === 'satisfied').toBe(is)
  })

  test('a ladder for adults is named by the board for adults', () => {
    expect(of('The Cragwell SAB escalation procedure', ladders, {}, {children: false, adults: true}).result).toBe(
      'satisfied',
    )
    expect(of('The Cragwell SCP escalation procedure', named).result).toBe('absent')
  })
})
