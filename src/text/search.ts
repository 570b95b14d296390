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
export function nearestTo(profile: Profile, sentences: readonly Sentence[], most: number): Ranked[] {
  const average = sentences.reduce((sum, {tokens}) => sum + tokens.length, 0) / Math.max(1, sentences.length)
  const full = [...profile.values()]
    .sort((a, b) => b - a)
    .slice(0, 8)
    .reduce((sum, weight) => sum + weight, 0)
  const ranked: Ranked[] = []
  for (const [index, sentence] of sentences.entries()) {
    const score = scoreOf(profile, sentence, average)
    if (score > 0) ranked.push({index, score, likeness: score / full})
  }
  return ranked.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, most)
}

const k1 = 0.9
const lengthWeight = 0.4

function scoreOf(profile: Profile, sentence: Sentence, average: number): number {
  const {own, above} = stemsOf(sentence)
  let score = 0
  for (const stem of own) score += profile.get(stem) ?? 0
  if (score === 0) return 0
  for (const stem of above) score += (profile.get(stem) ?? 0) * headingShare
  return score / (1 - lengthWeight + (lengthWeight * sentence.tokens.length) / Math.max(1, average))
}

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

const common = new Set(
  'the a an and or of to in for on with by at from as is are be been was were it its this that these those we our you your they their them he she his her will must should may can not no if any all who what when where which how do does have has had also than then there into up out about other such only so but i me us'.split(
    ' ',
  ),
)
