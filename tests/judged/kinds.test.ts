import {describe, expect, test} from 'vitest'
import type {Organisation, ProceduresModel} from '../../src/model/procedures.js'
import type {Check, Requirement} from '../../src/model/requirement.js'
import {kindOf, kinds} from '../../src/requirements/index.js'
import type {Outcome} from '../../src/requirements/kind.js'
import {areaOf, groundsOf} from '../support/grounds.js'

// Single checks, each of its kind, on policies of a few lines: what comes of them, why, and what is to be done.

interface Given {
  readonly local?: Partial<ProceduresModel>
  readonly us?: object
  readonly serves?: {children: boolean; adults: boolean}
  readonly checks?: readonly Check[]
}

function judge(check: object, lines: string, {local, us, serves, checks}: Given = {}): Outcome {
  const own = {claim: 'the claim', ...check} as unknown as Check
  const requirement = {id: 'own', title: 'Own', audience: 'both', checks: checks ?? [own]} as unknown as Requirement
  const organisation = us ? ({name: 'Larkfield', path: 'o.yaml', profile: [], ...us} as Organisation) : null
  const requirements = local?.requirements ?? [requirement]
  const grounds = groundsOf(lines, {...local, requirements}, {organisation, ...(serves && {serves})})
  return kindOf(own).judge(own, requirement, grounds)
}

const told = ({result, reason, remedy}: Outcome) => [result, reason, remedy].filter(Boolean).join(' | ')
const quoted = ({evidence}: Outcome) => evidence.map(({quote}) => quote)

test('every kind tells what it is in a sentence', () => {
  expect(kinds).toHaveLength(9)
  for (const {kind, summary} of kinds) expect(summary, kind).toMatch(/^[A-Z].*\.$/)
})

