import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {diff} from '../../src/local-model.js'
import {renderDifferences, renderDifferencesJson, renderDifferencesMarkdown} from '../../src/report/differences.js'
import {packs} from '../support/pack.js'

const text = readFileSync(new URL('../../fixtures/models/eastmere.procedures.yaml', import.meta.url), 'utf8')
const source = (content: string, path: string) => ({path, bytes: new TextEncoder().encode(content)})
const between = (before: string, after: string) =>
  diff({models: [source(before, 'old.yaml')], packs: packs()}, {models: [source(after, 'new.yaml')], packs: packs()})

/** What changing the text of the Eastmere model is told as: "change fact words". */
function told(from: string | RegExp, to: string): string[] {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return between(text, changed).differences.map(({change, fact, words}) => `${change} ${fact} ${words}`)
}

const head = 'id: a\ntitle: A\n'
const ladder = (stages: string) => `${head}escalation:\n  children:\n    title: E\n    stages: [${stages}]\n`
const one = '{order: 1, fromRole: worker, toRole: worker, maxDuration: {value: 1, unit: working-days}}'
const two = '{order: 2, fromRole: lead, toRole: manager, maxDuration: {value: 5, unit: working-days}}'
const stages = (before: string, after: string) =>
  between(ladder(before), ladder(after)).differences.map(({change, words}) => `${change} ${words}`)

test('the same model has not changed', () => {
  const {differences, unchanged} = between(text, `${text}\n# a remark\n`)
  expect(differences).toEqual([])
  expect(unchanged).toContain('contacts.lado')
  expect(unchanged).toContain('escalation.children.stages.1')
  expect(unchanged.join()).not.toContain('guidance')
})

describe('what changed is told in words', () => {
  test.each<[string, string | RegExp, string, string[]]>([
    [
      'a number',
      'phone: 01632 960455',
      'phone: 01632 960470',
      ['changed contacts.lado LADO: the telephone number is now 01632 960470 instead of 01632 960455.'],
    ],
    [
      "a number that was somebody else's",
      'phone: 01632 960455',
      'phone: 01632 960457',
      [
        'changed contacts.lado LADO: the telephone number is now 01632 960457 instead of 01632 960455 (01632 960457 was that of Prevent team).',
      ],
    ],
    [
      'a limit',
      'ladoNotify: {value: 1,',
      'ladoNotify: {value: 2,',
      ['changed timescales.ladoNotify The LADO is told of an allegation: now 2 working days instead of 1.'],
    ],
    [
      'a limit in another unit',
      'adultConcern: {value: 24, unit: hours',
      'adultConcern: {value: 2, unit: working-days',
      ['changed timescales.adultConcern A concern about an adult is raised: now 2 working days instead of 24 hours.'],
    ],
    [
      'what a limit counts from',
      'pipotNotify: {value: 1, unit: working-days, trigger: allegation-known}',
      'pipotNotify: {value: 1, unit: working-days, trigger: discovery}',
      [
        'changed timescales.pipotNotify The PiPoT lead is told: now 1 working day, from discovery instead of 1 working day, from allegation known.',
      ],
    ],
    [
      'an edition',
      'edition: 2026-05',
      'edition: 2026-11',
      ['changed edition The edition is now 2026-11 instead of 2026-05.'],
    ],
    [
      'other names',
      'aliases: [ESCP]',
      'aliases: [ESCP, the partnership]',
      ['changed partnerships.lscp Eastmere Safeguarding Children Partnership: other names: now with the partnership.'],
    ],
    [
      'a key',
      '  idva:',
      '  idvaTeam:',
      ['moved contacts.idvaTeam IDVA team now stands under idvaTeam instead of idva.'],
    ],
    ['a meeting gone', /^ {2}channel:.*\n/m, '', ['withdrawn forums.channel Channel panel is withdrawn.']],
    [
      'a document more',
      /(?=^ {2}msp:)/m,
      '  online: {title: Online guide, edition: "2026"}\n',
      ['added documents.online Online guide is new: 2026.'],
    ],
  ])('%s', (_, from, to, words) => {
    expect(told(from, to)).toEqual(words)
  })

  test('a term of the area', () => {
    const term = (replacement: string) =>
      `${head}terms: [{id: t, terms: [Old Hub], replacement: ${replacement}, since: "2025", source: s, seenOn: 2026-01-01, confidence: high}]\n`
    expect(between(head, term('New Hub')).differences.map(({words}) => words)).toEqual(['Old Hub is new: New Hub.'])
    expect(between(term('New Hub'), term('First Hub')).differences.map(({words}) => words)).toEqual([
      'Old Hub: replacement is now First Hub instead of New Hub.',
    ])
  })
})

