import {describe, expect, test} from 'vitest'
import type {ProceduresModel} from '../../src/model/procedures.js'
import type {Check, Requirement, Way} from '../../src/model/requirement.js'
import {kindOf} from '../../src/requirements/index.js'
import type {Grounds, Outcome} from '../../src/requirements/kind.js'
import {likeliest} from '../../src/requirements/likeliest.js'
import {isPermission} from '../../src/requirements/permission.js'
import {excerpt, factEvidence} from '../../src/requirements/quoting.js'
import {affirmedOccurrencesOf, denialsOf, meetingsOf, occurrencesOf} from '../../src/requirements/ways.js'
import {groundsOf} from '../support/grounds.js'

// What sentences say and what they deny, by patterns of a few words.

const lexicon = {} as ProceduresModel['lexicon']
const groundsFor = (lines: string, more: Partial<Grounds> = {}) => groundsOf(`# Policy\n\n${lines}\n`, {lexicon}, more)

function judge(check: object, lines: string, more: Partial<Grounds> = {}): Outcome {
  const own = {claim: 'the lead is told', ...check} as unknown as Check
  const requirement = {id: 'own', title: 'The lead is told', audience: 'both', checks: [own]} as unknown as Requirement
  return kindOf(own).judge(own, requirement, groundsFor(lines, more))
}

const told = ({result, reason, remedy}: Outcome) => [result, reason, remedy].filter(Boolean).join(' | ')
const quoted = ({evidence}: Outcome) => evidence.map(({quote}) => quote)

describe('where a way is met', () => {
  const found = (way: Way, lines: string) =>
    occurrencesOf(way, groundsFor(lines).reading).map((occurrence) =>
      occurrence.map(({sentence}) => sentence.text).join(' + '),
    )
  const all = (within: 'passage' | 'section' | 'document', more: object = {}): Way =>
    ({all: ['lead', 'council'], within, ...more}) as Way
  const lines = 'The lead listens. The council answers.\n\nThe lead writes.\n\n## Next\n\nThe council decides.'

  test('by each sentence, in order, but by no question', () => {
    expect(found('lead', 'The lead rings.\n\nWhich lead?\n\nThe lead writes.')).toEqual([
      'The lead rings.',
      'The lead writes.',
    ])
  })

  test('by sentences of one passage, one section or the whole', () => {
    expect(found(all('passage'), lines)).toEqual(['The lead listens. + The council answers.'])
    expect(found(all('section'), lines)).toEqual(['The lead listens. + The council answers.'])
    expect(found(all('document'), '## One\n\nThe lead writes.\n\n## Two\n\nThe council decides.')).toEqual([
      'The lead writes. + The council decides.',
    ])
    expect(found(all('section'), '## One\n\nThe lead writes.\n\n## Two\n\nThe council decides.')).toEqual([])
    expect(
      found(
        all('section'),
        '## One\n\nThe lead writes.\n\nThe council decides.\n\n## Two\n\nThe council tells the lead.',
      ),
    ).toEqual(['The lead writes. + The council decides.', 'The council tells the lead.'])
  })

  test('once, where one sentence meets all', () => {
    const [occurrence] = occurrencesOf(all('passage'), groundsFor('The council tells the lead.').reading)
    expect(occurrence).toHaveLength(1)
    expect(occurrence![0]!.spans).toEqual([
      [4, 5],
      [1, 2],
    ])
  })

  test('not where what bars it stands with it', () => {
    expect(found(all('passage', {unless: 'answers'}), lines)).toEqual([])
    expect(found(all('document', {unless: 'forbids'}), lines)).toEqual(['The lead listens. + The council answers.'])
  })

  test('with at most four sentences', () => {
    const way = {all: ['one', 'two', 'three', 'four', 'five'], within: 'passage'} as Way
    expect(occurrencesOf(way, groundsFor('One. Two. Three. Four. Five.').reading)[0]).toHaveLength(4)
  })

  test.each([
    ['The lead tells the council.', true],
    ['The lead does not tell the council.', false],
    ['Where a child is not safe, the lead tells the council.', true],
    ['The lead never tells the council.', false],
    ['The lead tells the council, and not the papers.', true],
    ['The papers are not told; the lead tells the council.', true],
  ])('and affirmed: %s %s', (sentence, affirmed) => {
    const {reading} = groundsFor(sentence)
    expect(affirmedOccurrencesOf('lead .. tell .. council', reading)).toHaveLength(affirmed ? 1 : 0)
    expect(denialsOf('lead .. tell .. council', reading)).toEqual(affirmed ? [] : [0])
  })

  test.each('a an the and or of to for in on at by it its is are was were be been do does did will shall'.split(' '))(
    'a small word that is denied makes no denial of the rest: %s',
    (word) => {
      const {reading} = groundsFor(`Rest, and never ${word} ${word} ${word} but swim.`)
      expect(affirmedOccurrencesOf('rest .. swim', reading), word).toHaveLength(1)
    },
  )

  test('a denial in a clause of condition leaves the rest affirmed, unless that clause is all that is met', () => {
    const {reading} = groundsFor('If a child is never heard, tell the council.')
    expect(affirmedOccurrencesOf('child .. heard .. tell', reading)).toHaveLength(1)
    expect(affirmedOccurrencesOf('child .. heard', reading)).toHaveLength(0)
  })
})

