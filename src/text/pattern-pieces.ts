import {appended, gapsOf, partsOf, sorts} from './pattern-code.js'
import {code, placeOf} from './pattern-trees.js'

/** The parts of a pattern without their order, and what may not be there: each by where it begins in the code. */
export interface Pieces {
  readonly parts: readonly number[]
  readonly absent: readonly number[]
}

/** What `&`, `&9` or `..` joins in a pattern at its top, each by itself. */
export function piecesOf(pattern: string): Pieces {
  let pieces = known.get(pattern)
  if (!pieces) {
    const place = placeOf(pattern)
    pieces = {parts: joinedIn(place), absent: partsOf(code, place).slice(neededIn(place))}
    known.set(pattern, pieces)
  }
  return pieces
}

const known = new Map<string, Pieces>()

function joinedIn(place: number): readonly number[] {
  const parts = partsOf(code, place).slice(0, neededIn(place))
  switch (code.numbers[place]) {
    case sorts.all:
    case sorts.near:
      return parts.flatMap(joinedIn)
    case sorts.sequence:
      return gapsOf(code, place).some((gap) => gap > 0) ? parts : [place]
    default:
      return [place]
  }
}

/** How many of its parts a pattern needs: all, but for those after a `!`. */
function neededIn(place: number): number {
  return code.numbers[place + (code.numbers[place] === sorts.all ? 1 : 2)]!
}

/** A part without regard to what is negated in it. */
export function bareOf(place: number): number {
  let bare = bares.get(place)
  if (bare === undefined) {
    bare = readBare(place)
    bares.set(place, bare)
  }
  return bare
}

const bares = new Map<number, number>()

function readBare(place: number): number {
  const [first, ...rest] = partsOf(code, place)
  if (code.numbers[place] === sorts.polarity) return first!
  if (code.numbers[place] !== sorts.sequence || code.numbers[first!] !== sorts.polarity) return place
  return appended(code, sorts.sequence, 0, [partsOf(code, first!)[0]!, ...rest], gapsOf(code, place))
}

/** Whether a part, or a part of it, must be negated. */
export function denies(place: number): boolean {
  return (code.numbers[place] === sorts.polarity && code.numbers[place + 1] === 1) || partsOf(code, place).some(denies)
}
