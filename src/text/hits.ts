/** First and last word (exclusive) of a match in a line's words. A match by context alone is empty: [0, 0]. */
export type Span = readonly [number, number]

/** Where something is met: for each line that meets it, the spans of its words. */
export type Hits = ReadonlyMap<number, readonly Span[]>

/** At most so many spans of one pattern are kept in one line: enough to quote, and a bound on the work. */
export const spanLimit = 24

export const nothing: Hits = new Map()

export function union(parts: readonly Hits[]): Hits {
  const [first, ...rest] = parts.filter(({size}) => size > 0)
  if (!first) return nothing
  if (rest.length === 0) return first
  const hits = new Map(first)
  for (const part of rest) {
    for (const [line, spans] of part) {
      const known = hits.get(line)
      hits.set(line, known ? distinct([...known, ...spans]) : spans)
    }
  }
  return hits
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

export function sequence(parts: readonly Hits[], gaps: readonly number[]): Hits {
  const hits = new Map<number, readonly Span[]>()
  const rarest = parts.reduce((least, part) => (part.size < least.size ? part : least))
  for (const line of rarest.keys()) {
    let spans = parts[0]!.get(line)
    for (let i = 1; spans && i < parts.length; i++) spans = joined(spans, parts[i]!.get(line) ?? [], gaps[i - 1]!)
    if (spans && spans.length > 0) hits.set(line, spans)
  }
  return hits
}

/** Spans of a then b, with at most `gap` words between. */
function joined(before: readonly Span[], after: readonly Span[], gap: number): readonly Span[] | undefined {
  const spans: Span[] = []
  for (const [from, to] of before) {
    for (const [next, end] of after) {
      if (next >= to && next - to <= gap) spans.push([from, end])
    }
  }
  return spans.length > 0 ? distinct(spans) : undefined
}

export function all(parts: readonly Hits[], absent: readonly Hits[]): Hits {
  const hits = new Map<number, readonly Span[]>()
  const rarest = parts.reduce((least, part) => (part.size < least.size ? part : least))
  for (const line of rarest.keys()) {
    if (absent.some((part) => part.has(line))) continue
    const spans = parts.map((part) => part.get(line))
    if (spans.every((found) => found !== undefined)) hits.set(line, distinct(spans.flat()))
  }
  return hits
}

/** Spans of two parts in either order, with at most `gap` words between. Parts that share a word are together. */
export function near(one: Hits, other: Hits, gap: number): Hits {
  const hits = new Map<number, readonly Span[]>()
  for (const [line, spans] of one) {
    const beside = other.get(line)
    if (!beside) continue
    const pairs = spans.flatMap(([from, to]) =>
      beside
        .filter(([start, end]) => start - to <= gap && from - end <= gap)
        .map(([start, end]): Span => [Math.min(from, start), Math.max(to, end)]),
    )
    if (pairs.length > 0) hits.set(line, distinct(pairs))
  }
  return hits
}

/** Hits in the surroundings count for the line, but have no words in it. */
export function aside(hits: Hits): Hits {
  return new Map([...hits.keys()].map((line) => [line, [[0, 0]] as const]))
}
