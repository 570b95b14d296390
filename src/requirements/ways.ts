import type {Evidence} from '../model/finding.js'
import {quote} from '../model/finding.js'
import type {Way} from '../model/requirement.js'
import type {Span} from '../text/pattern.js'
import {quotationOf, type Reading, type Sentence} from '../text/reading.js'

/** A sentence that meets a pattern, and the words in it that do. */
export interface Meeting {
  readonly sentence: Sentence
  readonly index: number
  readonly spans: readonly Span[]
}

/** A way met once: the sentences that meet it together. */
export type Occurrence = readonly Meeting[]

/** Every place where a way is met, in the order of the document. */
export function occurrencesOf(way: Way, reading: Reading): Occurrence[] {
  if (typeof way === 'string') return meetingsOf(way, reading).map((meeting) => [meeting])
  const all = way.all.map((pattern) => meetingsOf(pattern, reading))
  const rarest = all.reduce((least, meetings) => (meetings.length < least.length ? meetings : least))
  const found = new Map<string, Meeting[]>()
  const barred = new Set(way.unless ? meetingsOf(way.unless, reading).map((meeting) => keyOf(meeting, way.within)) : [])
  for (const one of rarest) {
    const key = keyOf(one, way.within)
    if (found.has(key) || barred.has(key)) continue
    const together = all.map((meetings) => meetings.find((meeting) => keyOf(meeting, way.within) === key))
    if (together.every((meeting) => meeting !== undefined)) found.set(key, distinct(together))
  }
  return [...found.values()]
}

/** Every sentence that meets a pattern, questions left out: a question commits nobody. */
export function meetingsOf(pattern: string, {find, sentences}: Reading): Meeting[] {
  const hits = find(pattern)
  if (hits.size === 0) return []
  return [...hits]
    .sort(([a], [b]) => a - b)
    .map(([index, spans]) => ({index, spans, sentence: sentences[index]!}))
    .filter(({sentence}) => !sentence.question)
}

/** The places where a way is met by sentences that say so and do not deny it. */
export function affirmedOccurrencesOf(way: Way, reading: Reading): Occurrence[] {
  return occurrencesOf(way, reading).filter(
    (occurrence) => !occurrence.some((meeting) => isDenied(meeting, way, reading)),
  )
}

/** Which sentences meet a part of a way and deny it. */
export function denialsOf(way: Way, reading: Reading): number[] {
  return occurrencesOf(way, reading).flatMap((occurrence) =>
    occurrence.filter((meeting) => isDenied(meeting, way, reading)).map(({index}) => index),
  )
}

function isDenied({index, sentence}: Meeting, way: Way, {find}: Reading): boolean {
  const patterns = typeof way === 'string' ? [way] : way.all
  return patterns.some((pattern) => isTurnedRound(sentence, find.at(index, pattern, 'affirmed') ?? []))
}

/**
 * More than a third of the words of substance that meet a pattern stand under a negation: "the lead does not tell the
 * council". Those of a subordinate clause do not count where others do: "where a child is in danger, never ring 999".
 */
export function isTurnedRound(sentence: Sentence, spans: readonly Span[]): boolean {
  const met = [...new Set(spans.flatMap(([from, to]) => Array.from({length: to - from}, (_, i) => from + i)))]
  const words = preferred(met, (at) => !slight.has(sentence.tokens[at]!.lower))
  const within = subordinateWords(sentence)
  const weighed = preferred(words, (at) => !within[at])
  return weighed.filter((at) => sentence.negated[at]).length > weighed.length / 3
}

/** The words that pass, or all of them where none does. */
function preferred(words: readonly number[], passes: (at: number) => boolean): readonly number[] {
  const some = words.filter(passes)
  return some.length > 0 ? some : words
}

/** Words that a span takes in between those that say something; the cue of a negation is not under it. */
const slight: ReadonlySet<string> = new Set(
  'a an the and or of to for in on at by it its is are was were be been do does did will shall not never no'.split(' '),
)

/** Which words stand between a word that opens a subordinate clause and the comma that ends it. */
function subordinateWords(sentence: Sentence): readonly boolean[] {
  let words = subordinate.get(sentence)
  if (!words) {
    words = readSubordinate(sentence)
    subordinate.set(sentence, words)
  }
  return words
}

/** A sentence is asked about once for each way that it meets. */
const subordinate = new WeakMap<Sentence, readonly boolean[]>()

function readSubordinate({tokens, passage, shift}: Sentence): readonly boolean[] {
  let inside = false
  return tokens.map(({lower, start}, at) => {
    const before = tokens[at - 1]
    const gap = before && start - shift >= 0 ? passage.text.slice(Math.max(0, before.end - shift), start - shift) : ''
    if (/[,;:.–—|]/u.test(gap)) inside = false
    if (openers.has(lower)) inside = true
    return inside
  })
}

const openers: ReadonlySet<string> = new Set(
  'if where when whenever wherever once unless except while since because although until who which that whose what'.split(
    ' ',
  ),
)

/** The sentences of an occurrence as quotations. */
export function evidenceOf(occurrence: Occurrence): Evidence[] {
  return occurrence.map(({sentence, spans}) => quote(sentence.passage, quotationOf(sentence, spans)))
}

/** Each quotation once. */
export function distinctEvidence(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((each) => [`${each.passageId} ${each.quote}`, each])).values()]
}

/** What sentences share that stand within one passage, one section or one document. */
export function keyOf({sentence}: Pick<Meeting, 'sentence'>, within: 'passage' | 'section' | 'document'): string {
  return within === 'document' ? '' : within === 'section' ? sentence.section.id : sentence.passage.id
}

function distinct(meetings: readonly Meeting[]): Meeting[] {
  const by = new Map<number, Meeting>()
  for (const meeting of meetings) {
    const known = by.get(meeting.index)
    by.set(meeting.index, known ? {...known, spans: [...known.spans, ...meeting.spans]} : meeting)
  }
  return [...by.values()].slice(0, 4)
}
