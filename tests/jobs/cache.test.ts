import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {openCache} from '../../src/jobs/cache.js'
import {digestOf} from '../../src/jobs/digest.js'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'policy-align-')), 'cache')
})
afterEach(() => rmSync(join(folder, '..'), {recursive: true}))

const key = (name: string) => digestOf(name)
const entries = () =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.includes('.gz'))
    .map((name) => join(folder, name))
const day = 86_400_000
const age = (path: string, days: number) => utimesSync(path, new Date(), new Date(Date.now() - days * day))

describe('the cache', () => {
  test('gives back what was put, under its own key', async () => {
    const cache = await openCache(folder)
    await cache.put(key('a'), 'one\ntwo £')
    await cache.put(key('b'), '')
    expect([await cache.get(key('a')), await cache.get(key('b')), await cache.get(key('c'))]).toEqual([
      'one\ntwo £',
      '',
      null,
    ])
    expect(await (await openCache(folder)).get(key('a'))).toBe('one\ntwo £')
  })

  test('is left out by git and by backups, and is closed to others', async () => {
    const cache = await openCache(folder)
    await cache.put(key('a'), 'words of a policy')
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n')
    expect(readFileSync(join(folder, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55/)
    if (process.platform === 'win32') return
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(statSync(entries()[0]!).mode & 0o077).toBe(0)
  })

  test.each([
    ['cut short', (whole: Buffer) => whole.subarray(0, whole.length - 9)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (whole: Buffer) => whole.map((byte, i) => (i === whole.length - 12 ? byte ^ 1 : byte))],
    ['of another sort', () => Buffer.from('hello')],
  ])('passes over an entry that is %s, and writes it anew', async (_, broken) => {
    const cache = await openCache(folder)
    await cache.put(key('a'), 'text '.repeat(100))
    const [path] = entries()
    writeFileSync(path!, broken(readFileSync(path!)))
    expect(await cache.get(key('a'))).toBeNull()
    await cache.put(key('a'), 'again')
    expect(await cache.get(key('a'))).toBe('again')
  })

  test('does not take one entry for another', async () => {
    const cache = await openCache(folder)
    await cache.put(key('a'), 'of a')
    const [path] = entries()
    mkdirSync(join(folder, key('b').slice(0, 2)), {recursive: true})
    writeFileSync(join(folder, key('b').slice(0, 2), `${key('b')}.gz`), readFileSync(path!))
    expect(await cache.get(key('b'))).toBeNull()
  })

  test('serves two runs at once, and leaves nothing half written', async () => {
    const [one, two] = [await openCache(folder), await openCache(folder)]
    const puts = Array.from({length: 50}, (_, i) => [
      one.put(key('same'), 'x'),
      two.put(key(`${i % 5}`), String(i % 5)),
    ])
    await Promise.all(puts.flat())
    expect(await two.get(key('same'))).toBe('x')
    for (let i = 0; i < 5; i++) expect(await one.get(key(`${i}`))).toBe(String(i))
    expect(entries().every((name) => name.endsWith('.gz'))).toBe(true)
  })

  test('lets go of what nobody asked for, and of the oldest of what is too much, when something new came', async () => {
    const cache = await openCache(folder, {age: 30 * day, size: 1e9})
    for (const name of ['old', 'used', 'new']) await cache.put(key(name), name)
    const place = (name: string) => entries().find((path) => path.includes(key(name)))!
    const left = `${place('new')}.0123abcd.tmp`
    writeFileSync(left, 'of a run that was ended')
    for (const path of [place('old'), place('used'), left]) age(path, 31)
    writeFileSync(join(folder, 'mine.txt'), 'not of the cache')
    await cache.get(key('used'))
    await cache.tidy()
    expect(entries()).toEqual([place('used'), place('new')].sort())
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('not of the cache')

    const small = await openCache(folder, {age: 30 * day, size: statSync(place('new')).size * 2.5})
    age(place('used'), 2)
    await small.tidy()
    expect(entries()).toHaveLength(2)
    await small.put(key('newest'), 'new')
    await small.tidy()
    expect(entries()).toEqual([place('new'), place('newest')].sort())
  })

  test('fails no run when it is taken away or full', async () => {
    const cache = await openCache(folder)
    rmSync(folder, {recursive: true})
    writeFileSync(folder, 'a file in its place')
    await cache.put(key('a'), 'x')
    expect(await cache.get(key('a'))).toBeNull()
    await expect(openCache(folder)).rejects.toMatchObject({code: 'CACHE_NOT_WRITABLE'})
  })
})

test('digests tell apart what differs, bytes and sets too', () => {
  const all = [
    ['a', 'b'],
    ['ab'],
    [new Uint8Array([1])],
    [new Uint8Array([2])],
    [new Set(['a', 'b'])],
    [new Set(['a'])],
    [undefined, 'a'],
    ['a', undefined],
    {a: 1},
    {b: 1},
  ].map(digestOf)
  expect(new Set(all).size).toBe(all.length)
  expect(digestOf([new Set(['b', 'a'])])).toBe(digestOf([new Set(['a', 'b'])]))
  // A Buffer's own toJSON must not come first.
  expect(digestOf([Buffer.from([1])])).toBe(digestOf([new Uint8Array([1])]))
})
