import type {Hits} from './hits.js'
import {head, sorts} from './pattern-code.js'
import {code} from './pattern-trees.js'
import {stretchesOf, stretchOf} from './stretches.js'

/** In the lines' own words, or in the words around them. */
export type Where = 'own' | 'around'

/** What the words of a line can be held against. */
export interface Words {
  /** Where the word at a place of the code stands. */
  hitsOf(place: number, where: Where): Hits
  /** Whether there is the class that is named at a place. The code holds patterns of other packs too. */
  hasClass(place: number): boolean
  /** What it is made of: the places of its patterns, and where its local names stand. */
  classAt(place: number): {readonly places: readonly number[]; readonly names: (where: Where) => readonly Hits[]}
}

/** Which lines may meet a pattern. A line that may not never does; one that may holds its words, in whatever order. */
export interface Candidates {
  has(place: number, line: number, where: Where): boolean
  /** Whether no line's own words may meet a pattern. */
  isNowhere(place: number): boolean
  linesOf(place: number): readonly number[]
}

/**
 * Finds candidates as sets of bits, one for each line, which take a few instructions for each part of a pattern. Most
 * patterns of a pack cannot be met by a policy at all, and few by more than some lines of it: only there is looked for how
 * the words stand.
 */
export function candidatesIn(count: number, words: Words): Candidates {
  const {hitsOf, classAt} = words
  // In a text of very many lines several share a bit, or the sets would fill the memory.
  const shift = Math.max(0, Math.ceil(Math.log2(count / mostBits)))
  const width = Math.max(1, ((count >> shift) + 32) >>> 5)
  // Sets stand one behind another. None stands at 0, so that 0 is a part that was not asked for yet.
  const none = width
  let top = 2 * width
  let bits = new Int32Array(width * 512)
  const begins = {own: new Int32Array(code.numbers.length), around: new Int32Array(code.numbers.length)}

  let asked = 0
  let stretches: Int32Array | undefined

  /** In which stretches of the lines a part may be met; -1, which is any, where that was not looked for. */
  const roughly = (place: number, where: Where): number => {
    if (where === 'around' || count > fewLines) return -1
    if (asked++ === manyParts) stretches = stretchesOf(count, words)
    return stretches?.[place] ?? -1
  }

  /** Where the set of a part begins. */
  const setOf = (place: number, where: Where): number => {
    let known = begins[where]
    const begin = known[place]
    if (begin) return begin
    if (roughly(place, where) === 0) return none
    if (place >= known.length) {
      known = new Int32Array(code.numbers.length)
      known.set(begins[where])
      begins[where] = known
    }
    // A class that holds itself finds nothing there.
    known[place] = none
    const found = madeFor(place, where)
    begins[where][place] = found
    return found
  }

  const madeFor = (place: number, where: Where): number => {
    const {numbers} = code
    const first = place + head
    switch (numbers[place]) {
      case sorts.class: {
        const {places, names} = classAt(place)
        let set = none
        for (const part of places) set = union(set, setOf(part, where))
        for (const hits of names(where)) set = union(set, setFor(hits))
        return set
      }
      case sorts.any: {
        const end = first + numbers[place + 2]!
        let set = none
        for (let at = first; at < end; at++) set = union(set, setOf(numbers[at]!, where))
        return set
      }
      case sorts.sequence:
      case sorts.near:
        return common(first, first + numbers[place + 2]!, where)
      case sorts.all:
        return common(first, first + numbers[place + 1]!, where)
      case sorts.polarity:
        return setOf(numbers[first]!, where)
      case sorts.context:
        return union(setOf(numbers[first]!, 'own'), setOf(numbers[first]!, 'around'))
      default:
        return setFor(hitsOf(place, where))
    }
  }

  /** The lines that may meet all of some parts, words first: they are the cheapest, and often nowhere. */
  const common = (from: number, to: number, where: Where): number => {
    let set = 0
    for (const words of [true, false]) {
      for (let at = from; at < to; at++) {
        const part = code.numbers[at]!
        if (code.numbers[part]! < sorts.class !== words) continue
        const next = setOf(part, where)
        set = set === 0 ? next : intersection(set, next)
        if (set === none) return none
      }
    }
    return set
  }

  const setFor = (hits: Hits): number => {
    if (hits.size === 0) return none
    const set = newSet()
    for (const line of hits.keys()) bits[set + ((line >> shift) >> 5)]! |= 1 << ((line >> shift) & 31)
    return set
  }

  const union = (one: number, other: number): number => {
    if (one === none || one === other) return other
    if (other === none) return one
    const set = newSet()
    for (let i = 0; i < width; i++) bits[set + i] = bits[one + i]! | bits[other + i]!
    return set
  }

  const intersection = (one: number, other: number): number => {
    if (one === none || other === none) return none
    if (one === other) return one
    const set = newSet()
    let some = 0
    for (let i = 0; i < width; i++) {
      const both = bits[one + i]! & bits[other + i]!
      bits[set + i] = both
      some |= both
    }
    if (some !== 0) return set
    bits.fill(0, set, top)
    top = set
    return none
  }

  const newSet = (): number => {
    const set = top
    top += width
    if (top > bits.length) {
      const more = new Int32Array(2 * top)
      more.set(bits)
      bits = more
    }
    return set
  }

  const hasOfMany = (place: number, line: number, where: Where): boolean =>
    (bits[(begins[where][place] || setOf(place, where)) + ((line >> shift) >> 5)]! & (1 << ((line >> shift) & 31))) !==
    0

  const hasOfFew = (place: number, line: number, where: Where): boolean => {
    const rough = roughly(place, where)
    return rough === -1 ? hasOfMany(place, line, where) : (rough & (1 << stretchOf(line, count))) !== 0
  }

  const has = count > fewLines ? hasOfMany : hasOfFew

  return {
    has,
    isNowhere(place) {
      const rough = roughly(place, 'own')
      return rough === -1 ? setOf(place, 'own') === none : rough === 0
    },
    linesOf(place) {
      const lines: number[] = []
      const step = 32 << shift
      for (let from = 0; from < count; from += step) {
        if (count > fewLines && bits[setOf(place, 'own') + ((from >> shift) >> 5)] === 0) continue
        for (let line = from; line < Math.min(from + step, count); line++) if (has(place, line, 'own')) lines.push(line)
      }
      return lines
    },
  }
}

/** Among so few lines the stretches tell as much as sets would, and cost less; among more they tell little. */
const fewLines = 64

/** So many bits has a set at most: the sets of all parts of a pack take some 40 MB then. */
const mostBits = 8192

/** Of a finder that is asked for more parts than this, all parts will be asked for: they are gone through once. */
const manyParts = 1000
