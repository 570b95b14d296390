/** First and last word (exclusive) of a match in a line's words. A match by context alone is empty: [0, 0]. */
export type Span = readonly [number, number]

/** Where a line meets something; undefined where it does not. */
export type Spans = readonly Span[] | undefined

/** Where something is met: for each line that meets it, the spans of its words. */
export type Hits = ReadonlyMap<number, readonly Span[]>

/** At most so many spans of one pattern are kept in one line: enough to quote, and a bound on the work. */
export const spanLimit = 24

/** Of what is nowhere. */
export const nothing: Hits = new Map()

/** Spans of one part or another. */
export function either(one: Spans, other: Spans): Spans {
  if (!one || !other) return one ?? other
  return distinct([...one, ...other])
}

function distinct(spans: readonly Span[]): readonly Span[] {
  if (spans.length === 1) return spans
  const seen = new Set<number>()
  const kept = spans.filter(([from, to]) => {
    const key = from * 65_536 + to
    return !seen.has(key) && seen.add(key)
  })
  return kept.slice(0, spanLimit)
}

/** Spans of one part, then another, with at most `gap` words between. */
export function following(before: readonly Span[], after: readonly Span[], gap: number): Spans {
  const spans: Span[] = []
  for (const [from, to] of before) {
    for (const [next, end] of after) {
      if (next >= to && next - to <= gap) spans.push([from, end])
    }
  }
  return spans.length > 0 ? distinct(spans) : undefined
}

/** Spans of parts that are all there. */
export function together(parts: readonly (readonly Span[])[]): readonly Span[] {
  return distinct(parts.flat())
}

/** Spans of two parts in either order, with at most `gap` words between. Parts that share a word are together. */
export function near(one: readonly Span[], other: readonly Span[], gap: number): Spans {
  const pairs = one.flatMap(([from, to]) =>
    other
      .filter(([start, end]) => start - to <= gap && from - end <= gap)
      .map(([start, end]): Span => [Math.min(from, start), Math.max(to, end)]),
  )
  return pairs.length > 0 ? distinct(pairs) : undefined
}

/** Of a line's surroundings a match counts, but has no words in the line. */
export const aside: readonly Span[] = [[0, 0]]
