// Fits the classifier of sentences: one logistic regression for each output, all in one pass over the samples.
//
// FTRL-Proximal with an L1 penalty leaves most weights at nothing. It is run twice: the first time with a high penalty, to
// choose the signs; the second time with those alone, since what a sentence is divided by counts the signs that are known.
import {lengthOf} from '../../dist/text/classifier.js'
import {scaleOf} from '../../dist/text/signs.js'

const choosing = {rounds: 8, l1: 3}
const fitting = {rounds: 12, l1: 2}
const rate = 0.5
const l2 = 0.001
const spread = 0.03
/** A sign that fewer samples have is left out. */
const rare = 4

/** The classifier as src/model/learned.ts has it, for `ids`, fitted to `samples`: each the signs of a sentence, and its outputs. */
export function fitClassifier({ids, samples}) {
  const often = new Map()
  for (const {signs} of samples) for (const sign of signs) often.set(sign, (often.get(sign) ?? 0) + 1)
  const all = [...often].filter(([, count]) => count >= rare).map(([sign]) => sign)
  const first = fit(all, samples, 3 * ids.length, choosing)
  const chosen = all.filter((_, i) => first.rowOf(i).some((weight) => weight !== 0))
  const {rowOf, bias} = fit(chosen, samples, 3 * ids.length, fitting)
  const packed = pack(chosen, rowOf)
  return {
    requirements: ids,
    signs: chosen.join('\n'),
    counts: base64(Uint16Array.from(packed.counts)),
    outputs: base64(Uint16Array.from(packed.outputs)),
    weights: base64(Int8Array.from(packed.weights)),
    unit: packed.unit,
    bias: [...bias].map((each) => Number(each.toFixed(4))),
  }
}

function fit(signs, samples, outputs, {rounds, l1}) {
  const at = new Map(signs.map((sign, i) => [sign, i]))
  const scales = Float32Array.from(signs, scaleOf)
  const rows = samples.map(({signs: own, outputs: right}) => {
    const known = own.map((sign) => at.get(sign)).filter((i) => i !== undefined)
    return {known, right, norm: lengthOf(known.reduce((sum, i) => sum + scales[i] * scales[i], 0))}
  })
  const weights = new Float32Array(signs.length * outputs)
  const pulls = new Float32Array(signs.length * outputs)
  const squares = new Float32Array(signs.length * outputs)
  const bias = new Float32Array(outputs).fill(-4)
  const biasSquares = new Float32Array(outputs).fill(0.001)
  const sums = new Float32Array(outputs)
  const isRight = new Uint8Array(outputs)
  const random = randomOf(7)
  for (let round = 0; round < rounds; round++) {
    shuffle(rows, random)
    for (const {known, right, norm} of rows) {
      sums.set(bias)
      for (const sign of known) {
        const scale = scales[sign] / norm
        for (let k = 0, w = sign * outputs; k < outputs; k++, w++) sums[k] += weights[w] * scale
      }
      for (const k of right) isRight[k] = 1
      for (let k = 0; k < outputs; k++) {
        if (sums[k] < -6 && !isRight[k]) continue
        const off = 1 / (1 + Math.exp(-sums[k])) - isRight[k]
        if (Math.abs(off) < 0.004) continue
        biasSquares[k] += off * off
        bias[k] -= (rate * 0.2 * off) / Math.sqrt(biasSquares[k])
        for (const sign of known) pull(sign * outputs + k, (off * scales[sign]) / norm)
      }
      for (const k of right) isRight[k] = 0
    }
  }
  return {bias, rowOf: (sign) => weights.subarray(sign * outputs, (sign + 1) * outputs)}

  function pull(w, slope) {
    const before = Math.sqrt(squares[w])
    squares[w] += slope * slope
    const after = Math.sqrt(squares[w])
    pulls[w] += slope - ((after - before) / rate) * weights[w]
    const beyond = Math.abs(pulls[w]) - l1
    weights[w] = beyond <= 0 ? 0 : (-Math.sign(pulls[w]) * beyond) / ((spread + after) / rate + l2)
  }
}

function pack(signs, rowOf) {
  let most = 0
  for (let i = 0; i < signs.length; i++) for (const weight of rowOf(i)) most = Math.max(most, Math.abs(weight))
  const unit = most / 127
  const packed = {counts: [], outputs: [], weights: [], unit}
  for (let i = 0; i < signs.length; i++) {
    const before = packed.outputs.length
    for (const [output, weight] of rowOf(i).entries()) {
      const whole = Math.round(weight / unit)
      if (whole === 0) continue
      packed.outputs.push(output)
      packed.weights.push(whole)
    }
    packed.counts.push(packed.outputs.length - before)
  }
  return packed
}

function base64(numbers) {
  return Buffer.from(numbers.buffer).toString('base64')
}

/** The same numbers at every run. */
function randomOf(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

function shuffle(rows, random) {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[rows[i], rows[j]] = [rows[j], rows[i]]
  }
}
