import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {expectOneLine, policyAlignWith} from './program.js'
import {expectBySchema} from './report/schemas.js'

// Waivers, the baseline and the configuration, as a repository of policies uses them.

const policy = `# Safeguarding policy

## Allegations

Allegations against staff are told to the LADO within three working days.

## Confidentiality

Staff may promise a child to keep a secret.
`
const repaired = policy.replace('Staff may promise', 'Staff never promise')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(join(folder, '.git'))
  mkdirSync(join(folder, 'policies'))
  write('policies/policy.md', policy)
})
afterEach(() => rmSync(folder, {recursive: true}))

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const run = (args: readonly string[], env: Record<string, string> = {}, cwd = folder) =>
  policyAlignWith({cwd, env}, ...args)

interface Found {
  readonly requirement: {readonly id: string; readonly topic: string}
  readonly status: string
  readonly reason: string
  readonly waived: {readonly by: string; readonly approver: string | null} | null
}

/** The one policy of a run as JSON. */
function checked(args: readonly string[], env?: Record<string, string>) {
  const {stdout, stderr, code} = run(['check', ...args, '--format', 'json', '--as-of', '2026-11-23'], env)
  expect(stderr).toBe('')
  const report = JSON.parse(stdout)
  expectBySchema('report', report)
  const [{findings, notices}] = report.policies as [{findings: Found[]; notices: {code: string; message: string}[]}]
  const finding = (id: string): Found => findings.find(({requirement}) => requirement.id === id)!
  return {code, report, findings, finding, codes: notices.map((each) => each.code), notices}
}

const conflicts = () => checked(['policies/policy.md']).findings.filter(({status}) => status === 'conflict')

describe('waivers', () => {
  const waiver = (more: string): string => `waivers:
  - requirement: ${conflicts()[0]!.requirement.id}
    reason: the wording is agreed with the board
    approver: Ann Lee, chair of trustees
${more}`

  test('accept a gap until a day, and say who approved it', () => {
    const id = conflicts()[0]!.requirement.id
    write('waivers.yaml', waiver('    expires: 2026-11-23\n'))
    const before = checked(['policies/policy.md'])
    const {finding, report, codes} = checked(['policies/policy.md', '--waivers', 'waivers.yaml'])
    expect(finding(id)).toMatchObject({
      status: 'conflict',
      waived: {by: 'waiver', approver: 'Ann Lee, chair of trustees', expires: '2026-11-23'},
    })
    expect(report.verdict.failing).toBe(before.report.verdict.failing - 1)
    expect(codes).not.toContain('waiver-unused')
    const {stdout} = run(['check', 'policies/policy.md', '--waivers', 'waivers.yaml', '--as-of', '2026-11-23'])
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'accepted by Ann Lee, chair of trustees until 23 November 2026: The wording is agreed with the board.',
    )
  })

  test('return when they have run out, and say so', () => {
    write('waivers.yaml', waiver('    expires: 2026-11-22\n'))
    const {findings, notices} = checked(['policies/policy.md', '--waivers', 'waivers.yaml'])
    expect(findings.filter(({waived}) => waived)).toEqual([])
    expect(notices.map(({message}) => message).join()).toMatch(/Ann Lee, chair of trustees, ran out on 2026-11-22/)
  })

  test('hold for the policy that they name, from the folder of their file', () => {
    write('policies/waivers.yaml', waiver('    expires: 2027-01-01\n    policy: policy.md\n'))
    const accepted = (path: string) =>
      checked(['policies/policy.md', '--waivers', path]).findings.filter(({waived}) => waived).length
    expect(accepted('policies/waivers.yaml')).toBe(1)
    write('waivers.yaml', waiver('    expires: 2027-01-01\n    policy: "elsewhere/*.md"\n'))
    expect(accepted('waivers.yaml')).toBe(0)
    write('waivers.yaml', waiver('    expires: 2027-01-01\n    policy: "policies/**"\n'))
    expect(accepted('waivers.yaml')).toBe(1)
  })

  test('that accept nothing are told', () => {
    const met = checked(['policies/policy.md']).findings.find(
      ({status}) => status === 'met' || status === 'cannot-tell',
    )
    const id = met!.requirement.id
    const text = `waivers:\n  - {requirement: ${id}, reason: old, approver: A, expires: 2027-01-01}\n`
    write('waivers.yaml', text)
    const {report} = checked(['policies/policy.md', '--waivers', 'waivers.yaml'])
    expect(report.notices.map(({message}: {message: string}) => message).join()).toContain(
      `The waiver of ${id} (waivers.yaml:2) accepts no gap`,
    )
    write('waivers.yaml', text.replace('reason', 'policy: policies/policy.md, reason'))
    const named = checked(['policies/policy.md', '--waivers', 'waivers.yaml'])
    expect(named.codes).toContain('waiver-unused')
    expect(named.report.notices.map(({code}: {code: string}) => code)).not.toContain('waiver-unused')
  })

  test.each([
    ['waivers:\n  - {requirement: x, reason: y, approver: z}\n', /waivers\.yaml:2:5: the field expires is missing/],
    ['waivers:\n  - {requirement: x, reason: "", approver: z, expires: 2027-01-01}\n', /reason is empty/],
    ['waivers:\n  - {requirement: allegation-lado, reason: y, approver: z, expires: soon}\n', /such as 2026-06-30/],
    [
      'waivers:\n  - {requirement: nothing-like-it, reason: y, approver: z, expires: 2027-01-01}\n',
      /:2:5: there is no/,
    ],
    ['waivrs: []\n', /unknown field waivrs; did you mean waivers\?/],
  ])('that are malformed end the run before anything is done (%#)', (text, told) => {
    write('waivers.yaml', text)
    const {code, stdout, stderr} = run(['check', 'policies/policy.md', '--waivers', 'waivers.yaml', '-o', 'out.json'])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expectOneLine(stderr)
    expect(stderr).toMatch(told)
    expect(() => read('out.json')).toThrow()
  })
})

