// Stands for vitest in the copy: tests are gathered rather than run, so that a run can try one of them alone, many times.
// The matchers are vitest's own.
import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'

const require = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'))
const load = (name) => import(pathToFileURL(require.resolve(name)).href)
const [chai, {format}, {ASYMMETRIC_MATCHERS_OBJECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend}] = await Promise.all([load('chai'), load('@vitest/pretty-format'), load('@vitest/expect')])
chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)
chai.use(({Assertion}, {flag}) =>
  Assertion.addMethod('toMatchInlineSnapshot', function (kept) {
    const plain = (text) => text.trim().replace(/^\s+/gm, '')
    expect(plain(format(flag(this, 'object'), {printBasicPrototype: false, escapeString: false}))).toBe(plain(kept))
  }),
)

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT])

let file = {tests: [], before: []}
let names = []

/** Loads a file of tests and gives what it holds. */
export async function gather(url) {
  file = {tests: [], before: []}
  names = []
  const gathered = file
  await import(url)
  return gathered
}

export function describe(name, body) {
  names.push(String(name))
  body()
  names.pop()
}

export function test(name, body) {
  file.tests.push({name: [...names, name].join(' > '), body})
}

export const beforeAll = (body) => file.before.push(body)
/** What is cleared away after the tests of a file is left to the end of the process. */
export const afterAll = () => {}

for (const each of [describe, test]) {
  each.skip = () => {}
  each.skipIf = (skipped) => (skipped ? each.skip : each)
  each.runIf = (isRun) => (isRun ? each : each.skip)
  each.each = (cases) => (name, body) => cases.forEach((row, i) => each(`${name} ${i + 1}`, () => body(...(Array.isArray(row) ? row : [row]))))
}
export {test as it}
