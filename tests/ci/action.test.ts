import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {root} from '../program.js'
import {expectBySchema} from '../report/schemas.js'

// The steps of action.yml, run by bash as GitHub's runner would run them.

interface Step {
  readonly name: string
  readonly id?: string
  readonly if?: string
  readonly run: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}
interface Action {
  readonly inputs: Readonly<Record<string, {readonly default: string}>>
  readonly outputs: Readonly<Record<string, {readonly value: string}>>
  readonly runs: {readonly using: string; readonly steps: readonly Step[]}
}
const action = parse(readFileSync(`${root}/action.yml`, 'utf8')) as Action

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(join(folder, 'temp'))
  mkdirSync(join(folder, 'work', 'policies'), {recursive: true})
  write('policies/policy.md', '# Safeguarding policy\n\nStaff may promise a child to keep a secret.\n')
})
afterEach(() => rmSync(folder, {recursive: true}))

const write = (name: string, text: string): void => writeFileSync(join(folder, 'work', name), text)

/** Runs the steps with some inputs; a step whose condition does not hold is left out, and one that fails fails the job. */
function run(given: Readonly<Record<string, string>>, actionPath = root, path = process.env.PATH!) {
  const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]))
  Object.assign(inputs, given)
  const outputs: Record<string, string> = {}
  const valueAt = (name: string): string => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(name) ?? []
    if (input !== undefined) return inputs[input]!
    const [, output] = /^steps\.check\.outputs\.([\w-]+)$/.exec(name) ?? []
    if (output !== undefined) return outputs[output] ?? ''
    throw new Error(`what is ${name}?`)
  }
  const filled = (text: string): string => text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => valueAt(name))
  const holds = (condition: string): boolean =>
    condition
      .replace(/^\$\{\{|\}\}$/g, '')
      .split('&&')
      .map((part) => part.trim())
      .every((part) => {
        const [, name, value] = /^([\w.-]+) == '(.*)'$/.exec(part) ?? []
        return part === '!cancelled()' || (name === undefined ? valueAt(part) !== '' : valueAt(name) === value)
      })
  let failed = false
  let log = ''
  for (const step of action.runs.steps) {
    if (step.if ? !holds(step.if) : failed) continue
    expect(step.run, 'no input may stand in a script').not.toContain('${{')
    const files = {
      GITHUB_OUTPUT: join(folder, 'temp', 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'temp', 'summary.md'),
    }
    writeFileSync(files.GITHUB_OUTPUT, '')
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)]))
    const {status, stdout, stderr} = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: join(folder, 'work', filled(step['working-directory'] ?? '.')),
      encoding: 'utf8',
      env: {
        PATH: path,
        ...env,
        ...files,
        GITHUB_ACTION_PATH: actionPath,
        RUNNER_TEMP: join(folder, 'temp'),
        CI: 'true',
      },
    })
    log += stdout + stderr
    if (step.id === 'check') {
      for (const line of readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n').filter(Boolean)) {
        outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
      }
    }
    if (status !== 0) failed = true
  }
  const summary = join(folder, 'temp', 'summary.md')
  return {failed, log, outputs, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : ''}
}

describe('the Action', () => {
  test('is composite, and says what each input and output is', () => {
    expect(action.runs.using).toBe('composite')
    for (const each of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(each).toMatchObject({description: expect.any(String)})
    }
    for (const {value} of Object.values(action.outputs))
      expect(value).toMatch(/^\$\{\{ steps\.check\.outputs\.[\w-]+ \}\}$/)
  })

  test('fails on gaps by itself, marks the lines, and leaves report, SARIF and summary', () => {
    const {failed, log, outputs, summary} = run({policies: 'policies'})
    expect(failed).toBe(true)
    expect(log).toMatch(/^::error file=policies\/policy\.md,line=3,/m)
    expect(outputs).toMatchObject({'exit-code': '1', report: './policy-align.json', sarif: './policy-align.sarif'})
    expect(Number(outputs.failing)).toBeGreaterThan(10)
    expect(summary).toContain('keep a secret')
    const read = (name: string) => JSON.parse(readFileSync(join(folder, 'work', name), 'utf8'))
    expectBySchema('report', read('policy-align.json'))
    expect(read('policy-align.sarif').runs).toHaveLength(1)
  })

  test('passes where nothing is at the level', () => {
    expect(run({policies: 'policies/policy.md', 'fail-on': 'never', summary: 'false'})).toMatchObject({
      failed: false,
      outputs: {'exit-code': '0', failing: '0'},
      summary: '',
    })
  })

  test('takes what the configuration says, in another folder too', () => {
    mkdirSync(join(folder, 'work', 'handbook'))
    write('handbook/policy-align.config.yaml', 'policies: ["*.md"]\nfailOn: never\n')
    write('handbook/a.md', '# Policy\n\nWe keep children safe.\n')
    const {failed, outputs} = run({'working-directory': 'handbook', report: 'out.json'})
    expect(failed).toBe(false)
    expect(outputs.report).toBe('handbook/out.json')
    const report = JSON.parse(readFileSync(join(folder, 'work', 'handbook', 'out.json'), 'utf8'))
    expect(report.policies.map(({path}: {path: string}) => path)).toEqual(['a.md'])
  })

  test('takes names as names: spaces, signs of the shell, and a dash in front', () => {
    write('policies/$(touch evil) `x`;.md', '# Policy\n\nWe keep children safe.\n')
    write('-rf.md', '# Policy\n\nWe keep children safe.\n')
    write('north & south.yaml', 'id: n\ntitle: North\n')
    write('more.yaml', 'id: m\ntitle: More\nextends: n\n')
    const {log, outputs} = run({
      policies: 'policies/$(touch evil) `x`;.md\n-rf.md\n',
      procedures: 'north & south.yaml\nmore.yaml\n',
      'fail-on': 'never',
    })
    expect(outputs['exit-code'], log).toBe('0')
    const report = JSON.parse(readFileSync(join(folder, 'work', 'policy-align.json'), 'utf8'))
    expect(report.policies).toHaveLength(2)
    expect(existsSync(join(folder, 'work', 'evil'))).toBe(false)
  })

  test('fails where the job could not be done, and leaves no report of an earlier run', () => {
    write('policy-align.json', '{"old": true}')
    const {failed, log, outputs, summary} = run({policies: 'nowhere.md'})
    expect(failed).toBe(true)
    expect(outputs).toEqual({'exit-code': '2'})
    expect(log).toContain('nowhere.md: there is no such file')
    expect(summary).toBe('')
    expect(existsSync(join(folder, 'work', 'policy-align.json'))).toBe(false)
  })

  test('installs itself where it is not built yet', () => {
    const checkout = join(folder, 'checkout')
    const programs = join(folder, 'programs')
    mkdirSync(checkout)
    mkdirSync(programs)
    writeFileSync(join(programs, 'npm'), `#!/bin/sh\necho "npm $* in $PWD" >> "${folder}/npm.log"\n`)
    chmodSync(join(programs, 'npm'), 0o755)
    run({policies: 'policies'}, checkout, `${programs}:${process.env.PATH}`)
    expect(readFileSync(join(folder, 'npm.log'), 'utf8')).toBe(`npm ci --no-audit --no-fund in ${checkout}\n`)
    rmSync(join(folder, 'npm.log'))
    run({policies: 'policies'}, root, `${programs}:${process.env.PATH}`)
    expect(existsSync(join(folder, 'npm.log'))).toBe(false)
  })
})
