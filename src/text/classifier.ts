import type {Classifier} from '../model/learned.js'
import type {Reading, Sentence} from './reading.js'
import {scaleOf, signsOf, slight} from './signs.js'

/** What a sentence is scored for: that it speaks of a requirement, says all that it asks, or says the contrary. */
export const leanings = ['about', 'says', 'against'] as const
export type Leaning = (typeof leanings)[number]

/** A sentence of a reading by its index, and how likely each leaning is, in log odds. */
export interface Score {
  readonly index: number
  readonly odds: Readonly<Record<Leaning, number>>
}

/** How the sentences of one policy lean. */
export interface Scores {
  /** The two sentences that lean most towards something, best first; null for a requirement that is not known. */
  best(requirement: string, leaning: Leaning): readonly Score[] | null
  /** The words of a sentence that make it lean so, three at most, in its own order and in small letters. */
  tellingWords(requirement: string, leaning: Leaning, index: number): readonly string[]
}

/**
 * Scores every sentence of a policy for every requirement that the classifier knows. Sentences that commit nobody are
 * left out: questions, examples of bad practice and what is quoted. `classes` are the names of the lexicon.
 */
export function scoresOf(classifier: Classifier, reading: Reading, classes: readonly string[]): Scores {
  const {known, outputs, weights, starts, bias} = unpacked(classifier)
  const of = new Map(classifier.requirements.map((id, i) => [id, i]))
  const best = Array.from(bias, (): Score[] => [])
  const sums = new Float64Array(bias.length)
  const asked = classifier.requirements.length
  for (const [index, signs] of signsOf(reading, classes).entries()) {
    const {question, badExample, passage} = reading.sentences[index]!
    if (question || badExample || passage.quoted) continue
    sums.fill(0)
    let square = 0
    for (const sign of signs) {
      const at = known.get(sign)
      if (at === undefined) continue
      const count = scaleOf(sign)
      square += count * count
      for (let i = starts[at]!; i < starts[at + 1]!; i++) sums[outputs[i]!]! += weights[i]! * count
    }
    const scale = classifier.unit / lengthOf(square)
    for (let output = 0; output < sums.length; output++) sums[output] = bias[output]! + sums[output]! * scale
    for (let output = 0; output < sums.length; output++) {
      const leaning = leanings[Math.floor(output / asked)]!
      if (!isAmongBest(best[output]!, leaning, sums[output]!)) continue
      const [about, says, against] = leanings.map((_, i) => sums[i * asked + (output % asked)]!)
      keepBest(best[output]!, leaning, {index, odds: {about: about!, says: says!, against: against!}})
    }
  }
  const outputOf = (requirement: string, leaning: Leaning): number | null => {
    const at = of.get(requirement)
    return at === undefined ? null : leanings.indexOf(leaning) * asked + at
  }
  return {
    best(requirement, leaning) {
      const output = outputOf(requirement, leaning)
      return output === null ? null : best[output]!
    },
    tellingWords(requirement, leaning, index) {
      const output = outputOf(requirement, leaning)
      if (output === null) return []
      return tellingWords(reading.sentences[index]!, (sign) => {
        const at = known.get(sign)
        if (at === undefined) return 0
        const from = outputs.subarray(starts[at]!, starts[at + 1]!).indexOf(output)
        return from < 0 ? 0 : weights[starts[at]! + from]!
      })
    },
  }
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

function isAmongBest(best: readonly Score[], leaning: Leaning, odds: number): boolean {
  return best.length < 2 || odds > best[1]!.odds[leaning]
}

function keepBest(best: Score[], leaning: Leaning, score: Score): void {
  best.push(score)
  best.sort((a, b) => b.odds[leaning] - a.odds[leaning])
  best.length = Math.min(best.length, 2)
}

interface Unpacked {
  readonly known: ReadonlyMap<string, number>
  readonly outputs: Uint16Array
  readonly weights: Int8Array
  /** Where the weights of each sign begin, and, one more, where they end. */
  readonly starts: Uint32Array
  readonly bias: readonly number[]
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
      weights: new Int8Array(bytesOf(classifier.weights)),
      starts,
      bias: classifier.bias,
    }
    memo.set(classifier, ready)
  }
  return ready
}

const memo = new WeakMap<Classifier, Unpacked>()

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
