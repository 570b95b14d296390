import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {expectOneLine, policyAlignWith} from './program.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const answers = [
  'name=Larkfield Primary School',
  'profile=school, children',
  'area=Northmoor',
  'policies=policies',
  'now=no',
]
const run = (...args: string[]) => policyAlignWith({cwd: folder}, ...args)
const init = (...given: string[]) => run('init', ...given.flatMap((each) => ['--answer', each]))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

test('writes a configuration, a profile and a model that check takes at once', () => {
  expect(init(...answers, 'lead=Amira Lowe, 07700 900210')).toMatchObject({code: 0, stderr: ''})
  expect(readdirSync(folder).sort()).toEqual([
    'northmoor.procedures.yaml',
    'organisation.yaml',
    'policy-align.config.yaml',
  ])
  mkdirSync(join(folder, 'policies'))
  writeFileSync(join(folder, 'policies', 'policy.md'), '# Safeguarding policy\n\nWe keep children safe.\n')
  const {code, stdout, stderr} = run('check', '--format', 'json')
  expect([code, stderr]).toEqual([1, ''])
  expect(JSON.parse(stdout)).toMatchObject({
    organisation: {name: 'Larkfield Primary School'},
    procedures: [{title: 'Northmoor local procedures'}],
    policies: [{path: 'policies/policy.md'}],
    verdict: {failOn: 'major'},
  })
  expect(stdout).toContain('Northmoor local procedures holds no local facts yet')
  expect(read('organisation.yaml')).toContain('    phone: 07700 900210\n')
  expect(run('procedures', 'validate', 'northmoor.procedures.yaml').code).toBe(0)
})

test('makes the model too where its questions are answered', () => {
  const local = ['now=yes', 'lado=Northmoor LADO, 01632 960305', 'source=www.x.example', 'by=Ann', 'rang=no']
  expect(init(...answers.slice(0, 4), ...local).code).toBe(0)
  expect(read('northmoor.procedures.yaml')).toContain('phone: 01632 960305')
  expect(read('northmoor.procedures.yaml')).toMatch(/audience:\n {2}- children\n/)
})

test('names a model that is there already, and writes none', () => {
  expect(init(...answers.slice(0, 4), 'procedures=ours.yaml').code).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['organisation.yaml', 'policy-align.config.yaml'])
  expect(read('policy-align.config.yaml')).toContain('  - ours.yaml\n')
})

test.each(['policy-align.config.yaml', 'organisation.yaml', 'northmoor.procedures.yaml'])(
  'writes nothing where %s is there already',
  (name) => {
    writeFileSync(join(folder, name), 'mine\n')
    const {code, stdout, stderr} = init(...answers)
    expect([code, stdout]).toEqual([2, ''])
    expectOneLine(stderr)
    expect(stderr).toContain(`${name}: this file is there already`)
    expect(readdirSync(folder)).toEqual([name])
    expect(read(name)).toBe('mine\n')
  },
)

test.each([
  [['profile=skool'], 'skool is none of children, adults, school'],
  [['nmae=x'], 'there is no question nmae. Did you mean name?'],
  [[], 'name is not answered, and there is no terminal to ask in'],
])('refuses %j and writes nothing', (given, told) => {
  const {code, stderr} = init(...given)
  expect(code).toBe(2)
  expectOneLine(stderr)
  expect(stderr).toContain(told)
  expect(readdirSync(folder)).toEqual([])
})

test('takes hostile words as words', () => {
  const area = 'A: #b\n- "c" *d'
  expect(init(...answers.filter((each) => !each.startsWith('area')), `area=${area}`, 'name=: {x').code).toBe(0)
  expect(run('procedures', 'validate', 'a-b-c-d.procedures.yaml').stderr).toBe('')
  expect(read('organisation.yaml')).toContain('name: ": {x"\n')
})

test('lists its questions, those of procedures new among them', () => {
  const {stdout} = run('init', '--questions')
  expect(stdout).toMatch(/^profile\n {2}What is it/m)
  expect(stdout).toMatch(/^lado\n {2}Who takes allegations/m)
})
