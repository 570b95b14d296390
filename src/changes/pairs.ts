/** Twins of two versions by their turns: at most one for each. */
export interface Pairs {
  readonly pair: (old: number, other: number) => void
  /** The twin in the newer version, or -1. */
  readonly newOf: (old: number) => number
  /** The twin in the older version, or -1. */
  readonly oldOf: (other: number) => number
}

export function emptyPairs(): Pairs {
  const forth = new Map<number, number>()
  const back = new Map<number, number>()
  return {
    pair: (old, other) => {
      forth.set(old, other)
      back.set(other, old)
    },
    newOf: (old) => forth.get(old) ?? -1,
    oldOf: (other) => back.get(other) ?? -1,
  }
}

/** The same pairs, seen from the other version. */
export function mirrored({newOf, oldOf, pair}: Pairs): Pairs {
  return {pair: (old, other) => pair(other, old), newOf: oldOf, oldOf: newOf}
}

/** Pairs candidates, the likest first, each thing once. Ties go by their turns. */
export function pairLikest(
  candidates: readonly {readonly old: number; readonly other: number; readonly score: number}[],
  {pair, newOf, oldOf}: Pairs,
): void {
  const likest = [...candidates].sort((a, b) => b.score - a.score || a.old - b.old || a.other - b.other)
  for (const {old, other} of likest) if (newOf(old) < 0 && oldOf(other) < 0) pair(old, other)
}