describe('a review date', () => {
  const check = {kind: 'date-in-range', field: 'nextReview', maxMonths: 12}
  const on = (lines: string, us?: object) => told(judge(check, `# Policy\n\n${lines}\n`, {us}))
  const past = 'Review the policy and give the next date.'
  const shorter = 'Shorten the review cycle and bring the date forward.'

  test.each([
    ['to come', 'Next review: 24 November 2026', 'satisfied | the next review is due on 24 November 2026'],
    ['today', 'Next review: 23 November 2026', 'satisfied | the next review is due on 23 November 2026'],
    [
      'past by a day',
      'Next review: 22 November 2026',
      `contradicted | the review date 22 November 2026 is past | ${past}`,
    ],
    [
      'this month, which is not over',
      'Next review: November 2026',
      'satisfied | the next review is due on November 2026',
    ],
    ['last month', 'Next review: October 2026', `contradicted | the review date October 2026 is past | ${past}`],
    [
      'four years ahead',
      'Approved: 1 November 2026\n\nNext review: 1 January 2030',
      `contradicted | the next review, 1 January 2030, is more than 36 months after 2026-11-01 | ${shorter}`,
    ],
    [
      'three years ahead, by the latest of several dates',
      'Published: 1 May 2020\n\nApproved: 1 November 2026\n\nNext review: 1 November 2029',
      'satisfied | the next review is due on 1 November 2029',
    ],
    [
      'within a month of three years',
      'Last reviewed: 1 November 2026\n\nNext review: 1 December 2029',
      'satisfied | the next review is due on 1 December 2029',
    ],
    ['far ahead of nothing', 'Next review: 1 January 2035', 'satisfied | the next review is due on 1 January 2035'],
    [
      'a cycle beyond all bounds',
      'This policy is reviewed every four years.',
      `contradicted | the policy is reviewed every 48 months; at most 12 are allowed | ${shorter}`,
    ],
    [
      'a long cycle of something else, or of an older version',
      'This policy is reviewed annually. (The Articles are on a four-year cycle; this policy is not.)\n\nNext review: May 2027. The 2022 version said every four years.',
      'satisfied | the next review is due on May 2027',
    ],
    [
      'the date of a version that is gone',
      'Next review: May 2027. The version that was due for review in September 2025 was replaced on time.',
      'satisfied | the next review is due on May 2027',
    ],
    [
      'a cycle without a date',
      'This policy is reviewed annually.',
      'weak | a review cycle is stated, but no date of the next review | Give the date of the next review.',
    ],
    [
      'a cycle that has run out',
      'Approved: March 2024. This policy is reviewed every two years.',
      'contradicted | a review every 24 months was due 2024 plus 24 months and is past | Review the policy and give the next date.',
    ],
    [
      'a cycle that has not',
      'Approved: March 2025. This policy is reviewed every two years.',
      'weak | a review cycle is stated, but no date of the next review | Give the date of the next review.',
    ],
    [
      'none at all',
      'We keep children safe.',
      'absent | no date of the next review was found | Give the date of the last and of the next review.',
    ],
  ])('%s', (_, lines, expected) => {
    expect(on(lines)).toBe(expected)
  })

  test.each([
    ['weeks', 52, 'The policy is reviewed every two years.', 'at most 12 are allowed'],
    ['months', 18, 'The policy is reviewed every two years.', 'at most 18 are allowed'],
    ['days', 365, 'The policy is reviewed every two years.', 'at most 12 are allowed'],
    ['working-days', 260, 'The policy is reviewed every two years.', 'at most 12 are allowed'],
  ] as const)('is held to the cycle of the organisation, in %s', (unit, value, lines, limit) => {
    expect(on(lines, {reviewCycle: {value, unit}})).toContain(limit)
  })

  test('may be no longer than the cycle of the organisation', () => {
    const us = {reviewCycle: {value: 1, unit: 'years'}}
    const lines = 'Approved: 1 November 2026\n\nNext review: 1 January 2028'
    expect(on(lines, us)).toMatch(/^contradicted .* more than 12 months after 2026-11-01/)
    expect(on('Approved: 1 November 2026\n\nNext review: 1 December 2027', us)).toMatch(/^satisfied/)
    expect(on('This policy is reviewed annually. Next review: 1 December 2026', us)).toMatch(/^satisfied/)
  })

  test('is shown with the cycle', () => {
    const outcome = judge(check, '# P\n\nNext review: 24 November 2026\n\nThe policy is reviewed annually.\n')
    expect(quoted(outcome)).toEqual(['Next review: 24 November 2026', 'The policy is reviewed annually.'])
  })
})

