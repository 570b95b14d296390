import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {policyAlign, policyAlignWith, root} from '../program.js'

// What examples/ci and .pre-commit-hooks.yaml tell people to write down does what it says.

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(join(folder, 'policies'))
  writeFileSync(join(folder, 'policies', 'safeguarding policy.md'), '# Policy\n\nStaff may promise to keep a secret.\n')
  const northmoor = `${root}/fixtures/labelled/quarry-lane-school/good`
  const model = readdirSync(northmoor).find((name) => name.endsWith('procedures.yaml'))!
  copyFileSync(join(northmoor, model), join(folder, 'northmoor.procedures.yaml'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const yaml = (name: string) => parse(readFileSync(`${root}/${name}`, 'utf8'))

describe('the hooks of pre-commit', () => {
  interface Hook {
    readonly id: string
    readonly entry: string
    readonly language: string
    readonly files: string
  }
  const hooks = yaml('.pre-commit-hooks.yaml') as Hook[]
  const matches = ({files}: Hook, name: string): boolean => new RegExp(files.replace('(?i)', ''), 'i').test(name)
  const run = ({entry}: Hook, ...names: string[]) => {
    const [program, ...args] = entry.split(' ')
    expect(program).toBe('policy-align')
    return policyAlignWith({cwd: folder}, ...args, ...names)
  }
  const [policy, model] = hooks as [Hook, Hook]

  test('take the files that they are for', () => {
    for (const name of ['policies/Safeguarding Policy.docx', 'child-protection.md', 'POLICY.DOCX'])
      expect(matches(policy, name), name).toBe(true)
    for (const name of ['README.md', 'policies/logo.png', 'procedures.yaml'])
      expect(matches(policy, name), name).toBe(false)
    expect(matches(model, 'north/northmoor.procedures.yaml')).toBe(true)
    expect(matches(model, 'northmoor.yaml')).toBe(false)
    expect(matches(model, 'policies/safeguarding policy.md')).toBe(false)
  })

  test('fail a commit with gaps, say which, and let one pass that has none at the level', () => {
    const {code, stdout} = run(policy, 'policies/safeguarding policy.md')
    expect(code).toBe(1)
    expect(stdout).toContain('keep a secret')
    writeFileSync(join(folder, 'policy-align.config.yaml'), 'failOn: never\nprocedures: northmoor.procedures.yaml\n')
    expect(run(policy, 'policies/safeguarding policy.md').code).toBe(0)
  })

  test('fail a commit with a model that is wrong', () => {
    writeFileSync(join(folder, 'bad.procedures.yaml'), 'id: x\ntitle: X\ncontcts: {}\n')
    const {code, stdout, stderr} = run(model, 'bad.procedures.yaml')
    expect(code).not.toBe(0)
    expect(stdout + stderr).toContain('did you mean contacts?')
  })

  test('are those that the example names', () => {
    const named = yaml('examples/ci/pre-commit.yaml').repos.flatMap((repo: {hooks: {id: string}[]}) => repo.hooks)
    expect(named.map(({id}: {id: string}) => id)).toEqual(hooks.map(({id}) => id))
    const {bin} = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
    for (const {entry} of hooks) expect(Object.keys(bin)).toContain(entry.split(' ')[0])
  })
})

test('the GitLab example writes what it keeps', () => {
  const {script, artifacts} = yaml('examples/ci/gitlab.yml').policies
  const [command] = script as [string]
  const {code} = policyAlignWith({cwd: folder}, ...command.replace('npx policy-align ', '').split(' '))
  expect(code).toBe(1)
  for (const name of [...artifacts.paths, artifacts.reports.junit]) {
    expect(readFileSync(join(folder, name), 'utf8').length).toBeGreaterThan(1000)
  }
})

test('the GitHub example gives the Action inputs that it has, and uses outputs that it gives', () => {
  const {jobs} = yaml('examples/ci/github.yml')
  const steps = jobs.align.steps as {uses: string; with?: Record<string, string>; if?: string}[]
  const {inputs, outputs} = yaml('action.yml')
  const own = steps.find(({uses}) => uses.startsWith('policy-align/'))!
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(own.with!)))
  const used = [...JSON.stringify(steps).matchAll(/steps\.align\.outputs\.([\w-]+)/g)].map(([, name]) => name!)
  expect(used.length).toBeGreaterThan(2)
  expect(Object.keys(outputs)).toEqual(expect.arrayContaining(used))
})

test('validate takes several models, as a hook gives them', () => {
  const model = join(folder, 'northmoor.procedures.yaml')
  writeFileSync(join(folder, 'bad.procedures.yaml'), 'id: x\n')
  expect(policyAlign('procedures', 'validate', model, join(folder, 'bad.procedures.yaml')).code).not.toBe(0)
})
