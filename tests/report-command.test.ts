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
/** Formats that show the documents themselves, which a saved report does not hold. */
const withTexts = reporters.filter(({showsTexts}) => showsTexts).map(({name}) => name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  const files = reporters.flatMap(({extension}) => extension ?? []).flatMap((each) => ['-o', at(`checked${each}`)])
  expect(policyAlign('check', join(planted, 'policy.md'), ...yardstick, ...files).code).toBe(1)
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('report', () => {
  const others = reporters.filter(({name}) => !withTexts.includes(name))
  test.each(others.map(({name}) => name))('%s is what check writes, byte for byte', (format) => {
    const look = ['--format', format, '--show', 'all', '--fail-on', 'major']
    const checked = policyAlign('check', join(planted, 'policy.md'), ...yardstick, ...look)
    const again = policyAlign('report', at('checked.json'), ...look)
    expect(again.stdout).toBe(checked.stdout)
    expect(again.stderr).toBe('')
    expect(again.code).toBe(1)
  })

  test('writes files of every ending, those with bytes too, as check does where the documents are not shown', () => {
    const endings = reporters.flatMap(({extension}) => extension ?? [])
    const {code} = policyAlign('report', at('checked.json'), ...endings.flatMap((each) => ['-o', at(`again${each}`)]))
    expect(code).toBe(1)
    for (const {name, extension} of reporters) {
      if (extension === null) continue
      const [one, two] = [`checked${extension}`, `again${extension}`].map((file) => readFileSync(at(file)))
      if (withTexts.includes(name)) expect(two!.length).toBeGreaterThan(5000)
      else expect(Buffer.compare(one!, two!), extension).toBe(0)
    }
    expect(readFileSync(at('again.html'), 'utf8')).toContain('made from a saved report')
    expect(readFileSync(at('checked.html'), 'utf8')).not.toContain('made from a saved report')
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
  })

  test('does not write over what it reads, and knows a missing file', () => {
    const over = policyAlign('report', at('checked.json'), '-o', at('checked.json'))
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('also read')])
    const missing = policyAlign('report', at('cheked.json'))
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('Did you mean checked.json?')])
  })
})
