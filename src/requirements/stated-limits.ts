import type {Stage, Timescale} from '../model/facts.js'
import type {Grounds} from './kind.js'
import {clauseBreak} from './limit-clauses.js'
import {isAllowance} from './tells-local.js'

/** A limit that a stage of the policy states, with the words that are about it. */
export interface StatedLimit {
  readonly stated: Timescale
  /** Its clause: "they reply within three working days". */
  readonly about: string
  /** The part of the clause before it: "they reply". */
  readonly before: string
}

/** Whether a limit stands within the words of a stage. */
export function standsIn(stage: Stage, {passageId, span}: Timescale): boolean {
  if (passageId !== stage.passageId || !span || !stage.span) return false
  return span[0] >= stage.span[0] && span[1] <= stage.span[1]
}

/** Every limit within the words of a stage, each with its own clause. */
export function limitsWithin(stage: Stage, {facts, passages}: Pick<Grounds, 'facts' | 'passages'>): StatedLimit[] {
  const text = passages.get(stage.passageId)?.text ?? ''
  const [from, to] = stage.span ?? [0, text.length]
  const own = facts.timescales
    .filter((stated) => !stated.recurring && standsIn(stage, stated) && !isAllowance(text.slice(from, stated.span![0])))
    .sort((a, b) => a.span![0] - b.span![0])
  return own.map((stated, i) => {
    const [start, end] = stated.span!
    const previous = own[i - 1]?.span?.[1] ?? from
    const next = own[i + 1]?.span?.[0] ?? to
    const opens =
      i === 0
        ? sentenceStart(text, from, start)
        : Math.max(sentenceStart(text, previous, start), clauseBreak(text, previous, start))
    const closes =
      i === own.length - 1
        ? sentenceEnd(text, end, to)
        : Math.min(sentenceEnd(text, end, next), clauseBreak(text, end, next))
    return {stated, about: text.slice(opens, closes), before: text.slice(opens, start)}
  })
}

function sentenceStart(text: string, from: number, to: number): number {
  const ends = [...text.slice(from, to).matchAll(/[.;!?|]\s/g)]
  return from + (ends.at(-1)?.index ?? -1) + 1
}

function sentenceEnd(text: string, from: number, to: number): number {
  const end = text.slice(from, to).search(/[.;!?|](?:\s|$)/)
  return end < 0 ? to : from + end
}
