import type {InputPlace} from './input-error.js'

/** A requirement, or a whole topic, that somebody has decided not to ask for; one of the two is given. */
export interface SwitchedOff {
  readonly requirement?: string
  readonly topic?: string
  readonly reason: string
  /** Who decided it, as a finding names it: the title of a model, or the configuration by its path. */
  readonly by: string
  /** Where it is written, for a message about a name that leads nowhere. */
  readonly place?: InputPlace
}
