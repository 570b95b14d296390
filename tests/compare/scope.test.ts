import {describe, expect, test} from 'vitest'
import {outOfScope, type Scope, scopeOf} from '../../src/compare/scope.js'
import type {Organisation, ProceduresModel} from '../../src/model/procedures.js'
import type {Requirement} from '../../src/model/requirement.js'
import {readMarkdown} from '../../src/read/markdown/index.js'
import {eastmere, england, larkfield} from '../support/model.js'

const nation = england()
const scope = (
  text: string,
  more: {model?: ProceduresModel; us?: Organisation; asked?: 'children' | 'adults' | 'both'} = {},
) =>
  scopeOf(
    readMarkdown({path: 'p.md', bytes: new TextEncoder().encode(text)}),
    more.model ?? nation,
    more.us ?? null,
    more.asked as never,
  )
const served = ({serves}: Scope): string =>
  [serves.children && 'children', serves.adults && 'adults'].filter(Boolean).join(' and ')
const times = (count: number, sentence: string): string => Array.from({length: count}, () => sentence).join(' ')

describe('whom a policy is for', () => {
  test.each([
    ['its title names children', '# Child policy\n\nWe care.', 'children'],
    ['its title names adults at risk', '# Adults at risk\n\nWe care.', 'adults'],
    ['its title names both', '# Children and adults at risk\n\nWe care.', 'children and adults'],
    ['its second heading names adults at risk', '# Policy\n\n## Adults at risk\n\nWe care.', 'adults'],
    ['it names nobody', '# Policy\n\nWe care.', 'children and adults'],
    [
      'it says that it serves no children',
      `# Safeguarding adults\n\n## Children\n\nWe don't run anything for children. ${times(9, 'Tell the office about a child.')} ${times(9, 'An adult at risk.')}`,
      'adults',
    ],
    [
      'a section is headed Adults',
      `# Child policy\n\n${times(9, 'A child.')}\n\n## Adults\n\nThe same.`,
      'children and adults',
    ],
    ['a child once', '# Policy\n\nTell the child.', 'children'],
    ['an adult at risk once', '# Policy\n\nTell the adult at risk.', 'adults'],
    ['adults at risk twice', `# Policy\n\n${times(2, 'Tell the adult at risk.')}`, 'adults'],
    ['children often, adults once', `# Policy\n\n${times(9, 'A child.')} An adult at risk.`, 'children'],
    ['both often', `# Policy\n\n${times(9, 'A child.')} ${times(4, 'An adult at risk.')}`, 'children and adults'],
    ['adults often, children one in ten', `# Policy\n\n${times(9, 'Residents.')} A child.`, 'adults'],
    [
      'adults often, children one in five',
      `# Policy\n\n${times(8, 'Residents.')} ${times(2, 'A child.')}`,
      'children and adults',
    ],
    ['children in the title, adults now and then', `# Child policy\n\n${times(3, 'Residents.')}`, 'children'],
    ['children in the title, adults often', `# Child policy\n\n${times(4, 'Residents.')}`, 'children and adults'],
    [
      'children in the title, adults seldom',
      `# Child policy\n\n${times(20, 'A child.')} ${times(4, 'Residents.')}`,
      'children',
    ],
    ['adults in the title, children now and then', `# Adults at risk\n\n${times(3, 'A child.')}`, 'adults'],
    ['adults in the title, children often', `# Adults at risk\n\n${times(4, 'A child.')}`, 'children and adults'],
    ['both in one of the first sentences', '# Child policy\n\nIt is for children and adults.', 'children and adults'],
    ['the law on both', '# Child policy\n\nThe DBS bars people from work with children and adults.', 'children'],
    ['adults who supervise', '# Child policy\n\nChildren and adults who supervise them.', 'children'],
    ['both once, far down', `# Child policy\n\n${times(9, 'We care.')} For children and adults.`, 'children'],
    [
      'both twice, far down',
      `# Child policy\n\n${times(9, 'We care.')} ${times(2, 'For young people or vulnerable adults.')}`,
      'children and adults',
    ],
  ])('%s', (_, text, whom) => {
    expect(served(scope(text))).toBe(whom)
  })

  test('is what was asked, before all else', () => {
    const us = {...larkfield(), profile: ['adults']} as Organisation
    const asked = scope('# Child policy\n\nA child.', {us, asked: 'children'})
    expect([served(asked), asked.audienceBecause]).toEqual(['children', '--audience names children only'])
    expect(served(scope('# Child policy', {asked: 'adults'}))).toBe('adults')
    expect(scope('# Child policy', {asked: 'both'}).audienceBecause).toBe('--audience names both')
  })

  test('is what the profile says, before the policy', () => {
    const whose = (...profile: string[]) => scope('# Child policy', {us: {...larkfield(), profile} as Organisation})
    expect([served(whose('adults')), whose('adults').audienceBecause]).toEqual([
      'adults',
      'the organisation profile names adults only',
    ])
    expect(served(whose('children', 'adults'))).toBe('children and adults')
    expect([served(whose('charity')), whose('charity').audienceBecause]).toEqual([
      'children',
      'the policy names children only',
    ])
  })

  test('is no wider than the local procedures, unless that leaves nobody', () => {
    const model = {...eastmere(), audience: ['adults']} as ProceduresModel
    expect(served(scope('# Children and adults at risk', {model}))).toBe('adults')
    expect(served(scope('# Child policy', {model}))).toBe('children')
    expect(served(scope('# Children and adults at risk', {model: {...nation, audience: ['adults']} as never}))).toBe(
      'children and adults',
    )
  })
})

