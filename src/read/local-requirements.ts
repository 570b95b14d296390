import {InputError} from '../model/input-error.js'
import type {ProceduresModel} from '../model/procedures.js'
import type {Requirement} from '../model/requirement.js'
import {problemsOf} from '../text/pack-patterns.js'
import type {Layer} from './layers.js'
import {byId} from './merge-packs.js'
import type {Pack} from './pack.js'

/** The packs' requirements with those of the local models. Raises InputError for a pattern that cannot be read. */
export function localRequirements(pack: Pack, layers: readonly Layer[]): ProceduresModel['requirements'] {
  let all = pack.requirements
  for (const {fields, written} of layers) {
    const own = (fields.requirements ?? []) as readonly Requirement[]
    for (const [i, requirement] of own.entries()) {
      const [problem] = problemsOf({lexicon: pack.lexicon, requirements: [requirement]})
      if (problem) {
        throw new InputError(
          'PROCEDURES_PATTERN',
          written.placeOf(['requirements', i]),
          `a pattern cannot be read: ${problem}`,
          'Mend the pattern; the requirements of the England pack show the language.',
        )
      }
    }
    all = byId(all, own)
  }
  return all
}