describe('ladders', () => {
  test('a limit', () => {
    expect(stages(`${one}, ${two}`, `${one}, ${two.replace('value: 5', 'value: 2')}`)).toEqual([
      'changed Stage 2 now has 2 working days instead of 5.',
    ])
  })
  test('a limit that was not there, and one that went', () => {
    const bare = '{order: 1, fromRole: worker, toRole: worker}'
    expect(stages(bare, one)).toEqual(['changed Stage 1 now has a limit of 1 working day; it had none.'])
    expect(stages(one, bare)).toEqual(['changed Stage 1 no longer has a limit; it had 1 working day.'])
  })
  test('one put in between moves the rest', () => {
    const between = '{order: 2, fromRole: deputy, toRole: team leader}'
    expect(stages(`${one}, ${two}`, `${one}, ${between}, ${two.replace('order: 2', 'order: 3')}`)).toEqual([
      'added Stage 2 is new: deputy to team leader.',
      'moved lead to manager is now stage 3 instead of stage 2.',
    ])
  })
  test('one taken out', () => {
    expect(stages(`${one}, ${two}`, one)).toEqual(['withdrawn Stage 2 is withdrawn: lead to manager, 5 working days.'])
  })
  test('other people', () => {
    expect(stages(one, one.replace('toRole: worker', 'toRole: manager'))).toEqual([
      'changed Stage 1 is now worker to manager instead of worker to worker.',
    ])
  })
  test('one of several clocks', () => {
    const clocks = (days: number) =>
      `{order: 1, toRole: manager, clocks: [{event: raise, value: 1, unit: days}, {event: respond, value: ${days}, unit: days}]}`
    expect(stages(clocks(2), clocks(3))).toEqual([
      'changed Stage 1: clocks: now with respond: three days and without respond: two days.',
    ])
  })
  test('that both groups share are told once', () => {
    const joint = (days: number) =>
      `${head}escalation: {title: E, stages: [{order: 1, maxDuration: {value: ${days}, unit: days}}]}\n`
    expect(between(joint(3), joint(1)).differences.map(({part, words}) => `${part}: ${words}`)).toEqual([
      'Escalation: Stage 1 now has 1 day instead of 3.',
    ])
  })
})

test('what was verified again is counted and is no change', () => {
  const verified = (day: string) =>
    `${head}provenance: {verifiedOn: ${day}}\ncontacts: {lado: {name: L, phone: 01632 960303}}\n`
  const comparison = between(verified('2026-01-01'), verified('2026-06-01'))
  expect(comparison.differences).toEqual([])
  expect(comparison.verifiedSince).toEqual(['contacts.lado'])
  expect(renderDifferences(comparison, {color: false, width: 100})).toContain(
    'Nothing changed; 1 fact unchanged. 1 fact was verified since.',
  )
})

test('is told to a person, as Markdown and to programs, with hostile words shown', () => {
  const comparison = between(text, text.replace('name: LADO', 'name: "<b>|\\e[31m"'))
  expect(renderDifferences(comparison, {color: false, width: 100})).toContain('~ <b>|␛[31m: the name is now')
  expect(renderDifferencesMarkdown(comparison)).toContain('**changed:** \\<b\\>\\|␛\\[31m: the name is now')
  const json = JSON.parse(renderDifferencesJson(comparison))
  expect(json.differences[0]).toMatchObject({change: 'changed', fact: 'contacts.lado', before: 'LADO'})
  expect(json.tally).toMatchObject({changed: 1, added: 0})
})
