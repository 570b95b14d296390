import type {ProblemSeverity} from '../../model/model-problem.js'
import {type Fields, isFields} from '../fields.js'
import type {Keys} from '../yaml-places.js'

/** What a file may hold by the schema and still should not, and where in it. */
export interface Doubt {
  readonly severity: ProblemSeverity
  readonly rule: string
  readonly at: Keys
  readonly problem: string
  readonly fix: string
}

/** The file as it was written, and the day as of which it is looked at (YYYY-MM-DD). */
export interface Doubtful {
  readonly model: Fields
  readonly asOf: string
}

/** The parts of a file whose entries are facts by key. */
export const factParts = ['partnerships', 'contacts', 'timescales', 'forums', 'documents', 'procedures'] as const

/** Parts that speak of something else than local facts, with addresses, dates and words of their own kind. */
const elsewhere = new Set(['requirements', 'guidance', 'terms'])

/** Every set of fields in a file, the file itself first, with the keys that lead to it. */
export function* setsIn(value: unknown, at: Keys = []): Generator<readonly [Keys, Fields]> {
  if (Array.isArray(value)) for (const [i, each] of value.entries()) yield* setsIn(each, [...at, i])
  if (!isFields(value)) return
  yield [at, value]
  for (const [key, each] of Object.entries(value))
    if (!elsewhere.has(key) && !key.startsWith('x-')) yield* setsIn(each, [...at, key])
}

/** The facts of one part with their keys; notes of the writer's own (x-) are none. */
export function factsOf(model: Fields, part: string): [string, Fields][] {
  return Object.entries((model[part] ?? {}) as Readonly<Record<string, Fields>>).filter(
    ([key]) => !key.startsWith('x-'),
  )
}
