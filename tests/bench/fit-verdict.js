// Fits what weighs the classifier against the patterns: one multinomial logistic regression for policies with local
// procedures and for those without, which differ from a common one only as far as the judgements ask for it.
import {weighable} from '../../dist/model/learned.js'

/** The status of the patterns is believed this much before anything is learned, in log odds. */
const trust = 2
/** How strongly weights are held to nothing. */
const l2 = 5
const steps = 800

/** The rows of a file that `npm run learn -- --record` wrote: what was ruled, what is right, and every sign. */
export function firstSightRows(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([policy, kind, requirement, accepted, ruled, told]) => ({
      policy,
      kind,
      requirement,
      accepted: accepted.split(','),
      ruled,
      signs: Object.fromEntries(told.split(';').map((each) => splitLast(each))),
    }))
    .filter(({accepted, ruled}) => weighable.includes(accepted[0]) && weighable.includes(ruled))
}

function splitLast(each) {
  const at = each.lastIndexOf('=')
  return [each.slice(0, at), Number(each.slice(at + 1))]
}

/** The weights of each sign for each status, for policies with local procedures and without. */
export function fitVerdict(rows) {
  const names = [...new Set(rows.flatMap(({signs}) => Object.keys(signs)))].sort()
  const at = new Map(names.map((name, i) => [name, i]))
  const samples = rows.map(({kind, accepted, ruled, signs}) => ({
    isLocal: kind === 'local',
    right: weighable.indexOf(accepted[0]),
    ruled: weighable.indexOf(ruled),
    values: Object.entries(signs).map(([name, value]) => [at.get(name), value]),
  }))
  const weights = descended(samples, names.length)
  const table = (isLocal) =>
    Object.fromEntries(
      weighable.map((status, k) => [
        status,
        Object.fromEntries(
          names.map((name, i) => {
            const own = weights.common[i][k] + (isLocal ? weights.local[i][k] : 0)
            return [name, Number((own + (name === `ruled ${status}` ? trust : 0)).toFixed(3))]
          }),
        ),
      ]),
    )
  return {local: table(true), national: table(false)}
}

/** Adam over all rows at once: few weights, and the same result at every run. */
function descended(samples, size) {
  const width = size * weighable.length
  const all = new Float64Array(2 * width)
  const mean = new Float64Array(2 * width)
  const square = new Float64Array(2 * width)
  for (let step = 1; step <= steps; step++) {
    const slope = slopeOf(samples, all, width)
    const rate = 0.05 * (1 - step / (steps + 1))
    for (let w = 0; w < all.length; w++) {
      mean[w] = 0.9 * mean[w] + 0.1 * slope[w]
      square[w] = 0.999 * square[w] + 0.001 * slope[w] ** 2
      const [m, s] = [mean[w] / (1 - 0.9 ** step), square[w] / (1 - 0.999 ** step)]
      all[w] -= (rate * m) / (Math.sqrt(s) + 1e-8)
    }
  }
  const rows = (from) =>
    Array.from({length: size}, (_, i) => weighable.map((_status, k) => all[from + i * weighable.length + k]))
  return {common: rows(0), local: rows(width)}
}

function slopeOf(samples, all, width) {
  const slope = all.map((weight) => l2 * weight)
  const n = weighable.length
  for (const {isLocal, right, ruled, values} of samples) {
    const sums = weighable.map((_, k) => {
      const sum = k === ruled ? trust : 0
      return values.reduce((each, [i, value]) => each + value * (all[i * n + k] + (isLocal ? all[width + i * n + k] : 0)), sum)
    })
    const most = Math.max(...sums)
    const parts = sums.map((sum) => Math.exp(sum - most))
    const whole = parts.reduce((a, b) => a + b)
    for (let k = 0; k < n; k++) {
      const off = parts[k] / whole - (k === right ? 1 : 0)
      for (const [i, value] of values) {
        slope[i * n + k] += off * value
        if (isLocal) slope[width + i * n + k] += off * value
      }
    }
  }
  return slope
}
