import {expect, test} from 'vitest'
import {InputError} from '../../src/model/input-error.js'
import {readProcedures} from '../../src/read/procedures.js'
import {packs} from '../support/pack.js'

// Files made to hurt: each is refused or read in little time, without a trace of our code.

const head = 'id: a\ntitle: A\n'
const england = packs()
readProcedures([{path: 'm.yaml', bytes: new TextEncoder().encode(head)}], england)

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`),
].join('\n')

/** As many lines as a file may hold. */
function lines(line: (i: number) => string): string {
  const all: string[] = []
  for (let size = 0, i = 0; size < 480_000; i++) {
    all.push(line(i))
    size += all[i]!.length + 1
  }
  return all.join('\n')
}

const refused: Readonly<Record<string, string>> = {
  'an alias bomb': bomb,
  'fifty megabytes': `id: a\n# ${'x'.repeat(50_000_000)}`,
  'brackets without end': `id: ${'['.repeat(480_000)}`,
  'braces without end': `id: ${'{a: '.repeat(120_000)}`,
  'dashes without end': `${'- '.repeat(240_000)}x`,
  'indents without end': Array.from({length: 950}, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  'unclosed quotes': `id: "${lines(() => 'x')}`,
  'one long key': `${'x'.repeat(480_000)}: 1`,
  'unknown keys': lines((i) => `key${i}: 1`),
  'bad contacts': `${head}contacts:\n${lines((i) => `  lad${i}: {phone: 1}`)}`,
  'the same key again and again': lines(() => 'id: a'),
  'new entries that say too little': `${head}terms:\n${lines((i) => `  - {id: t${i}}`)}`,
  zeroes: '\0'.repeat(480_000),
}

const taken: Readonly<Record<string, string>> = {
  contacts: `${head}contacts:\n${lines((i) => `  own${i}: {name: Somebody}`)}`,
  stages: `${head}escalation:\n${lines((i) => `  - {order: ${i}, toRole: manager}`)}`,
  terms: `${head}terms:\n${lines((i) => `  - {id: t${i}, terms: [a], replacement: b}`)}`,
  'a long text': `${head}edition: "${'x '.repeat(240_000)}"`,
}

/** What takes no more than this is no hang. The time that is counted is that of the other test files beside it, too. */
const little = 30

function secondsFor(work: () => unknown): number {
  const started = process.cpuUsage().user
  work()
  return (process.cpuUsage().user - started) / 1e6
}

const read = (text: string) => readProcedures([{path: 'm.yaml', bytes: new TextEncoder().encode(text)}], england)

test.each(Object.entries(refused))('%s', (_, text) => {
  expect(secondsFor(() => expect(() => read(text)).toThrow(InputError))).toBeLessThan(little)
})

test.each(Object.entries(taken))('very many %s', (_, text) => {
  expect(secondsFor(() => expect(read(text).local).toBe(true))).toBeLessThan(little)
})

test.each(['? [lado]\n: x', '? {a: b}\n: x', 'x-own: &a constructor\n*a : x'])('%j names no field', (text) => {
  expect(() => read(`${head}${text}\n`)).toThrow('a list, a map or an alias cannot be the name of a field')
})

test('a name of machinery does not reach the model', () => {
  expect(() => read('{"id": "a", "title": "A", "x-own": {"__proto__": {"local": false}}}')).toThrow('__proto__')
})
