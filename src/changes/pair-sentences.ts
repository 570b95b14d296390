import {type Bag, bagOf, likeness, mostLikeness} from './likeness.js'
import {emptyPairs, type Pairs, pairLikest} from './pairs.js'
import type {Sentence, Version} from './sentences.js'

/**
 * Which sentence of the one version is which of the other: the same words in the same section, the same words
 * elsewhere, like words in the same section, and words that are very like elsewhere. The work is bounded, whatever the
 * versions hold: where a section has too many sentences that changed, each is held beside those at about its turn.
 */
export function pairSentences(old: Version, other: Version, sections: Pairs): Pairs {
  const pairs = emptyPairs()
  const free = {
    old: (all: readonly Sentence[]) => all.filter(({index}) => pairs.newOf(index) < 0),
    other: (all: readonly Sentence[]) => all.filter(({index}) => pairs.oldOf(index) < 0),
  }
  const twins = old.sections.flatMap((section) => {
    const twin = other.sections[sections.newOf(section.index)]
    return twin ? [[section.sentences, twin.sentences] as const] : []
  })
  for (const [these, those] of twins) sameWords(these, those, pairs)
  // "Yes" in a table is not the "Yes" of another.
  const long = (sentence: Sentence) => sentence.words.length >= 4
  sameWords(free.old(old.sentences).filter(long), free.other(other.sentences).filter(long), pairs)
  const left = {compared: mostCompared}
  const bags = new Map<Sentence, Bag>()
  const bag = (sentence: Sentence) => {
    const known = bags.get(sentence) ?? bagOf(sentence.words)
    bags.set(sentence, known)
    return known
  }
  for (const [these, those] of twins) likeWords(free.old(these), free.other(those), bag, left, pairs)
  farWords(free.old(old.sentences), free.other(other.sentences), bag, pairs)
  return pairs
}

/** Sentences that are held beside each other by their words, over both versions. */
const mostCompared = 300_000

function sameWords(these: readonly Sentence[], those: readonly Sentence[], {pair}: Pairs): void {
  const waiting = new Map<string, number[]>()
  for (const {key, index} of [...those].reverse()) {
    const known = waiting.get(key)
    if (known) known.push(index)
    else waiting.set(key, [index])
  }
  for (const {key, index} of these) {
    const twin = waiting.get(key)?.pop()
    if (twin !== undefined) pair(index, twin)
  }
}

function likeWords(
  these: readonly Sentence[],
  those: readonly Sentence[],
  bag: (sentence: Sentence) => Bag,
  left: {compared: number},
  pairs: Pairs,
): void {
  if (these.length === 0 || those.length === 0) return
  const allowed = Math.min(20_000, left.compared)
  const reach = Math.min(those.length, Math.max(1, Math.floor(allowed / these.length)))
  left.compared = Math.max(0, left.compared - these.length * reach)
  const candidates = these.flatMap((one, at) => {
    const middle = Math.round((at * those.length) / these.length)
    const from = Math.min(Math.max(0, middle - (reach >> 1)), those.length - reach)
    return those.slice(from, from + reach).map((twin) => ({
      old: one.index,
      other: twin.index,
      score: alike(one, twin, bag),
    }))
  })
  pairLikest(
    candidates.filter(({score}) => score >= leastAlike),
    pairs,
  )
}

const leastAlike = 0.4
const leastAlikeFar = 0.65

/** A line of a list and a row of a table are seldom each other's older words. */
function alike(one: Sentence, twin: Sentence, bag: (sentence: Sentence) => Bag): number {
  const [left, right] = [bag(one), bag(twin)]
  if (mostLikeness(left, right) < leastAlike) return 0
  return likeness(left, right) + (one.passage.form === twin.passage.form ? 0.02 : 0)
}

/** Candidates are those with three words in a row in common, and such threes that many sentences hold say nothing. */
function farWords(
  these: readonly Sentence[],
  those: readonly Sentence[],
  bag: (sentence: Sentence) => Bag,
  pairs: Pairs,
): void {
  const holders = new Map<string, Sentence[]>()
  for (const sentence of those) {
    for (const three of threesOf(sentence)) {
      const known = holders.get(three)
      if (known) known.push(sentence)
      else holders.set(three, [sentence])
    }
  }
  const candidates = these.flatMap((one) => {
    const near = new Set<Sentence>()
    for (const three of threesOf(one)) {
      const held = holders.get(three) ?? []
      if (held.length <= 5) for (const twin of held) near.add(twin)
      if (near.size > 40) break
    }
    return [...near].map((twin) => ({old: one.index, other: twin.index, score: alike(one, twin, bag)}))
  })
  pairLikest(
    candidates.filter(({score}) => score >= leastAlikeFar),
    pairs,
  )
}

function threesOf({words}: Sentence): Set<string> {
  const threes = new Set<string>()
  for (let at = 0; at + 2 < Math.min(words.length, 60); at++) threes.add(words.slice(at, at + 3).join(' '))
  return threes
}