describe('the baseline', () => {
  const baseline = ['--baseline', 'policy-align.baseline.json']
  const update = () => run(['check', 'policies/policy.md', ...baseline, '--update-baseline', '-q'])

  test('takes up the gaps that are there, so that only new ones fail', () => {
    expect(update().code).toBe(0)
    const known = JSON.parse(read('policy-align.baseline.json'))
    expectBySchema('baseline', known)
    expect(Object.keys(known.policies)).toEqual(['policies/policy.md'])
    expect(known.policies['policies/policy.md'].length).toBeGreaterThan(20)
    const {code, findings, report} = checked(['policies/policy.md', ...baseline])
    expect(code).toBe(0)
    expect(report.verdict.failing).toBe(0)
    expect(new Set(findings.flatMap(({waived}) => waived?.by ?? []))).toEqual(new Set(['baseline']))

    write(
      'policies/policy.md',
      `${policy}\nWe investigate allegations ourselves before we ring anybody, and never refer without the consent of the parents.\n`,
    )
    const again = checked(['policies/policy.md', ...baseline])
    expect(again.findings.filter(({status, waived}) => status === 'conflict' && !waived).length).toBeGreaterThan(0)
    expect(again.code).toBe(1)
  })

  test('does not know a gap again whose words were changed', () => {
    const [first] = conflicts()
    update()
    write('policies/policy.md', policy.replace('Staff may promise a child', 'Staff may always promise every child'))
    const {finding, codes} = checked(['policies/policy.md', ...baseline])
    const secrecy = conflicts().find(({requirement}) => requirement.id !== 'allegation-lado')
    expect(secrecy && finding(secrecy.requirement.id)).toMatchObject({status: 'conflict', waived: null})
    expect(codes).toContain('baseline-stale')
    expect(first).toBeDefined()
  })

  test('knows it again when the policy is only laid out anew', () => {
    update()
    write(
      'policies/policy.md',
      `# Preface\n\nWords.\n\n${policy.replaceAll('\n', '\r\n').replace('a child', 'a   child')}`,
    )
    const {finding} = checked(['policies/policy.md', ...baseline])
    for (const {requirement} of conflicts()) expect(finding(requirement.id).waived?.by).toBe('baseline')
  })

  test('is pruned of what is gone, and takes up nothing new by that', () => {
    update()
    const before = JSON.parse(read('policy-align.baseline.json')).policies['policies/policy.md']
    write('policies/policy.md', repaired)
    expect(checked(['policies/policy.md', ...baseline]).codes).toContain('baseline-stale')
    run(['check', 'policies/policy.md', ...baseline, '--prune-baseline', '-q'])
    const after = JSON.parse(read('policy-align.baseline.json')).policies['policies/policy.md']
    expect(after.length).toBeLessThan(before.length)
    for (const gap of after) expect(before).toContainEqual(gap)
    expect(checked(['policies/policy.md', ...baseline]).codes).not.toContain('baseline-stale')
  })

  test('keeps what it knows of policies that a run leaves out, and drops those that are gone', () => {
    write('policies/other.md', policy)
    run(['check', 'policies', ...baseline, '--update-baseline', '-q'])
    const text = read('policy-align.baseline.json')
    update()
    expect(read('policy-align.baseline.json')).toBe(text)
    rmSync(join(folder, 'policies', 'other.md'))
    update()
    expect(Object.keys(JSON.parse(read('policy-align.baseline.json')).policies)).toEqual(['policies/policy.md'])
  })

  test('keeps what it knows of requirements that a run leaves out', () => {
    update()
    const text = read('policy-align.baseline.json')
    run(['check', 'policies/policy.md', ...baseline, '--update-baseline', '--only', 'escalation', '-q'])
    const sorted = (json: string): string[] =>
      JSON.parse(json)
        .policies['policies/policy.md'].map((gap: object) => JSON.stringify(gap))
        .sort()
    expect(sorted(read('policy-align.baseline.json'))).toEqual(sorted(text))
  })

  test.each([
    ['{"schemaVersion": 1}', /the field policies is missing/],
    ['not json', /this is not JSON/],
    [
      '{"schemaVersion": 1, "policies": {"a": [{"requirement": "x", "status": "met", "quotations": []}]}}',
      /status must be/,
    ],
  ])('that is malformed ends the run (%#)', (text, told) => {
    write('policy-align.baseline.json', text)
    const {code, stderr} = run(['check', 'policies/policy.md', ...baseline])
    expect(code).toBe(2)
    expectOneLine(stderr)
    expect(stderr).toMatch(told)
  })

  test('must be there, and must be named to be written', () => {
    const missing = run(['check', 'policies/policy.md', ...baseline])
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('--update-baseline to write it')])
    const unnamed = run(['check', 'policies/policy.md', '--update-baseline'])
    expect([unnamed.code, unnamed.stderr]).toEqual([2, expect.stringContaining('Give --baseline')])
  })

  test('is not written over by a report, nor the configuration by a patch', () => {
    const text = JSON.stringify({schemaVersion: 1, policies: {}})
    write('policy-align.baseline.json', text)
    write('policy-align.config.yaml', 'failOn: never\n')
    const report = run(['check', 'policies/policy.md', ...baseline, '--output', 'policy-align.baseline.json'])
    const patch = run(['annotate', 'policies/policy.md', '--patch', '--output', 'policy-align.config.yaml'])
    for (const {code, stderr} of [report, patch])
      expect([code, stderr]).toEqual([2, expect.stringContaining('this file is also read')])
    expect(read('policy-align.baseline.json')).toBe(text)
    expect(read('policy-align.config.yaml')).toBe('failOn: never\n')
  })

  test('is not written where a policy could not be read', () => {
    write('policies/broken.docx', 'PK broken')
    expect(run(['check', 'policies', ...baseline, '--update-baseline', '-q']).code).toBe(2)
    expect(() => read('policy-align.baseline.json')).toThrow()
  })
})

