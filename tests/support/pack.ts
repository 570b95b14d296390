import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Learned} from '../../src/model/learned.js'
import type {Source} from '../../src/model/source.js'
import type {Pack, Packs} from '../../src/read/pack.js'
import {withPacks} from '../../src/read/packs.js'

const folder = fileURLToPath(new URL('../../src/packs/england', import.meta.url))
let england: Pack | undefined

/** The England pack, compiled from its YAML files rather than taken from dist. */
export function englandPack(): Pack {
  england ??= withPacks({}, [{path: folder, files: filesIn(folder)}]).packs.england!
  return england
}

/** The packs that ship with the program, with what was learned from labelled policies. */
export function packs(): Packs {
  learned ??= {classifier: learnedPart('classifier'), verdict: learnedPart('verdict')}
  return {england: {...englandPack(), learned}}
}

let learned: Learned | undefined

function learnedPart<Part extends keyof Learned>(name: Part): Learned[Part] {
  return JSON.parse(readFileSync(new URL(`../../src/learned/england/${name}.json`, import.meta.url), 'utf8'))
}

function filesIn(path: string): Source[] {
  return readdirSync(path, {withFileTypes: true}).flatMap((entry) => {
    const inside = join(path, entry.name)
    return entry.isDirectory() ? filesIn(inside) : [{path: inside, bytes: new Uint8Array(readFileSync(inside))}]
  })
}
