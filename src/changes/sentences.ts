import {type Passage, type Section, sectionsOf} from '../model/policy.js'
import {sentencesIn} from '../text/sentence.js'

/** A sentence of a version, with what it is compared by. */
export interface Sentence {
  /** Its turn in the version. */
  readonly index: number
  /** The turn of its section in the version. */
  readonly section: number
  readonly text: string
  readonly passage: Passage
  /** Where it stands in the passage's text. */
  readonly start: number
  readonly end: number
  /** Its text but for spaces and for the shape of quotation marks and dashes. */
  readonly key: string
  /** Its first words in small letters, for likeness. */
  readonly words: readonly string[]
}

/** A section of a version, with what it is known again by. */
export interface Headed {
  readonly index: number
  /** The turn of the section that it stands in, or -1. */
  readonly parent: number
  readonly section: Section
  /** The title without its number, in small letters. */
  readonly name: string
  readonly sentences: readonly Sentence[]
}

export interface Version {
  readonly sections: readonly Headed[]
  readonly sentences: readonly Sentence[]
}

/** So many words of a sentence are looked at where its likeness to another is measured. */
const mostWords = 200

/** A version as sentences under headings. The lines of a contents table only say again what the headings say. */
export function versionOf(policy: {readonly sections: readonly Section[]}): Version {
  const sentences: Sentence[] = []
  const flat = sectionsOf(policy)
  const turns = new Map(flat.map((section, at) => [section, at]))
  const parents = new Map(flat.flatMap((section) => section.sections.map((inner) => [inner, turns.get(section)!])))
  const sections = flat.map((section, index): Headed => {
    const own: Sentence[] = []
    for (const passage of section.passages) {
      if (passage.form === 'contents') continue
      for (const {text, start, end} of sentencesIn(passage.text)) {
        const key = keyOf(text)
        const words = wordsOf(key.toLowerCase())
        own.push({index: sentences.length + own.length, section: index, text, passage, start, end, key, words})
      }
    }
    sentences.push(...own)
    return {index, parent: parents.get(section) ?? -1, section, name: nameOf(section.title), sentences: own}
  })
  return {sections, sentences}
}

export function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push(word)
    if (words.length === mostWords) break
  }
  return words
}

function keyOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‛´`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

function nameOf(title: string): string {
  return keyOf(title)
    .toLowerCase()
    .replace(/^(?:(?:section|part|appendix|annex)\s+)?[\d.()\s]+(?=\p{L})/u, '')
}