describe('a role', () => {
  const check = {kind: 'role-named', role: 'dsl', require: ['name', 'contact'], named: 'safeguarding lead | DSL'}
  const dsl = {name: 'Hannah Okafor', phone: '01632 960501', email: 'hannah@larkfield.example'}
  const register = 'Hannah Okafor, 01632 960501, hannah@larkfield.example'
  const of = (lines: string, roles?: object, more: object = {}) =>
    judge({...check, ...more}, `# Safeguarding\n\n${lines}\n`, {us: roles && {roles}})

  test.each([
    [
      'with a number',
      'Our Safeguarding Lead is Hannah Okafor, 01632 960501.',
      undefined,
      'satisfied | the policy names Hannah Okafor and says how to reach them',
    ],
    [
      'with an address',
      'Our Safeguarding Lead is Hannah Okafor (hannah@larkfield.example).',
      {dsl},
      'satisfied | the policy names Hannah Okafor and says how to reach them',
    ],
    [
      'by a title and the family name',
      'Safeguarding Lead: Mrs Okafor, 01632 960501',
      {dsl},
      'satisfied | the policy names Mrs Okafor and says how to reach them',
    ],
    [
      'without a number',
      'Our Safeguarding Lead is Hannah Okafor.',
      undefined,
      'weak | the policy names Hannah Okafor but gives no number or email | Add a number or an email.',
    ],
    [
      'without a number that the register has',
      'Our Safeguarding Lead is Hannah Okafor.',
      {dsl},
      `weak | the policy names Hannah Okafor but gives no number or email | Add a number or an email: ${register}.`,
    ],
    [
      'of somebody else',
      'Our Safeguarding Lead is Priya Nair, 01632 960501.',
      {dsl},
      `contradicted | the policy names Priya Nair; your own register of roles names Hannah Okafor | Change the name to ${register}.`,
    ],
    [
      'with another number',
      'Safeguarding Lead: Hannah Okafor, 01632 960599',
      {dsl},
      `contradicted | the policy gives 01632 960599 for Hannah Okafor; your own register gives 01632960501, hannah@larkfield.example | Change 01632 960599 to ${register}.`,
    ],
    [
      'with a slip on the card',
      'Our Safeguarding Lead is Hannah Okafor, 01632 960501.\n\nCard: danger 999. Hannah\u2019s mobile 01632 960510.',
      {dsl},
      `contradicted | the policy gives 01632 960510 for Hannah Okafor; your own register gives 01632960501, hannah@larkfield.example | Change 01632 960510 to ${register}.`,
    ],
    [
      'beside a deputy whose number is nearly hers',
      'Our Safeguarding Lead is Hannah Okafor, 01632 960501.\n\nCard: Hannah 01632 960501, Priya 01632 960502.',
      {dsl, deputyDsls: [{name: 'Priya Nair', phone: '01632 960502'}]},
      'satisfied | the policy names Hannah Okafor and says how to reach them',
    ],
    [
      'with another address only',
      'Safeguarding Lead: Hannah Okafor, lead@larkfield.example',
      {dsl},
      'satisfied | the policy names Hannah Okafor and says how to reach them',
    ],
    [
      'with a blank',
      'Our Safeguarding Lead is [insert name].',
      {dsl},
      `contradicted | a blank or a placeholder stands where the person should be | Name the person: ${register}.`,
    ],
    [
      'with a blank, without a register',
      'Our Safeguarding Lead is [insert name].',
      undefined,
      'contradicted | a blank or a placeholder stands where the person should be | Name the person: the claim.',
    ],
    [
      'spoken of only',
      'Tell the safeguarding lead.',
      {dsl},
      `weak | the role is spoken of, but nobody is named | Name the person and how to reach them: ${register}.`,
    ],
    [
      'spoken of only, without a register',
      'Tell the safeguarding lead.',
      undefined,
      'weak | the role is spoken of, but nobody is named | Name the person and how to reach them.',
    ],
    [
      'nowhere',
      'We care.',
      undefined,
      'absent | nothing was found that says the claim | Name the person and how to reach them.',
    ],
    [
      'with 999 beside it',
      'Our Safeguarding Lead is Hannah Okafor. In danger ring 999.',
      undefined,
      'weak | the policy names Hannah Okafor but gives no number or email | Add a number or an email.',
    ],
  ])('%s', (_, lines, roles, expected) => {
    expect(told(of(lines, roles))).toBe(expected)
  })

  test.each(['101', '111', '112'])('is not reached on %s', (number) => {
    expect(told(of(`Safeguarding Lead: Hannah Okafor. Ring ${number}.`))).toMatch(/^weak/)
  })

  test('need have no number where only a name is asked', () => {
    expect(told(of('Our Safeguarding Lead is Hannah Okafor.', undefined, {require: ['name']}))).toBe(
      'satisfied | the policy names Hannah Okafor',
    )
  })

  test('is reached by what stands beside its holder, not beside another', () => {
    expect(told(of('The Safeguarding Lead is Hannah Okafor and the deputy is Tom Ashby, 07700 900124.'))).toMatch(
      /^weak/,
    )
    expect(told(of('01632 960501 rings the Safeguarding Lead, Hannah Okafor.'))).toMatch(/^satisfied/)
  })

  test('is reached by a number that stands beside nobody, where it is that of the role', () => {
    expect(told(of('Our Safeguarding Lead is Hannah Okafor.\n\nRing the safeguarding lead on 01632 960501.'))).toMatch(
      /^satisfied/,
    )
    expect(told(of('Our Safeguarding Lead is Hannah Okafor.\n\nRing the office on 01632 960501.'))).toMatch(/^weak/)
  })

  test.each([
    [
      'deputy',
      {deputyDsls: [{name: 'Tom Ashby'}, {name: 'Leila Haddad'}]},
      'Deputy Safeguarding Lead: Rex Dunmore',
      'Tom Ashby and Leila Haddad',
    ],
    ['board-lead', {boardLead: {name: 'Helen Marsh'}}, 'Our safeguarding trustee is Rex Dunmore', 'Helen Marsh'],
    ['chair', {chair: {name: 'Leonard Pike'}}, 'Chair of trustees: Rex Dunmore', 'Leonard Pike'],
  ])('may be the %s', (role, roles, lines, names) => {
    expect(told(of(lines, roles, {role}))).toContain(
      `the policy names Rex Dunmore; your own register of roles names ${names}`,
    )
    expect(of(lines, roles, {role}).expected[0]?.fact).toBe(`organisation.roles.${role}`)
    expect(told(of(lines, {}, {role}))).toMatch(/^weak/)
  })

  test.each('Mr Mrs Ms Miss Mx Dr Rev Revd Fr Father Sir Prof Canon Pastor'.split(' '))(
    'is the same person with %s before the name, and the first name alone is enough',
    (title) => {
      const named = (name: string) =>
        told(of('Our Safeguarding Lead is Hannah Okafor, 01632 960501.', {dsl: {...dsl, name}}))
      expect(named(`${title} Okafor`)).toMatch(/^satisfied/)
      expect(named(`${title} Hannah`)).toMatch(/^satisfied/)
      expect(named(`${title} Nair`)).toMatch(/^contradicted/)
    },
  )

  test('is told with the words that show it', () => {
    expect(quoted(of('Tell the DSL.\n\nAsk the DSL.\n\nRing the DSL.'))).toEqual(['Tell the DSL.', 'Ask the DSL.'])
    expect(quoted(of('Our Safeguarding Lead is [insert name].'))).toEqual(['Our Safeguarding Lead is [insert name].'])
    expect(of('We care.').searchedFor).toEqual(['the claim'])
    expect(of('We care.', {dsl}).expected[0]).toEqual({
      fact: 'organisation.roles.dsl',
      value: register,
      source: {title: 'organisation profile', url: null, verifiedOn: null},
    })
  })

  test.each([
    ['a digit too many changed', '07700 900999', 'satisfied'],
    ['two digits exchanged', '07700 900421', 'contradicted'],
    ['right', '07700 900412', 'satisfied'],
    ["another deputy's", '07700 900413', 'satisfied'],
  ])('of several holders is held to the number of each: %s', (_, phone, result) => {
    const deputyDsls = [
      {name: 'Colin Nwosu', phone: '07700 900412'},
      {name: 'Judith Amos', phone: '07700 900413'},
    ]
    const more = {role: 'deputy', named: 'deputy'}
    expect(of(`Deputy: Colin Nwosu, ${phone}\n\nDeputy: Judith Amos, 07700 900413`, {deputyDsls}, more).result).toBe(
      result,
    )
  })
})

