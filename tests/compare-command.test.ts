import {execFileSync} from 'node:child_process'
import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Comparison} from '../src/model/comparison.js'
import {comparisonReporters} from '../src/report/comparison/index.js'
import {expectOneLine, policyAlign, policyAlignWith, root} from './program.js'
import {expectBySchema} from './report/schemas.js'

// The built program on two versions of an invented school's policy: as it should be, and with mistakes planted.

let folder: string
const at = (name: string) => join(folder, name)
const school = join(root, 'fixtures/labelled/quarry-lane-school')
const good = join(school, 'good/policy.docx')
const planted = join(school, 'planted/policy.docx')
const yardstick = [
  ...['--procedures', join(school, 'good/procedures.yaml'), '--organisation', join(school, 'good/organisation.yaml')],
  ...['--as-of', '2026-11-23', '--no-config'],
]

interface Told extends Omit<Comparison, 'policies'> {
  readonly policies: readonly (Omit<Comparison['policies'][number], 'findings'> & {
    readonly findings: readonly {requirement: {id: string}; course: string; changes: string[]}[]
  })[]
}

function compare(...args: readonly string[]): {code: number | null; report: Told; stderr: string} {
  const {code, stdout, stderr} = policyAlign('compare', ...args, '--format', 'json')
  const report = JSON.parse(stdout || 'null') as Told
  if (report) expectBySchema('comparison', report)
  return {code, report, stderr}
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('compare', () => {
  test('tells which gaps opened, and by which words', () => {
    const {code, report} = compare(good, planted, ...yardstick)
    expect(code).toBe(1)
    const [policy] = report.policies
    expect(policy!.tally.opened).toBeGreaterThan(15)
    const lado = policy!.findings.find(({requirement}) => requirement.id === 'allegation-lado-timescale')!
    expect(lado.course).toBe('opened')
    const change = policy!.changes.find(({id}) => id === lado.changes[0])!
    expect(change.runs.filter(({kind}) => kind !== 'same').map(({text}) => text)).toEqual([
      'it becoming known',
      "the headteacher's enquiries being completed",
    ])
    // Each gap that opened rests on words that changed.
    for (const {course, changes} of policy!.findings) if (course === 'opened') expect(changes).not.toEqual([])
  })

  test('Word beside Markdown of the same words has no change', () => {
    const {report} = compare(good, join(school, 'good/policy.md'), ...yardstick)
    expect(report.policies[0]!.findings.map(({course}) => course)).not.toContain('opened')
    expect(report.policies[0]!.changes.filter(({kind}) => kind !== 'moved')).toEqual([])
  })

  test('with --fail-on-new only what opened or got worse fails', () => {
    const same = [planted, planted, ...yardstick]
    expect(compare(...same).code).toBe(1)
    expect(compare(...same, '--fail-on-new').code).toBe(0)
    expect(compare(planted, good, ...yardstick, '--fail-on-new', '--fail-on', 'critical').code).toBe(0)
    const {code, report} = compare(good, planted, ...yardstick, '--fail-on-new', '--fail-on', 'critical')
    expect([code, report.verdict.onlyNew, report.verdict.failOn]).toEqual([1, true, 'critical'])
    expect(compare(good, planted, ...yardstick, '--fail-on-new', '--fail-on', 'never').code).toBe(0)
    expect(compare(good, planted, ...yardstick, '--fail-on-new', '--only', 'voice').code).toBe(0)
  })

  test('writes every format at once, the same at each run, and nothing where it fails', () => {
    const files = comparisonReporters.flatMap(({extension}) => (extension ? ['-o', at(`changes${extension}`)] : []))
    expect(policyAlign('compare', good, planted, ...yardstick, ...files).code).toBe(1)
    const written = readdirSync(folder).filter((name) => name.startsWith('changes.'))
    expect(written.length).toBe(files.length / 2)
    const before = written.map((name) => readFileSync(at(name), 'utf8'))
    policyAlign('compare', good, planted, ...yardstick, ...files)
    expect(written.map((name) => readFileSync(at(name), 'utf8'))).toEqual(before)
    const {code, stderr} = policyAlign('compare', good, at('nothing.docx'), ...yardstick, '-o', at('never.html'))
    expect(code).toBe(2)
    expectOneLine(stderr)
    expect(readdirSync(folder)).not.toContain('never.html')
  })

  test('a gap that was accepted, and is no longer, opened', () => {
    const text = readFileSync(join(school, 'planted/policy.md'), 'utf8')
    const remark = '<!-- policy-align-ignore gov-anyone-can-refer: agreed for this term -->'
    writeFileSync(at('with.md'), `${text}\n\n${remark}\n`)
    writeFileSync(at('bare.md'), text)
    const {code, report} = compare(at('with.md'), at('bare.md'), ...yardstick, '--fail-on-new')
    expect(code).toBe(1)
    const opened = report.policies[0]!.findings.filter(({course}) => course === 'opened')
    expect(opened.map(({requirement}) => requirement.id)).toEqual(['gov-anyone-can-refer'])
    const back = compare(at('bare.md'), at('with.md'), ...yardstick, '--fail-on-new')
    expect([back.code, back.report.policies[0]!.tally['set-aside']]).toEqual([0, 1])
  })

  test('two folders, file by file; what one side lacks is new or gone', () => {
    for (const side of ['before', 'after']) mkdirSync(at(side))
    copyFileSync(good, at('before/policy.docx'))
    copyFileSync(join(school, 'planted/policy.md'), at('after/policy.md'))
    writeFileSync(at('before/gone.md'), '# Gone\n\nTell the lead.\n')
    writeFileSync(at('after/new.md'), '# New\n\nTell the lead.\n')
    const {report} = compare(at('before'), at('after'), ...yardstick)
    const names = report.policies.map(({old, new: current}) =>
      [old, current].map((each) => each?.path.split('/').at(-1)),
    )
    expect(names).toEqual([
      [undefined, 'new.md'],
      ['policy.docx', 'policy.md'],
      ['gone.md', undefined],
    ])
    expect(report.policies[0]!.findings.map(({course}) => course)).not.toContain('stayed')
    const mixed = compare(at('before'), planted, ...yardstick)
    expect([mixed.code, mixed.stderr]).toEqual([2, expect.stringContaining('Give two files or two folders')])
  })

  test('one file of a folder that cannot be read does not stop the rest, and the exit says so', () => {
    for (const side of ['one', 'two']) {
      mkdirSync(at(side))
      writeFileSync(at(`${side}/good.md`), '# Policy\n\nTell the lead.\n')
      writeFileSync(at(`${side}/bad.docx`), 'no Word document')
    }
    const {code, report, stderr} = compare(at('one'), at('two'), ...yardstick)
    expect(code).toBe(2)
    expect(report.policies).toHaveLength(1)
    expectOneLine(stderr)
  })
})

describe('compare with saved reports', () => {
  const saved = (name: string, policy: string, ...more: readonly string[]) => {
    policyAlign('check', policy, ...yardstick, '--quiet', '-o', at(name), ...more)
    return at(name)
  }

  test('the words are compared where both kept them', () => {
    const [one, two] = [saved('one.json', good, '--texts'), saved('two.json', planted, '--texts')]
    const {code, report} = compare(one, two)
    const policies = compare(good, planted, ...yardstick)
    expect(code).toBe(1)
    expect(report.policies[0]!.tally).toEqual(policies.report.policies[0]!.tally)
    expect(report.policies[0]!.changes).toEqual(policies.report.policies[0]!.changes)
  })

  test('else the findings alone, and it says so', () => {
    const [one, two] = [saved('bare-one.json', good), saved('bare-two.json', planted)]
    const {report} = compare(one, two)
    expect(report.policies[0]!.sections).toBeNull()
    expect(report.policies[0]!.tally.opened).toBeGreaterThan(15)
    expect(policyAlign('compare', one, two).stdout.replace(/\s+/g, ' ')).toContain('do not hold the texts')
  })

  test('says that they were not made alike, and counts at the level they were made with', () => {
    const one = saved('then.json', good, '--fail-on', 'never')
    policyAlign(
      'check',
      good,
      '--as-of',
      '2026-11-24',
      '--no-config',
      '--fail-on',
      'never',
      '-q',
      '-o',
      at('later.json'),
    )
    const {code, report} = compare(one, at('later.json'))
    expect(report.notices[0]!.code).toBe('yardsticks-differ')
    expect(report.notices[0]!.message).toMatch(/other procedures.*another day.*another organisation/)
    expect([code, report.verdict.failOn]).toEqual([0, 'never'])
    expect(compare(one, at('later.json'), '--fail-on', 'major').code).toBe(1)
  })

  test.each([
    ['a report beside a policy', ['one.json', good], /this is a policy, and the other is a saved report/],
    [
      'a flag that would judge anew',
      ['one.json', 'two.json', '--as-of', '2026-01-01'],
      /--as-of: saved reports are judged/,
    ],
    ['one version alone', [good], /NEW: it is missing/],
    ['git with two files', ['--git', 'HEAD', good, planted], /with --git one file is enough/],
    ['git with a report', ['--git', 'HEAD', 'one.json'], /this is a report, not a policy/],
    ['an unknown topic', ['one.json', 'two.json', '--only', 'escalatio'], /Did you mean escalation/],
    ['an ending without a format', [good, planted, '-o', 'changes.docx'], /no report has this ending/],
  ])('refuses %s', (_, args, message) => {
    const {code, stdout, stderr} = policyAlignWith({cwd: folder}, 'compare', ...args)
    expect([code, stdout]).toEqual([2, ''])
    expectOneLine(stderr)
    expect(stderr).toMatch(message)
  })
})

describe('compare --git', () => {
  const repository = () => at('repository')
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', '-c', 'commit.gpgsign=false', ...args], {
      cwd: repository(),
      stdio: 'pipe',
    })
  const inside = (...args: readonly string[]) =>
    policyAlignWith({cwd: repository()}, 'compare', ...args, ...yardstick, '--format', 'json')

  beforeAll(() => {
    mkdirSync(join(repository(), 'policies'), {recursive: true})
    git('init', '-q', '-b', 'main')
    copyFileSync(good, at('repository/policies/policy.docx'))
    copyFileSync(join(school, 'good/policy.md'), at('repository/policies/the policy.md'))
    // A filter that a repository brings must not be run.
    writeFileSync(at('repository/.gitattributes'), '*.docx diff=word\n')
    git('config', 'diff.word.textconv', 'touch filtered; cat')
    git('add', '.')
    git('commit', '-q', '-m', 'First')
    git('tag', 'first')
    copyFileSync(planted, at('repository/policies/policy.docx'))
    copyFileSync(join(school, 'planted/policy.md'), at('repository/policies/the policy.md'))
    writeFileSync(at('repository/new.md'), '# New\n')
    writeFileSync(at('repository/large.md'), 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n')
    git('add', 'large.md')
    git('commit', '-q', '-m', 'Large')
  })

  test.each(['policies/policy.docx', 'policies/the policy.md'])('%s against what it was', (path) => {
    const {code, stdout, stderr} = inside('--git', 'first', path, '--fail-on-new')
    expect([code, stderr]).toEqual([1, ''])
    const report = JSON.parse(stdout) as Told
    expect(report.policies[0]!.old!.path).toBe(`first:${path}`)
    expect(report.policies[0]!.tally.opened).toBeGreaterThan(15)
    expect(readdirSync(repository())).not.toContain('filtered')
  })

  test('from a folder of the repository, and from outside', () => {
    const args = ['compare', ...yardstick, '--git', 'HEAD', '--format', 'json']
    const below = policyAlignWith({cwd: join(repository(), 'policies')}, ...args, 'policy.docx')
    const outside = policyAlignWith({cwd: folder}, ...args, 'repository/policies/policy.docx')
    expect([below.code, outside.code]).toEqual([1, 1])
    expect(JSON.parse(below.stdout).policies[0].old.path).toBe('HEAD:policies/policy.docx')
    expect(JSON.parse(outside.stdout).policies[0].old.path).toBe('HEAD:policies/policy.docx')
  })

  test.each([
    ['an unknown revision', ['--git', 'nowhere', 'policies/policy.docx'], /--git: there is no revision "nowhere" here/],
    [
      'a revision that would be an option',
      ['--git=--help', 'policies/policy.docx'],
      /there is no revision "--help" here/,
    ],
    ['a file that was not there', ['--git', 'first', 'new.md'], /there is no new\.md at first/],
    ['a pointer of Git LFS', ['--git', 'HEAD', 'large.md'], /only a pointer/],
    ['a file that is not there now', ['--git', 'HEAD', 'policies/polic.docx'], /no such file|there is no policies/],
  ])('refuses %s', (_, args, message) => {
    const {code, stdout, stderr} = inside(...args)
    expect([code, stdout]).toEqual([2, ''])
    expectOneLine(stderr)
    expect(stderr).toMatch(message)
  })

  test('refuses a file outside any repository, and says where there is no git', () => {
    writeFileSync(at('alone.md'), '# Alone\n')
    const alone = policyAlignWith(
      {cwd: folder, env: {GIT_CEILING_DIRECTORIES: folder}},
      'compare',
      '--git',
      'HEAD',
      'alone.md',
      '--no-config',
    )
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('stands in no git repository')])
    const none = policyAlignWith(
      {cwd: repository(), env: {PATH: folder}},
      'compare',
      '--git',
      'HEAD',
      'new.md',
      '--no-config',
    )
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('git was not found')])
  })
})
