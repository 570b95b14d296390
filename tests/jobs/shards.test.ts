import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {expectOneLine, policyAlignWith} from '../program.js'
import {expectBySchema} from '../report/schemas.js'

// Runs in parts, as several machines would make them, put together and compared with the one run.

let folder: string
const at = (name: string) => join(folder, name)
const run = (...args: string[]) => policyAlignWith({cwd: folder}, ...args)
/** The cache stands for the other machines' work: what is tested is how it is dealt out and put together. */
const check = (...flags: string[]) => run('check', 'policies', '--as-of', '2026-11-01', '--cache', ...flags)
const parts = (name: string, count: number) => Array.from({length: count}, (_, i) => `${name}-${i + 1}.json`)
const makeParts = (name: string, count: number, ...flags: string[]) =>
  parts(name, count).map((file, i) => check('--shard', `${i + 1}/${count}`, '--output', file, ...flags))
const read = (name: string) => readFileSync(at(name), 'latin1')

const count = 70

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(at('policies'))
  for (let i = 0; i < count; i++) {
    const secret = i % 9 === 4 ? 'Staff may promise a child to keep a secret.' : ''
    writeFileSync(
      at(`policies/p${String(i).padStart(2, '0')}.md`),
      `# Policy ${i}\n\n## Allegations\n\nAllegations are told to the LADO within ${(i % 5) + 1} working days.\n\n${secret}\n`,
    )
  }
  // One that some policies need, one that none needs, one that concerns none, and one for a policy that is gone.
  const waiver = (requirement: string, policy: string) =>
    `  - requirement: ${requirement}\n    policy: ${policy}\n    reason: known\n    approver: A. Lee, chair\n    expires: 2027-01-01\n`
  writeFileSync(
    at('waivers.yaml'),
    `waivers:\n${waiver('contact-lado', '"policies/*3.md"')}${waiver('contact-lado', '"elsewhere/*.md"')}${waiver('contact-lado', 'policies/gone.md')}`,
  )
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('eight parts', () => {
  const formats = ['json', 'csv', 'sarif', 'xml', 'md']
  const files = (name: string) => formats.flatMap((format) => ['--output', `${name}.${format}`])

  test('are, put together, bit for bit the one run, in any order', () => {
    const single = check('--waivers', 'waivers.yaml', ...files('single'))
    expect(single.code).toBe(1)
    const ran = makeParts('part', 8, '--waivers', 'waivers.yaml')
    const lines = ran.map(({stderr}) =>
      /^policy-align: part \d of 8: (\d+) of 70 policies, \d+ kB of \d+ kB\n$/.exec(stderr),
    )
    expect(lines.reduce((sum, line) => sum + Number(line![1]), 0)).toBe(count)
    for (const part of parts('part', 8)) expectBySchema('report', JSON.parse(readFileSync(at(part), 'utf8')))
    const merged = run('report', ...parts('part', 8).reverse(), ...files('merged'))
    expect([merged.code, merged.stderr]).toEqual([1, ''])
    expect(merged.stdout === single.stdout).toBe(true)
    for (const format of formats) expect(read(`merged.${format}`) === read(`single.${format}`), format).toBe(true)
    expect(run('report', 'merged.json', '--format', 'csv').stdout === readFileSync(at('single.csv'), 'utf8')).toBe(true)
  })

  test('with one missing are shown, but not kept, and it is said', () => {
    const {code, stdout, stderr} = run('report', ...parts('part', 8).slice(1), '-o', 'lacking.json', '-f', 'junit')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^policy-align: part 1 of 8 is missing, with \d+ policies\. Give their reports too\.\n$/)
    expect(stdout).toContain('<error type="input"')
    expect(() => read('lacking.json')).toThrow()
  })

  test('given twice, or of other settings, or beside another report, are refused', () => {
    const [one, two] = parts('part', 8) as [string, string]
    const refused = (...names: string[]) => {
      const {code, stderr} = run('report', ...names)
      expect(code).toBe(2)
      expectOneLine(stderr)
      return stderr
    }
    expect(refused(one, two, one)).toContain('part-1.json: part 1 stands in part-1.json too')
    expect(refused(one, 'merged.json')).toContain('merged.json: it is a report of its own')
    check('--shard', '2/8', '-o', 'other.json', '--only', 'local-contacts')
    expect(refused(one, 'other.json')).toContain('other.json: it is part of another run than part-1.json')
    check('--shard', '2/9', '-o', 'other.json', '--waivers', 'waivers.yaml')
    expect(refused(one, 'other.json')).toContain('other.json: it is part of another run')
  })
})

test('more parts than policies leave some empty, and these do no harm', () => {
  const named = ['policies/p01.md', 'policies/p02.md', 'policies/p03.md']
  const args = ['check', ...named, '--as-of', '2026-11-01', '--cache', '--format', 'json']
  const ran = parts('few', 5).map((file, i) => {
    const {stdout, code} = run(...args, '--shard', `${i + 1}/5`)
    writeFileSync(at(file), stdout)
    return {code, policies: JSON.parse(stdout).policies.length}
  })
  expect(ran.reduce((sum, {policies}) => sum + policies, 0)).toBe(3)
  expect(ran.filter(({policies}) => policies === 0).map(({code}) => code)).toContain(0)
  const single = run(...args)
  const merged = run('report', ...parts('few', 5), '--format', 'json')
  expect(merged).toEqual({...single, stderr: ''})
  // Without the empty ones it is whole as well.
  const full = parts('few', 5).filter((_, i) => ran[i]!.policies > 0)
  expect(run('report', ...full, '--format', 'json')).toEqual(merged)
})

test('policies that cannot be judged are told by their part, and again when the parts are put together', () => {
  writeFileSync(at('policies/p07.md'), '')
  writeFileSync(at('policies/p31.md'), 'not marked up \u0000 \u0001\u0002')
  const single = check('--format', 'json', '-o', 'bad.json')
  expect(single.code).toBe(2)
  const ran = makeParts('bad', 3, '--quiet', '--format', 'csv', '-o', 'bad.csv')
  expect(ran.map(({code}) => code)).toContain(2)
  const merged = run('report', ...parts('bad', 3), '--format', 'json', '-o', 'bad-merged.json')
  expect(merged).toEqual(single)
  expect(merged.stderr).toContain('policies/p07.md: the file is empty')
  expect(() => read('bad-merged.json')).toThrow()
})

test('waivers are told as unused only where no part used them', () => {
  const {stdout} = check('--waivers', 'waivers.yaml', '--format', 'json')
  const codes = JSON.parse(stdout).notices.map(({message}: {message: string}) => message)
  expect(codes.filter((message: string) => message.includes('accepts no gap'))).toHaveLength(1)
})

test.each([
  [['--shard', '2/8', '--baseline', 'b.json', '--update-baseline'], /shard/],
  [['--shard', '9/8'], /there is no part 9 of 8/],
  [['--shard', 'auto'], /no variable of the environment says which part this is/],
])('%s is refused', (flags, told) => {
  const {code, stderr} = check(...flags)
  expect(code).toBe(2)
  expect(stderr).toMatch(told)
})

test('standard input cannot be dealt out', () => {
  const {code, stderr} = policyAlignWith({cwd: folder, input: '# Policy'}, 'check', '-', '--shard', '1/2')
  expect([code, stderr]).toEqual([2, expect.stringContaining('standard input cannot be dealt out')])
})
