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
import {candidatesIn, type Where} from './candidates.js'
import {aside, either, following, type Hits, near, nothing, type Span, type Spans, together} from './hits.js'
import {head, sorts} from './pattern-code.js'
import {nameWords, PatternError, type Word} from './pattern-parse.js'
import {code, placeOf} from './pattern-trees.js'
import {stemOf} from './stem.js'
import type {Token} from './token.js'
import {indexOf} from './word-index.js'

export type {Hits, Span} from './hits.js'

/** A sentence as patterns see it: its words, which of them are negated, and the words around it. */
export interface Line {
  /** Lead-in words, then the sentence's own. */
  readonly tokens: readonly Token[]
  readonly negated: readonly boolean[]
  /** Words of the headings above it, and of its table's header cells. */
  readonly context: readonly Token[]
}

/**
 * Finds patterns, as written or by where they begin in the code, in the lines it was made for. `affirmed` leaves out what
 * a pattern meets by a negation only: its ~ and its negative words ("not", "never") meet nothing.
 */
export interface Finder {
  (pattern: string | number, affirmed?: 'affirmed'): Hits
  /** The same in one line. */
  at(line: number, pattern: string | number, affirmed?: 'affirmed'): Spans
  /** Whether the words around a line meet the pattern. */
  isAbove(line: number, pattern: string | number): boolean
}

/**
 * Makes a finder over some lines. A pattern is answered from an index of the lines' words, for those lines alone that hold
 * all its words (see candidates.ts), and a class once for each line.
 *
 * `names` gives the run-time words of each class: local names and the names of people.
 * Raises PatternError for a pattern that cannot be read or a class that does not exist.
 */
