// Fits what weighs the classifier against the patterns: one multinomial logistic regression for policies with local
// procedures and for those without, which differ from a common one only as far as the judgements ask for it.
import {ofRequirement} from '../../dist/compare/weigh.js'
import {weighable} from '../../dist/model/learned.js'

/** The status of the patterns is believed this much before anything is learned, in log odds. */
const trust = 2
/** How strongly weights are held to nothing: what all judgements share, and what those with local procedures add to it. */
const l2 = {shared: 10, local: 10}
/** The same for the signs of one requirement alone: many weights, and few judgements for each. */
const l2OfRequirement = {shared: 4, local: 12}
const steps = 800

/**
 * The weights of each sign for each status, for policies with local procedures and without. Each row tells whether it is
 * of one with them (`isLocal`), which status is right, which was ruled, and its signs.
 */
export function fitVerdict(rows) {
  const names = [...new Set(rows.flatMap(({signs}) => Object.keys(signs)))].sort()
  const at = new Map(names.map((name, i) => [name, i]))
  const samples = rows.map(({isLocal, right, ruled, signs}) => ({
    isLocal,
    right: weighable.indexOf(right),
    ruled: weighable.indexOf(ruled),
    places: Int32Array.from(Object.keys(signs), (name) => at.get(name)),
    values: Float64Array.from(Object.values(signs)),
  }))
  const weights = descended(samples, names)
  const table = (isLocal) =>
    Object.fromEntries(
      weighable.map((status, k) => [
        status,
        Object.fromEntries(
          names.flatMap((name, i) => {
            const own = weights.common[i][k] + (isLocal ? weights.local[i][k] : 0)
            const weight = Number((own + (name === `ruled ${status}` ? trust : 0)).toFixed(2))
            return weight === 0 ? [] : [[name, weight]]
          }),
        ),
      ]),
    )
  return {local: table(true), national: table(false)}
}

/** Adam over all rows at once: few weights, and the same result at every run. */
function descended(samples, names) {
  const width = names.length * weighable.length
  const held = Float64Array.from({length: 2 * width}, (_, w) => {
    const name = names[Math.floor((w % width) / weighable.length)]
    const {shared, local} = name.startsWith(ofRequirement) ? l2OfRequirement : l2
    return w < width ? shared : local
  })
  const all = new Float64Array(2 * width)
  const mean = new Float64Array(2 * width)
  const square = new Float64Array(2 * width)
  for (let step = 1; step <= steps; step++) {
    const slope = slopeOf(samples, all, held)
    const rate = 0.05 * (1 - step / (steps + 1))
    for (let w = 0; w < all.length; w++) {
      mean[w] = 0.9 * mean[w] + 0.1 * slope[w]
      square[w] = 0.999 * square[w] + 0.001 * slope[w] ** 2
      const [m, s] = [mean[w] / (1 - 0.9 ** step), square[w] / (1 - 0.999 ** step)]
      all[w] -= (rate * m) / (Math.sqrt(s) + 1e-8)
    }
  }
  const rows = (from) =>
    names.map((_, i) => weighable.map((_status, k) => all[from + i * weighable.length + k]))
  return {common: rows(0), local: rows(width)}
}

function slopeOf(samples, all, held) {
  const slope = all.map((weight, w) => held[w] * weight)
  const n = weighable.length
  const width = all.length / 2
  const sums = new Float64Array(n)
  for (const {isLocal, right, ruled, places, values} of samples) {
    sums.fill(0)
    sums[ruled] = trust
    for (let i = 0; i < places.length; i++) {
      const from = places[i] * n
      for (let k = 0; k < n; k++) sums[k] += values[i] * (all[from + k] + (isLocal ? all[width + from + k] : 0))
    }
    const most = Math.max(...sums)
    for (let k = 0; k < n; k++) sums[k] = Math.exp(sums[k] - most)
    const whole = sums.reduce((a, b) => a + b)
    for (let k = 0; k < n; k++) sums[k] = sums[k] / whole - (k === right ? 1 : 0)
    for (let i = 0; i < places.length; i++) {
      const from = places[i] * n
      for (let k = 0; k < n; k++) {
        slope[from + k] += sums[k] * values[i]
        if (isLocal) slope[width + from + k] += sums[k] * values[i]
      }
    }
  }
  return slope
}