describe('a statement', () => {
  const check = {kind: 'statement-present', ways: ['lead .. told'], weak: ['lead .. (asked | may)']}
  const missing = 'absent | nothing was found that says that the lead is told | Say that the lead is told.'

  test.each([
    ['said', 'The lead is told.', 'satisfied | the policy says that the lead is told'],
    ['denied', 'The lead is not told.', missing],
    ['said of bad practice', '## Poor practice\n\nThe lead is told.', missing],
    ['asked', 'Is the lead told?', missing],
    [
      'said half',
      'The lead is asked.',
      'weak | the policy speaks of this, but does not say outright that the lead is told | Say plainly that the lead is told.',
    ],
    ['not at all', 'We care.', missing],
  ])('%s', (_, lines, expected) => {
    expect(told(judge(check, lines))).toBe(expected)
  })

  test('is vague where it is said half, but not where it is left open', () => {
    expect(judge(check, 'The lead is asked.').vague).toBe(true)
    expect(judge(check, 'The lead may be asked.').vague).toBe(false)
    expect(judge(check, 'The lead is asked at our discretion.').vague).toBe(false)
    expect(judge(check, 'The lead is asked.').confidence).toBe('medium')
    expect(judge(check, 'The lead is asked.').searchedFor).toEqual(['the lead is told'])
  })

  test('is shown twice at most', () => {
    expect(quoted(judge(check, 'The lead is told. A lead is told. Any lead is told.'))).toEqual([
      'The lead is told.',
      'A lead is told.',
    ])
    expect(quoted(judge(check, 'The lead is asked. A lead is asked. Any lead is asked.'))).toEqual([
      'The lead is asked.',
      'A lead is asked.',
    ])
  })

  const list = (more: object = {}) => ({
    kind: 'statement-present',
    list: {items: {'first-aid': 'plaster', fire: 'fire', flood: 'flood'}, min: 2, within: 'section', ...more},
  })

  test.each([
    [
      'enough in one section',
      'Plasters help.\n\nFire burns.',
      'satisfied | the policy names 2 of what the lead is told asks',
    ],
    [
      'too few',
      'Plasters help.',
      'weak | the policy names 1 where 2 are asked: it lacks fire and flood | Name also fire and flood.',
    ],
    [
      'spread over sections',
      'Fire burns.\n\n## Next\n\nFlood drowns.',
      'weak | the policy names 1 where 2 are asked: it lacks first aid and flood | Name also first aid and flood.',
    ],
    ['none', 'We care.', missing],
  ])('that is a list: %s', (_, lines, expected) => {
    expect(told(judge(list(), lines))).toBe(expected)
  })

  test('that is a list counts by passage, section or document, and only where it is about the thing', () => {
    const lines = 'Fire burns.\n\nFlood drowns.\n\n## Next\n\nPlasters help.'
    expect(judge(list({within: 'passage'}), lines).result).toBe('weak')
    expect(judge(list({within: 'document', min: 3}), lines).result).toBe('satisfied')
    expect(told(judge(list({min: 3}), lines))).toContain('it lacks first aid |')
    expect(judge(list({about: 'danger'}), lines).result).toBe('absent')
    expect(judge(list({about: 'burn'}), lines).result).toBe('satisfied')
    expect(quoted(judge(list({about: 'help'}), lines))).toEqual(['Plasters help.'])
    expect(quoted(judge(list(), 'Fire, flood and fire.'))).toEqual(['Fire, flood and fire.'])
    expect(told(judge(list({items: {a: 'a1', b: 'b1', c: 'c1', d: 'd1'}}), 'An a1.'))).toContain('it lacks b, c and d')
  })
})