export function finderOf(
  lines: readonly Line[],
  lexicon: Readonly<Record<string, WordClass>>,
  names: Readonly<Record<string, readonly string[]>> = {},
): Finder {
  const index = {own: indexOf(lines.map(({tokens}) => tokens)), around: indexOf(lines.map(({context}) => context))}
  const words = {own: new Map<number, Hits>(), around: new Map<number, Hits>()}
  const classes = new Map<string, Class>()
  const whole = {all: new Map<number, Hits>(), affirmed: new Map<number, Hits>()}
  const kept = {all: memo(), affirmed: memo()}

  const hitsOf = (place: number, where: Where): Hits => {
    let hits = words[where].get(place)
    if (!hits) {
      hits = index[where].find(byOf[code.numbers[place]!]!, code.words[code.numbers[place + 1]!]!)
      words[where].set(place, hits)
    }
    return hits
  }

  const classAt = (place: number): Class => {
    const name = code.words[code.numbers[place + 1]!]!
    let known = classes.get(name)
    if (!known) {
      known = classOf(name, lexicon, names)
      classes.set(name, known)
    }
    return known
  }

  const candidates = candidatesIn(lines.length, {
    hitsOf,
    hasClass: (place) => Object.hasOwn(lexicon, code.words[code.numbers[place + 1]!]!),
    classAt: (place) => {
      const {places, locals} = classAt(place)
      return {places, names: (where) => locals.map((local) => hitsOfName(local, where))}
    },
  })

  /** How one line meets the part at a place. */
  const spansAt = (place: number, line: number, where: Where, sort: Sort): Spans => {
    if (!candidates.has(place, line, where)) return undefined
    const {numbers} = code
    if (numbers[place]! < sorts.class) {
      if (sort === 'affirmed' && negative.has(code.words[numbers[place + 1]!]!)) return undefined
      return hitsOf(place, where).get(line)
    }
    return numbers[place] === sorts.class ? keptSpans(place, line, where, sort) : found(place, line, where, sort)
  }

  /** The same for a class, which many patterns name: other parts are seldom asked for twice in one line. */
  const keptSpans = (place: number, line: number, where: Where, sort: Sort): Spans => {
    const answers = kept[sort][where]
    const key = place * lines.length + line
    let spans = answers.get(key)
    if (spans === undefined) {
      // A class that holds itself finds nothing there.
      answers.set(key, null)
      spans = found(place, line, where, sort) ?? null
      answers.set(key, spans)
    }
    return spans ?? undefined
  }

  const found = (place: number, line: number, where: Where, sort: Sort): Spans => {
    const {numbers} = code
    const own = numbers[place + 1]!
    const first = place + head
    const end = first + numbers[place + 2]!
    switch (numbers[place]) {
      case sorts.class: {
        const {places, locals} = classAt(place)
        let spans: Spans
        for (const part of places) spans = either(spans, spansAt(part, line, where, sort))
        for (const local of locals) spans = either(spans, spansOfName(local, line, where, sort))
        return spans
      }
      case sorts.any: {
        let spans: Spans
        for (let at = first; at < end; at++) spans = either(spans, spansAt(numbers[at]!, line, where, sort))
        return spans
      }
      case sorts.sequence: {
        let spans = spansAt(numbers[first]!, line, where, sort)
        for (let at = first + 1; spans && at < end; at++) {
          const next = spansAt(numbers[at]!, line, where, sort)
          spans = next && following(spans, next, numbers[end + at - first - 1]!)
        }
        return spans
      }
      case sorts.all: {
        const parts: (readonly Span[])[] = []
        for (let at = first; at < end; at++) {
          const spans = spansAt(numbers[at]!, line, where, sort)
          if (at >= first + own) {
            if (spans) return undefined
          } else if (!spans) return undefined
          else parts.push(spans)
        }
        return together(parts)
      }
      case sorts.near: {
        const one = spansAt(numbers[first]!, line, where, sort)
        const other = one && spansAt(numbers[first + 1]!, line, where, sort)
        return one && other && near(one, other, own)
      }
      case sorts.polarity: {
        if (sort === 'affirmed' && own === 1) return undefined
        const spans = spansAt(numbers[first]!, line, where, sort)
        return where === 'around' ? spans : polarity(spans, lines[line]!, own === 1)
      }
      default:
        return either(
          spansAt(numbers[first]!, line, 'own', sort),
          spansAt(numbers[first]!, line, 'around', sort) && aside,
        )
    }
  }

  const hitsOfName = (local: LocalName, where: Where): Hits => {
    const hits = new Map<number, readonly Span[]>()
    const [{by, value}] = local
    for (const line of index[where].find(by, value).keys()) {
      const spans = spansOfName(local, line, where, 'all')
      if (spans) hits.set(line, spans)
    }
    return hits
  }

  /** How one line meets the words of a name, one after the other. */
  const spansOfName = (local: LocalName, line: number, where: Where, sort: Sort): Spans => {
    let spans: Spans
    for (const [i, {by, value}] of local.entries()) {
      const next = sort === 'affirmed' && negative.has(value) ? undefined : index[where].find(by, value).get(line)
      spans = i === 0 ? next : spans && next && following(spans, next, 0)
      if (!spans) return undefined
    }
    return spans
  }

  const find = (pattern: string | number, sort: Sort = 'all'): Hits => {
    const place = placeFor(pattern)
    if (candidates.isNowhere(place)) return nothing
    let hits = whole[sort].get(place)
    if (!hits) {
      hits = hitsAt(place, sort)
      whole[sort].set(place, hits)
    }
    return hits
  }

  const hitsAt = (place: number, sort: Sort): Hits => {
    const hits = new Map<number, readonly Span[]>()
    for (const line of candidates.linesOf(place)) {
      const spans = spansAt(place, line, 'own', sort)
      if (spans) hits.set(line, spans)
    }
    return hits
  }

  return Object.assign(find, {
    at: (line: number, pattern: string | number, sort: Sort = 'all') => spansAt(placeFor(pattern), line, 'own', sort),
    isAbove: (line: number, pattern: string | number) =>
      spansAt(placeFor(pattern), line, 'around', 'all') !== undefined,
  })
}

type Sort = 'all' | 'affirmed'

function memo(): Readonly<Record<Where, Map<number, Spans | null>>> {
  return {own: new Map(), around: new Map()}
}

function placeFor(pattern: string | number): number {
  return typeof pattern === 'string' ? placeOf(pattern) : pattern
}

const byOf = ['stem', 'exact', 'capitals', 'prefix'] as const

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

/** A class of words in one run. */
interface Class {
  /** Where its patterns begin in the code. */
  readonly places: readonly number[]
  readonly locals: readonly LocalName[]
}

/** The words of a name, one after the other. */
type LocalName = readonly [Word, ...Word[]]

function classOf(
  name: string,
  lexicon: Readonly<Record<string, WordClass>>,
  names: Readonly<Record<string, readonly string[]>>,
): Class {
  const entry = Object.hasOwn(lexicon, name) ? lexicon[name] : undefined
  if (!entry) throw new PatternError(`there is no class @${name} in the lexicon`)
  const locals = (Object.hasOwn(names, name) ? names[name]! : []).map(nameWords).filter((words) => words.length > 0)
  return {places: entry.words.map(placeOf), locals: locals as unknown as readonly LocalName[]}
}

function polarity(spans: Spans, {negated}: Line, denied: boolean): Spans {
  const kept = spans?.filter(([from]) => negated[from] === denied) ?? []
  return kept.length > 0 ? kept : undefined
}
