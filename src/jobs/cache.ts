import {randomBytes} from 'node:crypto'
import {existsSync, type Stats} from 'node:fs'
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {gunzipSync, gzipSync} from 'node:zlib'
import {begun} from '../cli/unfinished.js'
import {InputError} from '../model/input-error.js'

/** Texts that were worked out before, each under a key that says everything it was worked out from. */
export interface Cache {
  /** The text under a key, or null where there is none, or none that is whole. */
  get(key: string): Promise<string | null>
  /** Keeps a text. A cache that is full or was taken away keeps nothing, and no run fails for that. */
  put(key: string, text: string): Promise<void>
  /** Takes out what was not used for long, and the oldest of what is too much. To be called when a run ends. */
  tidy(): Promise<void>
}

export interface CacheLimits {
  /** Milliseconds after which a text that nobody asked for is taken out. */
  readonly age: number
  /** Bytes that all texts may take together. */
  readonly size: number
}

const day = 86_400_000
const limits: CacheLimits = {age: 30 * day, size: 1024 ** 3}

/**
 * A cache in a folder, which is made if it is not there. Entries are written beside their place and take their name
 * when they are whole, so that several runs may use it at once. Raises InputError for a folder that cannot be written.
 */
export async function openCache(folder: string, {age, size}: CacheLimits = limits): Promise<Cache> {
  await prepare(folder)
  let written = 0
  const placeOf = (key: string) => join(folder, key.slice(0, 2), `${key}.gz`)
  return {
    async get(key) {
      const place = placeOf(key)
      try {
        // Its checksum and its key tell an entry that is broken, or stands in the place of another.
        const [head, text] = splitAt(gunzipSync(await readFile(place)).toString('utf8'), '\n')
        if (head !== key) return null
        await markUsed(place)
        return text
      } catch {
        return null
      }
    },
    async put(key, text) {
      const place = placeOf(key)
      const beside = `${place}.${randomBytes(4).toString('hex')}.tmp`
      const finish = begun(beside)
      try {
        await mkdir(join(folder, key.slice(0, 2)), {mode: 0o700}).catch(unlessThere)
        await writeFile(beside, gzipSync(`${key}\n${text}`, {level: 1}), {flag: 'wx', mode: 0o600})
        await rename(beside, place)
        written++
      } catch {
        await rm(beside, {force: true}).catch(() => {})
      } finally {
        finish()
      }
    },
    async tidy() {
      if (written === 0) return
      const entries = (await entriesIn(folder)).sort((a, b) => b.about.mtimeMs - a.about.mtimeMs)
      const oldest = Date.now() - age
      let kept = 0
      for (const {path, about} of entries) {
        const isOld = about.mtimeMs < (path.endsWith('.tmp') ? Date.now() - day : oldest)
        kept += about.size
        if (isOld || kept > size) await rm(path, {force: true}).catch(() => {})
      }
    },
  }
}

/** The folder, closed to others, for it holds words of policies, and left out by git and by backups. */
async function prepare(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    const notes = [
      ['.gitignore', '*\n'],
      ['CACHEDIR.TAG', 'Signature: 8a477f597d28d172789f06886806bc55\n'],
    ] as const
    for (const [name, text] of notes) await writeFile(join(folder, name), text, {flag: 'wx'}).catch(unlessThere)
  } catch (error) {
    throw new InputError(
      'CACHE_NOT_WRITABLE',
      folder,
      `nothing can be kept here (${(error as NodeJS.ErrnoException).code})`,
      'Give --cache-location another folder, or --no-cache.',
    )
  }
}

/**
 * Makes a folder and those above it. Node's own way never comes back where a file system refuses a folder by saying that
 * there is none, as /proc does.
 */
async function makeFolder(folder: string): Promise<void> {
  const above = dirname(resolve(folder))
  try {
    await mkdir(folder, {mode: 0o700})
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (code !== 'ENOENT' || existsSync(above)) throw error
    await makeFolder(above)
    await mkdir(folder, {mode: 0o700}).catch(unlessThere)
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** The time of a file says when it was last asked for, to the day: telling it more often would only cost time. */
async function markUsed(path: string): Promise<void> {
  const now = Date.now()
  if (now - (await stat(path)).mtimeMs > day) await utimes(path, now / 1000, now / 1000).catch(() => {})
}

async function entriesIn(folder: string): Promise<{path: string; about: Stats}[]> {
  const found: {path: string; about: Stats}[] = []
  for (const part of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue
    for (const name of await readdir(join(folder, part))) {
      const path = join(folder, part, name)
      const about = await stat(path).catch(() => null)
      if (about?.isFile() && /^[0-9a-f]{64}\.gz(?:\.[0-9a-f]{8}\.tmp)?$/.test(name)) found.push({path, about})
    }
  }
  return found
}

function splitAt(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign)
  return [text.slice(0, at), text.slice(at + 1)]
}
