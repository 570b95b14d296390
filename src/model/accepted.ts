import type {Evidence, Status} from './finding.js'
import type {InputPlace} from './input-error.js'
import type {Notice} from './policy.js'

/** A gap that somebody with the authority to do so has accepted for a while. */
export interface Waiver {
  readonly requirement: string
  /** The policy, or a glob for several, meant from the folder of the file; null for every policy. */
  readonly policy: string | null
  readonly reason: string
  readonly approver: string
  /** YYYY-MM-DD: the last day on which it holds. */
  readonly expires: string
  /** Where it is written. */
  readonly place: InputPlace
}

/** A gap that was there when the baseline was written: known again by its status and the words that it quotes. */
export interface KnownGap {
  readonly requirement: string
  readonly status: Extract<Status, 'partial' | 'conflict' | 'missing'>
  readonly quotations: readonly Evidence['quote'][]
}

/** The known gaps of each policy, by its path from the folder of the baseline, with forward slashes. */
export type Baseline = Readonly<Record<string, readonly KnownGap[]>>

/** What has been accepted of one policy. */
export interface Accepted {
  readonly waivers: readonly Waiver[]
  readonly known: readonly KnownGap[]
}

/** Whether a waiver names one policy: no glob, and not every policy. */
export function isForOne({policy}: Waiver): boolean {
  return policy !== null && !/[*?[{]/.test(policy)
}

/** What is said of a waiver that accepts nothing. */
export function unusedNotice({requirement, place}: Pick<Waiver, 'requirement' | 'place'>): Notice {
  const where = [place.path, place.line].filter((part) => part !== undefined).join(':')
  return {
    code: 'waiver-unused',
    message: `The waiver of ${requirement} (${where}) accepts no gap of what was checked: it can be taken out`,
    place: null,
  }
}
