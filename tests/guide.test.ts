import {spawnSync} from 'node:child_process'
import {chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {root} from './program.js'

// The README's ten minutes, followed word for word in a folder that holds a policy and nothing else.

let folder: string
const at = (name: string) => join(folder, name)

const guide = /^## Ten minutes with your own policy\n(.*?)^## /ms.exec(readFileSync(`${root}/README.md`, 'utf8'))![1]!
/** Each command with the output that the guide shows under it, if it does. */
const steps = [...guide.matchAll(/^```sh\n(.*?)^```\n(?:\n```\n(.*?)^```\n)?/gms)].map(([, command, output]) => ({
  command: command!,
  output,
}))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(at('bin'))
  mkdirSync(at('work'))
  copyFileSync(`${root}/fixtures/labelled/quarry-lane-school/planted/policy.docx`, at('work/policy.docx'))
  // What step 1 puts on the machine.
  const program = `${JSON.stringify(process.execPath)} ${JSON.stringify(`${root}/bin/run.js`)}`
  writeFileSync(at('bin/policy-align'), `#!/bin/sh\nexec ${program} "$@"\n`)
  chmodSync(at('bin/policy-align'), 0o755)
})
afterAll(() => rmSync(folder, {recursive: true}))

function run(command: string) {
  const env = {...process.env, PATH: [at('bin'), process.env.PATH].join(delimiter)}
  return spawnSync('bash', ['-c', command], {cwd: at('work'), env, encoding: 'utf8'})
}

test('leads from nothing to a report and a marked copy', () => {
  const [install, ...rest] = steps
  const {name} = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
  expect(install!.command).toBe(`npm install --global ${name}\n`)
  const codes = rest.map(({command, output}) => {
    const {status, stdout, stderr} = run(command)
    expect(stderr, command).not.toMatch(/^policy-align: .*--/m)
    if (output !== undefined) expect(stdout).toBe(output)
    return status
  })
  // A model that can be, a policy with gaps, and a copy that was made.
  expect(codes).toEqual([0, 0, 1, 0])
  expect(readFileSync(at('work/report.html'), 'utf8')).toContain('01632 960301')
  expect(readFileSync(at('work/policy-marked.docx')).subarray(0, 2).toString()).toBe('PK')
  const [, last] = /`(policy-align procedures verify [^`]*)`/.exec(guide)!
  expect(run(last!).status).toBe(0)
})

test('what it makes names a schema that describes it', () => {
  const [line] = readFileSync(at('work/northmoor.yaml'), 'utf8').split('\n')
  const [, name] = /^# yaml-language-server: \$schema=https:\/\/\S+@\S+\/(schemas\/procedures\.schema\.json)$/.exec(
    line!,
  )!
  expect(JSON.parse(readFileSync(`${root}/${name}`, 'utf8')).title).toBeTruthy()
})
