import {type Node, parsePattern} from './pattern-parse.js'

/** What a pattern says. Raises PatternError for one that cannot be read. */
export function nodeOf(pattern: string): Node {
  let node = nodes.get(pattern)
  if (!node) {
    node = parsePattern(pattern)
    nodes.set(pattern, node)
  }
  return node
}

/** A memo of a pure function: it grows no further than the patterns of the packs. */
const nodes = new Map<string, Node>()

/** Patterns as a build has read them: each part once, however many patterns hold it, and after the parts it is made of. */
export interface Trees {
  readonly parts: readonly FlatNode[]
  /** For each pattern, in the order in which they were given, the index of its part. */
  readonly patterns: readonly number[]
}

/** A node whose inner nodes are indexes. */
export type FlatNode = Flat<Node>
type Flat<T> = T extends Node
  ? {readonly [K in keyof T]: T[K] extends Node ? number : T[K] extends readonly Node[] ? readonly number[] : T[K]}
  : never

/** Reads patterns once and for all. Raises PatternError for one that cannot be read. */
export function treesOf(patterns: Iterable<string>): Trees {
  const parts: FlatNode[] = []
  const known = new Map<string, number>()
  const indexOf = (node: Node): number => {
    const flat = mapped(node, indexOf) as FlatNode
    const key = JSON.stringify(flat)
    let index = known.get(key)
    if (index === undefined) {
      index = parts.push(flat) - 1
      known.set(key, index)
    }
    return index
  }
  return {patterns: [...patterns].map((pattern) => indexOf(nodeOf(pattern))), parts}
}

/**
 * Takes what treesOf gave and the patterns that it was given, in their order: they are not read again, and what they
 * share is looked for once.
 */
export function knowTrees({parts, patterns}: Trees, written: Iterable<string>): void {
  const made: Node[] = []
  for (const part of parts) made.push(mapped(part, (index) => made[index]!) as Node)
  let at = 0
  for (const pattern of written) nodes.set(pattern, made[patterns[at++]!]!)
}

/** A node with its inner nodes replaced. */
function mapped(node: Node | FlatNode, of: (inner: never) => Node | number): Node | FlatNode {
  const each = of as (inner: Node | number) => Node | number
  switch (node.type) {
    case 'any':
      return {type: 'any', of: node.of.map(each)} as FlatNode
    case 'sequence':
      return {type: 'sequence', parts: node.parts.map(each), gaps: node.gaps} as FlatNode
    case 'all':
      return {type: 'all', parts: node.parts.map(each), absent: node.absent.map(each)} as FlatNode
    case 'near':
      return {type: 'near', one: each(node.one), other: each(node.other), gap: node.gap} as FlatNode
    case 'polarity':
      return {type: 'polarity', negated: node.negated, of: each(node.of)} as FlatNode
    case 'context':
      return {type: 'context', of: each(node.of)} as FlatNode
    default:
      return node
  }
}
