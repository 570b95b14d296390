import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {policyAlign, root} from './program.js'

// The package as another project sees it: by its name, with what its exports give.

let folder: string
const readme = readFileSync(`${root}/README.md`, 'utf8')
const section = readme.slice(readme.indexOf('## As a library'))
const example = /```js\n([\s\S]*?)```/.exec(section)![1]!
const labelled = `${root}/fixtures/labelled/quarry-lane-school/planted`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules', 'policy-align'))
  for (const name of ['policy.md', 'procedures.yaml', 'organisation.yaml'])
    copyFileSync(join(labelled, name), join(folder, name))
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
})
afterAll(() => rmSync(folder, {recursive: true}))

const node = (name: string, code: string) => {
  writeFileSync(join(folder, name), code)
  return spawnSync(process.execPath, [name], {cwd: folder, encoding: 'utf8'})
}

test("the README's example runs, and finds what the command line finds", () => {
  const {status, stdout, stderr} = node('example.js', example)
  expect([status, stderr]).toEqual([0, ''])
  const [first, ...rest] = stdout.split('\n')
  const at = (name: string) => join(labelled, name)
  const run = policyAlign(
    ...['check', at('policy.md'), '--procedures', at('procedures.yaml'), '--organisation', at('organisation.yaml')],
    ...['--as-of', '2026-11-23', '--format', 'json'],
  )
  expect(first).toBe(`${JSON.parse(run.stdout).verdict.failing} gaps`)
  expect(rest.join('\n')).toContain('# ')
})

test('the surface is what the README promises, and nothing else', () => {
  const {stdout} = node('names.js', "console.log(Object.keys(await import('policy-align')).join())")
  const table = section.slice(section.indexOf('| Function |'))
  const promised = table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name!))
  expect(stdout.trim().split(',').sort()).toEqual(promised.sort())
})

test('its types hold the example under strict TypeScript', () => {
  const program = example.replace('(path) =>', '(path: string) =>')
  writeFileSync(
    join(folder, 'typed.ts'),
    `${program}\nconst status: 'met' | string = report.policies[0]!.findings[0]!.status\nvoid status\n`,
  )
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--types',
    'node',
    '--typeRoots',
    `${root}/node_modules/@types`,
  ]
  const {status, stdout} = spawnSync(process.execPath, [compiler, ...options, 'typed.ts'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(status).toBe(0)
})
