// Keeps what the engine compiles of the program while it checks policies, so that no run has to compile it again: part of
// npm run build. The same program gives the same bytes.
import {spawnSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import v8 from 'node:v8'
import {compiled, load, loaded, underUsualSettings} from './load.js'

// Nothing that ran is dropped from memory, and what is hashed is hashed alike.
const settings = {
  '--no-flush-bytecode': '--flush-bytecode',
  '--hash-seed=1': '--hash-seed=0',
  '--random-seed=1': '--random-seed=0',
}

if (process.env.POLICY_ALIGN_COMPILES) await compile()
else {
  // Without the settings of whoever builds, some of which change what is run.
  const {status} = spawnSync(process.execPath, [...Object.keys(settings), fileURLToPath(import.meta.url)], {
    env: {POLICY_ALIGN_COMPILES: '1', SystemRoot: process.env.SystemRoot},
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.exitCode = status ?? 1
}

async function compile() {
  const school = fileURLToPath(new URL('../fixtures/labelled/quarry-lane-school/planted', import.meta.url))
  const against = ['--procedures', join(school, 'procedures.yaml'), '--organisation', join(school, 'organisation.yaml')]
  const {main} = load('program/cli/main.cjs')
  for (const name of ['policy.md', 'policy.docx']) {
    for (const format of ['terminal', 'json']) {
      await main(['check', join(school, name), ...against, '--no-config', '--fail-on', 'never', '--format', format])
      if (process.exitCode) throw new Error(`check of ${name} ended with ${process.exitCode}`)
    }
  }
  // What is kept is marked with the settings that it is written under, which are to be those of any run.
  for (const usual of Object.values(settings)) v8.setFlagsFromString(usual)
  for (const [name, {script}] of loaded) {
    const path = join(compiled, name)
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(
      path,
      underUsualSettings(() => script.createCachedData()),
    )
  }
}
