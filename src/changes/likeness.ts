/** Words that nearly every sentence holds: they say little of what it is about, and count for a quarter. */
const small = new Set(
  'a an and any are as at be been by for from has have if in into is it its must not of on or our shall should that the their them they this to was we who will with you your'.split(
    ' ',
  ),
)

/** Words of a text with how often each stands in it, for measuring likeness. */
export interface Bag {
  readonly counts: ReadonlyMap<string, number>
  readonly size: number
}

export function bagOf(words: readonly string[]): Bag {
  const counts = new Map<string, number>()
  let size = 0
  for (const word of words) {
    const weight = small.has(word) ? 0.25 : 1
    counts.set(word, (counts.get(word) ?? 0) + weight)
    size += weight
  }
  return {counts, size}
}

/** From 0 for texts without a common word to 1 for those of the same words: twice what they share over what they hold. */
export function likeness(one: Bag, other: Bag): number {
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one]
  const whole = one.size + other.size
  if (whole === 0) return 0
  let shared = 0
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0)
  return (2 * shared) / whole
}

/** The most that two texts of these sizes can be alike. */
export function mostLikeness(one: Bag, other: Bag): number {
  const whole = one.size + other.size
  return whole === 0 ? 0 : (2 * Math.min(one.size, other.size)) / whole
}
