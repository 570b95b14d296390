/**
 * Patterns as numbers. Tens of thousands of parts would take longer to make as objects than a policy of one page takes to
 * judge, and most of them cannot occur in it: as numbers they are read from disk as they stand.
 *
 * A part is known by where its numbers begin: its sort, a number of its own, how many parts it is made of, where each of
 * those begins, and for a sequence the gaps between them. The number of its own is, by sort,
 *
 *     word, class   the index of its word or name
 *     all           how many of its parts are needed; the others may not be there
 *     near          the gap
 *     polarity      1 where it must be negated, else 0
 */
export interface PatternCode {
  /** The first number is that of a mark, by which a machine knows its own order of bytes; no part begins at 0. */
  numbers: Int32Array
  /** How many of the numbers are in use. */
  used: number
  words: string[]
}

/** The sorts of parts. Those of words come first. */
export const sorts = {
  stem: 0,
  exact: 1,
  capitals: 2,
  prefix: 3,
  class: 4,
  any: 5,
  sequence: 6,
  all: 7,
  near: 8,
  polarity: 9,
  context: 10,
} as const

/** How many numbers of a part stand before those of the parts that it is made of. */
export const head = 3

/** What numbers begin with, read on a machine that has written them, or on one with the same order of bytes. */
export const mark = 0x01020304

export function emptyCode(): PatternCode {
  const numbers = new Int32Array(1024)
  numbers[0] = mark
  return {numbers, used: 1, words: []}
}

/** Puts a part behind the others. Gives where it begins. */
export function appended(
  code: PatternCode,
  sort: number,
  own: number,
  parts: readonly number[] = [],
  gaps: readonly number[] = [],
): number {
  const at = code.used
  const end = at + head + parts.length + gaps.length
  if (end > code.numbers.length) {
    const numbers = new Int32Array(end + (end >> 2))
    numbers.set(code.numbers.subarray(0, at))
    code.numbers = numbers
  }
  code.numbers.set([sort, own, parts.length, ...parts, ...gaps], at)
  code.used = end
  return at
}

/** Where each of the parts begins that a part is made of. */
export function partsOf({numbers}: PatternCode, at: number): readonly number[] {
  return [...numbers.subarray(at + head, at + head + numbers[at + 2]!)]
}

/** How many words may stand between the parts of a sequence, one after the other. */
export function gapsOf({numbers}: PatternCode, at: number): readonly number[] {
  const from = at + head + numbers[at + 2]!
  return [...numbers.subarray(from, from + numbers[at + 2]! - 1)]
}

/** Puts all parts of one code behind those of another. Gives what is to be added to where each begins. */
export function joinedTo(code: PatternCode, more: PatternCode): number {
  if (code.used === 1) {
    Object.assign(code, more)
    return 0
  }
  const shift = code.used - 1
  const words = code.words.length
  for (const word of more.words) code.words.push(word)
  for (let at = 1; at < more.used; ) {
    const sort = more.numbers[at]!
    const own = more.numbers[at + 1]!
    const parts = partsOf(more, at).map((part) => part + shift)
    const gaps = sort === sorts.sequence ? gapsOf(more, at) : []
    appended(code, sort, sort <= sorts.class ? own + words : own, parts, gaps)
    at += head + parts.length + gaps.length
  }
  return shift
}
