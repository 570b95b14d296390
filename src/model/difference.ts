export type Change = 'changed' | 'moved' | 'added' | 'withdrawn'
export const changes: readonly Change[] = ['changed', 'moved', 'added', 'withdrawn']

/** One thing that two models say differently. */
export interface Difference {
  readonly change: Change
  /** Path in the newer model; in the older one for what was withdrawn. */
  readonly fact: string
  /** Where it stood in the older model, where that is elsewhere. */
  readonly movedFrom: string | null
  /** The part that it belongs to, as a heading: "Whom to contact". */
  readonly part: string
  /** A sentence: "Stage 2 now has 2 working days instead of 5." */
  readonly words: string
  readonly before: string | null
  readonly after: string | null
}

/** Which model is meant. */
export interface ModelName {
  readonly id: string
  readonly title: string
  readonly edition: string | null
  readonly path: string
  readonly sha256: string
}

/** What changed from one model to another, in the order of the parts. */
export interface ModelComparison {
  readonly old: ModelName
  readonly new: ModelName
  readonly differences: readonly Difference[]
  /** Paths of the facts that both say alike. */
  readonly unchanged: readonly string[]
  /** Paths of the facts, changed or not, that somebody has verified since. */
  readonly verifiedSince: readonly string[]
}
