import type {Gap} from './edges.js'

/** A piece of markup and the place in a part's text where it goes. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

/**
 * What is put into a part's text. Nothing is ever taken out or changed, so that without the insertions the part is what
 * it was.
 */
export interface Insertions {
  /** Marks a stretch at its beginning and its end; one that ends where another begins ends first. */
  around(start: Gap, end: Gap, opening: string, closing: string): void
  /** Whole blocks, in the order in which they are given. */
  block(at: number, xml: string): void
  /** All of them, first to last, at most one for each place. */
  list(): Insertion[]
}

export function openInsertions(): Insertions {
  const gaps = new Map<number, {gap: Gap; ends: string; starts: string}>()
  const blocks = new Map<number, string>()
  const known = (gap: Gap) => {
    const found = gaps.get(gap.at) ?? {gap, ends: '', starts: ''}
    gaps.set(gap.at, found)
    return found
  }
  return {
    around(start, end, opening, closing) {
      if (start.at === end.at) known(start).starts += opening + closing
      else {
        known(start).starts += opening
        known(end).ends += closing
      }
    },
    block(at, xml) {
      blocks.set(at, (blocks.get(at) ?? '') + xml)
    },
    list() {
      const spaces = new Set([...gaps.values()].flatMap(({gap}) => gap.keepSpaces ?? []))
      const parted = [...gaps.values()].map(({gap, ends, starts}) => {
        return {at: gap.at, text: gap.before + ends + starts + gap.after}
      })
      return [
        ...[...spaces].map((at) => ({at, text: ' xml:space="preserve"'})),
        ...[...blocks].map(([at, text]) => ({at, text})),
        ...parted,
      ].sort((one, other) => one.at - other.at)
    },
  }
}

/** A text with everything put in. */
export function withInsertions(text: string, insertions: readonly Insertion[]): string {
  let out = ''
  let from = 0
  for (const {at, text: more} of insertions) {
    out += text.slice(from, at) + more
    from = at
  }
  return out + text.slice(from)
}
