import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {dirname, isAbsolute, join, relative, resolve, sep} from 'node:path'
import {InputError} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import type {PackFiles} from '../read/pack.js'
import {readSource} from './files.js'
import {shownPath} from './path-names.js'

/** More topics than anybody reads; it ends folders that hold something else. */
const mostTopics = 200

/**
 * Where a name of a pack leads: a file, a folder, or a package in a node_modules folder at or above `from`. Null where
 * there is nothing of that name.
 */
export function packPlace(name: string, from: string): string | null {
  const beside = isAbsolute(name) ? name : join(from, name)
  if (existsSync(beside)) return beside
  if (!/^(?:@[\w.-]+\/)?[\w-][\w.-]*$/.test(name)) return null
  for (let at = resolve(from); ; at = dirname(at)) {
    const place = join(at, 'node_modules', name)
    if (existsSync(place)) return shownPath(place)
    if (dirname(at) === at) return null
  }
}

/** Whether a folder holds a pack, or is a package that says where it holds one. */
export function holdsPack(folder: string): boolean {
  return existsSync(join(folder, 'pack.yaml')) || packOfPackage(folder) !== null
}

/**
 * Reads the files of a pack: the one file, those of the folder, or those of the folder that the package.json in it
 * names as policyAlign.pack. Raises InputError for what is missing or cannot be read.
 */
export async function readPackFiles(path: string): Promise<PackFiles> {
  if (!statSync(path, {throwIfNoEntry: false})?.isDirectory()) {
    return {path, files: [await readSource(path, 'a pack')]}
  }
  const inside = packOfPackage(path)
  if (inside !== null && inside !== path) return readPackFiles(inside)
  const about = join(path, 'pack.yaml')
  if (!existsSync(about)) {
    throw new InputError(
      'PACK_INCOMPLETE',
      path,
      'this folder has no pack.yaml, so it is no pack',
      'Give the folder that has one, or the file that holds the whole pack.',
    )
  }
  const optional = ['registers.yaml', 'lexicon.yaml'].map((name) => join(path, name)).filter((each) => existsSync(each))
  const files = [about, ...optional, ...topicFiles(join(path, 'requirements'))]
  return {path, files: await Promise.all(files.map((file) => readSource(file, 'a file of a pack')))}
}

function topicFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => /\.(?:ya?ml|json)$/i.test(name))
  if (names.length > mostTopics) {
    throw new InputError('PACK_LIMIT', folder, `there are more than ${mostTopics} topics`, 'Give a smaller pack.')
  }
  return names.sort().map((name) => join(folder, name))
}

/** The place that the package.json of a folder names, within that folder; null where there is none. */
function packOfPackage(folder: string): string | null {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return null
  let named: unknown
  try {
    named = JSON.parse(readFileSync(file, 'utf8'))?.policyAlign?.pack
  } catch {
    throw new InputError('PACK_PACKAGE', file, 'this is not valid JSON', 'Mend it, or give the folder of the pack.')
  }
  if (named === undefined) return null
  const place = typeof named === 'string' ? join(folder, named) : null
  if (place === null || relative(folder, place).split(sep)[0] === '..' || !existsSync(place)) {
    throw new InputError(
      'PACK_PACKAGE',
      file,
      'policyAlign.pack names no file or folder within the package',
      'Name the folder that holds pack.yaml, such as "./pack".',
    )
  }
  return place
}

/** The files among those of a pack that may name other packs. */
export function aboutOf({files}: PackFiles): Source {
  return files[0]!
}
