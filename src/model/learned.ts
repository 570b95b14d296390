import type {Status} from './finding.js'

/**
 * What was learned from labelled policies, and stands beside a pack's patterns: `npm run learn` makes it. A pack without
 * it is judged by its patterns alone.
 */
export interface Learned {
  readonly classifier: Classifier
  readonly verdict: Verdict
}

/**
 * A classifier of sentences: for each requirement, how much a sentence reads like one that speaks of it, that says all that
 * it asks, or that says the contrary; and the same for any requirement at all. Each sign has weights of its own, and what
 * signs say together is learned in a hidden layer. The weights of all signs stand one after the other, in base64.
 */
export interface Classifier {
  /**
   * Ids of the requirements, in the order of the outputs: first what speaks of each, then what says it, then what is
   * against it. Three outputs follow: what speaks of any of them, says any and is against any.
   */
  readonly requirements: readonly string[]
  /** The signs that are known, one to a line: see src/text/signs.ts. */
  readonly signs: string
  /** For each sign, how many weights it has: two bytes each, the lower first. */
  readonly counts: string
  /** For each weight, which output it is for: two bytes each, the lower first. */
  readonly outputs: string
  /** The weights as whole numbers from -127 to 127: one byte each, to be multiplied by `unit`. */
  readonly weights: string
  readonly unit: number
  /** What each output comes to where no sign is seen. */
  readonly bias: readonly number[]
  readonly hidden: HiddenLayer
  /** All that is in base64 as bytes, one after the other, where a build has unpacked it: the texts are empty then. */
  readonly unpacked?: Uint8Array
}

/** Units that each hear all signs, and tell every output what they heard where that comes to more than nothing. */
export interface HiddenLayer {
  /** What each unit comes to where no sign is seen. */
  readonly bias: readonly number[]
  /** For each sign, how much each unit hears of it; for each unit, how much it tells each output. */
  readonly heard: PackedWeights
  readonly told: PackedWeights
}

/** Whole numbers from -127 to 127: one byte each in base64, to be multiplied by `unit`. */
export interface PackedWeights {
  readonly unit: number
  readonly weights: string
}

/** A status that can be weighed against another. */
export type Weighable = Exclude<Status, 'not-applicable' | 'cannot-tell'>
export const weighable: readonly Weighable[] = ['met', 'partial', 'conflict', 'missing']

/** How much each sign of a judgement speaks for each status: with local procedures, and by the pack alone. */
export type Verdict = Readonly<
  Record<'local' | 'national', Readonly<Record<Weighable, Readonly<Record<string, number>>>>>
>
