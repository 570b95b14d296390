import {readFile} from 'node:fs/promises'
import type {Pack, Packs} from '../model/pack.js'
import {allPatternsOf} from '../text/pack-patterns.js'
import {knowTrees} from '../text/pattern-trees.js'
import {knowStems} from '../text/stem.js'

/** The packs that ship with the program, as the build compiled them. */
export async function packs(): Promise<Packs> {
  const [england, read, numbers] = await Promise.all([
    kept('england.json').then(parsed<Pack>),
    kept('england.read.json').then(parsed<Read>),
    kept('england.trees'),
  ])
  const {words, count, stems} = read
  knowTrees(
    {numbers: new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length / 4), count, words},
    allPatternsOf(england),
  )
  knowStems(stems)
  return {england}
}

/** What the build has worked out of a pack, beside the numbers of its patterns. */
interface Read {
  readonly words: readonly string[]
  readonly count: number
  readonly stems: Readonly<Record<string, string>>
}

/** A file of dist/packs. */
function kept(name: string): Promise<Buffer> {
  return readFile(new URL(`../packs/${name}`, import.meta.url))
}

function parsed<T>(bytes: Buffer): T {
  return JSON.parse(bytes.toString('utf8'))
}