describe('the sentence that comes nearest', () => {
  const check = {claim: 'c', kind: 'statement-present', ways: ['lead .. told & council']} as never
  const ranked = (index: number, score = 20, likeness = 0.9) => ({index, score, likeness})
  const best = (lines: string, nearest = [ranked(0)], own: object = check) =>
    likeliest(own as never, groundsFor(lines, {nearest}))

  test('is none where nothing is near, or no way has several parts', () => {
    expect(best('The lead is told.', [])).toBeNull()
    expect(best('The lead is told.', [ranked(0)], {ways: ['lead']})).toBeNull()
    expect(best('The lead is told.', [ranked(0)], {})).toBeNull()
  })

  test('meets the more the more parts it holds, in its own words, under its heading or beside it', () => {
    const share = (lines: string) => Math.round(100 * best(lines)!.share)
    expect(share('The lead is told by the council.')).toBe(100)
    expect(share('We care.')).toBe(0)
    const [beside, above, own] = [
      share('We tell the council. The lead is glad.'),
      share('## Council\n\nThe lead is glad.'),
      share('Council, told: lead.'),
    ]
    expect(own).toBe(100)
    expect(beside).toBeLessThan(own)
    expect(above).toBeLessThan(own)
    expect(above).toBeGreaterThan(0)
  })

  test('is the likelier the nearer it is', () => {
    const lines = 'The lead is told by the council.'
    const likely = (score: number, likeness: number) => best(lines, [ranked(0, score, likeness)])!.likely
    expect(likely(20, 0.9)).toBeGreaterThan(0.95)
    expect(likely(2, 0.1)).toBeLessThan(likely(20, 0.1))
    expect(likely(2, 0.1)).toBeLessThan(likely(2, 0.9))
    expect(likely(30, 1)).toBe(likely(90, 5))
    expect(best('We care.', [ranked(0, 1, 0.1)])!.likely).toBeLessThan(0.02)
  })

  test('is the likeliest of those near, but no question and no bad example', () => {
    const lines = 'We care. The lead is told by the council.'
    expect(best(lines, [ranked(0), ranked(1)])!.index).toBe(1)
    expect(best(lines, [ranked(1), ranked(0)])!.index).toBe(1)
    expect(best('Is the lead told by the council?')).toBeNull()
    expect(best('## Poor practice\n\nThe lead is told by the council.')).toBeNull()
    expect(best('The lead is told by the council.', [ranked(0)], {ways: ['lead .. told & !council']})).toBeNull()
  })

  test.each([
    ['The lead is told by the council.', false],
    ['The lead is not told by the council.', true],
    ['The lead might be told by the council.', true],
    ['The lead is told by the council at its discretion.', true],
    ['The lead is told by the council only if we think fit.', true],
  ])('is in doubt: %s %s', (lines, doubtful) => {
    expect(best(lines)!.isDoubtful()).toBe(doubtful)
  })

  test('is in doubt where it says a part that must be denied without denying it', () => {
    const own = {ways: ['lead & ~wait']}
    expect(best('The lead waits.', [ranked(0)], own)!.isDoubtful()).toBe(true)
    expect(best('The lead does not wait.', [ranked(0)], own)!.isDoubtful()).toBe(false)
  })

  test('is taken to say it, shown, or passed over, by how likely that is', () => {
    const ways = ['lead .. rung & council']
    const judged = (lines: string, score: number, likeness: number) =>
      judge({kind: 'statement-present', ways}, lines, {nearest: [ranked(0, score, likeness)]})
    const seems = judged('By the council rung: the lead.', 30, 1)
    expect([told(seems), seems.confidence]).toEqual([
      'satisfied | the policy seems to say that the lead is told',
      'medium',
    ])
    const maybe = judged('By the council rung: the lead.', 12, 0.4)
    expect([maybe.result, maybe.confidence]).toEqual(['satisfied', 'low'])
    const half = judged('The council knows the lead.', 30, 1)
    expect(told(half)).toBe(
      'weak | one sentence may mean that the lead is told: please read it | Say plainly that the lead is told.',
    )
    expect(half.confidence).toBe('low')
    expect(
      [
        judged('We care.', 1, 0.1),
        judged('The council knows the lead.', 10, 0.3),
        judged('The council, the lead.', 14, 0.6),
      ].map(({result, confidence}) => `${result} ${confidence}`),
    ).toEqual(['absent high', 'absent medium', 'absent low'])
  })
})

