import {readFile} from 'node:fs/promises'
import type {Pack, Packs} from '../model/pack.js'
import {allPatternsOf} from '../text/pack-patterns.js'
import {knowTrees} from '../text/pattern-trees.js'
import {knowStems} from '../text/stem.js'

/** The packs that ship with the program, as the build compiled them. */
export async function packs(): Promise<Packs> {
  const [read, numbers, weights] = await Promise.all([
    kept('england.read.json').then(parsed<Read>),
    kept('england.trees'),
    kept('england.weights'),
  ])
  const {pack: england, words, count, stems} = read
  knowTrees(
    {numbers: new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length / 4), count, words},
    allPatternsOf(england),
  )
  knowStems(stems)
  return {england: withWeights(england, weights)}
}

/** What the build took out of the pack put back. */
function withWeights(pack: Pack, unpacked: Uint8Array): Pack {
  const {learned} = pack
  return learned ? {...pack, learned: {...learned, classifier: {...learned.classifier, unpacked}}} : pack
}

/** A pack without its weights, and what the build has worked out of it beside the numbers of its patterns. */
interface Read {
  readonly pack: Pack
  readonly words: readonly string[]
  readonly count: number
  readonly stems: Readonly<Record<string, string>>
}

/** A file of dist/packs; what is JSON there is written in ASCII letters alone. */
function kept(name: string): Promise<Buffer> {
  return readFile(new URL(`../packs/${name}`, import.meta.url))
}

function parsed<T>(bytes: Buffer): T {
  return JSON.parse(bytes.toString('latin1'))
}
