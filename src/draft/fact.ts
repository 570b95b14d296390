import type {Confidence} from '../model/finding.js'
import {sentencesIn} from '../text/sentence.js'
import type {Line} from './line.js'

/** Words of the document and the line that they stand in. */
export interface Quote {
  readonly text: string
  readonly line: Line
}

/** A value read from the document. There is none without its quotation. */
export interface Read<T = unknown> {
  readonly value: T
  readonly quote: Quote
  readonly confidence: Confidence
}

/** The fields of one fact by their names in the model. Parts without a quotation of their own stand in `parts`. */
export interface Drafted {
  readonly fields: Readonly<Record<string, Read>>
  readonly lists?: Readonly<Record<string, readonly Drafted[]>>
  readonly parts?: Readonly<Record<string, Drafted>>
}

/** Something that a person has to answer, with the words that raised it where there are any. */
export interface Question {
  readonly ask: string
  readonly quote?: Quote
}

/** A quotation: the whole line where it is short, otherwise the sentences from `start` to `end`, cut at a word. */
export function quoteAt(line: Line, start = 0, end = start): Quote {
  const {text} = line
  if (text.length <= longest) return {text, line}
  const touched = sentencesIn(text).filter((sentence) => sentence.end > start && sentence.start <= end)
  const from = touched[0]?.start ?? 0
  const to = touched.at(-1)?.end ?? text.length
  if (to - from <= longest) return {text: text.slice(from, to), line}
  const first = Math.max(from, Math.min(start, to) - longest / 2)
  const piece = text.slice(first === from ? from : text.indexOf(' ', first) + 1, first + longest)
  const last = piece.lastIndexOf(' ')
  return {text: (last > longest / 2 ? piece.slice(0, last) : piece).trim(), line}
}

const longest = 360

/** A value with the words around it. */
export function readAt<T>(value: T, line: Line, start = 0, end = start, confidence: Confidence = 'high'): Read<T> {
  return {value, quote: quoteAt(line, start, end), confidence}
}

/** The fields that were found. */
export function found(fields: Readonly<Record<string, Read | null | undefined>>): Record<string, Read> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Read] => Boolean(entry[1])))
}

/** A name for a key of the model: "Holt Single Point of Access" becomes holtSinglePointOfAccess. */
export function keyOf(words: string): string {
  const parts = words
    .normalize('NFKD')
    .replace(/['’]s?\b/g, '')
    .match(/[A-Za-z0-9]+/g)
  const key = (parts ?? []).slice(0, 6).map((part, i) => {
    const lower = part.toLowerCase()
    return i === 0 ? lower : lower[0]!.toUpperCase() + lower.slice(1)
  })
  const joined = key.join('').slice(0, 48)
  // What stands for the machinery of objects names no field of a model.
  if (joined === 'constructor' || joined === 'prototype') return `${joined}Contact`
  return /^[a-z]/.test(joined) ? joined : `x${joined}`
}
