#!/usr/bin/env node
// Builds the program: npm run build. Compiles TypeScript, the schemas and the packs into dist and writes oclif's
// manifest. What is wrong in a pack is told in one line with its place.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {bundleProgram} from './bundle.js'
import {compileSchemas} from './compile-schemas.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href)

rmSync(join(root, 'dist'), {recursive: true, force: true})
run('node_modules/typescript/bin/tsc', '-p', '.')

compileSchemas(root, (await built('read/validators.js')).schemaParts)
mkdirSync(join(root, 'dist', 'packs'), {recursive: true})
for (const name of readdirSync(join(root, 'src', 'packs'))) await buildPack(name)
await bundleProgram(root)
await writeManifest()
run('bin/compile.js')

function run(...args) {
  const {status} = spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit'})
  if (status !== 0) process.exit(status ?? 1)
}

async function buildPack(name) {
  const folder = join(root, 'src', 'packs', name)
  const [{withPacks}, {allPatternsOf}, {treesOf}, {soundOf}, {tokensOf}, {withWeightsUnpacked}] = await Promise.all(
    [
      'read/packs.js',
      'text/pack-patterns.js',
      'text/pattern-trees.js',
      'compare/compare.js',
      'text/token.js',
      'text/classifier-weights.js',
    ].map(built),
  )
  try {
    // Every pattern of the pack is read once here, so that no run can meet one that cannot be read.
    const {packs, ids} = withPacks({}, [{path: folder, files: filesIn(folder)}])
    const {path: _, ...written} = packs[ids[0]]
    const pack = {...written, ...learnedOf(name)}
    writeFileSync(join(root, 'dist', 'packs', `${name}.json`), JSON.stringify(pack))
    // What every run would work out anew: the patterns as read, the stems of the pack's own words, the weights as bytes.
    const stems = Object.fromEntries(
      pack.requirements.flatMap((each) => tokensOf(soundOf(each))).map(({lower, stem}) => [lower, stem]),
    )
    const {numbers, ...trees} = treesOf(allPatternsOf(pack), pack.lexicon)
    const {learned} = pack
    const {unpacked = new Uint8Array(), ...classifier} = learned ? withWeightsUnpacked(learned.classifier) : {}
    const light = learned ? {...pack, learned: {...learned, classifier}} : pack
    writeFileSync(join(root, 'dist', 'packs', `${name}.read.json`), inAscii({pack: light, ...trees, stems}))
    writeFileSync(join(root, 'dist', 'packs', `${name}.trees`), numbers)
    writeFileSync(join(root, 'dist', 'packs', `${name}.weights`), unpacked)
  } catch (error) {
    console.error([error.message, error.fix].filter(Boolean).join('. '))
    process.exit(1)
  }
}

/** JSON in ASCII letters alone: the engine keeps it in half the room, and reads it faster. */
function inAscii(value) {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What `npm run learn` made for a pack, where there is anything. */
function learnedOf(name) {
  const folder = join(root, 'src', 'learned', name)
  if (!existsSync(folder)) return {}
  const [classifier, verdict] = ['classifier', 'verdict'].map((part) =>
    JSON.parse(readFileSync(join(folder, `${part}.json`), 'utf8')),
  )
  return {learned: {classifier, verdict}}
}

function filesIn(folder) {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : [{path, bytes: new Uint8Array(readFileSync(path))}]
  })
}

async function writeManifest() {
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
}
