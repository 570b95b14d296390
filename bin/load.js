// Loads the built program as require would, with what the build has compiled of it beforehand: see bin/compile.js.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import v8 from 'node:v8'
import vm from 'node:vm'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** What the build compiled. Only the engine that compiled it can use it; any other compiles the same files as it runs. */
export const compiled = join(dist, 'compiled', `${process.versions.v8}-${process.arch}`)

/** Every file that was loaded: its path within dist, what it exports, and its script. */
export const loaded = new Map()

/**
 * After how much running the engine optimises a function: as it is set by itself, and thirty times as much; ten times as much
 * where it optimises in haste first. A check is over before most of that work pays, which else takes a quarter of the
 * processor's time; what runs for long is optimised still. An engine that is not listed is left alone, as none takes a
 * setting that it does not know.
 */
const [usual, later] = {
  20: ['--interrupt-budget=67584', '--interrupt-budget=2027520'],
  22: ['--invocation-count-for-turbofan=3000', '--invocation-count-for-turbofan=90000'],
  24: [
    '--invocation-count-for-turbofan=3000 --invocation-count-for-maglev=400',
    '--invocation-count-for-turbofan=90000 --invocation-count-for-maglev=4000',
  ],
}[process.versions.node.split('.')[0]] ?? [null, null]

let asUsual = 0

/**
 * Does something under the usual settings: what was compiled beforehand, Node's own modules too, is taken only under those
 * that it was compiled under.
 */
export function underUsualSettings(work) {
  if (usual && asUsual++ === 0) v8.setFlagsFromString(usual)
  try {
    return work()
  } finally {
    if (later && --asUsual === 0) v8.setFlagsFromString(later)
  }
}

/** Gives what a file of dist exports. */
export function load(name) {
  return loaded.get(name)?.exports ?? underUsualSettings(() => loadAnew(name))
}

function loadAnew(name) {
  const filename = join(dist, name)
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`
  const script = new vm.Script(source, {
    // Without the folders above, and not as a slice of a path that holds them: what is compiled keeps the name, and is
    // to be the same wherever it is built.
    filename: ['dist', ...name.split(sep)].join('/'),
    cachedData: compiledOf(name),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = {exports: {}, script}
  loaded.set(name, module)
  // Few files lead elsewhere, and making a require takes as long as loading a small one.
  let made
  const elsewhere = () => (made ??= createRequire(filename))
  const require = (id) => {
    const inside = relative(dist, id.startsWith('.') ? join(dirname(filename), id) : id)
    return inside.startsWith('..') || !inside.endsWith('.cjs') ? elsewhere()(id) : load(inside)
  }
  require.resolve = (id, options) => elsewhere().resolve(id, options)
  script.runInThisContext()(module.exports, require, module, filename, dirname(filename))
  return module.exports
}

function compiledOf(name) {
  try {
    return readFileSync(join(compiled, name))
  } catch {
    return undefined
  }
}
