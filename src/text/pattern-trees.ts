import type {WordClass} from '../model/procedures.js'
import {appended, emptyCode, joinedTo, mark} from './pattern-code.js'
import {numbersOf, readAt} from './pattern-numbers.js'
import {type Node, parsePattern} from './pattern-parse.js'

/**
 * Every pattern that this thread has met, as numbers: see pattern-code.ts. What is kept of patterns is a memo of a pure
 * function, and grows no further than the patterns of the packs.
 */
export const code = emptyCode()

/** Where each pattern begins in the code. */
const places = new Map<string, number>()

/** The parts that were made of numbers, by where they begin. */
const made = new Map<number, Node>()

/** What a pattern says. Raises PatternError for one that cannot be read. */
export function nodeOf(pattern: string): Node {
  return nodeAt(placeOf(pattern))
}

/** Where a pattern begins in the code. Raises PatternError for one that cannot be read. */
export function placeOf(pattern: string): number {
  let place = places.get(pattern)
  if (place === undefined) {
    place = written(parsePattern(pattern))
    places.set(pattern, place)
  }
  return place
}

function written(node: Node): number {
  const {sort, own, parts, gaps} = numbersOf(node, written, (word) => code.words.push(word) - 1)
  return appended(code, sort, own, parts, gaps)
}

/** The part that begins at a place. */
export function nodeAt(place: number): Node {
  let node = made.get(place)
  if (node === undefined) {
    node = readAt(code, place, nodeAt)
    made.set(place, node)
  }
  return node
}

/** Patterns as a build has read them: each part once, however many patterns hold it. */
export interface Trees {
  /** The numbers of their code, then for each pattern, in the order in which they were given, where it begins. */
  readonly numbers: Int32Array
  /** How many patterns there are. */
  readonly count: number
  readonly words: readonly string[]
}

/**
 * Reads patterns once and for all. Where `lexicon` has a class, its words come before what they are words of: see
 * stretches.ts. Raises PatternError for one that cannot be read.
 */
export function treesOf(patterns: Iterable<string>, lexicon: Readonly<Record<string, WordClass>> = {}): Trees {
  const own = emptyCode()
  const words = new Map<string, number>()
  const known = new Map<string, number>()
  const indexOf = (word: string): number => {
    const index = words.get(word) ?? own.words.push(word) - 1
    words.set(word, index)
    return index
  }
  const begun = new Set<string>()
  const placeIn = (node: Node): number => {
    if (node.type === 'class' && !begun.has(node.name)) {
      begun.add(node.name)
      for (const word of lexicon[node.name]?.words ?? []) placeIn(nodeOf(word))
    }
    const {sort, own: number, parts, gaps} = numbersOf(node, placeIn, indexOf)
    const key = `${sort} ${number} ${parts} ${gaps}`
    const place = known.get(key) ?? appended(own, sort, number, parts, gaps)
    known.set(key, place)
    return place
  }
  const begins = [...patterns].map((pattern) => placeIn(nodeOf(pattern)))
  const numbers = Int32Array.from([...own.numbers.subarray(0, own.used), ...begins])
  return {numbers, count: begins.length, words: own.words}
}

/**
 * Takes what treesOf gave and the patterns that it was given, in their order: they are not read again, and what they
 * share is looked for once.
 */
export function knowTrees({numbers, count, words}: Trees, patterns: Iterable<string>): void {
  // Written on a machine that begins its numbers at the other end, they cannot be taken: the patterns are read anew.
  if (numbers[0] !== mark) return
  const used = numbers.length - count
  const shift = joinedTo(code, {numbers: numbers.subarray(0, used), used, words: [...words]})
  let at = used
  for (const pattern of patterns) places.set(pattern, numbers[at++]! + shift)
}
