/** A piece of a text, by where it starts and ends in it. */
interface Piece {
  readonly start: number
  readonly end: number
}

/** Whether a piece shares a letter with one of the others. */
export function overlaps(piece: Piece, others: readonly Piece[]): boolean {
  return others.some(({start, end}) => start < piece.end && piece.start < end)
}

/** The pieces in order. Of those that overlap the one that starts first is kept, and of several the longest. */
export function withoutOverlap<T extends Piece>(pieces: readonly T[]): T[] {
  const kept: T[] = []
  for (const piece of pieces.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (piece.start >= (kept.at(-1)?.end ?? 0)) kept.push(piece)
  }
  return kept
}
