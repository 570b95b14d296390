import type {Expected} from './finding.js'
import type {Requirement} from './requirement.js'

/** A requirement with what the local procedures say of it. */
export interface Explained {
  readonly requirement: Requirement
  /** The suggested wording with its slots filled. */
  readonly wording: string
  /** The local values that it leans on; none where no local procedures were given. */
  readonly local: readonly Expected[]
}
