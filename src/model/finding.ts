import type {Passage, Place} from './policy.js'
import type {Requirement} from './requirement.js'

export type Status = 'met' | 'partial' | 'conflict' | 'missing' | 'not-applicable' | 'cannot-tell'
export const statuses: readonly Status[] = ['met', 'partial', 'conflict', 'missing', 'not-applicable', 'cannot-tell']

/** Whether a status is a gap: something to put right. */
export function isGap(status: Status): boolean {
  return status === 'partial' || status === 'conflict' || status === 'missing'
}

export type Confidence = 'high' | 'medium' | 'low'

/** A quotation that bears on a requirement: `quote` stands word for word in the passage. */
export interface Evidence {
  readonly quote: string
  readonly passageId: string
  readonly place: Place
}

/** What the yardstick says, and where that stands. */
export interface Expected {
  /** Path into the model: "contacts.lado.phone". */
  readonly fact: string
  readonly value: string
  readonly source: {readonly title: string; readonly url: string | null; readonly verifiedOn: string | null}
}

export interface Nearest {
  readonly quote: string
  readonly place: Place
}

/** Why a gap does not count. */
export interface Waived {
  readonly reason: string
  /** YYYY-MM-DD: the last day on which it holds; null without an end. */
  readonly expires: string | null
  /** Who accepted it, by name and office; null where nobody is named. */
  readonly approver: string | null
  /** A waiver in a file, a remark in the policy, or the baseline of gaps that were there before. */
  readonly by: 'waiver' | 'remark' | 'baseline'
}

/** The judgement on one requirement, kept also when it is met. */
export interface Finding {
  readonly requirement: Requirement
  readonly status: Status
  readonly confidence: Confidence
  readonly evidence: readonly Evidence[]
  readonly expected: readonly Expected[]
  readonly searchedFor: readonly string[]
  /** The passage that comes nearest to what is missing, or null. */
  readonly nearest: Nearest | null
  /** Up to three such passages, nearest first. */
  readonly closest: readonly Nearest[]
  readonly reason: string
  readonly remedy: string
  readonly suggestedWording: string
  readonly waived: Waived | null
}

/** A quotation from a passage. The words must be a piece of the passage's text. */
export function quote(passage: Passage, words: string = passage.text): Evidence {
  return {quote: words, passageId: passage.id, place: passage.place}
}
