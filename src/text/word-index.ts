import {either, type Hits, nothing, type Span, spanLimit} from './hits.js'
import type {Token} from './token.js'

/** Where the words of some lines stand. */
export interface Index {
  find(by: 'stem' | 'exact' | 'capitals' | 'prefix', value: string): Hits
}

/** An inverted index of words, made on first use of each sort. */
export function indexOf(texts: readonly (readonly Token[])[]): Index {
  const made = new Map<string, Map<string, Map<number, Span[]>>>()
  let sorted: string[] | undefined
  const by = (sort: 'stem' | 'exact' | 'capitals'): Map<string, Map<number, Span[]>> => {
    let index = made.get(sort)
    if (index) return index
    index = new Map()
    for (const [line, tokens] of texts.entries()) {
      for (const [at, token] of tokens.entries()) {
        // A word in small letters stands in capitals nowhere.
        if (sort === 'capitals' && /^.[a-z]/.test(token.word)) continue
        const key =
          sort === 'stem'
            ? token.stem
            : sort === 'exact'
              ? token.lower
              : token.word.endsWith('s')
                ? token.word.replace(/(?<=\p{Lu})(?:['’]s|s)$/u, '')
                : token.word
        let lines = index.get(key)
        if (!lines) {
          lines = new Map()
          index.set(key, lines)
        }
        const spans = lines.get(line)
        if (!spans) lines.set(line, [[at, at + 1]])
        else if (spans.length < spanLimit) spans.push([at, at + 1])
      }
    }
    made.set(sort, index)
    return index
  }
  return {
    find(sort, value) {
      if (sort !== 'prefix') return by(sort).get(value) ?? nothing
      sorted ??= [...by('exact').keys()].sort()
      const from = firstNotBefore(sorted, value)
      let to = from
      while (sorted[to]?.startsWith(value)) to++
      return union(sorted.slice(from, to).map((word) => by('exact').get(word)!))
    },
  }
}

function union(parts: readonly Hits[]): Hits {
  if (parts.length === 0) return nothing
  if (parts.length === 1) return parts[0]!
  const hits = new Map<number, readonly Span[]>()
  for (const part of parts) for (const [line, spans] of part) hits.set(line, either(hits.get(line), spans)!)
  return hits
}

/** Where a word stands, or would stand, in a sorted list. */
function firstNotBefore(words: readonly string[], wanted: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
