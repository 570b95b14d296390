import {deflateRawSync} from 'node:zlib'
import {type Directory, type Entry, folded} from '../read/archive.js'

/** New bytes of a part that the archive has, or a part that it is to have, by name. */
export type Changes = ReadonlyMap<string, Uint8Array>

/**
 * A copy of a zip archive with some parts changed and others added at its end. Whatever is not changed keeps its bytes
 * as they are packed, its order, its dates and its attributes; a zip64 list becomes a plain one.
 */
export function zipCopy(bytes: Uint8Array, directory: Directory, changes: Changes): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const {entries, start, end} = directory
  // Of parts with one name, readers take the one that is listed last.
  const listed = new Map(entries.map((entry) => [folded(entry.name), entry]))
  const changed = new Map<Entry, Uint8Array>()
  const added: [string, Uint8Array][] = []
  for (const [name, content] of changes) {
    const entry = listed.get(folded(name))
    if (entry) changed.set(entry, content)
    else added.push([name, content])
  }

  const chunks: Buffer[] = []
  let size = 0
  const put = (chunk: Buffer): number => {
    const at = size
    chunks.push(chunk)
    size += chunk.length
    return at
  }
  // A record that points outside the archive is kept as it is: it is as damaged in the copy.
  const [within, outside] = [
    entries.filter((entry) => entry.start < start),
    entries.filter((entry) => entry.start >= start),
  ]
  const byStart = within.sort((one, other) => one.start - other.start)
  const moved = new Map<Entry, {at: number; packed?: Packed}>(outside.map((entry) => [entry, {at: entry.start}]))
  put(source.subarray(0, byStart[0]?.start ?? start))
  for (const [index, entry] of byStart.entries()) {
    const content = changed.get(entry)
    // Two records may point to one part; then it is copied with the last of them. A part that another begins within is
    // copied to its own end, since the other may be changed.
    const to = byStart[index + 1]?.start ?? start
    if (content === undefined) {
      const own = endOf(entry, source)
      moved.set(entry, {
        at: put(source.subarray(entry.start, to > entry.start && own <= start ? Math.max(to, own) : to)),
      })
      continue
    }
    const packed = pack(content)
    const nameEnd = entry.start + 30 + source.readUInt16LE(entry.start + 26)
    const header = Buffer.from(source.subarray(entry.start, nameEnd))
    header.writeUInt16LE(0, 28)
    tell(header, 6, packed)
    moved.set(entry, {at: put(header), packed})
    put(packed.bytes)
  }
  const fresh = added.map(([name, content]) => {
    const packed = pack(content)
    const at = put(newHeader(name, packed))
    put(packed.bytes)
    return {name, packed, at}
  })

  const listAt = size
  for (const entry of entries) {
    const record = Buffer.from(source.subarray(...entry.record))
    const {at, packed} = moved.get(entry)!
    record.writeUInt32LE(at, 42)
    if (packed) put(withoutExtra(record, packed))
    else put(record)
  }
  for (const {name, packed, at} of fresh) put(newRecord(name, packed, at))
  const tail = Buffer.from(source.subarray(end))
  const count = entries.length + fresh.length
  tail.writeUInt16LE(count, 8)
  tail.writeUInt16LE(count, 10)
  tail.writeUInt32LE(size - listAt, 12)
  tail.writeUInt32LE(listAt, 16)
  put(tail)
  return Buffer.concat(chunks)
}

/** Where a part ends by its own account; where it does not begin within the archive, there. */
function endOf({start, packed}: Entry, source: Buffer): number {
  if (start + 30 > source.length) return start
  return start + 30 + source.readUInt16LE(start + 26) + source.readUInt16LE(start + 28) + packed
}

interface Packed {
  readonly bytes: Buffer
  readonly crc: number
  readonly size: number
}

function pack(content: Uint8Array): Packed {
  return {bytes: deflateRawSync(content), crc: crc32(content), size: content.length}
}

const deflated = 8
/** Of the flags, that the name is in UTF-8 stays; that sizes follow the data is no longer so. */
const keptFlags = 0x0800

/** Writes flags, method, checksum and sizes into a header that has them from `at` on. */
function tell(header: Buffer, at: number, {bytes, crc, size}: Packed): void {
  header.writeUInt16LE(Math.max(header.readUInt16LE(at - 2), 20), at - 2)
  header.writeUInt16LE(header.readUInt16LE(at) & keptFlags, at)
  header.writeUInt16LE(deflated, at + 2)
  header.writeUInt32LE(crc, at + 8)
  header.writeUInt32LE(bytes.length, at + 12)
  header.writeUInt32LE(size, at + 16)
}

/** The record of a changed part: its extra fields told of the old one. */
function withoutExtra(record: Buffer, packed: Packed): Buffer {
  tell(record, 8, packed)
  const nameEnd = 46 + record.readUInt16LE(28)
  const extraEnd = nameEnd + record.readUInt16LE(30)
  record.writeUInt16LE(0, 30)
  return Buffer.concat([record.subarray(0, nameEnd), record.subarray(extraEnd)])
}

/** 1 January 1980, the first day that zip knows: a copy made twice is the same. */
const firstDay = 0x21

function newHeader(name: string, packed: Packed): Buffer {
  const bytes = Buffer.from(name, 'utf8')
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(keptFlags, 6)
  header.writeUInt16LE(firstDay, 12)
  tell(header, 6, packed)
  header.writeUInt16LE(bytes.length, 26)
  return Buffer.concat([header, bytes])
}

function newRecord(name: string, packed: Packed, at: number): Buffer {
  const bytes = Buffer.from(name, 'utf8')
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(20, 4)
  record.writeUInt16LE(20, 6)
  record.writeUInt16LE(keptFlags, 8)
  record.writeUInt16LE(firstDay, 14)
  tell(record, 8, packed)
  record.writeUInt16LE(bytes.length, 28)
  record.writeUInt32LE(at, 42)
  return Buffer.concat([record, bytes])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}

const crcTable: Uint32Array = Uint32Array.from({length: 256}, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})
