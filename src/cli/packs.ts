import {readFile} from 'node:fs/promises'
import type {Packs} from '../read/pack.js'

/** The packs that ship with the program, as the build compiled them. */
export async function packs(): Promise<Packs> {
  const england = await readFile(new URL('../packs/england.json', import.meta.url), 'utf8')
  return {england: JSON.parse(england)}
}
