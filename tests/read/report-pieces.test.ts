import {expect, test} from 'vitest'
import {inUtf8} from '../../src/read/in-utf8.js'
import {reportPieces} from '../../src/read/report-pieces.js'

const report = {
  a: 'policies',
  nested: {policies: [{not: 'one'}], text: 'br]ack}ets "quoted\\" \\'},
  'pol\\"icies': [{x: 1}],
  policies: [
    {path: 'a.md', findings: [{quote: 'He said: "[{" £ \\ "'}, []], policies: [{inner: true}]},
    {},
    {path: 'ü€😀', text: {sections: [[{deep: [1, [2]]}]]}},
  ],
  notices: [{code: 'a'}, {code: 'b'}],
  verdict: {failing: 1, failOn: 'major'},
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function taken(bytes: Uint8Array, size: number) {
  const policies: unknown[] = []
  let rest = ''
  for await (const piece of reportPieces(inUtf8(inChunks(bytes, size)))) {
    if ('policy' in piece) policies.push(JSON.parse(piece.policy))
    else rest = piece.rest
  }
  return {policies, rest}
}

test.each([
  ['indented', JSON.stringify(report, null, 2)],
  ['in one line', JSON.stringify(report)],
  ['with tabs and a last line', `${JSON.stringify(report, null, '\t')}\r\n`],
  ['with a byte order mark', `\ufeff${JSON.stringify(report, null, 2)}`],
])('a report %s comes apart the same, wherever it is cut', async (_, text) => {
  const {policies, ...others} = report
  for (const size of [1, 2, 3, 7, 64, 1_000_000]) {
    const {policies: found, rest} = await taken(Buffer.from(text), size)
    expect(found).toEqual(policies)
    expect(JSON.parse(rest)).toEqual({...others, policies: []})
    expect(Object.keys(JSON.parse(rest))).toEqual(Object.keys(report))
  }
})

test('UTF-16, as old shells write it, is read too', async () => {
  const bytes = Buffer.from(`\ufeff${JSON.stringify(report)}`, 'utf16le')
  for (const size of [1, 399, 1_000_000]) expect((await taken(bytes, size)).policies).toEqual(report.policies)
})

test.each([
  ['', ''],
  ['hello', 'hello'],
  ['{"policies": [5, "x"]}', '{"policies": [5, "x"]}'],
  ['{"policies": {"a": {}}}', '{"policies": {"a": {}}}'],
  ['[{"policies": [{}]}]', '[{"policies": [{}]}]'],
  ['{"policies": [{"cut": ', '{"policies": [{"cut": '],
  [']]]}}', ']]]}}'],
])('what is no report stays whole, for whoever parses it to tell: %s', async (text, rest) => {
  for (const size of [1, 100]) expect(await taken(Buffer.from(text), size)).toEqual({policies: [], rest})
})