describe('what an organisation is, by its policy', () => {
  test.each([
    ['school', 'The headteacher knows.', 3],
    ['teachers', 'Teachers know.', 3],
    ['further-education', 'The college knows.', 2],
    ['registered-childcare', 'Ofsted knows.', 2],
    ['registered-care', 'The registered manager knows.', 2],
    ['charity', 'The trustees know.', 2],
    ['faith-group', 'The church knows.', 2],
    ['sports-club', 'The coach knows.', 3],
  ])('%s', (flag, sentence, least) => {
    expect(scope(`# P\n\n${times(least, sentence)}`).flags).toContain(flag)
    expect(scope(`# P\n\n${times(least - 1, sentence)}`).flags).not.toContain(flag)
  })

  test('silence does not rule out regulated activity; a profile does', () => {
    expect([...scope('# P').flags]).toEqual(['regulated-activity'])
    const us = {...larkfield(), profile: ['sole-trader']} as Organisation
    expect([...scope('# P\n\nOfsted, ofsted.', {us}).flags]).toEqual(['sole-trader'])
  })

  test('who works alone says so', () => {
    expect(scope('# P\n\nAs a childminder I care.').soleTrader).toBe(true)
    expect(scope('# P\n\nWe care.').soleTrader).toBe(false)
    const us = (profile: string[]) => ({...larkfield(), profile}) as Organisation
    expect(scope('# P\n\nI work alone.', {us: us(['charity'])}).soleTrader).toBe(false)
    expect(scope('# P', {us: us(['sole-trader'])}).soleTrader).toBe(true)
  })
})

describe('what is not asked for', () => {
  const ours: Scope = {
    serves: {children: true, adults: false},
    audienceBecause: 'the policy names children only',
    flags: new Set(['charity']),
    flagsBecause: 'the policy itself',
    soleTrader: true,
  }
  const asked = (more: object) =>
    outOfScope({id: 'a', audience: 'both', checks: [], ...more} as unknown as Requirement, ours)
  const schools = {anyOf: ['school', 'further-education', 'sports-club'], otherwise: 'not-applicable'}

  test.each([
    [{}, null],
    [{audience: 'children'}, null],
    [{audience: 'adults'}, 'it concerns adults at risk, and the policy names children only'],
    [{appliesWhen: {anyOf: ['charity'], otherwise: 'not-applicable'}}, null],
    [{appliesWhen: {anyOf: ['school'], otherwise: 'partial'}}, null],
    [
      {appliesWhen: schools},
      'it concerns school, further education or sports club, and the policy itself does not say that you are one',
    ],
    [
      {appliesWhen: {...schools, anyOf: ['school'], because: 'the law'}},
      'it concerns school, and the policy itself does not say that you are one (the law)',
    ],
    [{checks: [{kind: 'role-named', role: 'board-lead'}]}, 'a person who works alone has no board and no deputy'],
    [{checks: [{kind: 'role-named', role: 'deputy'}]}, 'a person who works alone has no board and no deputy'],
    [{checks: [{kind: 'role-named', role: 'dsl'}]}, null],
  ])('%j: %s', (more, reason) => {
    expect(asked(more)?.reason ?? null).toBe(reason)
  })

  test('what is said all the same is judged only where the sort of organisation is the reason', () => {
    expect(asked({appliesWhen: schools})?.unlessSaid).toBe(true)
    expect(asked({audience: 'adults'})?.unlessSaid).toBe(false)
    const boardLead = {audience: 'both', checks: [{kind: 'role-named', role: 'board-lead'}]} as unknown as Requirement
    expect(outOfScope(boardLead, {...ours, soleTrader: false})).toBeNull()
    expect(
      outOfScope({id: 'a', audience: 'children'} as Requirement, {...ours, serves: {children: false, adults: true}})
        ?.reason,
    ).toBe('it concerns children, and the policy names children only')
  })
})
