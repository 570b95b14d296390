#!/usr/bin/env node
// Builds the program: npm run build. Compiles TypeScript and the packs into dist and writes oclif's manifest.
import {spawnSync} from 'node:child_process'
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
rmSync(join(root, 'dist'), {recursive: true, force: true})
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const {status} = spawnSync(process.execPath, [compiler, '-p', root], {stdio: 'inherit'})
if (status !== 0) process.exit(status ?? 1)

const {compilePack} = await import(pathToFileURL(join(root, 'bin', 'compile-pack.js')).href)
const pack = compilePack(join(root, 'src', 'packs', 'england'))
mkdirSync(join(root, 'dist', 'packs'), {recursive: true})
writeFileSync(join(root, 'dist', 'packs', 'england.json'), JSON.stringify(pack))

// Every pattern of the pack is read once here, so that no run can meet one that cannot be read.
const {problemsOf} = await import(pathToFileURL(join(root, 'dist', 'text', 'pack-patterns.js')).href)
const problems = problemsOf(pack)
if (problems.length > 0) {
  for (const problem of problems) console.error(problem)
  process.exit(1)
}

const {Plugin} = await import('@oclif/core/config')
const plugin = new Plugin({
  errorOnManifestCreate: true,
  ignoreManifest: true,
  respectNoCacheDefault: true,
  root,
  type: 'core',
})
await plugin.load()
writeFileSync(join(root, 'oclif.manifest.json'), `${JSON.stringify(plugin.manifest, null, 2)}\n`)
