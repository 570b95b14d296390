import {statSync} from 'node:fs'
import {relative} from 'node:path'
import {InputError} from '../model/input-error.js'
import {findPolicies} from './find-policies.js'

/** The files of two versions of a policy; null where one side does not hold it. */
export interface VersionPaths {
  readonly old: string | null
  readonly new: string | null
}

/**
 * Two files as one pair, or two folders as pairs of the files under the same path; there a Word file goes with a
 * Markdown file of the same name. Raises InputError for a file beside a folder.
 */
export function findVersions(old: string, current: string): readonly VersionPaths[] {
  const [isOldFolder, isNewFolder] = [isFolder(old), isFolder(current)]
  if (!isOldFolder && !isNewFolder) return [{old, new: current}]
  if (isOldFolder !== isNewFolder) {
    throw new InputError(
      'COMPARE_FILE_AND_FOLDER',
      isOldFolder ? current : old,
      'this is a file, and the other is a folder',
      'Give two files or two folders.',
    )
  }
  const before = findPolicies([old]).map((path) => ({path, name: relative(old, path)}))
  const after = findPolicies([current]).map((path) => ({path, name: relative(current, path)}))
  const taken = new Set<string>()
  const pairs = after.map(({path, name}): VersionPaths => {
    const free = before.filter((each) => !taken.has(each.path))
    const twin =
      free.find((each) => each.name === name) ??
      free.find((each) => stemOf(each.name) === stemOf(name) && !after.some((other) => other.name === each.name))
    if (twin) taken.add(twin.path)
    return {old: twin?.path ?? null, new: path}
  })
  return [...pairs, ...before.filter(({path}) => !taken.has(path)).map(({path}) => ({old: path, new: null}))]
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]+$/, '')
}

function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() === true
}
