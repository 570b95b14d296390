import type {Words} from './candidates.js'
import type {Hits} from './hits.js'
import {head, sorts} from './pattern-code.js'
import {code} from './pattern-trees.js'

/**
 * For every part of the code as it stands now, by its place, in which of 32 stretches of the lines it may be met in their
 * own words: a bit for each. One walk over the numbers does it, as parts stand behind those that they are made of, and it
 * leaves little to be looked at more closely in a policy of a few pages. What is not known counts as met anywhere.
 */
export function stretchesOf(count: number, {hitsOf, hasClass, classAt}: Words): Int32Array {
  const {numbers, used} = code
  const met = new Int32Array(used)
  const bitsOf = (hits: Hits): number => {
    let bits = 0
    if (hits.size > 0) for (const line of hits.keys()) bits |= 1 << stretchOf(line, count)
    return bits
  }
  for (let place = 1; place < used; ) {
    const sort = numbers[place]!
    const first = place + head
    const end = first + numbers[place + 2]!
    let bits = 0
    if (sort < sorts.class) bits = bitsOf(hitsOf(place, 'own'))
    else if (sort === sorts.any) for (let at = first; at < end; at++) bits |= met[numbers[at]!]!
    else if (sort === sorts.sequence || sort === sorts.near) {
      bits = -1
      for (let at = first; at < end; at++) bits &= met[numbers[at]!]!
    } else if (sort === sorts.all) {
      bits = -1
      const needed = first + numbers[place + 1]!
      for (let at = first; at < needed; at++) bits &= met[numbers[at]!]!
    } else if (sort === sorts.polarity) bits = met[numbers[first]!]!
    else if (sort === sorts.class && hasClass(place)) {
      const {places, names} = classAt(place)
      for (const part of places) bits |= part < place ? met[part]! : -1
      for (const hits of names('own')) bits |= bitsOf(hits)
    } else bits = -1
    met[place] = bits
    // Behind the parts of a sequence stand the gaps between them.
    place = sort === sorts.sequence ? end + end - first - 1 : end
  }
  return met
}

/** In which of the 32 stretches of so many lines a line stands. */
export function stretchOf(line: number, count: number): number {
  return count <= 32 ? line : Math.trunc((line * 32) / count)
}
