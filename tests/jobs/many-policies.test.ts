import {copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {policyAlignWith, root} from '../program.js'

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