describe('a dangerous statement', () => {
  const check = {kind: 'prohibited-statement-absent', ways: ['only the lead .. refer'], unless: ['danger']}
  const against =
    'contradicted | the policy says the opposite of what is asked: the lead is told | Take these words out or turn them round, so that the policy keeps to: the lead is told.'
  const clear = 'clear | nothing was found against this: the lead is told'

  test('is told of with what to keep to', () => {
    expect(told(judge(check, 'Only the lead may refer.'))).toBe(against)
    expect(told(judge(check, 'Anybody may refer.'))).toBe(clear)
    expect(
      quoted(
        judge(
          check,
          'Only the lead may refer. Only the lead can refer. Only the lead will refer. Only the lead shall refer.',
        ),
      ),
    ).toEqual(['Only the lead may refer.', 'Only the lead can refer.', 'Only the lead will refer.'])
    const own = {...check, claim: 'anybody may refer'} as unknown as Check
    const title = (words: string) =>
      kindOf(own).judge(own, {title: words} as Requirement, groundsFor('Only the lead may refer.')).remedy
    expect(title('LADO told within one day')).toMatch(/: LADO told within one day\.$/)
  })

  test.each([
    'Only the lead may refer, but in danger anybody.',
    '## Poor practice\n\nOnly the lead may refer.',
    '> Only the lead may refer.',
    'It is a myth that only the lead may refer.',
    'That only the lead may refer is no answer.',
    'That only the lead may refer is not an excuse.',
    "That only the lead may refer isn't an answer.",
    'It is a common mistake to say only the lead may refer.',
    'The rule used to be that only the lead may refer.',
    'Some clubs say that only the lead may refer; many clubs still do.',
    'Some people think only the lead may refer.',
    'You cannot say that only the lead may refer.',
    'The review found that only the lead may refer there.',
    'In the old version only the lead might refer.',
    'Version 3 said that only the lead may refer.',
    'The words “only the lead may refer” were struck out.',
    'It is a misconception that only the lead may refer.',
    'It is a misunderstanding that only the lead may refer.',
    'It is a fallacy that only the lead may refer.',
    'It is not true that only the lead may refer.',
    'It is untrue that only the lead may refer.',
    'It is wrong to think that only the lead may refer.',
    'They mistakenly say only the lead may refer.',
    'It is not the case that only the lead may refer.',
    'There is no rule that only the lead may refer.',
    'We have no law to say only the lead may refer.',
    'This does not mean that only the lead may refer.',
    "This doesn't mean only the lead may refer.",
    'You may hear that only the lead may refer.',
    'You might be told that only the lead may refer.',
    'It is often said that only the lead may refer.',
    "It's sometimes believed that only the lead may refer.",
    'Others say that only the lead may refer.',
    'Somebody may tell you that only the lead may refer.',
    'A coach says that only the lead may refer. What now?',
    'A coach says that only the lead may refer. So how do you answer?',
    'May only the lead refer? Ring us.',
    '“Only the lead may refer anybody” is how children are lost.',
    'A coach who says “we are told that only the lead may refer” is put right.',
  ])('is none where it is told in order to be denied: %s', (lines) => {
    expect(judge(check, lines).result).toBe('clear')
  })

  test.each([
    'Only the lead may refer. We care.',
    'What is asked? Only the lead may refer.',
    'Only the lead may refer. The council is told. What now?',
    'The “lead” is told: only the lead may refer.',
  ])('is one: %s', (lines) => {
    expect(judge(check, lines).result).toBe('contradicted')
  })
})

