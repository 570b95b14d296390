import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {expect, test} from 'vitest'
import {zipCopy} from '../../src/annotate/zip-copy.js'
import {openArchive} from '../../src/read/archive.js'

const old = zipSync({
  'a.xml': [strToU8('first'.repeat(100)), {level: 9, mtime: '2020-02-03T04:05:06'}],
  'b/Stored.bin': [strToU8('stored'), {level: 0, mtime: '2021-02-03T04:05:06'}],
  'c.xml': [strToU8('third'.repeat(100)), {level: 1, comment: 'a remark', mtime: '2022-02-03T04:05:06'}],
})

const copy = (bytes: Uint8Array, changes: Record<string, string>) => {
  const parts = new Map(Object.entries(changes).map(([name, text]) => [name, strToU8(text)]))
  return zipCopy(bytes, openArchive({path: 'x.zip', bytes}).directory, parts)
}

test('a copy without changes is the same bytes', () => {
  expect(Buffer.compare(copy(old, {}), old)).toBe(0)
})

test('a changed part is changed, a new one stands last, and the rest keeps its packed bytes', () => {
  const after = copy(old, {'B/stored.bin': 'changed', 'd.xml': 'new'})
  const parts = unzipSync(after)
  expect(Object.keys(parts)).toEqual(['a.xml', 'b/Stored.bin', 'c.xml', 'd.xml'])
  expect(strFromU8(parts['b/Stored.bin']!)).toBe('changed')
  expect(strFromU8(parts['d.xml']!)).toBe('new')
  const before = openArchive({path: 'x.zip', bytes: old}).directory.entries
  const now = openArchive({path: 'x.zip', bytes: after}).directory.entries
  for (const index of [0, 2]) {
    const [one, other] = [before[index]!, now[index]!]
    const size = 30 + one.name.length + one.packed
    expect(
      Buffer.compare(old.subarray(one.start, one.start + size), after.subarray(other.start, other.start + size)),
    ).toBe(0)
  }
})

test('bytes before the first part and after the end record stay', () => {
  const shifted = Buffer.concat([Buffer.from('before'), old])
  // The offsets of a file that was put behind something else count from its own beginning.
  const end = shifted.length - 22
  const list = shifted.readUInt32LE(end + 16) + 6
  shifted.writeUInt32LE(list, end + 16)
  for (let at = list; at < end; ) {
    shifted.writeUInt32LE(shifted.readUInt32LE(at + 42) + 6, at + 42)
    at += 46 + shifted.readUInt16LE(at + 28) + shifted.readUInt16LE(at + 30) + shifted.readUInt16LE(at + 32)
  }
  shifted.writeUInt16LE(4, end + 20)
  const whole = Buffer.concat([shifted, Buffer.from('told')])
  const after = Buffer.from(copy(whole, {'a.xml': 'one'}))
  expect(after.subarray(0, 6).toString()).toBe('before')
  expect(after.subarray(-4).toString()).toBe('told')
  expect(strFromU8(unzipSync(after)['a.xml']!)).toBe('one')
})
