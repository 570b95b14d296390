// Fits the classifier of sentences: logistic regressions on signs and on a hidden layer of units that hear them, all in one
// pass over the samples.
//
// The weights of the signs are fitted by FTRL-Proximal (McMahan et al. 2013), whose L1 penalty leaves most at nothing; those
// of the hidden layer by AdaGrad (Duchi et al. 2011). It is run twice: the first time without hidden units and with a high
// penalty, to choose the signs; the second time with those alone, since what a sentence is divided by counts the signs that
// are known. In the second, signs and units are left out by chance (dropout, Srivastava et al. 2014), so that none leans on
// another alone, and what a unit hears of a word begins with what the word means elsewhere (fixtures/word-vectors.json).
import {lengthOf} from '../../dist/text/classifier.js'
import {scaleOf} from '../../dist/text/signs.js'

const choosing = {rounds: 8, l1: 3, units: 0, deaf: 0, silent: 0}
const fitting = {rounds: 16, l1: 2, units: 64, deaf: 0.3, silent: 0.2}
const rate = {signs: 0.5, units: 0.1}
const l2 = 0.001
const spread = 0.03
/** A sign that fewer samples have is left out. */
const rare = 4
/** How much of what a unit hears at first comes from what words mean; the rest is chance. */
const meaning = 0.9
/** How far apart the units hear at first. */
const apart = 0.7

/**
 * The classifier as src/model/learned.ts has it, for `ids`, fitted to `samples`: each the signs of a sentence, and its
 * outputs. `vectors` gives, for a stem, where its meaning lies, as numbers of length one; all have as many.
 */
export function fitClassifier({ids, samples, vectors}) {
  const often = new Map()
  for (const {signs} of samples) for (const sign of signs) often.set(sign, (often.get(sign) ?? 0) + 1)
  const all = [...often].filter(([, count]) => count >= rare).map(([sign]) => sign)
  const first = fit(all, samples, ids.length, vectors, choosing)
  const chosen = all.filter((_, i) => first.rowOf(i).some((weight) => weight !== 0))
  const {rowOf, bias, hidden} = fit(chosen, samples, ids.length, vectors, fitting)
  const own = packedRows(chosen, rowOf)
  const rounded = (numbers) => [...numbers].map((each) => Number(each.toFixed(4)))
  return {
    requirements: ids,
    signs: chosen.join('\n'),
    counts: base64(Uint16Array.from(own.counts)),
    outputs: base64(Uint16Array.from(own.outputs)),
    weights: base64(Int8Array.from(own.weights)),
    unit: own.unit,
    bias: rounded(bias),
    hidden: {bias: rounded(hidden.bias), heard: packed(hidden.heard), told: packed(hidden.told)},
  }
}

