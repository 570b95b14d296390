import {spawnSync} from 'node:child_process'
import {chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {parse} from 'yaml'
import {root} from '../program.js'

// The examples that deal policies out over jobs of GitHub, Kubernetes and Slurm: their own commands, run by a shell with
// the variables that each system sets, and what the parts come to beside one run.

let folder: string
let single: string
const at = (name: string) => join(folder, name)
const text = (name: string) => readFileSync(`${root}/examples/ci/${name}`, 'utf8')

/** Runs a command as the example has it, with the built program under its own name and under npx. */
function run(command: string, env: Readonly<Record<string, string>> = {}): number | null {
  const path = [at('bin'), process.env.PATH].join(delimiter)
  const {status, stderr} = spawnSync('bash', ['-c', command], {cwd: folder, env: {...process.env, ...env, PATH: path}})
  if (status === 2) throw new Error(String(stderr))
  return status
}

const merge = () => run('policy-align report $(ls part-*.json parts/*.json 2>/dev/null) --quiet --output merged.json')
const merged = () => readFileSync(at('merged.json'), 'utf8')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  for (const name of ['policies', 'bin']) mkdirSync(at(name))
  const school = `${root}/fixtures/labelled/quarry-lane-school/good`
  copyFileSync(`${school}/procedures.yaml`, at('northmoor.procedures.yaml'))
  for (let i = 0; i < 12; i++) {
    const lines = 'Ring 01632 960451 about a child.\n\n'.repeat((i % 4) + 1)
    writeFileSync(
      at(`policies/p${i}.md`),
      `# Policy ${i}\n\n## A worry\n\n${lines}Tell the LADO within ${i + 1} days.\n`,
    )
  }
  const program = `exec ${JSON.stringify(process.execPath)} ${JSON.stringify(`${root}/bin/run.js`)}`
  writeFileSync(at('bin/policy-align'), `#!/bin/sh\n${program} "$@"\n`)
  writeFileSync(at('bin/npx'), `#!/bin/sh\nshift\n${program} "$@"\n`)
  for (const name of ['policy-align', 'npx']) chmodSync(at(`bin/${name}`), 0o755)
  const command = 'policy-align check policies --procedures northmoor.procedures.yaml --fail-on never --quiet'
  run(`${command} --output single.json`)
  single = readFileSync(at('single.json'), 'utf8')
})
afterAll(() => rmSync(folder, {recursive: true}))

beforeEach(() => {
  run('rm -rf parts part-*.json merged.json')
})

test('a matrix of GitHub Actions', () => {
  const {part, report} = parse(text('github-matrix.yml')).jobs
  const total = part.strategy.matrix.part.length
  expect(Object.values(part.env).map((value) => String(value).replace(/[${} ]/g, ''))).toEqual([
    'strategy.job-index',
    'strategy.job-total',
  ])
  const command = part.steps.find(({name}: {name?: string}) => name === 'Check').run
  for (let index = 0; index < total; index++) {
    expect(run(command, {STRATEGY_JOB_INDEX: `${index}`, STRATEGY_JOB_TOTAL: `${total}`})).toBe(0)
  }
  expect(merge()).toBe(0)
  expect(merged() === single).toBe(true)
  // The job that reports fails for the gaps of the whole, and writes its report first.
  expect(run(report.steps.find(({name}: {name?: string}) => name === 'Report').run)).toBe(1)
  expect(readFileSync(at('portfolio.html'), 'utf8')).toContain('<!doctype html>')
})

test('an Indexed Job of Kubernetes', () => {
  const {spec} = parse(text('kubernetes.yaml'))
  const [{command, args, env}] = spec.template.spec.containers
  const [{name, value}] = env
  expect([command, spec.completionMode, Number(value)]).toEqual([['sh', '-c'], 'Indexed', spec.completions])
  mkdirSync(at('parts'))
  for (let index = 0; index < spec.completions; index++) {
    expect(run(args[0], {JOB_COMPLETION_INDEX: `${index}`, [name]: value})).toBe(0)
  }
  expect(merge()).toBe(0)
  expect(merged() === single).toBe(true)
})

test('a job array of Slurm', () => {
  const script = text('slurm.sh')
  const [, first, last] = /^#SBATCH --array=(\d+)-(\d+)$/m.exec(script)!
  const count = Number(last) - Number(first) + 1
  for (let index = Number(first); index <= Number(last); index++) {
    const task = {SLURM_ARRAY_TASK_ID: `${index}`, SLURM_ARRAY_TASK_COUNT: `${count}`, SLURM_ARRAY_TASK_MIN: first!}
    expect(run(script, task)).toBe(0)
  }
  expect(merge()).toBe(0)
  expect(merged() === single).toBe(true)
})
