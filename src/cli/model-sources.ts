import {statSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {InputError} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import type {PackFiles} from '../read/pack.js'
import {readSource} from './files.js'
import {aboutOf, holdsPack, packPlace, readPackFiles} from './pack-files.js'

/** More layers than any area has; it ends files that extend each other through ever new names. */
const mostFiles = 20

/** What models and packs are laid over, as it was found on disk. */
export interface Bases {
  /** The models given with those that they extend, the lowest first. */
  readonly models: readonly Source[]
  /** The packs given, then those that a model or a pack extends. */
  readonly packs: readonly PackFiles[]
}

/**
 * Models and packs with what their `extends` names: files and folders beside the one that names them, and packages. A
 * name that leads nowhere is left to the reader, which tells it with its line. Raises InputError for a pack of
 * `packNames` that is not there.
 */
export async function withBases(given: readonly Source[], packNames: readonly string[] = []): Promise<Bases> {
  const packs = new Map<string, PackFiles>()
  for (const name of packNames) {
    const files = await readPackFiles(packPlace(name, '.') ?? name)
    packs.set(resolve(files.path), files)
  }
  const known = new Map(given.map((source) => [resolve(source.path), source]))
  const bases: Source[] = []
  const pending = [...given, ...[...packs.values()].map(aboutOf)]
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const name of await extendedBy(next)) {
      const place = packPlace(name, dirname(next.path))
      if (place === null || known.has(resolve(place)) || packs.has(resolve(place))) continue
      if (known.size + packs.size >= mostFiles) throw tooMany(next)
      const isFolder = statSync(place).isDirectory()
      if (isFolder && !holdsPack(place)) continue
      const source = isFolder ? null : await readSource(place, 'a procedures file')
      if (source === null || isPack(source)) {
        const files = source ? {path: place, files: [source]} : await readPackFiles(place)
        if (packs.has(resolve(files.path))) continue
        packs.set(resolve(files.path), files)
        pending.push(aboutOf(files))
      } else {
        known.set(resolve(place), source)
        bases.unshift(source)
        pending.push(source)
      }
    }
  }
  return {models: [...bases, ...given], packs: [...packs.values()]}
}

/** The names under `extends`, but for the pack that ships. What cannot be read names none: the reader says why. */
async function extendedBy(source: Source): Promise<readonly string[]> {
  const head = headOf(source)
  // Most models extend the England pack alone; parsing them twice would only take time.
  if (!/extends\b/.test(head) || plainExtends.test(head)) return []
  const {readYaml} = await import('../read/yaml.js')
  try {
    const {extends: names} = (readYaml(source, 'a procedures file').value ?? {}) as {extends?: unknown}
    return [names].flat().filter((name): name is string => typeof name === 'string' && name !== 'england')
  } catch {
    return []
  }
}

const plainExtends = /^extends: *(?:england|\[ *(?:england)? *\]) *\r?$/m

/** A pack tells what each edition changed; a model has no such field. */
function isPack(source: Source): boolean {
  return /^(?:changelog\b|\s*"changelog"\s*:)/m.test(headOf(source))
}

/** The beginning of a file, for a look at its keys. */
function headOf({bytes}: Source): string {
  return Buffer.from(bytes.subarray(0, 500_000)).toString('latin1')
}

function tooMany({path}: Source): InputError {
  return new InputError(
    'EXTENDS_LIMIT',
    path,
    `more than ${mostFiles} models and packs extend each other`,
    'Lay fewer over each other.',
  )
}
