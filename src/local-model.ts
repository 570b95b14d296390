import {yardstickNotices} from './compare/yardstick-notices.js'
import type {ModelComparison} from './model/difference.js'
import type {ValidatedModel} from './model/model-problem.js'
import type {Packs} from './model/pack.js'
import type {Sheet} from './model/sheet.js'
import type {Source} from './model/source.js'
import {differencesBetween} from './procedures/differences.js'
import {sheetOf} from './procedures/sheet.js'
import {type Attestation, withVerification} from './procedures/verify.js'
import {readProcedures} from './read/procedures.js'
import {validateModel} from './read/validate-model.js'
import {tellVerified} from './report/verified.js'

/** Models that are laid over each other, and the packs that they may name. */
export interface ModelSources {
  readonly models: readonly Source[]
  readonly packs: Packs
}

/** Looks at one model file, laid over the files that it extends, as of a day (YYYY-MM-DD). */
export function validate(source: Source, under: readonly Source[], packs: Packs, asOf: string): ValidatedModel {
  return validateModel(source, under, packs, asOf)
}

/** Model files, laid over each other, as a sheet to pin on a wall. Raises InputError for what cannot be read. */
export function show(sources: readonly Source[], packs: Packs, asOf: string): Sheet {
  const model = readProcedures(sources, packs)
  return sheetOf(model, asOf, yardstickNotices(model, asOf))
}

/** What changed from one model to another; each side may be several files laid over each other. */
export function diff(before: ModelSources, after: ModelSources): ModelComparison {
  return differencesBetween(readProcedures(before.models, before.packs), readProcedures(after.models, after.packs))
}

/** Writes into a model file that facts were verified; gives the new text, and in words what was recorded. */
export function verify(
  source: Source,
  names: readonly string[],
  attestation: Attestation,
): {readonly content: string; readonly told: string} {
  const {content, facts} = withVerification(source, names, attestation)
  return {content, told: tellVerified(facts)}
}
