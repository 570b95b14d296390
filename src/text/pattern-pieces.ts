import {innerNodes, type Node} from './pattern-parse.js'
import {nodeOf} from './pattern-trees.js'

/** The parts of a pattern without their order, and what may not be there. */
export interface Pieces {
  readonly parts: readonly Piece[]
  readonly absent: readonly Node[]
}

/** A part of a pattern, in the senses in which a sentence may hold it. */
export interface Piece {
  readonly node: Node
  /** The same without regard to what is negated. */
  readonly bare: Node
  /** It may also stand in the headings above. */
  readonly about: Node
  /** Whether it, or a part of it, must be negated. */
  readonly denies: boolean
}

/** What `&`, `&9` or `..` joins in a pattern at its top, each by itself. */
export function piecesOf(pattern: string): Pieces {
  let pieces = known.get(pattern)
  if (!pieces) {
    const node = nodeOf(pattern)
    pieces = {parts: joinedIn(node).map(pieceOf), absent: node.type === 'all' ? node.absent : []}
    known.set(pattern, pieces)
  }
  return pieces
}

const known = new Map<string, Pieces>()

function joinedIn(node: Node): readonly Node[] {
  if (node.type === 'all') return node.parts.flatMap(joinedIn)
  if (node.type === 'near') return [node.one, node.other].flatMap(joinedIn)
  if (node.type === 'sequence' && node.gaps.some((gap) => gap > 0)) return node.parts
  return [node]
}

function pieceOf(node: Node): Piece {
  return {node, bare: bareOf(node), about: {type: 'context', of: node}, denies: denies(node)}
}

function bareOf(node: Node): Node {
  if (node.type === 'polarity') return node.of
  if (node.type !== 'sequence' || node.parts[0]?.type !== 'polarity') return node
  return {...node, parts: [node.parts[0].of, ...node.parts.slice(1)]}
}

function denies(node: Node): boolean {
  return (node.type === 'polarity' && node.negated) || innerNodes(node).some(denies)
}
