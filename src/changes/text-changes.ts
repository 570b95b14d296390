import type {ChangedWords, Run, SectionChange, SectionName, TextChange} from '../model/comparison.js'
import type {Section} from '../model/policy.js'
import {inOrder} from './in-order.js'
import {pairSections} from './pair-sections.js'
import {pairSentences} from './pair-sentences.js'
import {mirrored, type Pairs} from './pairs.js'
import {type Headed, type Sentence, type Version, versionOf} from './sentences.js'
import {type Allowance, wholeAllowance, wordRuns} from './word-runs.js'

type Sections = {readonly sections: readonly Section[]}

/** Two versions section by section and sentence by sentence. */
export interface TextComparison {
  readonly sections: readonly SectionChange[]
  readonly changes: readonly TextChange[]
  readonly old: Side
  readonly new: Side
}

/** One version, with the change that touches each of its sentences. */
export interface Side {
  readonly version: Version
  /** By the sentence's turn; nothing for one that both versions say alike in the same place. */
  readonly changeOf: ReadonlyMap<number, TextChange>
  /** The turn of the same or reworded sentence in the other version. */
  readonly twinOf: (sentence: number) => number
  /** The changes in a section or in its twin, by the section's turn. */
  readonly changesIn: (section: number) => readonly TextChange[]
}

/**
 * What changed in the text from one version to the other. Sections are known again by their headings, then by their
 * text, so that one that was moved or renamed is not told as deleted and added. What it gives the other way round is
 * its mirror.
 */
export function textChanges(older: Sections, newer: Sections): TextComparison {
  const [old, current] = [versionOf(older), versionOf(newer)]
  const {sections, sentences, moved, movedSections} = pairingOf(old, current)
  const told = changesBetween(old, current, {sections, sentences, moved})
  const changes = told.map(({change}) => change)
  const changesIn = new Map<Headed, readonly TextChange[]>()
  const listed = merged(old.sections, current.sections, sections).map(([one, twin]): SectionChange => {
    const own = told.filter(({home}) => home === (twin ?? one)).map(({change}) => change)
    for (const section of [one, twin]) if (section) changesIn.set(section, own)
    const ids = own.map(({id}) => id)
    return sectionChange(one, twin, ids, one !== null && twin !== null && movedSections.has(one.index))
  })
  const sideOf = (version: Version, which: 'old' | 'new', twinOf: (sentence: number) => number): Side => ({
    version,
    twinOf,
    changeOf: new Map(told.flatMap((each) => (each[which] ? [[each[which].index, each.change] as const] : []))),
    changesIn: (section) => changesIn.get(version.sections[section]!) ?? [],
  })
  return {
    sections: listed,
    changes,
    old: sideOf(old, 'old', sentences.newOf),
    new: sideOf(current, 'new', sentences.oldOf),
  }
}

interface Pairing {
  readonly sections: Pairs
  readonly sentences: Pairs
  /** Turns, in the older version, of sentences and sections that stand elsewhere in the newer. */
  readonly moved: ReadonlySet<number>
  readonly movedSections: ReadonlySet<number>
}

/** Pairs the versions always in the same direction, so that the other direction gives the mirror. */
function pairingOf(old: Version, current: Version): Pairing {
  if (!comesFirst(current, old)) return pairingForth(old, current)
  const {sections, sentences, moved, movedSections} = pairingForth(current, old)
  return {
    sections: mirrored(sections),
    sentences: mirrored(sentences),
    moved: new Set([...moved].map(sentences.newOf)),
    movedSections: new Set([...movedSections].map(sections.newOf)),
  }
}

function pairingForth(old: Version, current: Version): Pairing {
  const sections = pairSections(old, current)
  const sentences = pairSentences(old, current, sections)
  return {
    sections,
    sentences,
    moved: movedSentences(old, current, sections, sentences),
    movedSections: movedSections(old, current, sections),
  }
}

function comesFirst(one: Version, other: Version): boolean {
  const text = ({sections}: Version) =>
    sections.map(({section, sentences}) => [section.title, ...sentences.map((each) => each.text)].join('\n')).join('\n')
  return text(one) < text(other)
}

function movedSentences(old: Version, current: Version, sections: Pairs, sentences: Pairs): Set<number> {
  const moved = new Set<number>()
  for (const section of old.sections) {
    const here = sections.newOf(section.index)
    const staying = []
    for (const {index, words} of section.sentences) {
      const twin = current.sentences[sentences.newOf(index)]
      if (!twin) continue
      if (twin.section !== here) moved.add(index)
      else staying.push({at: twin.index, weight: words.length, index})
    }
    const steady = inOrder(staying)
    // Two words that changed places are two cells of a table.
    for (const each of staying) if (!steady.has(each) && each.weight > 2) moved.add(each.index)
  }
  return moved
}

