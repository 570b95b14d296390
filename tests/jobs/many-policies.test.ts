import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {expectOneLine, policyAlignWith, root} from '../program.js'

// The built program over a folder, with and without worker threads.

let folder: string
const at = (name: string) => join(folder, name)
const sample = `${root}/fixtures/labelled/quarry-lane-school`
const check = (...flags: string[]) =>
  policyAlignWith(
    {cwd: folder},
    ...['check', 'policies', '--as-of', '2026-11-01', '--procedures', `${sample}/good/procedures.yaml`, ...flags],
  )

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(at('policies'))
  for (let i = 0; i < 6; i++) {
    writeFileSync(
      at(`policies/p${i}.md`),
      `# Policy ${i}\n\n## Allegations\n\nAllegations are told to the LADO within ${i + 1} working days.\n\n<!-- policy-align-ignore contact-lado: told elsewhere -->\n`,
    )
  }
  copyFileSync(`${sample}/good/policy.docx`, at('policies/word.docx'))
})
afterAll(() => rmSync(folder, {recursive: true}))

test('the bytes are the same for any number of jobs, in every sort of report', () => {
  const outputs = ['json', 'html', 'docx', 'csv', 'sarif', 'xml', 'xlsx', 'md']
  const [one, three] = [1, 3].map((jobs) => {
    const files = outputs.map((ending) => at(`report-${jobs}.${ending}`))
    const ran = check('--texts', '--jobs', String(jobs), ...files.flatMap((file) => ['--output', file]))
    expect(ran.code).toBe(1)
    return [ran.stdout, ...files.map((file) => readFileSync(file, 'latin1'))]
  })
  for (const [i, name] of ['terminal', ...outputs].entries()) expect(three![i] === one![i], name).toBe(true)
})

test('one bad file does not stop the rest, and the exit says so', () => {
  writeFileSync(at('policies/p2-empty.md'), '')
  const named = ['policies/p1.md', 'nowhere.md', 'policies/p2-empty.md', 'policies/p3.md', 'policies/p4.md']
  const [one, two] = ['1', '2'].map((jobs) =>
    policyAlignWith(
      {cwd: folder},
      ...['check', ...named, '--jobs', jobs, '--format', 'json', '--output', `kept-${jobs}.json`],
    ),
  )
  expect(one!.code).toBe(2)
  expect(one!.stderr.split('\n')).toEqual([
    expect.stringMatching(/^policy-align: nowhere\.md: there is no such file\./),
    expect.stringMatching(/^policy-align: policies\/p2-empty\.md: the file is empty/),
    '',
  ])
  const paths = JSON.parse(one!.stdout).policies.map(({path}: {path: string}) => path)
  expect(paths).toEqual(['policies/p1.md', 'policies/p3.md', 'policies/p4.md'])
  expect(two).toEqual(one)
  rmSync(at('policies/p2-empty.md'))
})

test('a number of jobs that is none is refused', () => {
  const {code, stderr} = check('--jobs', 'many')
  expect([code, stderr]).toEqual([2, expect.stringContaining('"many" is no number of jobs. Give 1 to 256, or auto.')])
})

describe('with --cache', () => {
  const formats = ['json', 'html', 'docx', 'csv', 'sarif', 'xml', 'xlsx', 'md']
  const outputs = (name: string) => formats.map((format) => at(`${name}.${format}`))
  const cached = (name: string, ...more: string[]) => {
    const ran = check('--cache', '--texts', ...outputs(name).flatMap((file) => ['--output', file]), ...more)
    return [ran.stdout, ...outputs(name).map((file) => readFileSync(file, 'latin1'))]
  }
  /** Whether judging was loaded in a run, and how many entries it added. */
  const run = (...flags: string[]) => {
    const loaded = at('loaded.txt')
    const asOf = flags.includes('--as-of') ? [] : ['--as-of', '2026-11-01']
    writeFileSync(loaded, '')
    const before = entries().length
    const ran = policyAlignWith(
      {cwd: folder, env: {LOADED: loaded}, node: ['--import', `${root}/tests/loaded.js`]},
      ...['check', 'policies', '--cache', '--jobs', '1', '--quiet', ...asOf, ...flags],
    )
    return {...ran, judges: readFileSync(loaded, 'utf8').includes('/program/align-'), added: entries().length - before}
  }
  const entries = () =>
    readdirSync(at('.policy-align-cache'), {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.gz'))

  test('a second run loads nothing that judges, and says the same in every sort of report', () => {
    const plain = check('--texts', ...outputs('plain').flatMap((file) => ['--output', file]))
    const expected = [plain.stdout, ...outputs('plain').map((file) => readFileSync(file, 'latin1'))]
    for (const name of ['first', 'second']) {
      const found = cached(name)
      for (const [i, format] of ['terminal', ...formats].entries())
        expect(found[i] === expected[i], `${name} ${format}`).toBe(true)
    }
  })

  test('what changes the findings, or how they are told, is judged anew, and nothing else is', () => {
    const count = 7
    expect(run()).toMatchObject({code: 1, judges: true, added: count + 1})
    expect(run()).toMatchObject({code: 1, judges: false, added: 0})
    expect(run('--fail-on', 'never', '--format', 'json')).toMatchObject({code: 0, judges: false, added: 0})
    expect(run('--only', 'local-contacts')).toMatchObject({judges: true, added: count})
    expect(run('--audience', 'adults')).toMatchObject({judges: true, added: count})
    expect(run('--as-of', '2026-11-02')).toMatchObject({judges: true, added: count + 1})
    const organisation = `${sample}/good/organisation.yaml`
    expect(run('--organisation', organisation)).toMatchObject({judges: true, added: count + 1})
    writeFileSync(at('policies/p1.md'), '# Policy 1\n\nStaff tell the LADO within one working day.\n')
    expect(run()).toMatchObject({judges: true, added: 1})
  })

  test('a mistake is told in every run, and nothing is kept of it', () => {
    writeFileSync(at('policies/p1.md'), '')
    for (let i = 0; i < 2; i++) {
      const {code, stderr, added} = run()
      expect([code, added]).toEqual([2, 0])
      expect(stderr).toContain('policies/p1.md: the file is empty')
    }
    expect(run('--only', 'no-such-topic')).toMatchObject({code: 2, judges: false})
    expectOneLine(run('--cache-location', 'policies/p2.md').stderr)
    writeFileSync(at('policies/p1.md'), '# Policy 1\n\nStaff tell the LADO within one working day.\n')
  })

  test('the configuration may say so, for a folder beside it', () => {
    writeFileSync(at('policy-align.config.yaml'), 'policies: policies\ncache: true\ncacheLocation: kept\njobs: 2\n')
    const {code} = policyAlignWith({cwd: at('policies')}, 'check', '--fail-on', 'never')
    expect(code).toBe(0)
    expect(readdirSync(at('kept'))).toContain('.gitignore')
    const {stdout} = policyAlignWith({cwd: folder, env: {POLICY_ALIGN_CACHE: 'false'}}, ...['check', '--print-config'])
    expect(stdout).toMatch(/^cache: false {2}\s*# POLICY_ALIGN_CACHE$/m)
    expect(stdout).toMatch(/^jobs: 2 .*config\.yaml:4$/m)
    const {stderr} = policyAlignWith({cwd: folder, env: {POLICY_ALIGN_CACHE: 'perhaps'}}, 'check')
    expect(stderr).toContain('POLICY_ALIGN_CACHE: "perhaps" is none of true, false')
    rmSync(at('policy-align.config.yaml'))
  })
})