describe('a denial that is itself denied', () => {
  const permits = (text: string, pattern: string) => {
    const {reading} = groundsFor(text)
    return meetingsOf(pattern, reading).some(({sentence, spans}) => isPermission(sentence, spans))
  }

  test.each([
    ['There is nobody who may not ring the council.', true],
    ['There is no one who must not ring the council.', true],
    ['None of us should not ring the council.', true],
    ['Never say that you cannot ring the council.', true],
    ['There is nothing that can not ring the council.', true],
    ['Neither of them need not ring the council.', true],
    ['No coach may not ring the council.', true],
    ['Staff may not ring the council.', false],
    ['There is nobody here, and staff may not ring the council.', false],
    ['There is nobody here; staff may not ring the council.', false],
    ['Nobody is here because you may not ring the council.', false],
    ['Nobody comes if you may not ring the council.', false],
    ['Nobody comes unless you may not ring the council.', false],
    ['Nobody comes when you may not ring the council.', false],
    ['Nobody comes where you may not ring the council.', false],
    ['Nobody comes so you may not ring the council.', false],
    ['Nobody comes but you may not ring the council.', false],
    ['One of us may not ring the council.', false],
  ])('%s %s', (text, permission) => {
    expect(permits(text, 'ring the council')).toBe(permission)
  })
})

describe('the words that are quoted', () => {
  const long = `${'We keep every child safe and well. '.repeat(12)}The end of it is here.`

  test('are those around a place, cut at spaces', () => {
    expect(excerpt('Short words.', 3)).toBe('Short words.')
    for (const at of [0, 121, 200, 300, long.length - 5]) {
      const words = excerpt(long, at)
      expect(long).toContain(words)
      expect(words.length).toBeLessThanOrEqual(241)
      expect(` ${long} `).toContain(` ${words.trim()} `)
      const from = long.indexOf(words, Math.max(0, at - 240))
      expect(from <= at && at <= from + words.length).toBe(true)
    }
    expect(excerpt(long, 0).startsWith('We keep')).toBe(true)
    expect(excerpt(long, long.length - 5).endsWith('here.')).toBe(true)
  })

  test('are the sentence in which a fact stands, where it is not too long', () => {
    const grounds = groundsFor(`We care. Ring us.\n\n${long.replaceAll('. ', ', ')}`)
    const [first, second] = [...grounds.passages.keys()]
    expect(factEvidence({passageId: first!, span: [10, 12]}, grounds).quote).toBe('Ring us.')
    expect(factEvidence({passageId: first!, span: null}, grounds).quote).toBe('We care.')
    const cut = factEvidence({passageId: second!, span: [300, 305]}, grounds).quote
    expect(cut.length).toBeLessThanOrEqual(241)
  })
})
