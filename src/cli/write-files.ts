import {randomBytes} from 'node:crypto'
import {existsSync, realpathSync, renameSync, statSync} from 'node:fs'
import {rm, writeFile} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {InputError} from '../model/input-error.js'
import {begun} from './unfinished.js'

export interface FileToWrite {
  readonly path: string
  /** All of it, or pieces of text that are made as they are written. */
  readonly content: string | Uint8Array | Iterable<string>
}

/**
 * Writes files whole or not at all: each goes to a new file beside its place first, and takes its name when all of
 * them have been written. Raises InputError where one cannot be written; then none is. A run that is ended by a signal
 * leaves nothing beside them.
 */
export async function writeFiles(files: readonly FileToWrite[]): Promise<void> {
  const mark = randomBytes(4).toString('hex')
  const staged = files.map(({path, content}) => ({
    path,
    content,
    beside: join(dirname(path), `.${basename(path)}.${mark}.tmp`),
  }))
  const finished = staged.map(({beside}) => begun(beside))
  try {
    for (const {path, content, beside} of staged) {
      // A file that is written anew stays as open, or as closed, to others as it was.
      const mode = statSync(path, {throwIfNoEntry: false})?.mode
      await writeFile(beside, content, {flag: 'wx', ...(mode !== undefined && {mode: mode & 0o777})}).catch((error) =>
        refuse(error, path),
      )
    }
    // In one go, so that no signal comes in between.
    for (const {path, beside} of staged) renamed(beside, path)
  } finally {
    await Promise.all(staged.map(({beside}) => rm(beside, {force: true})))
    for (const finish of finished) finish()
  }
}

/**
 * Refuses, before any work is done, a place that cannot be written to: a folder, a folder that is not there, a file
 * that is also read, or one that is named twice. `read` are the paths of everything that is read, where it is given.
 */
export function checkPlaces(paths: readonly string[], read: readonly (string | null | undefined)[]): void {
  const inputs = new Set(read.flatMap((path) => (path && path !== '-' ? realPathOf(path) : [])))
  const taken = new Set<string>()
  for (const path of paths) {
    const real = realPathOf(path)
    if (inputs.has(real))
      throw new InputError('OUTPUT_IS_INPUT', path, 'this file is also read', 'Give --output another name.')
    if (taken.has(real))
      throw new InputError('OUTPUT_TWICE', path, 'this file is named twice', 'Give each --output its own name.')
    taken.add(real)
    if (statSync(path, {throwIfNoEntry: false})?.isDirectory()) {
      throw new InputError('OUTPUT_IS_FOLDER', path, 'this is a folder', 'Give --output the name of a file.')
    }
    if (!statSync(dirname(resolve(path)), {throwIfNoEntry: false})?.isDirectory()) {
      throw new InputError('OUTPUT_WITHOUT_FOLDER', path, 'there is no such folder', 'Make it first, or give another.')
    }
  }
}

/** Refuses a place where a file stands already, for what somebody wrote is not written over unless that is asked for. */
export function refuseExisting(path: string, fix = 'Give another name.'): void {
  if (!existsSync(path)) return
  throw new InputError('OUTPUT_EXISTS', path, 'this file is there already, and nothing is written over', fix)
}

/** The file that a name leads to: one that is written anew must not take the place of a link to it. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

function renamed(beside: string, path: string): void {
  try {
    renameSync(beside, path)
  } catch (error) {
    refuse(error as NodeJS.ErrnoException, path)
  }
}

function refuse(error: NodeJS.ErrnoException, path: string): never {
  throw new InputError(
    'OUTPUT_NOT_WRITTEN',
    path,
    `it cannot be written (${error.code ?? error.message})`,
    'Give --output another place.',
  )
}
