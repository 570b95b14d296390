import type {Reading, Sentence} from '../text/reading.js'

/** A sentence and its index in the reading. */
export interface SentencePlace {
  readonly index: number
  readonly sentence: Sentence
}

/** The sentence in which an offset of a passage stands, or null for text that is not judged as sentences. */
export function sentenceAt(reading: Reading, passageId: string, offset: number): SentencePlace | null {
  const around = sentencesOf(reading, passageId)
  return around.findLast(({sentence}) => sentence.start <= offset) ?? around[0] ?? null
}

/** The sentences of a passage, in order. */
export function sentencesOf(reading: Reading, passageId: string): readonly SentencePlace[] {
  let by = memo.get(reading)
  if (!by) {
    by = new Map<string, SentencePlace[]>()
    for (const [index, sentence] of reading.sentences.entries()) {
      const {id} = sentence.passage
      const list = by.get(id)
      if (list) list.push({index, sentence})
      else by.set(id, [{index, sentence}])
    }
    memo.set(reading, by)
  }
  return by.get(passageId) ?? []
}

/** A memo of a pure function, kept as long as the reading that it was made from. */
const memo = new WeakMap<Reading, Map<string, SentencePlace[]>>()
