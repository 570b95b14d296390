import {type Node, parsePattern} from './pattern-parse.js'

/** A pattern as read, in as few signs as JSON can do: the build keeps those of a pack so, since reading them takes time. */
export type Packed = string | readonly unknown[]

/** What a pattern says. Raises PatternError for one that cannot be read. */
export function nodeOf(pattern: string): Node {
  let node = nodes.get(pattern)
  if (!node) {
    const kept = known.get(pattern)
    node = kept === undefined ? parsePattern(pattern) : unpacked(kept)
    nodes.set(pattern, node)
  }
  return node
}

/** Takes what a build read: {pattern: packed}. These patterns are not read again. */
export function knowTrees(trees: Readonly<Record<string, Packed>>): void {
  for (const [pattern, packed] of Object.entries(trees)) known.set(pattern, packed)
}

/** Memos of a pure function: they grow no further than the patterns of the packs. */
const nodes = new Map<string, Node>()
const known = new Map<string, Packed>()

/** A word by its stem is its stem; a class begins with @; all else is a list that begins with its sign. */
export function packed(node: Node): Packed {
  switch (node.type) {
    case 'word':
      return node.by === 'stem' ? node.value : [node.by, node.value]
    case 'class':
      return `@${node.name}`
    case 'any':
      return ['|', ...node.of.map(packed)]
    case 'sequence':
      // JSON knows no infinity: -1 is any number of words.
      return ['..', node.gaps.map((gap) => (gap === Number.POSITIVE_INFINITY ? -1 : gap)), ...node.parts.map(packed)]
    case 'all':
      return ['&', node.absent.map(packed), ...node.parts.map(packed)]
    case 'near':
      return ['&9', node.gap, packed(node.one), packed(node.other)]
    case 'polarity':
      return [node.negated ? '~' : '^', packed(node.of)]
    case 'context':
      return ['#', packed(node.of)]
  }
}

export function unpacked(kept: Packed): Node {
  if (typeof kept === 'string') {
    return kept.startsWith('@') ? {type: 'class', name: kept.slice(1)} : {type: 'word', by: 'stem', value: kept}
  }
  const [sign, first, ...rest] = kept as readonly [string, Packed, ...Packed[]]
  switch (sign) {
    case '|':
      return {type: 'any', of: [first, ...rest].map(unpacked)}
    case '..': {
      const gaps = (first as readonly number[]).map((gap) => (gap < 0 ? Number.POSITIVE_INFINITY : gap))
      return {type: 'sequence', parts: rest.map(unpacked), gaps}
    }
    case '&':
      return {type: 'all', parts: rest.map(unpacked), absent: (first as readonly Packed[]).map(unpacked)}
    case '&9':
      return {type: 'near', gap: Number(first), one: unpacked(rest[0]!), other: unpacked(rest[1]!)}
    case '~':
    case '^':
      return {type: 'polarity', negated: sign === '~', of: unpacked(first)}
    case '#':
      return {type: 'context', of: unpacked(first)}
    default:
      return {type: 'word', by: sign as 'exact' | 'capitals' | 'prefix', value: String(first)}
  }
}
