import {stemOf} from './stem.js'
import {tokensOf} from './token.js'

/** A pattern as read. See pattern.ts for the language. */
export type Node =
  | {readonly type: 'word'; readonly by: 'stem' | 'exact' | 'capitals' | 'prefix'; readonly value: string}
  | {readonly type: 'class'; readonly name: string}
  | {readonly type: 'any'; readonly of: readonly Node[]}
  | {readonly type: 'sequence'; readonly parts: readonly Node[]; readonly gaps: readonly number[]}
  | {readonly type: 'all'; readonly parts: readonly Node[]; readonly absent: readonly Node[]}
  | {readonly type: 'near'; readonly one: Node; readonly other: Node; readonly gap: number}
  | {readonly type: 'polarity'; readonly negated: boolean; readonly of: Node}
  | {readonly type: 'context'; readonly of: Node}

export type Word = Extract<Node, {readonly type: 'word'}>

/** The patterns that a pattern is made of. */
export function innerNodes(node: Node): readonly Node[] {
  switch (node.type) {
    case 'any':
      return node.of
    case 'sequence':
      return node.parts
    case 'all':
      return [...node.parts, ...node.absent]
    case 'near':
      return [node.one, node.other]
    case 'polarity':
    case 'context':
      return [node.of]
    default:
      return []
  }
}

/** So many words may stand between two parts where a pattern sets no limit: more than any sentence has. */
const anyNumber = 1_000_000_000

/** A mistake in a pattern; the pack's reader tells it with file and line. */
export class PatternError extends Error {}

/** Reads a pattern. Raises PatternError with the place in the pattern. */
export function parsePattern(source: string): Node {
  const symbols = [...source.matchAll(lexeme)].map((match) => match[0])
  let at = 0
  const fail = (what: string): never => {
    throw new PatternError(`${what} in the pattern "${source}"`)
  }

  const conjunction = (): Node => {
    const parts: Node[] = []
    const absent: Node[] = []
    do {
      if (symbols[at] === '!') {
        at++
        absent.push(gapped())
      } else parts.push(nearby())
    } while (symbols[at] === '&' && ++at)
    if (parts.length === 0) fail('nothing but absences')
    return parts.length === 1 && absent.length === 0 ? parts[0]! : {type: 'all', parts, absent}
  }

  const nearby = (): Node => {
    let one = gapped()
    while (/^&\d/.test(symbols[at] ?? '')) {
      const gap = Number(symbols[at++]!.slice(1))
      one = {type: 'near', one, other: gapped(), gap}
    }
    return one
  }

  const gapped = (): Node => {
    const parts = [plain()]
    const gaps: number[] = []
    while (symbols[at]?.startsWith('..')) {
      gaps.push(symbols[at]!.length > 2 ? Number(symbols[at]!.slice(2)) : anyNumber)
      at++
      parts.push(plain())
    }
    return parts.length === 1 ? parts[0]! : {type: 'sequence', parts, gaps}
  }

  const plain = (): Node => {
    const parts: Node[] = []
    while (at < symbols.length && !/^(?:&\d*|[|)!]|\.\.\d*)$/.test(symbols[at]!)) parts.push(atom())
    if (parts.length === 0) fail(`a word is missing before ${symbols[at] ?? 'the end'}`)
    return parts.length === 1 ? parts[0]! : {type: 'sequence', parts, gaps: parts.slice(1).map(() => 0)}
  }

  const atom = (): Node => {
    const symbol = symbols[at++]!
    if (symbol === '^' || symbol === '~') return {type: 'polarity', negated: symbol === '~', of: atom()}
    if (symbol === '#') return {type: 'context', of: atom()}
    if (symbol === '(') {
      const of = [conjunction()]
      while (symbols[at] === '|') {
        at++
        of.push(conjunction())
      }
      if (symbols[at++] !== ')') fail('a bracket is not closed')
      // What brackets hold together stays one part of the pattern around it: see piecesOf.
      return of.length === 1 && innerNodes(of[0]!).length < 2 ? of[0]! : {type: 'any', of}
    }
    if (symbol.startsWith('@')) return {type: 'class', name: symbol.slice(1)}
    if (symbol.startsWith('='))
      return {type: 'word', by: 'exact', value: symbol.slice(1).toLowerCase().replaceAll('’', "'")}
    return word(symbol)
  }

  const of = [conjunction()]
  while (symbols[at] === '|') {
    at++
    of.push(conjunction())
  }
  if (at < symbols.length) fail(`"${symbols[at]}" has no place`)
  return of.length === 1 ? of[0]! : {type: 'any', of}
}

/** The words of a proper name, each by stem or by its capitals. */
export function nameWords(name: string): Word[] {
  return tokensOf(name).map(({word: text}) => word(text))
}

function word(text: string): Word {
  if (text.endsWith('*')) return {type: 'word', by: 'prefix', value: text.slice(0, -1).toLowerCase()}
  if (/^\p{Lu}[\p{Lu}\p{N}]{1,5}$/u.test(text)) return {type: 'word', by: 'capitals', value: text}
  return {type: 'word', by: 'stem', value: stemOf(text.toLowerCase().replaceAll('’', "'"))}
}

const lexeme = /\.\.\d*|&\d*|[|()!^~#]|@[\w-]+|=?[\p{L}\p{N}]+(?:['’][\p{L}]+)*\*?/gu
