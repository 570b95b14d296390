import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {root} from '../program.js'

// Where the program was installed into a project, what it makes there points to its own schema.

let project: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'policy-align-'))
})
afterEach(() => rmSync(project, {recursive: true}))

test('a model names the schema of the program beside it, from whatever folder it lies in', () => {
  const installed = join(project, 'node_modules/policy-align')
  for (const part of ['bin', 'dist', 'schemas', 'package.json', 'oclif.manifest.json']) {
    cpSync(join(root, part), join(installed, part), {recursive: true})
  }
  for (const name of readdirSync(join(root, 'node_modules')).filter((each) => !each.startsWith('.'))) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name))
  }
  mkdirSync(join(project, 'areas/north'), {recursive: true})
  copyPolicy('procedures.md')
  for (const folder of ['.', 'areas/north']) {
    const output = join(project, folder, 'model.yaml')
    const args = [join(installed, 'bin/run.js'), 'procedures', 'draft', 'procedures.md', '--output', output]
    const {status, stderr} = spawnSync(process.execPath, args, {cwd: project, encoding: 'utf8'})
    expect(status, stderr).toBe(0)
    const [, place] = /^# yaml-language-server: \$schema=(\.\S+)$/m.exec(readFileSync(output, 'utf8'))!
    expect(existsSync(join(project, folder, place!)), place).toBe(true)
  }
})

function copyPolicy(name: string): void {
  cpSync(join(root, 'fixtures/labelled/quarry-lane-school/good/policy.md'), join(project, name))
}
