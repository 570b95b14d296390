/**
 * A stream of chances that is the same for the same seed and number, so that an input is known by the two and nothing
 * else: splitmix32 over both. `most` are the characters that a text may grow to.
 */
export function chances(seed, number, most) {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca77)) >>> 0
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  /** A whole number from 0 to below `most`. */
  const below = (most) => (most <= 0 ? 0 : next() % most)
  return {
    most,
    below,
    /** True once in `times`. */
    once: (times) => below(times) === 0,
    pick: (list) => list[below(list.length)],
    /** Small numbers often, large ones seldom: from 1 to `most`. */
    few: (most) => 1 + below(1 + below(1 + below(most))),
  }
}
