import {existsSync, statSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {InputError} from '../model/input-error.js'
import {isGlob, steadyPart} from './glob.js'
import {shownPath} from './path-names.js'

/** What a configuration is called; the first that is there counts. */
const configNames = ['policy-align.config.yaml', 'policy-align.config.yml', 'policy-align.config.json'] as const

/**
 * The configuration for some files, folders or globs: the nearest in their folder or above it, up to the root of the
 * repository. Without any, the search begins in the working folder. Raises InputError for files with different ones.
 */
export function findConfig(given: readonly string[]): string | null {
  const folders = given.length === 0 ? ['.'] : [...new Set(given.map(folderOf))]
  const found = folders.map((folder) => ({folder, config: configAbove(resolve(folder))}))
  const [first] = found
  const other = found.find(({config}) => config !== first!.config)
  if (!other) return first!.config && shownPath(first!.config)
  const told = (config: string | null): string => (config === null ? 'no configuration' : shownPath(config))
  throw new InputError(
    'CONFIGS_DIFFER',
    other.folder,
    `${told(other.config)} is for these policies, and ${told(first!.config)} for those in ${first!.folder}`,
    'Check them in two runs, or give --config to say which is meant.',
  )
}

function configAbove(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const name = configNames.find((each) => existsSync(join(at, each)))
    if (name) return join(at, name)
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null
  }
}

/** The folder in which the search begins: that of a file, the folder itself, or the part of a glob before its signs. */
function folderOf(name: string): string {
  if (name === '-') return '.'
  if (isGlob(name) && !existsSync(name)) return steadyPart(name) || '.'
  return statSync(name, {throwIfNoEntry: false})?.isDirectory() ? name : dirname(name)
}
