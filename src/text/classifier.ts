import type {Classifier, PackedWeights} from '../model/learned.js'
import type {Reading, Sentence} from './reading.js'
import {scaleOf, signsOf, slight} from './signs.js'

/** What a sentence is scored for: that it speaks of a requirement, says all that it asks, or says the contrary. */
export const leanings = ['about', 'says', 'against'] as const
export type Leaning = (typeof leanings)[number]
type Odds = Readonly<Record<Leaning, number>>

/** A sentence of a reading by its index, and how likely each leaning is, in log odds: for one requirement, and for any at all. */
export interface Score {
  readonly index: number
  readonly odds: Odds
  readonly ofAny: Odds
}

/** How the sentences of one policy lean. */
export interface Scores {
  /** The three sentences that lean most towards something, best first; null for a requirement that is not known. */
  best(requirement: string, leaning: Leaning): readonly Score[] | null
  /** The sentence that most speaks of a requirement and is against any at once. */
  suspect(requirement: string): Score | undefined
  /** The words of a sentence that make it lean so, three at most, in its own order and in small letters. */
  tellingWords(requirement: string, leaning: Leaning, index: number): readonly string[]
}

/** How many sentences are kept for each leaning. */
const kept = 3

/**
 * Scores every sentence of a policy for every requirement that the classifier knows. Sentences that commit nobody are
 * left out: questions, examples of bad practice and what is quoted. `classes` are the names of the lexicon.
 */
export function scoresOf(classifier: Classifier, reading: Reading, classes: readonly string[]): Scores {
  const ready = unpacked(classifier)
  const asked = classifier.requirements.length
  const of = new Map(classifier.requirements.map((id, i) => [id, i]))
  const best = Array.from({length: leanings.length * asked}, (): Ranked[] => [])
  const suspects = Array.from({length: asked}, (): Ranked[] => [])
  const signs = signsOf(reading, classes)
  for (const [index, own] of signs.entries()) {
    const {question, badExample, passage} = reading.sentences[index]!
    if (question || badExample || passage.quoted) continue
    const sums = sumsOf(ready, heardFrom(ready, own))
    const ofAny = oddsAt(sums, leanings.length * asked, 1)
    for (let at = 0; at < asked; at++) {
      let score: Score | undefined
      const keep = (list: Ranked[], by: number, most: number): void => {
        if (list.length === most && by <= list[most - 1]!.by) return
        score ??= {index, odds: oddsAt(sums, at, asked), ofAny}
        list.push({by, score})
        list.sort((a, b) => b.by - a.by)
        list.length = Math.min(list.length, most)
      }
      for (let i = 0; i < leanings.length; i++) keep(best[i * asked + at]!, sums[i * asked + at]!, kept)
      keep(suspects[at]!, Math.min(0, sums[at]!) + ofAny.against, 1)
    }
  }
  return {
    best(requirement, leaning) {
      const at = of.get(requirement)
      return at === undefined ? null : best[leanings.indexOf(leaning) * asked + at]!.map(({score}) => score)
    },
    suspect(requirement) {
      const at = of.get(requirement)
      return at === undefined ? undefined : suspects[at]![0]?.score
    },
    tellingWords(requirement, leaning, index) {
      const at = of.get(requirement)
      if (at === undefined) return []
      const heard = heardFrom(ready, signs[index]!)
      return tellingWords(
        reading.sentences[index]!,
        weightsTowards(ready, heard, leanings.indexOf(leaning) * asked + at),
      )
    },
  }
}

interface Ranked {
  readonly by: number
  readonly score: Score
}

function oddsAt(sums: Float64Array, from: number, step: number): Odds {
  const [about, says, against] = leanings.map((_, i) => sums[from + i * step]!)
  return {about: about!, says: says!, against: against!}
}

/** The words with the heaviest signs: their own, those under a negation, and those that they make up with their neighbours. */
function tellingWords({tokens, negated}: Sentence, weightOf: (sign: string) => number): readonly string[] {
  const pairs = tokens.slice(1).map(({stem}, i) => weightOf(`${tokens[i]!.stem}_${stem}`) / 2)
  const heavy = tokens
    .map(({stem, lower}, i) => ({
      lower,
      weight: weightOf(stem) + (negated[i] ? weightOf(`~${stem}`) : 0) + (pairs[i - 1] ?? 0) + (pairs[i] ?? 0),
    }))
    .filter(({weight, lower}) => weight > 0 && lower.length > 2 && !slight.has(lower))
    .sort((a, b) => b.weight - a.weight)
  const place = (word: string): number => tokens.findIndex(({lower}) => lower === word)
  return [...new Set(heavy.map(({lower}) => lower))].slice(0, 3).sort((a, b) => place(a) - place(b))
}

