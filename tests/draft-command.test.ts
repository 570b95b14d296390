import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {parse} from 'yaml'
import {expectOneLine, policyAlign, root} from './program.js'

let folder: string
const at = (name: string) => join(folder, name)
const page = join(root, 'fixtures/procedures/headings-page/procedure.html')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-draft-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

test('a draft is written with where it was taken from, validates, and its questions go to standard error', () => {
  const made = policyAlign(
    ...['procedures', 'draft', page, '--output', at('model.yaml'), '--id', 'ashmere-2026'],
    ...['--source-url', 'https://www.ashmereholtscp.example/challenge', '--retrieved-on', '2026-11-20'],
  )
  expect(made).toMatchObject({code: 0, stdout: ''})
  expect(made.stderr).toMatch(/model\.yaml: a draft of 1 partnership, \d+ contacts, .*nobody has confirmed it\n/)
  expect(made.stderr).toMatch(/\n1\. .*\?/)
  expect(parse(readFileSync(at('model.yaml'), 'utf8'))).toMatchObject({
    id: 'ashmere-2026',
    status: 'draft',
    provenance: {
      source: 'procedure.html',
      sourceUrl: 'https://www.ashmereholtscp.example/challenge',
      retrievedOn: '2026-11-20',
    },
  })
  const validated = policyAlign('procedures', 'validate', at('model.yaml'), '--as-of', '2026-11-23')
  expect(validated.code).toBe(0)
  expect(policyAlign('procedures', 'show', at('model.yaml')).code).toBe(0)
})

test('without --output the model goes to standard output, the questions still to standard error', () => {
  const made = policyAlign('procedures', 'draft', page)
  expect(made.code).toBe(0)
  expect(parse(made.stdout).contacts.lado.email).toBe('lado@ashmere.example')
  expect(made.stderr).toContain('What was not seen to be said')
})

test('a model that is there already is not written over unless that is asked for', () => {
  writeFileSync(at('kept.yaml'), 'kept')
  const refused = policyAlign('procedures', 'draft', page, '--output', at('kept.yaml'))
  expect(refused.code).toBe(2)
  expectOneLine(refused.stderr)
  expect(readFileSync(at('kept.yaml'), 'utf8')).toBe('kept')
  expect(policyAlign('procedures', 'draft', page, '--output', at('kept.yaml'), '--force').code).toBe(0)
  expect(readFileSync(at('kept.yaml'), 'utf8')).toContain('status: draft')
})

test('a document that is missing, and a day that is none, are told in one line', () => {
  for (const args of [[at('none.docx')], [page, '--retrieved-on', '2026-02-30']]) {
    const refused = policyAlign('procedures', 'draft', ...args)
    expect(refused).toMatchObject({code: 2, stdout: ''})
    expectOneLine(refused.stderr)
  }
})
