import type {Leaf} from './leaf.js'

/** A stretch of a document's words, from before one character to after another. */
export interface Stretch {
  readonly from: Edge
  readonly to: Edge
  /** True when it is the words asked for and no others. */
  readonly exact: boolean
}

/** A place in a leaf: before its character `offset`, or after all of them. */
export interface Edge {
  readonly leaf: Leaf
  readonly offset: number
}

/**
 * Finds a quotation in the leaves that its passage was read from. The passage was made plain (single spaces, no soft
 * hyphens, the cells of a row joined by bars), so spaces are not compared, and where that does not find it nothing but
 * letters and digits is. Gives all of the leaves when the words are not found, and null when there are none.
 */
export function findWords(leaves: readonly Leaf[], words: string): Stretch | null {
  const solid = leaves.filter(({text, offsets}) => text.trim() !== '' || offsets === null)
  const [first, last] = [solid[0], solid.at(-1)]
  if (!first || !last) return null
  const found = search(leaves, words, spaces) ?? search(leaves, words, allButLetters) ?? searchEnds(leaves, words)
  if (found) return found
  const lastLetter = last.text.trimEnd().length
  const start = first.text.length - first.text.trimStart().length
  return {from: {leaf: first, offset: start}, to: {leaf: last, offset: lastLetter}, exact: false}
}

/** What is not compared: spaces and signs that do not print, or all but letters and digits. */
const spaces = /[\s\u0085\u2028\u2029]|\p{Cc}|\p{Cf}/u
const allButLetters = /[^\p{L}\p{N}]/u

/** Text with characters left out, and where each of those that are left came from. */
interface Folded {
  readonly text: string
  readonly from: readonly Edge[]
}

function fold(leaves: readonly Leaf[], dropped: RegExp): Folded {
  let text = ''
  const from: Edge[] = []
  for (const leaf of leaves) {
    for (let offset = 0; offset < leaf.text.length; ) {
      const sign = String.fromCodePoint(leaf.text.codePointAt(offset)!)
      if (!dropped.test(sign)) {
        text += sign === '\u2011' ? '-' : sign
        for (let unit = 0; unit < sign.length; unit++) from.push({leaf, offset: offset + unit})
      }
      offset += sign.length
    }
  }
  return {text, from}
}

function search(leaves: readonly Leaf[], words: string, dropped: RegExp): Stretch | null {
  const wanted = foldedWords(words, dropped)
  if (wanted === '') return null
  const {text, from} = fold(leaves, dropped)
  let chosen = -1
  for (let at = text.indexOf(wanted), tries = 0; at >= 0 && tries < most; at = text.indexOf(wanted, at + 1), tries++) {
    if (chosen < 0) chosen = at
    if (!standsAlone(from[at]!, from[at + wanted.length - 1]!)) continue
    chosen = at
    break
  }
  if (chosen < 0) return null
  const to = withMarks(from[chosen + wanted.length - 1]!, words)
  return {from: from[chosen]!, to, exact: true}
}

/** Words may be in many places within others ("a" in "that"); so many are looked at for one that stands alone. */
const most = 200

function foldedWords(words: string, dropped: RegExp): string {
  return [...words.replaceAll('\u2011', '-')].filter((sign) => !dropped.test(sign)).join('')
}

/** Whether no letter or digit stands directly before or after, in the same leaf. */
function standsAlone(first: Edge, last: Edge): boolean {
  const before = first.leaf.text.slice(0, first.offset)
  const after = last.leaf.text.slice(last.offset + 1)
  return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)
}

/** After a character, and after the punctuation at the end of the words where that follows it. */
function withMarks({leaf, offset}: Edge, words: string): Edge {
  const length = String.fromCodePoint(leaf.text.codePointAt(offset) ?? 0).length
  const end = offset + length
  const marks = /[^\p{L}\p{N}\s]+$/u.exec(words)?.[0] ?? ''
  return leaf.text.startsWith(marks, end) ? {leaf, offset: end + marks.length} : {leaf, offset: end}
}

/** From where its first words stand to where its last do: for a row whose numbers the reader put in between. */
function searchEnds(leaves: readonly Leaf[], words: string): Stretch | null {
  const tokens = words
    .split(' ')
    .map((token) => foldedWords(token, allButLetters))
    .filter(Boolean)
  const {text, from} = fold(leaves, allButLetters)
  const [start] = endpoints(tokens, (run) => text.indexOf(run))
  if (start === undefined) return null
  const [end, run] = endpoints([...tokens].reverse(), (run) => text.lastIndexOf(run), true)
  if (end === undefined || end + run!.length <= start) return null
  return {from: from[start]!, to: withMarks(from[end + run!.length - 1]!, words), exact: false}
}

/** The place of the first few words that stand together, leaving out up to three before them. */
function endpoints(
  tokens: readonly string[],
  place: (run: string) => number,
  backwards = false,
): [at?: number, run?: string] {
  for (let skip = 0; skip < Math.min(4, tokens.length); skip++) {
    const run = tokens.slice(skip, skip + 4)
    const joined = (backwards ? run.reverse() : run).join('')
    const at = joined.length < 3 ? -1 : place(joined)
    if (at >= 0) return [at, joined]
  }
  return []
}
