import {compilePack} from '../../bin/compile-pack.js'
import type {Packs} from '../../src/read/pack.js'

/** The England pack, compiled from its YAML: tests need no build. */
export function packs(): Packs {
  made ??= {england: compilePack(new URL('../../src/packs/england', import.meta.url).pathname)}
  return made
}

let made: Packs | undefined