/** Among the sections within one heading, those that changed places; and those that now stand within another. */
function movedSections(old: Version, current: Version, sections: Pairs): Set<number> {
  const moved = new Set<number>()
  const families = new Map<number, {readonly at: number; readonly weight: number; readonly index: number}[]>()
  for (const {index, parent, sentences} of old.sections) {
    const twin = current.sections[sections.newOf(index)]
    if (!twin) continue
    const [from, to] = [parent, twin.parent < 0 ? -1 : sections.oldOf(twin.parent)]
    const isWrapped = (parent >= 0 && sections.newOf(parent) < 0) || (twin.parent >= 0 && to < 0)
    if (from !== to && !isWrapped) moved.add(index)
    else families.set(from, [...(families.get(from) ?? []), {at: twin.index, weight: 1 + sentences.length, index}])
  }
  for (const family of families.values()) {
    const steady = inOrder(family)
    for (const each of family) if (!steady.has(each)) moved.add(each.index)
  }
  return moved
}

/** Every thing with its twin: in the newer version's order, what is gone after what stood before it. */
function merged<T extends {readonly index: number}>(
  these: readonly T[],
  those: readonly T[],
  {newOf, oldOf}: Pairs,
): [T | null, T | null][] {
  const before = new Map<number, T[]>()
  const own = new Map(those.map((each) => [each.index, each]))
  const mine = new Map(these.map((each) => [each.index, each]))
  let last = -1
  for (const each of these) {
    const twin = newOf(each.index)
    if (own.has(twin)) last = twin
    else before.set(last, [...(before.get(last) ?? []), each])
  }
  const gone = (at: number): [T | null, T | null][] => (before.get(at) ?? []).map((each) => [each, null])
  return [
    ...gone(-1),
    ...those.flatMap((each): [T | null, T | null][] => [
      [mine.get(oldOf(each.index)) ?? null, each],
      ...gone(each.index),
    ]),
  ]
}

interface Told {
  readonly change: TextChange
  /** The section that tells it: the newer one, save for what is gone with its section. */
  readonly home: Headed
  readonly old: Sentence | null
  readonly new: Sentence | null
}

function changesBetween(
  old: Version,
  current: Version,
  {sections, sentences, moved}: Pick<Pairing, 'sections' | 'sentences' | 'moved'>,
): Told[] {
  const told: Told[] = []
  const allowance = wholeAllowance()
  for (const [one, twin] of merged(old.sections, current.sections, sections)) {
    const pairs = merged(one?.sentences ?? [], twin?.sentences ?? [], sentences)
    for (const [before, after] of pairs) {
      // A sentence that moved is told where it stands now.
      if (before && !after && sentences.newOf(before.index) >= 0) continue
      const origin = before ?? (after && old.sentences[sentences.oldOf(after.index)]) ?? null
      const isMoved = origin !== null && moved.has(origin.index)
      if (origin && after && origin.key === after.key && !isMoved) continue
      const change = changeOf(`c${told.length + 1}`, origin, after, isMoved, allowance)
      told.push({change, home: (twin ?? one)!, old: origin, new: after})
    }
  }
  return told
}

function changeOf(
  id: string,
  old: Sentence | null,
  current: Sentence | null,
  moved: boolean,
  allowance: Allowance,
): TextChange {
  const sides = {moved, old: old && wordsIn(old), new: current && wordsIn(current)}
  if (old && current) {
    const kind = old.key === current.key ? 'moved' : 'reworded'
    return {id, kind, ...sides, runs: kind === 'moved' ? sameRun(current) : wordRuns(old.text, current.text, allowance)}
  }
  if (old) return {id, kind: 'removed', ...sides, runs: [{kind: 'removed', text: old.text}]}
  return {id, kind: 'added', ...sides, runs: [{kind: 'added', text: current!.text}]}
}

function sameRun({text}: Sentence): Run[] {
  return [{kind: 'same', text}]
}

function wordsIn({text, passage: {id, place}}: Sentence): ChangedWords {
  return {text, passageId: id, place}
}

function sectionChange(
  old: Headed | null,
  current: Headed | null,
  changes: readonly string[],
  moved: boolean,
): SectionChange {
  const renamed = old !== null && current !== null && old.name !== current.name
  const renumbered = old !== null && current !== null && old.section.number !== current.section.number
  const kind = !old ? 'added' : !current ? 'removed' : changes.length > 0 ? 'changed' : 'same'
  return {kind, old: old && nameOf(old), new: current && nameOf(current), renamed, renumbered, moved, changes}
}

function nameOf({section, sentences}: Headed): SectionName {
  const {title, number, place} = section
  const words = sentences.reduce((sum, {text}) => sum + (text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0)
  return {title, number, place, words}
}