/** By how much the weights of a sentence are divided, so that a long sentence does not lean further for its length. */
export function lengthOf(square: number): number {
  return Math.sqrt(Math.max(4, square))
}

interface Heard {
  /** Which of its signs are known, by their place, and how much each counts. */
  readonly signs: readonly (readonly [place: number, count: number])[]
  /** What each hidden unit comes to, or 0 where that is less than nothing. */
  readonly units: Float64Array
}

function heardFrom({known, heard, hiddenBias}: Unpacked, signs: readonly string[]): Heard {
  const found = signs.flatMap((sign): [number, number][] => {
    const place = known.get(sign)
    return place === undefined ? [] : [[place, scaleOf(sign)]]
  })
  const length = lengthOf(found.reduce((sum, [, count]) => sum + count * count, 0))
  const counted = found.map(([place, count]) => [place, count / length] as const)
  const units = Float64Array.from(hiddenBias)
  for (const [place, count] of counted) {
    const from = place * units.length
    const scale = count * heard.unit
    for (let u = 0; u < units.length; u++) units[u]! += heard.weights[from + u]! * scale
  }
  for (let u = 0; u < units.length; u++) units[u] = Math.max(0, units[u]!)
  return {signs: counted, units}
}

/** What all outputs come to, in log odds. */
function sumsOf({outputs, own, starts, bias, told}: Unpacked, {signs, units}: Heard): Float64Array {
  const sums = Float64Array.from(bias)
  for (const [place, count] of signs) {
    const scale = count * own.unit
    for (let i = starts[place]!; i < starts[place + 1]!; i++) sums[outputs[i]!]! += own.weights[i]! * scale
  }
  for (let output = 0; output < sums.length; output++) {
    const from = output * units.length
    let sum = 0
    for (let u = 0; u < units.length; u++) sum += told.weights[from + u]! * units[u]!
    sums[output]! += sum * told.unit
  }
  return sums
}

/** How much each sign of a sentence makes it lean towards one output, by itself and through the units that it helped to speak. */
function weightsTowards(
  {known, outputs, own, starts, heard, told}: Unpacked,
  {units}: Heard,
  output: number,
): (sign: string) => number {
  return (sign) => {
    const place = known.get(sign)
    if (place === undefined) return 0
    const at = outputs.subarray(starts[place]!, starts[place + 1]!).indexOf(output)
    let through = 0
    for (const [u, unit] of units.entries()) {
      if (unit > 0) through += heard.weights[place * units.length + u]! * told.weights[output * units.length + u]!
    }
    return (at < 0 ? 0 : own.weights[starts[place]! + at]! * own.unit) + through * heard.unit * told.unit
  }
}

interface Weights {
  readonly unit: number
  readonly weights: Int8Array
}

interface Unpacked {
  readonly known: ReadonlyMap<string, number>
  readonly outputs: Uint16Array
  readonly own: Weights
  /** Where the weights of each sign begin, and, one more, where they end. */
  readonly starts: Uint32Array
  readonly bias: readonly number[]
  readonly hiddenBias: readonly number[]
  readonly heard: Weights
  readonly told: Weights
}

/** A classifier is unpacked once, however many policies are judged with it. */
function unpacked(classifier: Classifier): Unpacked {
  let ready = memo.get(classifier)
  if (!ready) {
    const counts = pairs(classifier.counts)
    const starts = new Uint32Array(counts.length + 1)
    for (const [i, count] of counts.entries()) starts[i + 1] = starts[i]! + count
    ready = {
      known: new Map(classifier.signs.split('\n').map((sign, i) => [sign, i])),
      outputs: pairs(classifier.outputs),
      own: weightsOf(classifier),
      starts,
      bias: classifier.bias,
      hiddenBias: classifier.hidden.bias,
      heard: weightsOf(classifier.hidden.heard),
      told: weightsOf(classifier.hidden.told),
    }
    memo.set(classifier, ready)
  }
  return ready
}

const memo = new WeakMap<Classifier, Unpacked>()

function weightsOf({unit, weights}: PackedWeights): Weights {
  return {unit, weights: new Int8Array(bytesOf(weights))}
}

function pairs(base64: string): Uint16Array {
  const bytes = bytesOf(base64)
  const numbers = new Uint16Array(bytes.length / 2)
  for (let i = 0; i < numbers.length; i++) numbers[i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8)
  return numbers
}

function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64)
  const bytes = new Uint8Array(letters.length)
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i)
  return bytes
}
