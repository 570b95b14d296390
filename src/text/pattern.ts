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
import {all, aside, type Hits, near, nothing, type Span, sequence, union} from './hits.js'
import {type Node, nameNode, PatternError} from './pattern-parse.js'
import {nodeOf} from './pattern-trees.js'
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
 * Finds patterns, as written or as read, in the lines it was made for. `affirmed` leaves out what a pattern meets by a
 * negation only: its ~ and its negative words ("not", "never") meet nothing.
 */
export type Finder = (pattern: string | Node, affirmed?: 'affirmed') => Hits

/**
 * Makes a finder over some lines. A pattern is answered from an index of the lines' words, so its cost follows the
 * number of times its words occur, not the length of the text; classes are answered once for all patterns, and nothing
 * more is looked for in a pattern once a part that it needs is nowhere.
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

  const find = (node: Node, where: Where, sort: Sort): Hits => {
    if (node.type === 'word') {
      if (sort === 'affirmed' && negative.has(node.value)) return nothing
      return (where === 'own' ? own : around).find(node.by, node.value)
    }
    const answers = kept[sort][where]
    let hits = answers.get(node)
    if (!hits) {
      // A class that holds itself finds nothing there.
      answers.set(node, nothing)
      hits = found(node, where, sort)
      answers.set(node, hits)
    }
    return hits
  }

  const found = (node: Exclude<Node, {type: 'word'}>, where: Where, sort: Sort): Hits => {
    switch (node.type) {
      case 'class':
        return find(classNode(node.name, lexicon, names), where, sort)
      case 'any':
        return union(node.of.map((part) => find(part, where, sort)))
      case 'sequence': {
        const parts = findEach(node.parts, where, sort)
        return parts ? sequence(parts, node.gaps) : nothing
      }
      case 'all': {
        const parts = findEach(node.parts, where, sort)
        if (!parts) return nothing
        return all(
          parts,
          node.absent.map((part) => find(part, where, sort)),
        )
      }
      case 'near': {
        const parts = findEach([node.one, node.other], where, sort)
        return parts ? near(parts[0]!, parts[1]!, node.gap) : nothing
      }
      case 'polarity':
        if (sort === 'affirmed' && node.negated) return nothing
        return where === 'around'
          ? find(node.of, where, sort)
          : polarity(find(node.of, where, sort), lines, node.negated)
      case 'context':
        return union([find(node.of, 'own', sort), aside(find(node.of, 'around', sort))])
    }
  }

  /** The hits of parts that are all needed, the cheapest first; null where one of them is nowhere. */
  const findEach = (parts: readonly Node[], where: Where, sort: Sort): Hits[] | null => {
    const hits: Hits[] = []
    for (const words of [true, false]) {
      for (const [i, part] of parts.entries()) {
        if ((part.type === 'word') !== words) continue
        hits[i] = find(part, where, sort)
        if (hits[i].size === 0) return null
      }
    }
    return hits
  }

  return (pattern, sort: Sort = 'all') => find(typeof pattern === 'string' ? nodeOf(pattern) : pattern, 'own', sort)
}

/** In the lines' own words, or in the words around them. */
type Where = 'own' | 'around'
type Sort = 'all' | 'affirmed'

function memo(): Readonly<Record<Where, Map<Node, Hits>>> {
  return {own: new Map(), around: new Map()}
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

function classNode(
  name: string,
  lexicon: Readonly<Record<string, WordClass>>,
  names: Readonly<Record<string, readonly string[]>>,
): Node {
  const entry = Object.hasOwn(lexicon, name) ? lexicon[name] : undefined
  if (!entry) throw new PatternError(`there is no class @${name} in the lexicon`)
  const local = (Object.hasOwn(names, name) ? names[name]! : []).flatMap((written) => nameNode(written) ?? [])
  return {type: 'any', of: [...entry.words.map(nodeOf), ...local]}
}

function polarity(found: Hits, lines: readonly Line[], negated: boolean): Hits {
  const hits = new Map<number, readonly Span[]>()
  for (const [line, spans] of found) {
    const kept = spans.filter(([from]) => lines[line]!.negated[from] === negated)
    if (kept.length > 0) hits.set(line, kept)
  }
  return hits
}
