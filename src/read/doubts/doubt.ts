import type {ProblemSeverity} from '../../model/model-problem.js'
import type {Fields} from '../fields.js'
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

/** The facts of one part with their keys; notes of the writer's own (x-) are none. */
export function factsOf(model: Fields, part: string): [string, Fields][] {
  return Object.entries((model[part] ?? {}) as Readonly<Record<string, Fields>>).filter(
    ([key]) => !key.startsWith('x-'),
  )
}
