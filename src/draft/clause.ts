import {sentencesIn} from '../text/sentence.js'
import type {Line} from './line.js'
import type {Piece} from './openings.js'

/** A sentence of a step, or a part of one, and where it begins in its line. */
export interface Clause {
  readonly text: string
  readonly line: Line
  readonly start: number
}

/** The sentences of a piece, and the parts of a sentence between dashes, bars and colons before them. */
export function clausesOf({line, start, end}: Piece, row: boolean): Clause[] {
  const text = line.text.slice(start, end)
  const bar = row ? /\s\|\s|:\s/gu : /\s[–—-]\s/gu
  const cuts = [0, ...[...text.matchAll(bar)].map((match) => match.index + match[0].length)]
  return cuts.flatMap((from, i) => {
    const part = text.slice(from, cuts[i + 1] ?? text.length).replace(bar, ' ')
    return sentencesIn(part).map((each) => ({text: each.text, line, start: start + from + each.start}))
  })
}

export type Columns = readonly {readonly header: string; readonly text: string}[]

/** The cells of a row but the first, each with its header. */
export function columnsOf({passage}: Line): Columns {
  return passage!.cells!.slice(1).map(({header, text}) => ({header: (header ?? '').trim(), text: text.trim()}))
}
