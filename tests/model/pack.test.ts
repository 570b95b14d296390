import {describe, expect, test} from 'vitest'
import type {Source} from '../../src/model/source.js'
import {withPacks} from '../../src/read/packs.js'
import {englandPack} from '../support/pack.js'

const requirement = englandPack().requirements[0]!

function files(changes: Readonly<Record<string, unknown>> = {}): Source[] {
  const parts: Readonly<Record<string, unknown>> = {
    'pack.yaml': {
      id: 'own',
      title: 'Own pack',
      edition: '1',
      date: '2026-11-01',
      changelog: [{edition: '1', date: '2026-11-01', changes: ['First edition.']}],
      extends: [],
      topics: ['one', 'two'],
    },
    'registers.yaml': englandPack().registers,
    'lexicon.yaml': englandPack().lexicon,
    'requirements/one.yaml': [{...requirement, topic: 'one', id: 'first'}],
    'requirements/two.yaml': [{...requirement, topic: 'two', id: 'second'}],
    ...changes,
  }
  return Object.entries(parts).flatMap(([name, value]) =>
    value === null
      ? []
      : [{path: `packs/own/${name}`, bytes: new TextEncoder().encode(JSON.stringify(value, null, 1))}],
  )
}

const read = (changes?: Readonly<Record<string, unknown>>) =>
  withPacks({}, [{path: 'packs/own', files: files(changes)}]).packs.own!

test('the England pack keeps to its schema, topic by topic', () => {
  const {requirements, registers} = englandPack()
  const topics = [...new Set(requirements.map(({topic}) => topic))]
  expect(topics).toEqual(requirements.map(({topic}) => topic).filter((topic, i, all) => topic !== all[i - 1]))
  expect(new Set(requirements.map(({id}) => id)).size).toBe(requirements.length)
  expect(registers.editions.length).toBeGreaterThan(0)
})

test('requirements stand in the order of the topics', () => {
  expect(read().requirements.map(({id}) => id)).toEqual(['first', 'second'])
})

describe('is refused with its place', () => {
  test.each([
    ['a missing file', {'pack.yaml': null}, 'packs/own/pack.yaml: this file of the pack is missing'],
    [
      'a missing topic',
      {'requirements/two.yaml': null},
      'packs/own/requirements/two.yaml: this file of the pack is missing',
    ],
    [
      'an id twice',
      {'requirements/two.yaml': [{...requirement, topic: 'two', id: 'first'}]},
      'packs/own/requirements/two.yaml:2:2: the requirement first is given twice',
    ],
    [
      'a requirement in the wrong file',
      {'requirements/two.yaml': [{...requirement, topic: 'one', id: 'b'}]},
      'packs/own/requirements/two.yaml:2:2: the requirement b has the topic one, not that of its file',
    ],
    [
      'a misspelt kind',
      {'requirements/two.yaml': [{...requirement, topic: 'two', checks: [{kind: 'contact-match', claim: 'c'}]}]},
      'kind must be one of statement-present',
    ],
    [
      'a check that says too little',
      {
        'requirements/two.yaml': [
          {...requirement, topic: 'two', checks: [{kind: 'role-named', claim: 'c', role: 'dsl', named: 'x'}]},
        ],
      },
      'the field require is missing in entry 1 of checks',
    ],
    [
      'an unknown field of a check',
      {
        'requirements/two.yaml': [
          {...requirement, topic: 'two', checks: [{kind: 'statement-present', claim: 'c', way: []}]},
        ],
      },
      'unknown field way; did you mean ways?',
    ],
  ])('%s', (_, changes, message) => {
    expect(() => read(changes)).toThrow(message)
  })
})
