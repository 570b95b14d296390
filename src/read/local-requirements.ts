import type {ProceduresModel} from '../model/procedures.js'
import type {Requirement} from '../model/requirement.js'
import {laidRequirements} from './laid-requirements.js'
import type {Layer} from './layers.js'

/**
 * The packs' requirements with those of the local models. Raises InputError for a new one that says too little, and for
 * a pattern that cannot be read.
 */
export function localRequirements(
  pack: Pick<ProceduresModel, 'requirements' | 'lexicon'>,
  layers: readonly Layer[],
): ProceduresModel['requirements'] {
  return layers.reduce(
    (under, {fields, written}) =>
      laidRequirements(under, (fields.requirements ?? []) as readonly Requirement[], pack.lexicon, {
        code: 'PROCEDURES',
        placeOf: (i, keys) => written.placeOf(['requirements', i, ...keys]),
      }),
    pack.requirements,
  )
}
