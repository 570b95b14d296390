import {InputError} from '../model/input-error.js'
import type {Packs} from '../model/pack.js'
import {nearestName} from '../text/nearest-name.js'
import {isPathEnd, packCalled, packsOver, placeOfName} from './pack-names.js'
import type {Written} from './yaml.js'

/**
 * The ids of the packs under the files and of those `added`, in the order in which they are laid, each after those that
 * it extends. Where a file names nothing it is laid over what is added, and over england where nothing is.
 */
export function packsUnder(files: readonly Written[], packs: Packs, added: readonly string[]): readonly string[] {
  const unsaid = added.length > 0 ? [] : ['england']
  const ids = files.flatMap((file) => named(file)?.flatMap((name) => packCalled(name, packs) ?? []) ?? unsaid)
  return packsOver(files.length > 0 ? [...ids, ...added] : [...unsaid, ...added], packs)
}

/**
 * The files in the order in which they are laid: what a file extends comes under it, whatever the order they were
 * given in. Raises InputError for a name that is neither a pack nor a file given, and for files that extend each other.
 */
export function bottomUp(files: readonly Written[], packs: Packs): readonly Written[] {
  const order: Written[] = []
  const lay = (file: Written, above: readonly Written[]): void => {
    if (order.includes(file)) return
    for (const [i, name] of (named(file) ?? []).entries()) {
      if (packCalled(name, packs) !== undefined) continue
      const base = files.find((other) => other !== file && isCalled(other, name))
      if (base && ![...above, file].includes(base)) lay(base, [...above, file])
      else throw base || isCalled(file, name) ? circular(file, i, name) : dangling(file, i, name, files, packs)
    }
    order.push(file)
  }
  for (const file of files) lay(file, [])
  return order
}

function named(file: Written): readonly string[] | undefined {
  const {extends: names} = file.value as {extends?: string | readonly string[]}
  return typeof names === 'string' ? [names] : names
}

/** By id, by file name, or by the end of its path. */
function isCalled({path, value}: Written, name: string): boolean {
  return (value as {id: string}).id === name || isPathEnd(path, name)
}

function circular(file: Written, i: number, name: string): InputError {
  return new InputError(
    'PROCEDURES_EXTENDS',
    placeOfName(file, i),
    `extends names ${name}, which in the end extends this file`,
    'Let only one of the two extend the other.',
  )
}

function dangling(file: Written, i: number, name: string, files: readonly Written[], packs: Packs): InputError {
  const known = [
    ...Object.keys(packs),
    ...files.filter((other) => other !== file).map(({value}) => (value as {id: string}).id),
  ]
  const near = nearestName(name, known)
  return new InputError(
    'PROCEDURES_EXTENDS',
    placeOfName(file, i),
    `extends names ${name}, which is neither a pack nor a file given`,
    near ? `Write ${near}.` : `Give that file too: --procedures ${name}, or --pack ${name}.`,
  )
}
