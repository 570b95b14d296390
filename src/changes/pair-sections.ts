import {type Bag, bagOf, likeness, mostLikeness} from './likeness.js'
import {emptyPairs, type Pairs, pairLikest} from './pairs.js'
import {type Headed, type Version, wordsOf} from './sentences.js'

/** So many pairs of sections without a common heading are held beside each other. */
const mostCompared = 40_000

/**
 * Which section of the one version is which of the other: by the heading and those above it, by the heading alone, then
 * by the sentences and words under it. What stands under no heading is the same in both.
 */
export function pairSections(old: Version, other: Version): Pairs {
  const pairs = emptyPairs()
  for (const keyOf of [pathOf, nameOf]) byHeading(old, other, keyOf, pairs)
  byText(old, other, pairs)
  byInner(old, other, pairs)
  return pairs
}

type KeyOf = (section: Headed, version: Version) => string

function nameOf({name}: Headed): string {
  return name
}

function pathOf(section: Headed, {sections}: Version): string {
  const names: string[] = []
  for (let at: Headed | undefined = section; at; at = sections[at.parent]) names.unshift(at.name)
  return names.join('\0')
}

function byHeading(old: Version, other: Version, keyOf: KeyOf, pairs: Pairs): void {
  const left = grouped(old, keyOf, ({index}) => pairs.newOf(index) < 0)
  const right = grouped(other, keyOf, ({index}) => pairs.oldOf(index) < 0)
  for (const [key, those] of left) {
    const these = right.get(key) ?? []
    // Of three sections "Contacts" and two, nobody knows by the heading which went.
    if (these.length !== those.length) continue
    for (const [at, one] of those.entries()) pairs.pair(one.index, these[at]!.index)
  }
}

function grouped(version: Version, keyOf: KeyOf, isFree: (section: Headed) => boolean): Map<string, Headed[]> {
  const groups = new Map<string, Headed[]>()
  for (const section of version.sections) {
    if (!isFree(section)) continue
    const key = keyOf(section, version)
    const group = groups.get(key)
    if (group) group.push(section)
    else groups.set(key, [section])
  }
  return groups
}

interface Look {
  readonly section: Headed
  readonly text: Bag
  readonly title: Bag
}

function lookOf(section: Headed): Look {
  const words: string[] = []
  for (const sentence of section.sentences) {
    if (words.length > 600) break
    words.push(...sentence.words)
  }
  return {section, text: bagOf(words), title: bagOf(wordsOf(section.name))}
}

function byText(old: Version, other: Version, pairs: Pairs): void {
  const left = old.sections.filter(({index}) => pairs.newOf(index) < 0).map(lookOf)
  const right = other.sections.filter(({index}) => pairs.oldOf(index) < 0).map(lookOf)
  const reach = Math.max(1, Math.floor(mostCompared / Math.max(1, left.length)))
  const candidates = left.flatMap((one, at) => {
    const middle = Math.round((at * right.length) / left.length)
    const from = Math.max(0, middle - (reach >> 1))
    return right
      .slice(from, from + reach)
      .map((twin) => ({old: one.section.index, other: twin.section.index, score: alike(one, twin)}))
      .filter(({score}) => score >= leastAlike)
  })
  pairLikest(candidates, pairs)
}

const leastAlike = 0.5

/** The text says more than the heading; a heading without text of its own is no ground. */
function alike(one: Look, twin: Look): number {
  if (one.text.size < 4 || twin.text.size < 4 || mostLikeness(one.text, twin.text) < 0.3) return 0
  return 0.85 * likeness(one.text, twin.text) + 0.15 * likeness(one.title, twin.title)
}

/** A heading that only holds others is the one that holds their twins. Innermost first, so that it climbs. */
function byInner(old: Version, other: Version, pairs: Pairs): void {
  for (const {index, parent} of [...old.sections].reverse()) {
    const twin = other.sections[pairs.newOf(index)]
    if (!twin || parent < 0 || twin.parent < 0) continue
    const bare = old.sections[parent]!.sentences.length === 0 && other.sections[twin.parent]!.sentences.length === 0
    if (bare && pairs.newOf(parent) < 0 && pairs.oldOf(twin.parent) < 0) pairs.pair(parent, twin.parent)
  }
}
