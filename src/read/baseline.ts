import type {Baseline} from '../model/accepted.js'
import type {Source} from '../model/source.js'
import {readJson} from './json.js'
import {validate} from './schema-errors.js'

/** Reads a baseline. Raises InputError for a file that is no JSON or does not keep to schemas/baseline.schema.json. */
export function readBaseline(source: Source): Baseline {
  const written = readJson(source, 'Give a file that policy-align check wrote with --update-baseline.')
  validate(written, 'baseline', 'BASELINE_INVALID')
  return (written.value as {readonly policies: Baseline}).policies
}
