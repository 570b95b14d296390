/**
 * The pattern language: how a pack says what a sentence must hold.
 *
 * Words are compared by stem (Porter 2), whatever their case, with curly quotes straightened and hyphens as spaces,
 * so `leading question` meets "leading questions" and `child on child` meets "child-on-child".
 *
 *     refer                    a word, by stem
 *     child protection plan    words that follow each other
 *     escalat*                 a word that begins so
 *     LADO                     two to six capitals: that word in capitals only
 *     =may                     that very word, not its stem ("may" but not "mays"; "harmed" but not "harm")
 *     @consent                 a class of the lexicon (src/packs/england/lexicon.yaml), any of its alternatives
 *     (a | b c | @d)           alternatives
 *     a .. b                   a, then b, with any words between, in one sentence
 *     a ..4 b                  the same with at most four words between
 *     a & b                    both in the sentence, in any order
 *     a &9 b                   the same with at most nine words between: for prose whose sentences run on
 *     !a                       (between &) a is not in the sentence
 *     ~a                       a stands under a negation ("do not a", "never a", "rather than a", list under "Don't:")
 *     ^a                       a does not stand under a negation
 *     #a                       a is in the sentence, or in its lead-in or the headings above it
 *
 * `&` binds loosest, then `&9`, then `..`, then plain sequence; `|` separates whole patterns inside brackets.
 * A list item is judged with its lead-in before it; a table row with its header cells.
 */

import type {WordClass} from '../model/procedures.js'
import {type Node, nameNode, PatternError, parsePattern} from './pattern-parse.js'
import {stemOf} from './stem.js'
import type {Token} from './token.js'

/** A sentence as patterns see it: its words, which of them are negated, and the words around it. */
export interface Line {
  /** Lead-in words, then the sentence's own. */
  readonly tokens: readonly Token[]
  readonly negated: readonly boolean[]
  /** Words of the headings above it, and of its table's header cells. */
  readonly context: readonly Token[]
}

/** First and last word (exclusive) of a match in a line's tokens. A match by context alone is empty: [0, 0]. */
export type Span = readonly [number, number]

/** Where a pattern is met: for each line that meets it, the spans of its words. */
export type Hits = ReadonlyMap<number, readonly Span[]>

/**
 * Finds patterns in the lines it was made for. `affirmed` leaves out what a pattern meets by a negation only: its ~ and
 * its negative words ("not", "never") meet nothing.
 */
export type Finder = (pattern: string, affirmed?: 'affirmed') => Hits

/** At most so many spans of one pattern are kept in one line: enough to quote, and a bound on the work. */
const spanLimit = 24

/**
 * Makes a finder over some lines. A pattern is answered from an index of the lines' words, so its cost follows the
 * number of times its words occur, not the length of the text; classes are answered once for all patterns.
 *
 * `names` gives the run-time words of each class: local names and the names of people.
 * Raises PatternError for a pattern that cannot be read or a class that does not exist.
 */
export function finderOf(
  lines: readonly Line[],
  lexicon: Readonly<Record<string, WordClass>>,
  names: Readonly<Record<string, readonly string[]>> = {},
): Finder {
  const own = indexOf(lines.map(({tokens}) => tokens))
  const around = indexOf(lines.map(({context}) => context))
  const kept = {all: memo(), affirmed: memo()}

  const find = (node: Node, where: 'own' | 'around', sort: 'all' | 'affirmed'): Hits => {
    const {classes} = kept[sort]
    switch (node.type) {
      case 'word':
        if (sort === 'affirmed' && negative.has(node.value)) return nothing
        return (where === 'own' ? own : around).find(node.by, node.value)
      case 'class': {
        const known = classes[where].get(node.name)
        if (known) return known
        classes[where].set(node.name, new Map())
        const hits = find(classNode(node.name, lexicon, names), where, sort)
        classes[where].set(node.name, hits)
        return hits
      }
      case 'any':
        return union(node.of.map((part) => find(part, where, sort)))
      case 'sequence':
        return sequence(
          node.parts.map((part) => find(part, where, sort)),
          node.gaps,
        )
      case 'all':
        return all(
          node.parts.map((part) => find(part, where, sort)),
          node.absent.map((part) => find(part, where, sort)),
        )
      case 'near':
        return near(find(node.one, where, sort), find(node.other, where, sort), node.gap)
      case 'polarity':
        if (sort === 'affirmed' && node.negated) return nothing
        return where === 'around'
          ? find(node.of, where, sort)
          : polarity(find(node.of, where, sort), lines, node.negated)
      case 'context':
        return union([find(node.of, 'own', sort), aside(find(node.of, 'around', sort))])
    }
  }

  return (pattern, sort: 'all' | 'affirmed' = 'all') => {
    const {answers} = kept[sort]
    let hits = answers.get(pattern)
    if (!hits) {
      hits = find(nodeOf(pattern), 'own', sort)
      answers.set(pattern, hits)
    }
    return hits
  }
}

function memo() {
  return {
    classes: {own: new Map<string, Hits>(), around: new Map<string, Hits>()},
    answers: new Map<string, Hits>(),
  }
}

const negative: ReadonlySet<string> = new Set(
  [
    'not',
    'no',
    'never',
    'nobody',
    'nothing',
    'none',
    'cannot',
    'without',
    'nor',
    'neither',
    'avoid',
    "don't",
    "can't",
  ].flatMap((word) => [word, stemOf(word)]),
)

/** The parts of a pattern that `&` joins at its top, as patterns of their own; absences are left out. */
export function partsOf(pattern: string): readonly string[] {
  return split(pattern, false).filter((part) => !part.startsWith('!'))
}

