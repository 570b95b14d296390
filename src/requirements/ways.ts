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
  for (const {sentence, index, spans} of rarest) {
    const key = keyOf({sentence, index, spans}, way.within)
    if (found.has(key) || barred.has(key)) continue
    const together = all.map((meetings) => meetings.find((meeting) => keyOf(meeting, way.within) === key))
    if (together.every((meeting) => meeting !== undefined)) found.set(key, distinct(together))
  }
  return [...found.values()]
}

/** Every sentence that meets a pattern, questions left out: a question commits nobody. */
export function meetingsOf(pattern: string, {find, sentences}: Reading): Meeting[] {
  return [...find(pattern)]
    .sort(([a], [b]) => a - b)
    .map(([index, spans]) => ({index, spans, sentence: sentences[index]!}))
    .filter(({sentence}) => !sentence.question)
}

/** The places where a way is met by a sentence that affirms it. */
export function affirmedOccurrencesOf(way: Way, reading: Reading): Occurrence[] {
  const patterns = typeof way === 'string' ? [way] : way.all
  const occurrences = occurrencesOf(way, reading)
  return patterns.some((pattern) => reading.tellsPolarity(pattern))
    ? occurrences
    : occurrences.filter((occurrence) => !occurrence.some(isTurnedRound))
}

/** Most of the words that meet the pattern stand under a negation: "the lead does not tell the council". */
function isTurnedRound({sentence, spans}: Meeting): boolean {
  const words = new Set(spans.flatMap(([from, to]) => Array.from({length: to - from}, (_, i) => from + i)))
  const negated = [...words].filter((at) => sentence.negated[at]).length
  return words.size > 0 && negated > words.size / 2
}

/** The sentences of an occurrence as quotations. */
export function evidenceOf(occurrence: Occurrence): Evidence[] {
  return occurrence.map(({sentence, spans}) => quote(sentence.passage, quotationOf(sentence, spans)))
}

function keyOf({sentence}: Meeting, within: 'passage' | 'section' | 'document'): string {
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
