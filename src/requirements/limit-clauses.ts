import type {Timescale} from '../model/facts.js'
import type {Finder, Line} from '../text/pattern.js'
import type {Sentence} from '../text/reading.js'
import type {Grounds} from './kind.js'
import {sentenceAt} from './sentence-at.js'

/** A stated limit with the part of its sentence that is about it. */
export interface LimitClause {
  readonly stated: Timescale
  readonly index: number
  readonly sentence: Sentence
  /** Its place among the clauses, as the finder counts them. */
  readonly clause: number
}

/**
 * Every limit that the running text states, each with its own clause: in "the lead rings the same day and confirms in
 * writing within two days" each limit has the verb before it.
 */
export function limitClausesOf(grounds: Grounds): {readonly limits: readonly LimitClause[]; readonly find: Finder} {
  const known = memo.get(grounds.facts)
  if (known) return known
  const limits: LimitClause[] = []
  for (const stated of grounds.facts.timescales) {
    const place = sentenceAt(grounds.reading, stated.passageId, stated.span?.[0] ?? 0)
    if (place) limits.push({stated, ...place, clause: limits.length})
  }
  const lines = limits.map((limit, i) => lineOf(limit, neighbour(limits, i, -1), neighbour(limits, i, 1)))
  const made = {limits, find: grounds.reading.findIn(lines)}
  memo.set(grounds.facts, made)
  return made
}

const memo = new WeakMap<object, {readonly limits: readonly LimitClause[]; readonly find: Finder}>()

/** The limit beside this one in the same sentence. */
function neighbour(limits: readonly LimitClause[], at: number, step: -1 | 1): LimitClause | null {
  const other = limits[at + step]
  return other && other.index === limits[at]!.index ? other : null
}

function lineOf({stated, sentence}: LimitClause, before: LimitClause | null, after: LimitClause | null): Line {
  const {tokens, negated, context, shift, leadWords, passage} = sentence
  const [start, end] = stated.span!
  const from = before ? clauseBreak(passage.text, before.stated.span![1], start) : 0
  const to = after ? clauseBreak(passage.text, end, after.stated.span![0]) : Number.POSITIVE_INFINITY
  const kept = tokens.flatMap((token, i) =>
    i < leadWords || (token.start - shift >= from && token.end - shift <= to) ? [i] : [],
  )
  return {tokens: kept.map((i) => tokens[i]!), negated: kept.map((i) => negated[i]!), context}
}

/**
 * Where the clause of one limit ends and that of the next begins, between two places of a text: at the first mark or
 * conjunction, else half way.
 */
export function clauseBreak(text: string, from: number, to: number): number {
  const between = text.slice(from, to)
  const mark = between.search(/[;,:–—]|[.!?|]\s| - |\b(?:and|but|or|then|otherwise|all others)\b/iu)
  return from + (mark < 0 ? Math.floor(between.length / 2) : mark)
}
