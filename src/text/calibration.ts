/** What the calibrator knows of a sentence that no pattern met in full. */
export interface Calibration {
  /** The share of a way's parts that the sentence meets. */
  readonly share: number
  readonly parts: number
  /** Its rank in the search for the requirement, from 0. */
  readonly rank: number
}

/** The weights of the one global calibrator; `npm run bench:accuracy -- --fit` fits them again. */
const weights = {bias: -6.2, share: 7.0, parts: 0.15, rank: -0.35}

/** How likely it is that the sentence says what is asked, from 0 to 1. */
export function probabilityOf({share, parts, rank}: Calibration): number {
  return 1 / (1 + Math.exp(-(weights.bias + weights.share * share + weights.parts * parts + weights.rank * rank)))
}
