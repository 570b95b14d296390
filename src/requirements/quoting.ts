import {type Evidence, quote} from '../model/finding.js'
import type {Grounds} from './kind.js'
import {sentenceAt} from './sentence-at.js'
import {evidenceOf} from './ways.js'

/** A typed fact, by where it stands. */
interface Placed {
  readonly passageId: string
  readonly span: readonly [number, number] | null
}

/** The sentence in which a fact stands, or, in a footer or a property, the words around it. */
export function factEvidence(
  {passageId, span}: Placed,
  {reading, passages}: Pick<Grounds, 'reading' | 'passages'>,
): Evidence {
  const at = span?.[0] ?? 0
  const place = sentenceAt(reading, passageId, at)
  if (place && place.sentence.text.length <= 300) return evidenceOf([{...place, spans: []}])[0]!
  const passage = passages.get(passageId)!
  return quote(passage, excerpt(passage.text, at))
}

/** Up to 240 characters around an offset, cut at spaces: a piece of the text. */
export function excerpt(text: string, at: number): string {
  if (text.length <= 240) return text
  const from = at <= 120 ? 0 : text.indexOf(' ', at - 120) + 1
  const to = from + 240 >= text.length ? text.length : text.lastIndexOf(' ', from + 240)
  return text.slice(Math.min(from, at), to > at ? to : from + 240)
}
