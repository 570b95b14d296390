import {InputError} from '../model/input-error.js'
import type {Pack, Packs} from '../model/pack.js'
import {nearestName} from '../text/nearest-name.js'
import {problemsOf} from '../text/pack-patterns.js'
import {laidRequirements} from './laid-requirements.js'
import {mergedPack} from './merge-packs.js'
import {type PackFiles, readPack, type WrittenPack} from './pack.js'
import {packCalled, packsOver} from './pack-names.js'

/**
 * Reads packs and adds them to those that are known. Gives them all, and the ids of those that were read, in the order
 * given. Raises InputError, with its place, for an id that is taken, for a pack that extends what there is not or in the
 * end itself, for a new requirement that says too little, and for a pattern that cannot be read.
 */
export function withPacks(
  known: Packs,
  given: readonly PackFiles[],
): {readonly packs: Packs; readonly ids: readonly string[]} {
  const written = given.map(readPack)
  const packs: Record<string, Pack> = {...known}
  for (const {pack} of written) {
    const other = Object.hasOwn(packs, pack.id) ? packs[pack.id] : undefined
    if (other && other.path !== pack.path) throw taken(pack, other)
    packs[pack.id] = pack
  }
  for (const each of written) refuseBases(each, packs)
  for (const each of written) refuseUnreadable(each, packs)
  return {packs, ids: written.map(({pack}) => pack.id)}
}

function taken(pack: Pack, other: Pack): InputError {
  return new InputError(
    'PACK_TWICE',
    pack.path!,
    `the id ${pack.id} is that of ${other.path ? `the pack ${other.path}` : 'a pack that ships with the program'}`,
    'Give the pack an id of its own; to change another pack, name it under extends.',
  )
}

function refuseBases({pack, placeOfBase}: WrittenPack, packs: Packs): void {
  for (const [i, name] of pack.extends.entries()) {
    const base = packCalled(name, packs)
    if (base === undefined) {
      const near = nearestName(
        name,
        Object.keys(packs).filter((id) => id !== pack.id),
      )
      throw new InputError(
        'PACK_EXTENDS',
        placeOfBase(i),
        `extends names ${name}, which is no pack that was found`,
        near ? `Write ${near}.` : 'Give it by its path from this file, by the name of its package, or with --pack.',
      )
    }
    if (packsOver([base], packs).includes(pack.id)) {
      throw new InputError(
        'PACK_EXTENDS',
        placeOfBase(i),
        `extends names ${name}, which in the end extends this pack`,
        'Let only one of the two extend the other.',
      )
    }
  }
}

function refuseUnreadable({pack, placeOf, placeOfWord}: WrittenPack, packs: Packs): void {
  const under = mergedPack(
    packsOver([pack.id], packs)
      .filter((id) => id !== pack.id)
      .map((id) => packs[id]!),
  )
  const lexicon = {...under.lexicon, ...pack.lexicon}
  for (const {name, word, message} of problemsOf({lexicon: pack.lexicon, requirements: []}, lexicon)) {
    throw new InputError(
      'PACK_PATTERN',
      placeOfWord(name, word),
      `a pattern cannot be read: ${message}`,
      'Mend the pattern; the lexicon of the England pack shows the language.',
    )
  }
  laidRequirements(under.requirements, pack.requirements, lexicon, {code: 'PACK', placeOf})
}