describe('the configuration', () => {
  test('is found from the policy upward, and its files from its own folder', () => {
    write('policy-align.config.yaml', 'failOn: never\nwaivers: waivers.yaml\norganisation: us.yaml\n')
    write('waivers.yaml', 'waivers: []\n')
    write('us.yaml', 'name: Larkfield\n')
    const elsewhere = mkdtempSync(join(tmpdir(), 'policy-align-'))
    const {code, stdout} = run(['check', join(folder, 'policies', 'policy.md'), '-f', 'json'], {}, elsewhere)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({organisation: {name: 'Larkfield'}, verdict: {failOn: 'never'}})
    rmSync(elsewhere, {recursive: true})
  })

  test('names the policies of a run that names none', () => {
    write('policy-align.config.yaml', 'policies: [policies]\nfailOn: never\n')
    const {report} = checked([])
    expect(report.policies.map(({path}: {path: string}) => path)).toEqual(['policies/policy.md'])
    expect(checked([]).code).toBe(0)
  })

  test('stands below the environment, and that below a flag', () => {
    write('policy-align.config.yaml', 'failOn: never\n')
    const level = (args: string[], env: Record<string, string> = {}): string =>
      checked(['policies/policy.md', ...args], env).report.verdict.failOn
    expect(level([])).toBe('never')
    expect(level([], {POLICY_ALIGN_FAIL_ON: 'critical'})).toBe('critical')
    expect(level(['--fail-on', 'minor'], {POLICY_ALIGN_FAIL_ON: 'critical'})).toBe('minor')
    expect(level(['--no-config'])).toBe('major')
    write('other.yaml', 'failOn: minor\n')
    expect(level(['--config', 'other.yaml'])).toBe('minor')
    expect(level([], {POLICY_ALIGN_CONFIG: 'other.yaml'})).toBe('minor')
  })

  test('is printed with where each setting came from, as YAML', () => {
    write(
      'policy-align.config.yaml',
      '# ours\n\nfailOn: never\nonly: escalation\nprocedures: [a.yaml, b.yaml]\npolicies: policies\n',
    )
    const {stdout, code} = run(['check', 'policies/policy.md', '--print-config', '--show', 'all'], {
      POLICY_ALIGN_ONLY: 'a, b',
    })
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        '# The configuration is policy-align.config.yaml.',
        'procedures: ["a.yaml","b.yaml"]       # policy-align.config.yaml:5',
        'failOn: "never"                       # policy-align.config.yaml:3',
        'only: ["a","b"]                       # POLICY_ALIGN_ONLY',
        'revisions: "accepted"                 # default',
        'show: "all"                           # --show',
        'jobs: "auto"                          # default',
        'cacheLocation: ".policy-align-cache"  # default',
        'policies: ["policies"]                # policy-align.config.yaml:6',
        '',
      ].join('\n'),
    )
  })

  test.each([
    ['failon: never\n', /policy-align\.config\.yaml:1:1: unknown field failon; did you mean failOn\?/],
    ['\nfailOn: mayor\n', /:2:9: failOn must be one of .*; did you mean major\?/],
    ['procedures: [1]\n', /entry 1 of procedures must be a piece of text|must be/],
    ['procedures: nowhere.yaml\n', /nowhere\.yaml: there is no such file/],
    ['a: [\n', /policy-align\.config\.yaml:/],
  ])('that is wrong is told with its place (%#)', (text, told) => {
    write('policy-align.config.yaml', text)
    const {code, stdout, stderr} = run(['check', 'policies/policy.md'])
    expect([code, stdout]).toEqual([2, ''])
    expectOneLine(stderr)
    expect(stderr).toMatch(told)
  })

  test('switches off what is not asked for, and the finding says who did', () => {
    write('policy-align.config.yaml', 'switchOff:\n  - {topic: escalation, reason: another paper has it}\n')
    const {findings} = checked(['policies/policy.md'])
    const off = findings.filter(({requirement}) => requirement.topic === 'escalation')
    expect(off.length).toBeGreaterThan(0)
    for (const {status, reason} of off) {
      expect(status).toBe('not-applicable')
      expect(reason).toContain('policy-align.config.yaml: another paper has it')
    }
    write('policy-align.config.yaml', 'switchOff:\n  - {topic: escalaton, reason: x}\n')
    const {code, stderr} = run(['check', 'policies/policy.md'])
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('policy-align.config.yaml:2:6: switchOff names the topic'),
    ])
  })

  test('that is empty but for remarks sets nothing', () => {
    write('policy-align.config.yaml', '# nothing yet\n')
    expect(checked(['policies/policy.md']).report.verdict.failOn).toBe('major')
  })

  test('is one for all policies of a run', () => {
    mkdirSync(join(folder, 'north'))
    write('north/policy-align.config.yaml', 'failOn: never\n')
    write('north/policy.md', policy)
    const {code, stderr} = run(['check', 'policies/policy.md', 'north/policy.md'])
    expect(code).toBe(2)
    expectOneLine(stderr)
    expect(stderr).toContain(
      'north/policy-align.config.yaml is for these policies, and no configuration for those in policies',
    )
  })

  test('a variable with a wrong value is told', () => {
    const {code, stderr} = run(['check', 'policies/policy.md'], {POLICY_ALIGN_FAIL_ON: 'mayor'})
    expect([code, stderr]).toEqual([
      2,
      'policy-align: POLICY_ALIGN_FAIL_ON: "mayor" is none of critical, major, minor, never. Did you mean major?\n',
    ])
  })

  test('holds for explain, inspect and annotate as well', () => {
    write('policy-align.config.yaml', 'organisation: nowhere.yaml\nprocedures: nowhere.yaml\n')
    for (const args of [
      ['explain'],
      ['inspect', 'policies/policy.md'],
      ['annotate', 'policies/policy.md', '--patch'],
    ]) {
      expect(run(args)).toMatchObject({code: 2, stderr: expect.stringContaining('nowhere.yaml')})
      expect(run([...args, '--no-config']).stderr).not.toContain('nowhere.yaml')
    }
  })
})