/** The parts of a pattern without their order: what `&` or `..` joins at its top, and what may not be there. */
export function piecesOf(pattern: string): {readonly parts: readonly string[]; readonly absent: readonly string[]} {
  const pieces = split(pattern, true)
  return {
    parts: pieces.filter((piece) => !piece.startsWith('!')),
    absent: split(pattern, false).flatMap((part) => (part.startsWith('!') ? [part.slice(1)] : [])),
  }
}

function split(pattern: string, atGaps: boolean): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= pattern.length; at++) {
    const sign = pattern[at]
    if (sign === '(') depth++
    else if (sign === ')') depth--
    if (depth > 0) continue
    const joint = /^(?:\.\.|&)\d*/.exec(pattern.slice(at, at + 6))?.[0] ?? ''
    if (at < pattern.length && joint !== '&' && !(atGaps && joint !== '')) continue
    const part = pattern.slice(from, at).trim()
    if (part) parts.push(part)
    from = at + Math.max(1, joint.length)
    at = from - 1
  }
  return parts
}

const nodes = new Map<string, Node>()

function nodeOf(pattern: string): Node {
  let node = nodes.get(pattern)
  if (!node) {
    node = parsePattern(pattern)
    nodes.set(pattern, node)
  }
  return node
}

function classNode(
  name: string,
  lexicon: Readonly<Record<string, WordClass>>,
  names: Readonly<Record<string, readonly string[]>>,
): Node {
  const entry = lexicon[name]
  if (!entry) throw new PatternError(`there is no class @${name} in the lexicon`)
  const local = (names[name] ?? []).flatMap((written) => nameNode(written) ?? [])
  return {type: 'any', of: [...entry.words.map(nodeOf), ...local]}
}

interface Index {
  find(by: 'stem' | 'exact' | 'capitals' | 'prefix', value: string): Hits
}

/** An inverted index of words, made on first use of each sort. */
function indexOf(texts: readonly (readonly Token[])[]): Index {
  const made = new Map<string, Map<string, Map<number, Span[]>>>()
  let sorted: string[] | undefined
  const by = (sort: 'stem' | 'exact' | 'capitals'): Map<string, Map<number, Span[]>> => {
    let index = made.get(sort)
    if (index) return index
    index = new Map()
    for (const [line, tokens] of texts.entries()) {
      for (const [at, token] of tokens.entries()) {
        const key =
          sort === 'stem'
            ? token.stem
            : sort === 'exact'
              ? token.lower
              : token.word.replace(/(?<=\p{Lu})(?:['’]s|s)$/u, '')
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

const nothing: Hits = new Map()

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

function union(parts: readonly Hits[]): Hits {
  const [first, ...rest] = parts.filter(({size}) => size > 0)
  if (!first) return new Map()
  if (rest.length === 0) return first
  const hits = new Map(first)
  for (const part of rest)
    for (const [line, spans] of part) hits.set(line, distinct([...(hits.get(line) ?? []), ...spans]))
  return hits
}

function distinct(spans: readonly Span[]): readonly Span[] {
  const seen = new Set<number>()
  const kept = spans.filter(([from, to]) => {
    const key = from * 65_536 + to
    return !seen.has(key) && seen.add(key)
  })
  return kept.slice(0, spanLimit)
}

function sequence(parts: readonly Hits[], gaps: readonly number[]): Hits {
  const hits = new Map<number, readonly Span[]>()
  const rarest = parts.reduce((least, part) => (part.size < least.size ? part : least))
  for (const line of rarest.keys()) {
    let spans = parts[0]!.get(line)
    for (let i = 1; spans && i < parts.length; i++) spans = joined(spans, parts[i]!.get(line) ?? [], gaps[i - 1]!)
    if (spans && spans.length > 0) hits.set(line, spans)
  }
  return hits
}

/** Spans of a then b, with at most `gap` words between. */
function joined(before: readonly Span[], after: readonly Span[], gap: number): readonly Span[] | undefined {
  const spans: Span[] = []
  for (const [from, to] of before) {
    for (const [next, end] of after) {
      if (next >= to && next - to <= gap) spans.push([from, end])
    }
  }
  return spans.length > 0 ? distinct(spans) : undefined
}

function all(parts: readonly Hits[], absent: readonly Hits[]): Hits {
  const hits = new Map<number, readonly Span[]>()
  const rarest = parts.reduce((least, part) => (part.size < least.size ? part : least))
  for (const line of rarest.keys()) {
    if (absent.some((part) => part.has(line))) continue
    const spans = parts.map((part) => part.get(line))
    if (spans.every((found) => found !== undefined)) hits.set(line, distinct(spans.flat()))
  }
  return hits
}

/** Spans of two parts in either order, with at most `gap` words between. Parts that share a word are together. */
function near(one: Hits, other: Hits, gap: number): Hits {
  const hits = new Map<number, readonly Span[]>()
  for (const [line, spans] of one) {
    const beside = other.get(line)
    if (!beside) continue
    const pairs = spans.flatMap(([from, to]) =>
      beside
        .filter(([start, end]) => start - to <= gap && from - end <= gap)
        .map(([start, end]): Span => [Math.min(from, start), Math.max(to, end)]),
    )
    if (pairs.length > 0) hits.set(line, distinct(pairs))
  }
  return hits
}

function polarity(found: Hits, lines: readonly Line[], negated: boolean): Hits {
  const hits = new Map<number, readonly Span[]>()
  for (const [line, spans] of found) {
    const kept = spans.filter(([from]) => lines[line]!.negated[from] === negated)
    if (kept.length > 0) hits.set(line, kept)
  }
  return hits
}

/** Hits in the surroundings count for the line, but have no words in it. */
function aside(hits: Hits): Hits {
  return new Map([...hits.keys()].map((line) => [line, [[0, 0]] as const]))
}