describe('an old word', () => {
  const entry = (id: string, terms: string[], replacement: string, more = {}) => ({
    id,
    terms,
    replacement,
    since: '2020',
    source: '',
    seenOn: '',
    confidence: 'high',
    ...more,
  })
  const {registers} = areaOf({})
  const obsoleteTerms = [
    entry('board', ['LSCB'], 'safeguarding partnership'),
    entry('adult', ['vulnerable adult'], 'adult at risk'),
    entry('hint', ['whistle blowing'], 'whistleblowing', {advisory: true}),
    entry('slip', ['child care'], 'childcare', {slip: true}),
  ]
  const local = {
    registers: {...registers, obsoleteTerms},
    contacts: {},
    partnerships: {},
    forums: {},
  } as Partial<ProceduresModel>
  const check = {kind: 'term-obsolete', terms: ['register']}
  const of = (lines: string, more: Partial<ProceduresModel> = {}, given: Given = {}, own: object = {}) =>
    judge({...check, ...own}, `# Policy\n\n${lines}\n`, {local: {...local, ...more}, ...given})

  test.each([
    ['none', 'We care.', 'clear | no superseded term was found'],
    [
      'one',
      'Tell the LSCB.',
      'contradicted | the policy uses a superseded term: “LSCB” (now safeguarding partnership) | Replace “LSCB” (now safeguarding partnership).',
    ],
    [
      'one twice',
      'Tell the LSCB.\n\nAsk the LSCB.',
      'contradicted | the policy uses a superseded term: “LSCB” (now safeguarding partnership) | Replace “LSCB” (now safeguarding partnership).',
    ],
    [
      'two',
      'Tell the LSCB of a vulnerable adult.',
      'contradicted | the policy uses superseded terms: “LSCB” (now safeguarding partnership), “vulnerable adult” (now adult at risk) | Replace “LSCB” (now safeguarding partnership), “vulnerable adult” (now adult at risk).',
    ],
    [
      'beside the new one',
      'A vulnerable adult (adult at risk) is safe.',
      'weak | old and current terms stand side by side: “vulnerable adult” (now adult at risk) | Replace “vulnerable adult” (now adult at risk).',
    ],
    [
      'beside the new one in one place only',
      'A vulnerable adult (adult at risk) is safe.\n\nA vulnerable adult.',
      'contradicted | the policy uses a superseded term: “vulnerable adult” (now adult at risk) | Replace “vulnerable adult” (now adult at risk).',
    ],
    [
      'far from the new one',
      'A vulnerable adult is safe.\n\nAn adult at risk.',
      'contradicted | the policy uses a superseded term: “vulnerable adult” (now adult at risk) | Replace “vulnerable adult” (now adult at risk).',
    ],
    [
      'a slip that is put right elsewhere',
      'We do child care.\n\nOur childcare is good.',
      'weak | old and current terms stand side by side: “child care” (now childcare) | Replace “child care” (now childcare).',
    ],
    [
      'a slip throughout',
      'We do child care.',
      'contradicted | the policy uses a superseded term: “child care” (now childcare) | Replace “child care” (now childcare).',
    ],
    ['a hint of the register', 'On whistle blowing.', 'clear | no superseded term was found'],
  ])('%s', (_, lines, expected) => {
    expect(told(of(lines))).toBe(expected)
  })

  test('is none where the area is called so', () => {
    const named = (more: object) => of('Tell the LSCB.', more).result
    expect(named({partnerships: {lscp: {name: 'LSCB'}}})).toBe('clear')
    expect(named({contacts: {desk: {name: 'Desk', aliases: ['lscb']}}})).toBe('clear')
    expect(named({forums: {forum: {name: 'The LSCB'}}})).toBe('contradicted')
    expect(of('Ask the Board. Tell the LSCB.', {forums: {forum: {name: 'the LSCB', aliases: ['']}}}).result).toBe(
      'clear',
    )
    expect(of('Ask the LSCB unit. Tell the LSCB.', {forums: {forum: {name: 'LSCB unit'}}}).result).toBe('contradicted')
  })

  test('weakens what a requirement on something else says, and does not turn it round', () => {
    const checks = [{kind: 'statement-present'}, check] as unknown as Check[]
    expect(told(of('Tell the LSCB.', {}, {checks}))).toBe(
      'weak | the policy uses a superseded term: “LSCB” (now safeguarding partnership) | Replace “LSCB” (now safeguarding partnership).',
    )
  })

  test('is looked for by the entries that the check names', () => {
    expect(of('Tell the LSCB.', {}, {}, {terms: ['adult']}).result).toBe('clear')
    expect(of('Tell the LSCB.', {}, {}, {terms: ['adult', 'board']}).result).toBe('contradicted')
  })

  test('is shown once for each passage', () => {
    expect(quoted(of('Tell the LSCB of a vulnerable adult. And so on.'))).toEqual([
      'Tell the LSCB of a vulnerable adult.',
    ])
  })
})
