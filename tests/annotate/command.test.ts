import {spawnSync} from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {expectOneLine, policyAlign, policyAlignWith, root} from '../program.js'
import {wordTwin} from '../support/word-twin.js'
import {commentTexts} from './annotated.js'

// The built program on the fixtures, and what other programs make of what it wrote.

const cases = ['quarry-lane-school', 'st-brannocs-church', 'fernbank-home-care'].map((name) =>
  join(root, 'fixtures/labelled', name, 'planted'),
)
const [first] = cases
let folder: string
const at = (name: string) => join(folder, name)
const yardstick = (path: string) => [
  '--procedures',
  join(path, 'procedures.yaml'),
  '--organisation',
  join(path, 'organisation.yaml'),
  '--as-of',
  '2026-11-23',
]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  copyFileSync(join(first!, 'policy.docx'), at('policy.docx'))
  for (const [index, path] of cases.entries()) {
    writeFileSync(at(`case-${index}.docx`), await wordTwin(readFileSync(join(path, 'policy.md'), 'utf8')))
  }
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('annotate', () => {
  test('writes a copy with a comment at each gap, says so, and leaves the document alone', () => {
    const before = readFileSync(at('policy.docx'))
    const {code, stdout, stderr} = policyAlign(
      'annotate',
      at('policy.docx'),
      '-o',
      at('reviewed.docx'),
      ...yardstick(first!),
    )
    expect(code).toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^\S+reviewed\.docx: \d+ comments: \d+ at the words quoted[^\n]*\.\n$/)
    expect(Buffer.compare(readFileSync(at('policy.docx')), before)).toBe(0)
    const report = JSON.parse(policyAlign('check', at('policy.docx'), '-f', 'json', ...yardstick(first!)).stdout)
    const gaps = report.policies[0].findings.filter(({status}: {status: string}) =>
      /conflict|partial|missing/.test(status),
    )
    const texts = [...commentTexts(unzipSync(readFileSync(at('reviewed.docx')))).values()].join('\n')
    expect(gaps.length).toBeGreaterThan(10)
    for (const {requirement} of gaps) expect(texts).toContain(`[${requirement.id}]`)
  })

  test('gives the same bytes for the same input', () => {
    const run = (name: string) => {
      expect(policyAlign('annotate', at('policy.docx'), '-o', at(name), '--suggest', ...yardstick(first!)).code).toBe(0)
      return readFileSync(at(name))
    }
    expect(Buffer.compare(run('one.docx'), run('two.docx'))).toBe(0)
  })

  test('takes topics only, and what is met as well when that is asked for', () => {
    const count = (...args: string[]) => {
      const {stderr} = policyAlign('annotate', at('policy.docx'), '-o', at('some.docx'), ...yardstick(first!), ...args)
      return Number(/: (\d+) comment/.exec(stderr)?.[1])
    }
    const some = count('--only', 'allegations')
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(count())
    expect(count('--only', 'allegations', '--show', 'all')).toBeGreaterThan(some)
  })

  test.each([
    ['its own name', ['policy.docx'], /also read/],
    ['a link to it', ['link.docx'], /also read/],
    ['no copy', [], /no name.*\.docx/],
    ['another kind of file', ['reviewed.docm'], /same kind of file/],
    ['a folder that is not there', ['none/reviewed.docx'], /no such folder/],
  ])('refuses %s, and writes nothing', (_, [output], message) => {
    if (!existsSync(at('link.docx'))) symlinkSync(at('policy.docx'), at('link.docx'))
    const before = readdirSync(folder).sort()
    const bytes = readFileSync(at('policy.docx'))
    const {code, stdout, stderr} = policyAlign('annotate', at('policy.docx'), ...(output ? ['-o', at(output)] : []))
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expectOneLine(stderr)
    expect(stderr).toMatch(message)
    expect(readdirSync(folder).sort()).toEqual(before)
    expect(Buffer.compare(readFileSync(at('policy.docx')), bytes)).toBe(0)
  })

  test('a name of the document by another path is replaced by the copy, not written through', () => {
    linkSync(at('policy.docx'), at('hard.docx'))
    const before = readFileSync(at('policy.docx'))
    expect(policyAlign('annotate', at('policy.docx'), '-o', at('hard.docx')).code).toBe(0)
    expect(Buffer.compare(readFileSync(at('policy.docx')), before)).toBe(0)
    rmSync(at('hard.docx'))
  })

  test('tells which way is for Markdown and which for Word', () => {
    writeFileSync(at('policy.md'), '# Policy\n\nStaff may keep a secret.\n')
    const markdown = policyAlign('annotate', at('policy.md'), '-o', at('reviewed.md'))
    expect([markdown.code, markdown.stderr]).toEqual([2, expect.stringContaining('--patch')])
    const word = policyAlign('annotate', at('policy.docx'), '--patch')
    expect([word.code, word.stderr]).toEqual([2, expect.stringContaining('--output')])
  })
})

