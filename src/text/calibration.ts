/** What the calibrator knows of a sentence that no pattern met in full. All are larger the likelier it is. */
export interface Calibration {
  /** How much of a way the sentence and what stands about it meet, from 0 to 1; rare parts weigh more. */
  readonly share: number
  /** Its score in the search for the requirement. */
  readonly score: number
  /** The same as a part of the best score that can be had. */
  readonly likeness: number
}

/**
 * The weights of the one global calibrator. They were fitted by logistic regression on labelled policies, those of one
 * document tested with the weights of all the others; the thresholds stand where they are used.
 */
const weights = {bias: -4.3, share: 3.9, score: 0.23, likeness: 0.8}

/** How likely it is that the sentence says what is asked, from 0 to 1. */
export function probabilityOf({share, score, likeness}: Calibration): number {
  const sum =
    weights.bias +
    weights.share * share +
    weights.score * Math.min(score, 30) +
    weights.likeness * Math.min(likeness, 1)
  return 1 / (1 + Math.exp(-sum))
}
