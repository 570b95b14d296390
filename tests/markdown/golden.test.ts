import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {readMarkdown} from '../../src/read/markdown/index.js'

const folder = new URL('fixtures/', import.meta.url)
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.md'))

test.each(fixtures)('%s reads as it was reviewed', (name) => {
  const {sha256: _, path: __, ...policy} = readMarkdown({path: name, bytes: readFileSync(new URL(name, folder))})
  const expected = new URL(name.replace(/\.md$/, '.json'), folder)
  // Only UPDATE=1 writes what is expected, so that a new fixture cannot pass unread.
  if (process.env.UPDATE) writeFileSync(expected, `${JSON.stringify(policy, null, 1)}\n`)
  expect(existsSync(expected), `no ${expected.pathname}: look at the output, then run with UPDATE=1`).toBe(true)
  expect(policy).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
})
