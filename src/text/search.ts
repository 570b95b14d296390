import type {Sentence} from './reading.js'
import {tokensOf} from './token.js'

/** A sentence and how near it comes to a profile. `likeness` is its score as a part of what eight best words give. */
export interface Ranked {
  readonly index: number
  readonly score: number
  readonly likeness: number
}

/** What a requirement sounds like: the weight of each stem in its title, cues, wordings and examples. */
export type Profile = ReadonlyMap<string, number>

/**
 * Profiles of texts, by BM25: a stem weighs more the oftener it stands in its own profile and the fewer other
 * profiles hold it. Words that stand in most profiles weigh nothing.
 */
export function profilesOf(texts: readonly string[]): Profile[] {
  const counts = texts.map((text) => {
    const count = new Map<string, number>()
    for (const {stem} of tokensOf(text)) if (!common.has(stem)) count.set(stem, (count.get(stem) ?? 0) + 1)
    return count
  })
  const holders = new Map<string, number>()
  for (const count of counts) for (const stem of count.keys()) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  return counts.map((count) => {
    const profile = new Map<string, number>()
    for (const [stem, times] of count) {
      const df = holders.get(stem)!
      const rarity = Math.log(1 + (texts.length - df + 0.5) / (df + 0.5))
      profile.set(stem, rarity * ((times * (k1 + 1)) / (times + k1)))
    }
    return profile
  })
}

/** The sentences nearest to a profile, best first. Ties keep the order of the document. */
export function nearestTo(profile: Profile, sentences: readonly Sentence[], most: number): readonly Ranked[] {
  return nearestToEach([profile], sentences, most)[0]!
}

/**
 * The same for each of several profiles. The text is gone through once, and a word of it is weighed for those profiles
 * only that hold it.
 */
export function nearestToEach(
  profiles: readonly Profile[],
  sentences: readonly Sentence[],
  most: number,
): readonly (readonly Ranked[])[] {
  const holders = holdersIn(profiles)
  const full = profiles.map(bestScoreOf)
  const average = sentences.reduce((sum, {tokens}) => sum + tokens.length, 0) / Math.max(1, sentences.length)
  const ranked = profiles.map((): Ranked[] => [])
  const scores = new Float64Array(profiles.length)
  for (const [index, sentence] of sentences.entries()) {
    const {own, above} = stemsOf(sentence)
    scores.fill(0)
    for (const stem of own) {
      const held = holders.get(stem)
      if (held) for (let i = 0; i < held.at.length; i++) scores[held.at[i]!]! += held.weights[i]!
    }
    for (const stem of above) {
      const held = holders.get(stem)
      if (!held) continue
      for (let i = 0; i < held.at.length; i++) {
        if (scores[held.at[i]!]! > 0) scores[held.at[i]!]! += held.weights[i]! * headingShare
      }
    }
    const length = 1 - lengthWeight + (lengthWeight * sentence.tokens.length) / Math.max(1, average)
    for (let at = 0; at < scores.length; at++) {
      if (scores[at]! > 0) keepBest(ranked[at]!, index, scores[at]! / length, full[at]!, most)
    }
  }
  return ranked
}

/** Puts a sentence that comes after all others in the document where it belongs among the best. */
function keepBest(best: Ranked[], index: number, score: number, full: number, most: number): void {
  let at = best.length
  while (at > 0 && best[at - 1]!.score < score) at--
  if (at >= most) return
  best.splice(at, 0, {index, score, likeness: score / full})
  if (best.length > most) best.pop()
}

/** The profiles that hold a stem, by their place, and its weight in each. */
interface Holders {
  readonly at: number[]
  readonly weights: number[]
}

function holdersIn(profiles: readonly Profile[]): ReadonlyMap<string, Holders> {
  const holders = new Map<string, Holders>()
  for (const [at, profile] of profiles.entries()) {
    for (const [stem, weight] of profile) {
      const known = holders.get(stem)
      if (known) {
        known.at.push(at)
        known.weights.push(weight)
      } else holders.set(stem, {at: [at], weights: [weight]})
    }
  }
  return holders
}

/** What the eight best words of a profile give. */
function bestScoreOf(profile: Profile): number {
  return [...profile.values()]
    .sort((a, b) => b - a)
    .slice(0, 8)
    .reduce((sum, weight) => sum + weight, 0)
}

const k1 = 0.9
const lengthWeight = 0.4

interface Stems {
  readonly own: readonly string[]
  /** Those of the headings that are not its own. */
  readonly above: readonly string[]
}

/** A sentence is scored by every profile, so its stems are gathered once. */
function stemsOf(sentence: Sentence): Stems {
  let stems = gathered.get(sentence)
  if (!stems) {
    const own = new Set(sentence.tokens.map(({stem}) => stem).filter((stem) => !common.has(stem)))
    const above = new Set(sentence.context.map(({stem}) => stem).filter((stem) => !common.has(stem) && !own.has(stem)))
    stems = {own: [...own], above: [...above]}
    gathered.set(sentence, stems)
  }
  return stems
}

const gathered = new WeakMap<Sentence, Stems>()

/** A heading above a sentence tells its topic, but less surely than its own words. */
const headingShare = 0.4

/** Stems of words that stand everywhere. */
const common = new Set(
  'the a an and or of to in for on with by at from as is are be been was were it this that these those we our you your they their them he she his her will must should may can not no if all who what when where which how do have has had also than then there into up out about other such so but i me us'.split(
    ' ',
  ),
)
