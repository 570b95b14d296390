import {type Dirent, readdirSync, realpathSync, statSync} from 'node:fs'
import {join, posix, resolve} from 'node:path'
import {InputError} from '../model/input-error.js'
import {globPattern, isGlob, steadyPart} from './glob.js'

/** The endings that a folder is searched for. */
const policyEnding = /\.(?:docx|docm|md|markdown)$/i

/**
 * The files that names, folders and globs stand for, each once: in the order given, and in the order of their names
 * within a folder or a glob. `-` is standard input and stays as it is; so does the name of a file, also of one that is
 * not there, for reading it tells that best. Raises InputError for a folder without a policy and a glob without a match.
 */
export function findPolicies(given: readonly string[]): string[] {
  const found = given.flatMap((name) => {
    const kind = kindOf(name)
    if (kind === 'folder') return filesIn(name)
    return kind === 'none' && name !== '-' && isGlob(name) ? filesLike(name) : [name]
  })
  return [...new Map(found.map((path) => [path === '-' ? '-' : resolve(path), path])).values()]
}

function filesIn(folder: string): string[] {
  const files = [...walk(folder)].filter((path) => policyEnding.test(path))
  if (files.length === 0) {
    throw new InputError(
      'FOLDER_WITHOUT_POLICY',
      folder,
      'there is no Word or Markdown file in this folder',
      'Give a folder with .docx or .md files, or the name of a file.',
    )
  }
  return files
}

function filesLike(glob: string): string[] {
  const pattern = globPattern(glob)
  const base = steadyPart(glob)
  const files =
    kindOf(base || '.') === 'folder' ? [...walk(base || '.')].filter((path) => pattern.test(slashed(path))) : []
  if (files.length === 0) {
    throw new InputError(
      'GLOB_WITHOUT_MATCH',
      glob,
      'no file has a name like this',
      'Check the pattern, and the folder that you are in.',
    )
  }
  return files
}

/**
 * Every file below a folder, by name. Word's lock files (~$...), dot folders and node_modules are left out, and a
 * folder that links lead back to is entered once.
 */
function* walk(folder: string, entered = new Set<string>()): Generator<string> {
  const real = realpathSync(folder)
  if (entered.has(real)) return
  entered.add(real)
  for (const entry of entriesOf(folder)) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$') || entry.name === 'node_modules') continue
    const path = folder === '.' ? entry.name : join(folder, entry.name)
    const kind = entry.isSymbolicLink()
      ? kindOf(path)
      : entry.isDirectory()
        ? 'folder'
        : entry.isFile()
          ? 'file'
          : 'none'
    if (kind === 'folder') yield* walk(path, entered)
    else if (kind === 'file') yield path
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    throw new InputError('FOLDER_NOT_READABLE', folder, 'you may not read this folder', 'Name the files instead.')
  }
}

function kindOf(path: string): 'file' | 'folder' | 'none' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    // Not there, or a link that leads nowhere or back to itself.
    return 'none'
  }
}

/** A path with forward slashes, as globs are written on every system. */
function slashed(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/'))
}
