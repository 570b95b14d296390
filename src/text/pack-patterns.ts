import type {ProceduresModel} from '../model/procedures.js'
import type {Check, Way} from '../model/requirement.js'
import {innerNodes, type Node} from './pattern-parse.js'
import {nodeOf} from './pattern-trees.js'

type Patterns = Pick<ProceduresModel, 'lexicon' | 'requirements'>

/** A pattern that cannot be read. */
export interface PatternProblem {
  /** The word class or the requirement that it stands in. */
  readonly name: string
  /** Its number among the words of a class; 0 in a requirement. */
  readonly word: number
  readonly pattern: string
  readonly message: string
}

/**
 * Every pattern that cannot be read, or that names a class that does not exist. `all` are the word classes that a
 * pattern may name.
 */
export function problemsOf(pack: Patterns, all = pack.lexicon): PatternProblem[] {
  return patternsIn(pack).flatMap((place) => {
    try {
      const unknown = classesIn(nodeOf(place.pattern)).find((name) => !Object.hasOwn(all, name))
      return unknown === undefined ? [] : [{...place, message: `there is no class @${unknown} in the lexicon`}]
    } catch (error) {
      return [{...place, message: (error as Error).message}]
    }
  })
}

/** Every pattern that a pack holds, once. */
export function allPatternsOf(pack: Patterns): ReadonlySet<string> {
  return new Set(patternsIn(pack).map(({pattern}) => pattern))
}

function patternsIn({lexicon, requirements}: Patterns): Omit<PatternProblem, 'message'>[] {
  return [
    ...Object.entries(lexicon).flatMap(([name, {words}]) => words.map((pattern, word) => ({name, word, pattern}))),
    ...requirements.flatMap(({id, checks, touches = []}) =>
      [...touches, ...checks.flatMap(patternsOf)].map((pattern) => ({name: id, word: 0, pattern})),
    ),
  ]
}

function classesIn(node: Node): readonly string[] {
  return node.type === 'class' ? [node.name] : innerNodes(node).flatMap(classesIn)
}

/** Every pattern that a check holds. */
function patternsOf(check: Check): readonly string[] {
  switch (check.kind) {
    case 'statement-present':
      return [
        ...waysIn(check.ways),
        ...waysIn(check.weak),
        ...Object.values(check.list?.items ?? {}),
        ...(check.list?.about ? [check.list.about] : []),
      ]
    case 'prohibited-statement-absent':
      return [...waysIn(check.ways), ...(check.unless ?? [])]
    case 'contact-matches':
    case 'role-named':
      return [check.named]
    case 'reference-current':
      return check.named ? [check.named] : []
    case 'timescale-no-slower-than':
      return [check.about, ...(check.notAbout ? [check.notAbout] : [])]
    case 'stage-sequence':
      return (check.order ?? []).map(({pattern}) => pattern)
    default:
      return []
  }
}

function waysIn(ways: readonly Way[] = []): string[] {
  return ways.flatMap((way) => (typeof way === 'string' ? [way] : [...way.all, ...(way.unless ? [way.unless] : [])]))
}
