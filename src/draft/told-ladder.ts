import {sentencesIn} from '../text/sentence.js'
import {disagreement} from '../text/stages-of.js'
import {isBody, type Line} from './line.js'
import type {Piece, Segment} from './openings.js'
import {rolesOfSentence, withoutCondition} from './roles.js'

interface Told extends Piece {
  readonly text: string
}

/**
 * A ladder told as a story: "In the first instance the worker speaks to ... If they cannot agree, the line manager
 * contacts ... Finally ...". A sentence opens a step where it says that the one before has failed, or which is next,
 * and carries the matter to somebody; what follows belongs to it.
 */
export function toldSegments(lines: readonly Line[]): Segment[] {
  for (const under of sectionsOf(lines)) {
    const steps: Told[][] = []
    for (const each of under.flatMap(sentencesOf)) {
      const opens = carriesOn(each.text, steps.length === 0)
      if (opens) steps.push([each])
      else if (steps.length > 0 && !breaksOff(each.text)) steps.at(-1)!.push(each)
    }
    if (steps.length >= 2) return steps.map((pieces, i) => segmentOf(pieces, i + 1))
  }
  return []
}

function segmentOf(pieces: readonly Told[], order: number): Segment {
  const [{line, start}] = pieces as [Told]
  return {
    order,
    label: null,
    noun: null,
    informal: false,
    formal: false,
    before: false,
    aside: null,
    line,
    at: start,
    pieces,
  }
}

/** The lines under each heading that speaks of disagreement, as the heading or the document does. */
function sectionsOf(lines: readonly Line[]): Line[][] {
  const sections = new Map<string, Line[]>()
  for (const line of lines) {
    if (!isBody(line) || line.passage === null || line.passage.cells) continue
    const key = line.headings.join('\n')
    const section = sections.get(key)
    if (section) section.push(line)
    else sections.set(key, [line])
  }
  return [...sections.values()].filter(
    (each) => disagreement.test(each[0]!.headings.join(' ')) || each.some(({text}) => disagreement.test(text)),
  )
}

function sentencesOf(line: Line): Told[] {
  return sentencesIn(line.text).map(({text, start, end}) => ({line, start, end, text}))
}

const next =
  /^(?:and\s+)?(?:in the first (?:instance|place)|first(?:ly)?\b|to begin with|initially|at first|as a first step|the first step|then\b|next\b|after (?:that|this)\b|second(?:ly)?\b|third(?:ly)?\b|fourth(?:ly)?\b|last(?:ly)?\b|finally|ultimately|as a last resort|failing (?:that|this|agreement))/iu
const failed =
  /^(?:(?:and|but)\s+)?(?:if|where|should|when|once|in cases? where)\b[^.;]{0,120}\b(?:not|cannot|can't|no|un\w+|still|fail\w*|remain\w*|persists?|continues?|disagree\w*|without|n['’]t)\b/iu

function carriesOn(sentence: string, isFirst: boolean): boolean {
  if (breaksOff(sentence)) return false
  const marked = next.test(sentence) || failed.test(withoutCondition(sentence).condition)
  if (!marked && !isFirst) return false
  return Boolean(rolesOfSentence(sentence)?.to)
}

/** Danger, complaints and other ways out are no steps. */
function breaksOff(sentence: string): boolean {
  return /\b(?:999|danger|immediate(?:ly at)? risk|complaints?)\b/iu.test(sentence)
}
