import type {ValidatedModel} from './model/model-problem.js'
import type {Source} from './model/source.js'
import type {Packs} from './read/pack.js'
import {validateModel} from './read/validate-model.js'

/** Looks at one model file, laid over the files that it extends, as of a day (YYYY-MM-DD). */
export function validate(source: Source, under: readonly Source[], packs: Packs, asOf: string): ValidatedModel {
  return validateModel(source, under, packs, asOf)
}
