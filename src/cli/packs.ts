import {readFile} from 'node:fs/promises'
import type {Packs} from '../model/pack.js'
import {allPatternsOf} from '../text/pack-patterns.js'
import {knowTrees} from '../text/pattern-trees.js'
import {knowStems} from '../text/stem.js'

/** The packs that ship with the program, as the build compiled them. */
export async function packs(): Promise<Packs> {
  const [england, {trees, stems}] = await Promise.all(['england.json', 'england.read.json'].map(compiled))
  knowTrees(trees, allPatternsOf(england))
  knowStems(stems)
  return {england}
}

async function compiled(name: string) {
  return JSON.parse(await readFile(new URL(`../packs/${name}`, import.meta.url), 'utf8'))
}