function fit(signs, samples, asked, vectors, {rounds, l1, units, deaf, silent}) {
  const outputs = 3 * asked + 3
  const random = randomOf(7)
  const at = new Map(signs.map((sign, i) => [sign, i]))
  const scales = Float32Array.from(signs, scaleOf)
  const rows = samples.map(({signs: own, outputs: right}) => {
    const known = own.map((sign) => at.get(sign)).filter((i) => i !== undefined)
    const norm = lengthOf(known.reduce((sum, i) => sum + scales[i] * scales[i], 0)) * (1 - deaf)
    return {known, right: [...right, ...new Set(right.map((each) => 3 * asked + Math.floor(each / asked)))], norm}
  })
  const weights = new Float32Array(signs.length * outputs)
  const pulls = new Float32Array(signs.length * outputs)
  const squares = new Float32Array(signs.length * outputs)
  const bias = new Float32Array(outputs).fill(-4)
  const biasSquares = new Float32Array(outputs).fill(0.001)
  const heard = descent(heardAtFirst(signs, vectors, units, random))
  const told = descent(Float32Array.from({length: outputs * units}, () => normal(random) * 0.1))
  const unitBias = descent(new Float32Array(units))
  const sums = new Float32Array(outputs)
  const isRight = new Uint8Array(outputs)
  const active = new Float32Array(units)
  const slopes = new Float32Array(units)
  for (let round = 0; round < rounds; round++) {
    const step = rate.units * (round < rounds / 2 ? 1 : round < (rounds * 3) / 4 ? 0.5 : 0.25)
    shuffle(rows, random)
    for (const {known, right, norm} of rows) {
      const own = deaf > 0 ? known.filter(() => random() >= deaf) : known
      sums.set(bias)
      active.set(unitBias.values)
      for (const sign of own) {
        const scale = scales[sign] / norm
        for (let k = 0, w = sign * outputs; k < outputs; k++, w++) sums[k] += weights[w] * scale
        for (let u = 0, w = sign * units; u < units; u++, w++) active[u] += heard.values[w] * scale
      }
      for (let u = 0; u < units; u++) active[u] = active[u] > 0 && random() >= silent ? active[u] / (1 - silent) : 0
      for (let u = 0; u < units; u++) {
        if (active[u] === 0) continue
        for (let k = 0, w = u * outputs; k < outputs; k++, w++) sums[k] += told.values[w] * active[u]
      }
      for (const k of right) isRight[k] = 1
      slopes.fill(0)
      for (let k = 0; k < outputs; k++) {
        if (sums[k] < -7 && !isRight[k]) continue
        const off = 1 / (1 + Math.exp(-sums[k])) - isRight[k]
        if (Math.abs(off) < 0.002) continue
        biasSquares[k] += off * off
        bias[k] -= (rate.signs * 0.2 * off) / Math.sqrt(biasSquares[k])
        for (const sign of own) pull(sign * outputs + k, (off * scales[sign]) / norm)
        for (let u = 0, w = k; u < units; u++, w += outputs) {
          if (active[u] === 0) continue
          slopes[u] += off * told.values[w]
          told.move(w, off * active[u], step)
        }
      }
      for (let u = 0; u < units; u++) {
        if (active[u] === 0 || slopes[u] === 0) continue
        unitBias.move(u, slopes[u], step)
        for (const sign of own) heard.move(sign * units + u, (slopes[u] * scales[sign]) / norm, step)
      }
      for (const k of right) isRight[k] = 0
    }
  }
  return {
    bias,
    rowOf: (sign) => weights.subarray(sign * outputs, (sign + 1) * outputs),
    hidden: {bias: unitBias.values, heard: heard.values, told: told.values},
  }

  function pull(w, slope) {
    const before = Math.sqrt(squares[w])
    squares[w] += slope * slope
    const after = Math.sqrt(squares[w])
    pulls[w] += slope - ((after - before) / rate.signs) * weights[w]
    const beyond = Math.abs(pulls[w]) - l1
    weights[w] = beyond <= 0 ? 0 : (-Math.sign(pulls[w]) * beyond) / ((spread + after) / rate.signs + l2)
  }
}

/** Numbers that are moved down a slope, each the less the more it was moved before. */
function descent(values) {
  const squares = new Float32Array(values.length).fill(0.01)
  const move = (i, slope, step) => {
    squares[i] += slope * slope
    values[i] -= (step * slope) / Math.sqrt(squares[i])
  }
  return {values, move}
}

/** What each unit hears of each sign before anything is learned: signs of words that mean alike are heard alike. */
function heardAtFirst(signs, vectors, units, random) {
  const dimensions = vectors.values().next().value?.length ?? 0
  const direction = () => Float32Array.from({length: dimensions * units}, () => normal(random) * apart)
  const directions = {'': direction(), '~': direction(), 'h:': direction()}
  const heard = new Float32Array(signs.length * units)
  for (const [i, sign] of signs.entries()) {
    const kind = /^(?:~|h:)/.exec(sign)?.[0] ?? ''
    const parts = sign.slice(kind.length).split('_').flatMap((stem) => vectors.get(stem) ?? [])
    const count = parts.length / dimensions
    for (let u = 0; u < units; u++) {
      const chance = normal(random) * apart
      let meant = 0
      for (let d = 0; d < parts.length; d++) meant += parts[d] * directions[kind][(d % dimensions) * units + u]
      heard[i * units + u] = count > 0 ? (meaning * meant) / count + (1 - meaning) * chance : chance
    }
  }
  return heard
}

function packedRows(signs, rowOf) {
  const rows = signs.map((_, i) => rowOf(i))
  const unit = unitOf(rows)
  const own = {counts: [], outputs: [], weights: [], unit}
  for (const row of rows) {
    const before = own.outputs.length
    for (const [output, weight] of row.entries()) {
      const whole = Math.round(weight / unit)
      if (whole === 0) continue
      own.outputs.push(output)
      own.weights.push(whole)
    }
    own.counts.push(own.outputs.length - before)
  }
  return own
}

function packed(numbers) {
  const unit = unitOf([numbers])
  return {unit, weights: base64(Int8Array.from(numbers, (each) => Math.round(each / unit)))}
}

/** What one counts, so that the largest is 127. */
function unitOf(rows) {
  let most = 0
  for (const row of rows) for (const each of row) most = Math.max(most, Math.abs(each))
  return most / 127
}

function base64(numbers) {
  return Buffer.from(numbers.buffer).toString('base64')
}

/** The same numbers at every run, from 0 to below 1 (mulberry32, by Tommy Ettinger, public domain). */
function randomOf(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000
  }
}

/** A number around nothing, as chance has it (Box and Muller 1958). */
function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function shuffle(rows, random) {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[rows[i], rows[j]] = [rows[j], rows[i]]
  }
}
