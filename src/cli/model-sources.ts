import {existsSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import type {Source} from '../model/source.js'
import {readSource} from './files.js'

/** More layers than any area has; it ends files that extend each other through ever new names. */
const mostFiles = 20

/**
 * A model file with the files that its `extends` names, found beside it, the lowest first. A name without a file is
 * left to the reader, which tells it with its line.
 */
export async function withBases(given: readonly Source[]): Promise<readonly Source[]> {
  const known = new Map(given.map((source) => [resolve(source.path), source]))
  const bases: Source[] = []
  const pending = [...given]
  for (let next = pending.pop(); next && known.size < mostFiles; next = pending.pop()) {
    for (const name of await extendedBy(next)) {
      const path = join(dirname(next.path), name)
      if (known.has(resolve(path)) || !existsSync(path)) continue
      const base = await readSource(path, 'a procedures file')
      known.set(resolve(path), base)
      bases.unshift(base)
      pending.push(base)
    }
  }
  return [...bases, ...given]
}

/** The names of files under `extends`. What cannot be read names none: the reader says why. */
async function extendedBy(source: Source): Promise<readonly string[]> {
  // Most models extend a pack alone; parsing them twice would only take time.
  if (
    !/extends\b[\s\S]{0,400}?\.(?:ya?ml|json)\b/.test(Buffer.from(source.bytes.subarray(0, 500_000)).toString('latin1'))
  )
    return []
  const {readYaml} = await import('../read/yaml.js')
  try {
    const {extends: names} = (readYaml(source, 'a procedures file').value ?? {}) as {extends?: unknown}
    return [names].flat().filter((name): name is string => typeof name === 'string' && /\.(?:ya?ml|json)$/i.test(name))
  } catch {
    return []
  }
}
