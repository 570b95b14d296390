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

/** The places where a way is met by sentences that say so and do not deny it. */
export function affirmedOccurrencesOf(way: Way, reading: Reading): Occurrence[] {
  const patterns = typeof way === 'string' ? [way] : way.all
  const denied = ({index, sentence}: Meeting): boolean =>
    patterns.some((pattern) => isTurnedRound(sentence, reading.find(pattern, 'affirmed').get(index) ?? []))
  return occurrencesOf(way, reading).filter((occurrence) => !occurrence.some(denied))
}

/**
 * More than a third of the words that meet a pattern stand under a negation: "the lead does not tell the council".
 * Those of a subordinate clause do not count where others do: "where a child is in danger, never ring 999".
 */
export function isTurnedRound(sentence: Sentence, spans: readonly Span[]): boolean {
  const words = [...new Set(spans.flatMap(([from, to]) => Array.from({length: to - from}, (_, i) => from + i)))]
  const within = subordinateWords(sentence)
  const main = words.filter((at) => !within[at])
  const weighed = main.length > 0 ? main : words
  return weighed.filter((at) => sentence.negated[at]).length > weighed.length / 3
}

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
