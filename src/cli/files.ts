import {readdirSync} from 'node:fs'
import {open, stat} from 'node:fs/promises'
import {basename, dirname} from 'node:path'
import {InputError} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import {nearestName} from '../text/nearest-name.js'

/** More than any policy or model needs; it keeps a wrong file from filling the memory. */
export const mostBytes = 256 * 1024 * 1024

/**
 * Reads a file that the user named, whole. `what` says in words what is wanted: "a Word or Markdown file".
 * Raises InputError where it is missing, a folder, not readable, or too large.
 */
export async function readSource(path: string, what: string): Promise<Source> {
  return {path, bytes: await collected(readChunks(path, what), path)}
}

/** The same for a file of any size, as it comes. */
export async function* readChunks(path: string, what: string): AsyncGenerator<Uint8Array> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) throw new InputError('FILE_IS_FOLDER', path, 'this is a folder', `Give ${what}.`)
    if (!about.isFile() && !about.isFIFO()) {
      throw new InputError('FILE_NOT_REGULAR', path, 'this is a device, not a file', `Give ${what}.`)
    }
    const file = await open(path)
    try {
      const before = await file.stat()
      yield* file.createReadStream({autoClose: false})
      const {size, mtimeMs} = await file.stat()
      // Half of what it was and half of what it is would be judged as one document.
      if (before.isFile() && (size !== before.size || mtimeMs !== before.mtimeMs)) throw changed(path)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(error as NodeJS.ErrnoException, path, what)
  }
}

function changed(path: string): InputError {
  return new InputError('FILE_CHANGED', path, 'this file changed while it was read', 'Run again when it is saved.')
}

/** Reads standard input to its end. `name` is what the document is called in messages and reports. */
export async function readStandardInput(name: string): Promise<Source> {
  if (process.stdin.isTTY) {
    throw new InputError(
      'STDIN_IS_TERMINAL',
      '-',
      'standard input is the keyboard',
      'Pipe a document in, or name a file.',
    )
  }
  return {path: name, bytes: await collected(process.stdin, name)}
}

async function collected(stream: AsyncIterable<Uint8Array>, path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size > mostBytes) {
      throw new InputError('FILE_TOO_LARGE', path, `more than ${mostBytes / 1024 / 1024} MB`, 'Give the policy alone.')
    }
  }
  return Buffer.concat(chunks)
}

/** The system's refusal in words, with the name that was probably meant. */
export function unreadable(error: NodeJS.ErrnoException, path: string, what: string): InputError {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const near = nearestName(basename(path), namesBeside(path))
      return new InputError(
        'FILE_MISSING',
        path,
        'there is no such file',
        near ? `Did you mean ${near}?` : 'Check the name, and the folder that you are in.',
      )
    }
    case 'EACCES':
    case 'EPERM':
      return new InputError('FILE_NOT_READABLE', path, 'you may not read this file', 'Ask its owner, or copy it.')
    case 'ELOOP':
      return new InputError('FILE_LINK_LOOP', path, 'this link leads back to itself', `Give ${what}.`)
    default:
      return new InputError(
        'FILE_NOT_READABLE',
        path,
        `it cannot be read (${error.code ?? error.message})`,
        `Give ${what}.`,
      )
  }
}

function namesBeside(path: string): string[] {
  try {
    return readdirSync(dirname(path))
  } catch {
    return []
  }
}
