import {expect, test} from 'vitest'
import type {Organisation} from '../../src/model/procedures.js'
import {registerChecks} from '../../src/requirements/prohibited-registers.js'
import {groundsOf} from '../support/grounds.js'

const check = {kind: 'prohibited-statement-absent', claim: 'our chair', register: 'other-chair'} as const
const chair = {name: 'Marian Oseland', title: 'Chair of Trustees', phone: '07700 900455'}

function judge(text: string, roles: object = {chair}) {
  const organisation = {name: 'Cragwell Club', path: 'organisation.yaml', profile: [], roles} as unknown as Organisation
  return registerChecks['other-chair'](check, groundsOf(`# Safeguarding policy\n\n${text}\n`, {}, {organisation}))
}

test.each([
  ['An allegation against a trustee goes to the Chair, Marian Oseland.', 'clear'],
  ['An allegation against a trustee goes to the Chair, Mrs Oseland.', 'clear'],
  ['An allegation against a trustee goes to the Chair, Colin Sturgess.', 'contradicted'],
  ['Concerns about the chief executive go to the Chair of Trustees: Colin Sturgess.', 'contradicted'],
  ['Annual dinner: ask the Chair, Colin Sturgess.', 'clear'],
  ['An allegation went to the former Chair, Colin Sturgess, in those days.', 'clear'],
  ['Allegations at the conference are for its independent chair: Chair: Colin Sturgess.', 'clear'],
])('%s: %s', (text, result) => {
  expect(judge(text).result).toBe(result)
})

test('the heading tells that it is about an allegation', () => {
  expect(judge('## Allegations\n\nChair of Trustees: Colin Sturgess').result).toBe('contradicted')
})

test('who is named, and who should be', () => {
  const {reason, expected, remedy, evidence} = judge('Complaints about the lead go to the Chair, Colin Sturgess.')
  expect(reason).toBe('the policy names Colin Sturgess as the chair; your own register names Marian Oseland')
  expect(expected.map(({fact, value}) => [fact, value])).toEqual([
    ['organisation.roles.chair', 'Marian Oseland, 07700 900455'],
  ])
  expect(remedy).toBe('Change the name to Marian Oseland.')
  expect(evidence.map(({quote}) => quote)).toEqual(['Complaints about the lead go to the Chair, Colin Sturgess.'])
})

test('without a chair of our own there is nothing to compare', () => {
  expect(judge('An allegation goes to the Chair, Colin Sturgess.', {}).result).toBe('clear')
})
