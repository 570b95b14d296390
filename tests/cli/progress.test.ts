import {expect, test} from 'vitest'
import {progressOn} from '../../src/cli/progress.js'

/** A stream that keeps what is written, as a terminal of some width or as a pipe. */
function stream(columns?: number) {
  const written: string[] = []
  const write = (text: string, done: () => void) => {
    written.push(text)
    done()
  }
  return {written, as: {isTTY: columns !== undefined, columns, write} as unknown as NodeJS.WriteStream}
}

async function told(columns: number | undefined, settings: object) {
  const {written, as} = stream(columns)
  const progress = progressOn(as, {total: 3, quiet: false, verbose: false, environment: {}, ...settings})
  await progress.tell('a.md', 1)
  await progress.tell('b\u001b[31m.md', null)
  await progress.tell(`folder/${'long'.repeat(20)}.md`, 4)
  await progress.clear()
  return written
}

test('a terminal gets one line that is written anew, and is taken away', async () => {
  const lines = await told(40, {})
  expect(lines.every((line) => line.startsWith('\r\u001b[K') && !line.includes('\n'))).toBe(true)
  expect(lines[0]).toBe('\r\u001b[K1 of 3, 1 gap so far: a.md')
  expect(lines[1]).not.toContain('\u001b[31m')
  expect(lines[2]).toBe('\r\u001b[K3 of 3, 5 gaps so far: folder/longlong…')
  expect(lines.at(-1)).toBe('\r\u001b[K')
})

test.each([
  ['a pipe', undefined, {}],
  ['one policy', 80, {total: 1}],
  ['CI', 80, {environment: {CI: 'true'}}],
  ['a terminal that cannot', 80, {environment: {TERM: 'dumb'}}],
  ['--quiet', 80, {quiet: true, verbose: true}],
])('nothing is told to %s', async (_, columns, settings) => {
  expect(await told(columns, settings)).toEqual([])
})

test('with --verbose each policy has a line, in a pipe too', async () => {
  const lines = await told(undefined, {verbose: true})
  expect(lines.slice(0, 2)).toEqual([
    'policy-align: 1 of 3: a.md: 1 gap\n',
    expect.stringMatching(/^policy-align: 2 of 3: b.*\.md: not done\n$/),
  ])
  expect(lines).toHaveLength(3)
})
