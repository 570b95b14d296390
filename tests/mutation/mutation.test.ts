import {describe, expect, test} from 'vitest'
import {withoutEach} from './alternatives.js'
import {sourcesIn} from './copy.js'
import {instrumented} from './instrument.js'
import {mutantsOf} from './mutants.js'
import {shareOf} from './report.js'
import {sampleOf} from './sample.js'
import {judgingCode, judgingTests} from './suite.js'

// npm run mutate runs it all: see the head of run.js.

describe('a mutant of each kind', () => {
  const inFunction = (code: string) => `export function f(a: string[], b: number): boolean {\n  ${code}\n}\n`
  test.each([
    ['return b < 2', 'comparison', ['b <= 2', 'b >= 2']],
    ['return b === 2 || !a', 'logic', ['(b === 2) && (!a)']],
    ['if (b) return true', 'condition', ['true', 'false']],
    ['return !b', 'negation', ['b']],
    ['return b + 1', 'arithmetic', ['b - 1']],
    [`return \`\${b}\` + 1`, 'arithmetic', []],
    ['return true', 'boolean', ['false']],
    ['return b > 9', 'number', ['10']],
    ["return a.includes('x')", 'string', ["''"]],
    ['g([b])', 'array', ['[]']],
    ['g(b)', 'statement', ['']],
    ['return b', 'return', ['true', 'false']],
    ['return a.filter(g)', 'method', ['a']],
    ['return a.some(g)', 'method', ['a.every(g)']],
    [
      'return /one|two (?:three|[|]|\\|)/u.test(a[0])',
      'alternative',
      [
        '/two (?:three|[|]|\\|)/u',
        '/one/u',
        '/one|two (?:[|]|\\|)/u',
        '/one|two (?:three|\\|)/u',
        '/one|two (?:three|[|])/u',
      ],
    ],
    [`return String.raw\`a|\${b ? \`|\` : 1}\``, 'alternative', [`String.raw\`\${b ? \`|\` : 1}\``, 'String.raw`a`']],
    ["return 'one two'.split(' ')", 'word', ['"two"', '"one"']],
    ["return ['one', 'two']", 'word', ["['two']", "['one']"]],
    [`return {reason: \`no \${b} was found\`}`, 'message', ["''"]],
  ])('%s: %s', (code, kind, replaced) => {
    const found = mutantsOf(inFunction(code)).filter((each) => each.kind === kind)
    expect(found.map((each) => each.code).sort()).toEqual([...replaced].sort())
  })

  test('none in types, imports and names of properties', () => {
    expect(mutantsOf("import {a} from 'b'\nexport type C = 'one' | 'two'\nexport interface D {e: 'f'}\n")).toEqual([])
  })
})

test('an alternative is dropped with its bar', () => {
  expect(withoutEach('a|b(?:c|d)').map(({code}) => code)).toEqual(['a|b(?:d)', 'a|b(?:c)', 'b(?:c|d)', 'a'])
})

describe('one copy holds every mutant, switched by its number', () => {
  const source = `export function f(list, least) {
  const found = []
  // Lines that begin with a bracket.
  list.some((each) => each < least) || found.push(-1)
  for (const each of list) {
    if (each >= least && each !== 4) found.push(each)
  }
  return found.filter((each) => each > 0)
}
const f2 = 2`
  const mutants = mutantsOf(source).map((mutant, number) => ({...mutant, number}))
  const run = (number: number) => {
    const code = instrumented(source, mutants).replace('export ', '')
    const mutant = (asked: number) => asked === number
    return new Function('globalThis', `${code}; return f([1, 2, 3, 4], 2)`)({$mutant: mutant})
  }

  test('with none switched on it does what it did', () => {
    expect(run(-1)).toEqual([2, 3])
  })

  test.each(mutants)('$kind: $before becomes $after', ({number, start, end, code, isStatement}) => {
    const alone = `${source.slice(0, start)}${isStatement ? ';' : `(${code})`}${source.slice(end)}`
    const line = alone.replace('export ', '').replace(/\n {2}\(/g, '\n  ;(')
    expect(run(number)).toEqual(new Function(`${line}; return f([1, 2, 3, 4], 2)`)())
  })
})

test('a seed takes the same mutants each time, and every one in the end', () => {
  const all = Array.from({length: 50}, (_, i) => i)
  expect(sampleOf(all, 10, 1)).toEqual(sampleOf(all, 10, 1))
  expect(sampleOf(all, 10, 1)).not.toEqual(sampleOf(all, 10, 2))
  expect(sampleOf(all, 80, 1)).toEqual(all)
})

test('a share is told with its interval', () => {
  const fates = ['killed', 'timed out', 'survived', 'not reached'].map((outcome) => ({outcome}))
  expect(shareOf(fates)).toBe('2 of 4 killed, 50.0 % (15.0 to 85.0)')
})

test('there is code to plant faults in, and tests to notice them', () => {
  expect(sourcesIn('src').filter((path) => judgingCode.test(path)).length).toBeGreaterThan(80)
  expect(judgingTests().length).toBeGreaterThan(20)
})
