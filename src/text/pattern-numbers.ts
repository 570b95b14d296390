import {gapsOf, type PatternCode, partsOf, sorts} from './pattern-code.js'
import {innerNodes, type Node} from './pattern-parse.js'

/** What is to be put into a code for one part. */
export interface Numbers {
  readonly sort: number
  readonly own: number
  readonly parts: readonly number[]
  readonly gaps: readonly number[]
}

/** A part as numbers: `placeOf` tells where the parts that it is made of begin, `indexOf` the index of a word. */
export function numbersOf(node: Node, placeOf: (inner: Node) => number, indexOf: (word: string) => number): Numbers {
  return {
    sort: node.type === 'word' ? sorts[node.by] : sorts[node.type],
    own: numberOf(node, indexOf),
    parts: innerNodes(node).map(placeOf),
    gaps: node.type === 'sequence' ? node.gaps : [],
  }
}

function numberOf(node: Node, indexOf: (word: string) => number): number {
  switch (node.type) {
    case 'word':
      return indexOf(node.value)
    case 'class':
      return indexOf(node.name)
    case 'all':
      return node.parts.length
    case 'near':
      return node.gap
    case 'polarity':
      return node.negated ? 1 : 0
    default:
      return 0
  }
}

/** The part that begins at a place; `nodeAt` gives those that it is made of. */
export function readAt(code: PatternCode, place: number, nodeAt: (place: number) => Node): Node {
  const own = code.numbers[place + 1]!
  const inner = partsOf(code, place).map(nodeAt)
  switch (code.numbers[place]) {
    case sorts.class:
      return {type: 'class', name: code.words[own]!}
    case sorts.any:
      return {type: 'any', of: inner}
    case sorts.sequence:
      return {type: 'sequence', parts: inner, gaps: gapsOf(code, place)}
    case sorts.all:
      return {type: 'all', parts: inner.slice(0, own), absent: inner.slice(own)}
    case sorts.near:
      return {type: 'near', one: inner[0]!, other: inner[1]!, gap: own}
    case sorts.polarity:
      return {type: 'polarity', negated: own === 1, of: inner[0]!}
    case sorts.context:
      return {type: 'context', of: inner[0]!}
    default:
      return {type: 'word', by: byOf[code.numbers[place]!]!, value: code.words[own]!}
  }
}

const byOf = ['stem', 'exact', 'capitals', 'prefix'] as const
