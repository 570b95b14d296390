import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {reporters} from '../src/report/index.js'
import {expectOneLine, policyAlign, root} from './program.js'
import {expectBySchema} from './report/schemas.js'

// The built program: what check wrote, and what report makes of the JSON that check saved.

let folder: string
const at = (name: string) => join(folder, name)
const planted = join(root, 'fixtures/labelled/quarry-lane-school/planted')
const yardstick = ['--procedures', join(planted, 'procedures.yaml'), '--as-of', '2026-11-23']
const endings = reporters.flatMap(({extension}) => extension ?? [])
const files = (name: string) => endings.flatMap((ending) => ['-o', at(`${name}${ending}`)])

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  const policy = join(planted, 'policy.md')
  expect(policyAlign('check', policy, ...yardstick, '--texts', ...files('checked')).code).toBe(1)
  expect(policyAlign('check', policy, ...yardstick, '-o', at('bare.json'), '-o', at('bare.html')).code).toBe(1)
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('report', () => {
  test('writes every file as check did, byte for byte', () => {
    const {code, stderr} = policyAlign('report', at('checked.json'), ...files('again'))
    expect([code, stderr]).toEqual([1, ''])
    for (const ending of endings) {
      const [one, two] = ['checked', 'again'].map((name) => readFileSync(at(`${name}${ending}`)))
      expect(Buffer.compare(one!, two!), ending).toBe(0)
    }
  })

  const onScreen = reporters.filter(({showsTexts}) => !showsTexts).map(({name}) => name)
  test.each(onScreen)('%s on standard output is what check writes, also without the texts', (format) => {
    const look = ['--format', format, '--show', 'all', '--fail-on', 'major']
    const checked = policyAlign('check', join(planted, 'policy.md'), ...yardstick, ...look)
    const again = policyAlign('report', at('bare.json'), ...look)
    expect(again.stdout).toBe(checked.stdout)
    expect(again.stderr).toBe('')
    expect(again.code).toBe(1)
  })

  test('says what is left out of a page where the texts were not saved', () => {
    policyAlign('report', at('bare.json'), '-o', at('less.html'))
    expect(readFileSync(at('less.html'), 'utf8')).toContain('saved without the documents')
    expect(readFileSync(at('checked.html'), 'utf8')).not.toContain('saved without the documents')
    // A page that shows the texts does not bring them into the file for programs.
    const saved = JSON.parse(readFileSync(at('bare.json'), 'utf8'))
    expect(saved.yardstick).toBeUndefined()
    expect(saved.policies[0].text).toBeUndefined()
    expectBySchema('report', JSON.parse(readFileSync(at('checked.json'), 'utf8')))
  })

  test('counts by another level where one is given', () => {
    expect(policyAlign('report', at('checked.json'), '--fail-on', 'never').code).toBe(0)
    const {stdout} = policyAlign('report', at('checked.json'), '--fail-on', 'critical', '-f', 'json')
    const {verdict} = JSON.parse(stdout)
    expect(verdict.failOn).toBe('critical')
    expect(verdict.failing).toBeGreaterThan(0)
    expectBySchema('report', JSON.parse(stdout))
  })

  test('puts several together', () => {
    const other = join(root, 'fixtures/labelled/st-brannocs-church/planted')
    policyAlign('check', join(other, 'policy.md'), '--as-of', '2026-11-20', '-o', at('other.json'))
    const {code, stdout} = policyAlign('report', at('checked.json'), at('other.json'), '-f', 'json')
    expect(code).toBe(1)
    const merged = JSON.parse(stdout)
    expectBySchema('report', merged)
    expect(merged.policies.length).toBe(2)
    // A portfolio can be saved and shown again too.
    writeFileSync(at('merged.json'), stdout)
    expect(policyAlign('report', at('merged.json'), '-f', 'json').stdout).toBe(stdout)
  })

  test.each([
    ['an empty file', '', /the file is empty/],
    ['half a report', '{"policies": [{"path":', /broken\.json: this is not JSON/],
    ['other JSON', '{"name": "package"}', /no report of policy-align/],
    ['a list', '[]', /no report of policy-align/],
    ['null', 'null', /no report of policy-align/],
  ])('refuses %s', (_, content, message) => {
    writeFileSync(at('broken.json'), content)
    const before = readdirSync(folder).sort()
    const {code, stdout, stderr} = policyAlign('report', at('broken.json'), '-o', at('never.html'))
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expectOneLine(stderr)
    expect(stderr).toMatch(message)
    expect(readdirSync(folder).sort()).toEqual(before)
  })

  test('says which field of a report is not as it should be', () => {
    const changed = (from: string | RegExp, to: string) => {
      const saved = JSON.stringify(JSON.parse(readFileSync(at('checked.json'), 'utf8')))
      expect(saved.replace(from, to)).not.toBe(saved)
      writeFileSync(at('changed.json'), saved.replace(from, to))
      const {code, stderr} = policyAlign('report', at('changed.json'))
      expect(code).toBe(2)
      expectOneLine(stderr)
      return stderr
    }
    expect(changed('"status":"met"', '"status":"fine"')).toMatch(/status must be one of met/)
    expect(changed(/"reason":/, '"raison":')).toMatch(/unknown field raison; did you mean reason\?/)
    expect(changed(/"remedy":"[^"]*",/, '')).toMatch(/the field remedy is missing/)
    expect(changed('"schemaVersion":1', '"schemaVersion":2')).toMatch(/schemaVersion must be 1/)
    expect(changed('"words":', '"words":-1,"old":')).toMatch(/words must be at least 0/)
    // Also what pages show of the documents.
    expect(changed('"form":"paragraph"', '"form":"poem"')).toMatch(/form must be one of paragraph/)
    expect(changed('"clock":', '"clock":7,"old":')).toMatch(/clock must be/)
    const section =
      '{"id":"s","level":1,"number":null,"title":"","place":{"headings":[],"number":null,"ordinal":0,"lines":null},"passages":[],"sections":['
    expect(
      changed('"text":{"sections":[', `"text":{"sections":[${section.repeat(30_000)}${']}'.repeat(30_000)},`),
    ).toMatch(/lie too deep/)
  })

  test('does not write over what it reads, and knows a missing file', () => {
    const over = policyAlign('report', at('checked.json'), '-o', at('checked.json'))
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('also read')])
    const missing = policyAlign('report', at('cheked.json'))
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('Did you mean checked.json?')])
  })
})
