import {stemOf} from './stem.js'

/** A word of a text: its own letters, its lower case, its stem, and where it stands. */
export interface Token {
  readonly word: string
  readonly lower: string
  readonly stem: string
  readonly start: number
  readonly end: number
}

// One character class after another with no overlap between them, so the scan is linear.
const words = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu

/** The words of a text in order. Hyphens and slashes part words; apostrophes do not. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(words)) {
    const word = match[0].length > 64 ? match[0].slice(0, 64) : match[0]
    const lower = word.toLowerCase().replaceAll('’', "'")
    tokens.push({word, lower, stem: stemOf(lower), start: match.index, end: match.index + match[0].length})
  }
  return tokens
}