describe('a patch', () => {
  test.each(['git', 'patch'])('is applied cleanly by %s', (program) => {
    if (!installed(program)) return
    const here = mkdtempSync(join(folder, 'patch-'))
    cpSync(join(first!, 'policy.md'), join(here, 'policy.md'))
    const {code, stdout, stderr} = policyAlignWith(
      {cwd: here},
      'annotate',
      'policy.md',
      '--patch',
      ...yardstick(first!),
    )
    expect(code).toBe(0)
    expect(stderr).toMatch(/^The patch puts in \d+ suggested wordings; read each before you keep it\.\n$/)
    const [command, ...args] = program === 'git' ? ['git', 'apply', '-'] : ['patch', '-p1']
    const applied = spawnSync(command!, args, {cwd: here, input: stdout, encoding: 'utf8'})
    expect(applied.stderr).toBe('')
    expect(applied.status).toBe(0)
    const kept = readFileSync(join(here, 'policy.md'), 'utf8').split('\n')
    for (const line of readFileSync(join(first!, 'policy.md'), 'utf8').split('\n')) expect(kept).toContain(line)
  })
})

// Other programs are asked where they are installed; the project's own pipeline installs them.
const strangers = {pandoc: installed('pandoc'), soffice: installed('soffice')}

describe.each([...cases.entries()])('for other programs, case %d', (index, path) => {
  const policy = () => at(`case-${index}.docx`)

  for (const suggest of [[], ['--suggest']]) {
    test.runIf(strangers.pandoc)(`the text is what it was, and pandoc sees every comment ${suggest}`, () => {
      const copy = at('pandoc.docx')
      const {stderr} = policyAlign('annotate', policy(), '-o', copy, ...suggest, ...yardstick(path))
      const count = Number(/: (\d+) comment/.exec(stderr)![1])
      expect(pandoc(copy, 'reject', 'plain')).toBe(pandoc(policy(), 'reject', 'plain'))
      const all = pandoc(copy, 'all', 'json')
      const ours = [...all.matchAll(/\["comment-(start|end)"\],\[\["id","(\d+)"/g)].map(
        ([, side, id]) => `${side} ${id}`,
      )
      expect(new Set(ours.filter((each) => each.startsWith('start'))).size).toBeGreaterThanOrEqual(count)
      expect(all.includes('"insertion"')).toBe(suggest.length > 0)
    })
  }
})

test.runIf(strangers.soffice)('LibreOffice opens every copy and reads the same text', () => {
  const here = mkdtempSync(join(folder, 'office-'))
  const names = cases.map((path, index) => {
    const copy = join(here, `reviewed-${index}.docx`)
    expect(policyAlign('annotate', at(`case-${index}.docx`), '-o', copy, ...yardstick(path)).code).toBe(0)
    cpSync(at(`case-${index}.docx`), join(here, `policy-${index}.docx`))
    return [`policy-${index}`, `reviewed-${index}`] as const
  })
  const files = names.flat().map((name) => join(here, `${name}.docx`))
  const profile = `-env:UserInstallation=file://${join(folder, 'office-profile')}`
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', here, ...files], {
    timeout: 110_000,
  })
  for (const [policy, reviewed] of names) {
    const before = readFileSync(join(here, `${policy}.txt`), 'utf8')
    expect(before.length).toBeGreaterThan(1000)
    expect(readFileSync(join(here, `${reviewed}.txt`), 'utf8')).toBe(before)
  }
})

function pandoc(file: string, changes: 'reject' | 'all', to: 'plain' | 'json'): string {
  const {status, stdout} = spawnSync('pandoc', ['-f', 'docx', file, `--track-changes=${changes}`, '-t', to], {
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  })
  expect(status).toBe(0)
  return stdout
}

function installed(program: string): boolean {
  return spawnSync(program, ['--version'], {timeout: 60_000}).status === 0
}
