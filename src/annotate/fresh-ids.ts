/** Gives numbers that are not among those that are taken: the next above, or free ones below where there is no room. */
export function freshIds(taken: readonly number[]): () => number {
  const used = new Set(taken)
  let next = taken.reduce((most, id) => Math.max(most, id), -1) + 1
  // A file that counts this high would soon leave the numbers that Word reads.
  if (next > 2_000_000_000) next = 0
  return () => {
    while (used.has(next)) next++
    return next++
  }
}
