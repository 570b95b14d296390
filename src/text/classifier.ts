import type {Classifier} from '../model/learned.js'
import {weightsOf} from './classifier-weights.js'
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

/**
 * Scores every sentence of a policy for every requirement that the classifier knows. Sentences that commit nobody are
 * left out: questions, examples of bad practice and what is quoted. `classes` are the names of the lexicon.
 */
export function scoresOf(classifier: Classifier, reading: Reading, classes: readonly string[]): Scores {
  const {requirements} = classifier
  const signs = signsOf(reading, classes)
  const scored = reading.sentences.flatMap(({question, badExample, passage}, index): Scored[] =>
    question || badExample || passage.quoted
      ? []
      : [{index, sums: sumsOf(classifier, heardBy(classifier, signs[index]!))}],
  )
  const ofAny = requirements.length * leanings.length
  const scoreAt = ({index, sums}: Scored, place: number): Score => ({
    index,
    odds: oddsAt(sums, place, requirements.length),
    ofAny: oddsAt(sums, ofAny, 1),
  })
  const outputOf = (place: number, leaning: Leaning): number => leanings.indexOf(leaning) * requirements.length + place
  return {
    best(requirement, leaning) {
      const place = requirements.indexOf(requirement)
      if (place < 0) return null
      const output = outputOf(place, leaning)
      return mostBy(scored, 3, ({sums}) => sums[output]!).map((each) => scoreAt(each, place))
    },
    suspect(requirement) {
      const place = requirements.indexOf(requirement)
      if (place < 0) return undefined
      const against = ofAny + leanings.indexOf('against')
      const [most] = mostBy(scored, 1, ({sums}) => Math.min(0, sums[place]!) + sums[against]!)
      return most && scoreAt(most, place)
    },
    tellingWords(requirement, leaning, index) {
      const place = requirements.indexOf(requirement)
      if (place < 0) return []
      const heard = heardBy(classifier, signs[index]!)
      return tellingWords(reading.sentences[index]!, weightsTowards(classifier, heard, outputOf(place, leaning)))
    },
  }
}

/** A sentence by its index, and what all outputs come to for it. */
interface Scored {
  readonly index: number
  readonly sums: Float64Array
}

/** The few with the most, the first of equals first. */
function mostBy<T>(all: readonly T[], few: number, amountOf: (each: T) => number): readonly T[] {
  const most: {readonly each: T; readonly amount: number}[] = []
  for (const each of all) {
    const amount = amountOf(each)
    if (most.length === few && amount <= most[few - 1]!.amount) continue
    most.push({each, amount})
    most.sort((a, b) => b.amount - a.amount)
    most.length = Math.min(most.length, few)
  }
  return most.map(({each}) => each)
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
  /** The signs of a sentence that are known, by their place, and how much each counts. */
  readonly signs: readonly (readonly [place: number, count: number])[]
  /** What each hidden unit comes to, or 0 where that is less than nothing. */
  readonly units: Float64Array
}

function heardBy(classifier: Classifier, signs: readonly string[]): Heard {
  const {places, heard} = weightsOf(classifier)
  const {hidden} = classifier
  const found = signs.flatMap((sign): [number, number][] => {
    const place = places.get(sign)
    return place === undefined ? [] : [[place, scaleOf(sign)]]
  })
  const length = lengthOf(found.reduce((sum, [, count]) => sum + count * count, 0))
  const counted = found.map(([place, count]) => [place, count / length] as const)
  const units = Float64Array.from(hidden.bias)
  for (const [place, count] of counted) addTo(units, heard, place * units.length, count * hidden.heard.unit)
  return {signs: counted, units: units.map((unit) => Math.max(0, unit))}
}

/** What all outputs come to, in log odds. */
function sumsOf(classifier: Classifier, {signs, units}: Heard): Float64Array {
  const {starts, outputs, own, told} = weightsOf(classifier)
  const sums = Float64Array.from(classifier.bias)
  for (const [place, count] of signs) {
    const scale = count * classifier.unit
    const end = starts[place + 1]!
    for (let i = starts[place]!; i < end; i++) sums[outputs[i]!]! += own[i]! * scale
  }
  const {unit} = classifier.hidden.told
  for (const [u, amount] of units.entries()) if (amount > 0) addTo(sums, told, u * sums.length, amount * unit)
  return sums
}

/** Adds as many weights as there are sums, from a place on, to them. */
function addTo(sums: Float64Array, weights: Int8Array, from: number, scale: number): void {
  for (let i = 0; i < sums.length; i++) sums[i]! += weights[from + i]! * scale
}

/** How much each sign of a sentence makes it lean towards one output, by itself and through the units that it helped to speak. */
function weightsTowards(classifier: Classifier, {units}: Heard, output: number): (sign: string) => number {
  const {places, starts, outputs, own, heard, told} = weightsOf(classifier)
  const {unit, bias, hidden} = classifier
  return (sign) => {
    const place = places.get(sign)
    if (place === undefined) return 0
    const at = outputs.subarray(starts[place]!, starts[place + 1]!).indexOf(output)
    let through = 0
    for (const [u, amount] of units.entries()) {
      if (amount > 0) through += heard[place * units.length + u]! * told[u * bias.length + output]!
    }
    return (at < 0 ? 0 : own[starts[place]! + at]! * unit) + through * hidden.heard.unit * hidden.told.unit
  }
}
