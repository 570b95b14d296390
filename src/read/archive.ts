import {inflateRawSync} from 'node:zlib'
import type {InputError} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import {boundlessWord, corruptWord, lockedWord} from './word-refusals.js'

/** The parts of a zip archive, inflated one by one as they are asked for, within limits. */
export interface Archive {
  /** Names as the archive gives them. */
  readonly names: readonly string[]
  /** The list of its parts as it is written, for those who write a changed copy. */
  readonly directory: Directory
  has(name: string): boolean
  /** The bytes of a part, or null when there is none. Upper and lower case are the same, as in Office packages. */
  read(name: string): Uint8Array | null
}

/** Where a zip archive keeps what. Offsets in bytes. */
export interface Directory {
  readonly entries: readonly Entry[]
  /** Where the list of parts begins. */
  readonly start: number
  /** Where the end record begins, which stands last but for a comment. */
  readonly end: number
}

/** One part as the list tells of it. */
export interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly packed: number
  /** Where its own header begins. */
  readonly start: number
  /** Where its record in the list begins and ends. */
  readonly record: readonly [from: number, to: number]
}

/** What an archive may cost us, whatever its headers claim. */
export interface ArchiveLimits {
  readonly entries: number
  /** Inflated bytes of one part, and of all parts that are read. */
  readonly part: number
  readonly total: number
}

const megabyte = 1024 * 1024
const archiveLimits: ArchiveLimits = {entries: 5000, part: 40 * megabyte, total: 64 * megabyte}

/**
 * Opens a zip archive. Nothing is inflated before it is asked for.
 *
 * Raises InputError: WORD_CORRUPT when it is no sound archive, WORD_ENCRYPTED when a part is locked with a
 * password, WORD_LIMIT when it holds or inflates to more than the limits allow.
 */
export function openArchive(source: Source, limits: ArchiveLimits = archiveLimits): Archive {
  const directory = directoryOf(source, limits)
  const {entries} = directory
  const byName = new Map(entries.map((entry) => [folded(entry.name), entry]))
  let left = limits.total

  const read = (name: string): Uint8Array | null => {
    const entry = byName.get(folded(name))
    if (!entry) return null
    const bytes = inflate(source, entry, Math.min(limits.part, left))
    left -= bytes.length
    return bytes
  }
  return {names: entries.map(({name}) => name), directory, has: (name) => byName.has(folded(name)), read}
}

/** The name under which a part is found: upper and lower case, and the way slashes lean, make no difference. */
export const folded = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

function directoryOf(source: Source, limits: ArchiveLimits): Directory {
  const {bytes} = source
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end < 0) throw corrupt(source, 'the archive has no end record, as if it was cut off')
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw boundlessWord(source.path, `it holds more than ${limits.entries} parts`)

  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  // A zip64 archive keeps its true offset elsewhere; the list of parts always ends where the end record begins.
  if (at === 0xffffffff) at = end - view.getUint32(end + 12, true)
  const start = at
  for (let index = 0; index < count; index++) {
    if (at < 0 || at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      throw corrupt(source, 'the list of its parts is damaged')
    }
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!))
    const next = at + 46 + nameLength! + extraLength! + commentLength!
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      start: view.getUint32(at + 42, true),
      record: [at, next],
    })
    at = next
  }
  return {entries, start, end}
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

function inflate(source: Source, entry: Entry, most: number): Uint8Array {
  const {bytes} = source
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.flags & 1) throw lockedWord(source.path)
  const {start} = entry
  if (start + 30 > bytes.length || view.getUint32(start, true) !== 0x04034b50) {
    throw corrupt(source, `its part ${entry.name} is damaged`)
  }
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  // With a size of 0xffffffff (zip64) the stream itself says where it ends.
  const packed = bytes.subarray(from, Math.min(bytes.length, from + entry.packed))
  if (entry.method === 0) {
    if (packed.length > most) throw boundlessWord(source.path, 'it holds more text than a policy can')
    return packed
  }
  if (entry.method !== 8) throw corrupt(source, `its part ${entry.name} is packed in a way that Word does not use`)
  try {
    return inflateRawSync(packed, {maxOutputLength: Math.max(1, most)})
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw boundlessWord(source.path, 'it unpacks to more text than a policy can hold')
    }
    throw corrupt(source, `its part ${entry.name} is damaged`)
  }
}

function corrupt(source: Source, problem: string): InputError {
  return corruptWord(source.path, `this is not a sound Word file: ${problem}`)
}
