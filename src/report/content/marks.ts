import {type Passage, passagesOf, type Section} from '../../model/policy.js'
import type {Reference} from './chapter.js'

/** Where a finding's quotation stands in a passage: offsets into its text. */
export interface MarkAt {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly reference: Reference
}

/** A piece of a passage with the marks that lie on it, the worst first, and those that begin or end with it. */
export interface Piece {
  readonly text: string
  readonly on: readonly MarkAt[]
  readonly begin: readonly MarkAt[]
  readonly end: readonly MarkAt[]
}

/** The marks on each passage, by its id. A quotation that no longer stands in its passage has none. */
export function marksIn(
  sections: readonly Section[],
  references: readonly Reference[],
  prefix: string,
): Map<string, MarkAt[]> {
  const passages = new Map(passagesOf({sections}).map((passage) => [passage.id, passage]))
  const marks = new Map<string, MarkAt[]>()
  for (const reference of references) {
    let count = 0
    for (const {quote, passageId} of reference.finding.evidence) {
      const start = quote === '' ? -1 : (passages.get(passageId)?.text.indexOf(quote) ?? -1)
      if (start < 0) continue
      count++
      const mark = {id: `${prefix}-m${reference.number}-${count}`, start, end: start + quote.length, reference}
      const same = marks.get(passageId)
      if (same) same.push(mark)
      else marks.set(passageId, [mark])
    }
  }
  return marks
}

/** Cuts a stretch of a passage's text wherever a mark begins or ends. */
export function piecesOf(
  {text}: Pick<Passage, 'text'>,
  marks: readonly MarkAt[],
  [from, to]: readonly [number, number] = [0, text.length],
): Piece[] {
  const here = marks.filter(({start, end}) => start < to && end > from)
  const cuts = new Set([from, to])
  for (const {start, end} of here) cuts.add(Math.max(start, from)).add(Math.min(end, to))
  const points = [...cuts].sort((a, b) => a - b)
  return points.slice(0, -1).map((start, at) => {
    const end = points[at + 1]!
    // Findings are numbered worst first, and marks were made in that order.
    const on = here.filter((mark) => mark.start < end && mark.end > start)
    return {
      text: text.slice(start, end),
      on,
      begin: on.filter((mark) => mark.start === start),
      end: on.filter((mark) => Math.min(mark.end, to) === end),
    }
  })
}
