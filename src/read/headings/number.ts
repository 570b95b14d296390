import type {Mark} from '../marks.js'

/** A heading's words with the number that was typed before them. */
export interface Numbered {
  /** Without the full stop or bracket after it: "3.2", "a", but "(a)" as it stands. */
  readonly number: string | null
  readonly title: string
}

/** Splits "3.2 Confidentiality", "1. Purpose", "a) Visitors", "(b) Trips" and "IV. Scope". A bare "7 rules" is no number. */
export function splitNumber(text: string): Numbered {
  const match = dotted.exec(text) ?? delimited.exec(text) ?? bracketed.exec(text)
  const [, number, title] = match ?? []
  return number && title ? {number, title} : {number: null, title: text}
}

/** Whether a piece of text is nothing but a number that was typed before a title: "8.2 ", "3)". */
export function isTypedNumber(text: string): boolean {
  return /^\s*\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s*$/u.test(text)
}

const dotted = /^(\d{1,3}(?:\.\d{1,3}){1,6})[.):]?\s+(\S.*)$/s
const delimited = /^(\d{1,3}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})[.)]\s*[-–—]?\s*(?=[^\s\d])(\S.*)$/s
const bracketed = /^(\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})\))\s+(\S.*)$/s

/**
 * Takes a bare number before a heading ("4 Referral") for its number where a heading of the same level has the next
 * or the last one, so that "7 golden rules" stays a title.
 */
export function numberBareHeadings<M extends Mark>(marks: readonly M[]): readonly M[] {
  const counted = new Map<number, Set<number>>()
  for (const mark of marks) {
    if (mark.type !== 'heading') continue
    const number = mark.number ?? bare.exec(mark.text)?.[1]
    if (!number || !/^\d+$/.test(number)) continue
    const level = counted.get(mark.level) ?? new Set()
    counted.set(mark.level, level.add(Number(number)))
  }
  return marks.map((mark) => {
    if (mark.type !== 'heading' || mark.number !== null) return mark
    const [, number, text] = bare.exec(mark.text) ?? []
    if (!number || !text) return mark
    const beside = counted.get(mark.level)
    return beside?.has(Number(number) - 1) || beside?.has(Number(number) + 1) ? {...mark, number, text} : mark
  })
}

const bare = /^(\d{1,2})\s+(\p{Lu}.*)$/su
