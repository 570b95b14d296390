import {chances} from '../fuzz/chances.js'

/** So many of a list, the same ones for the same seed, in the order of the list. */
export function sampleOf(all, size, seed) {
  const {below} = chances(seed, 0, 0)
  const places = all.map((_, at) => at)
  const taken = Math.min(size, all.length)
  for (let at = 0; at < taken; at++) {
    const other = at + below(places.length - at)
    ;[places[at], places[other]] = [places[other], places[at]]
  }
  return places.slice(0, taken).sort((a, b) => a - b).map((at) => all[at])
}
