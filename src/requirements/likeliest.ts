import type {StatementPresent} from '../model/requirement.js'
import {type Calibration, probabilityOf} from '../text/calibration.js'
import {type Piece, piecesOf} from '../text/pattern-pieces.js'
import type {Reading} from '../text/reading.js'
import type {Grounds} from './kind.js'
import {denialsOf, isTurnedRound} from './ways.js'

/** The sentence that comes nearest to what a check asks, and how near. */
export interface Likely extends Calibration {
  readonly index: number
  /** How likely it is that it says what is asked, from 0 to 1. */
  readonly likely: number
  /** It says the contrary of a part, or leaves open whether it is done. */
  readonly doubtful: boolean
}

/**
 * Of the sentences that search finds nearest, the one that most likely says what is asked, in whatever order and with
 * whatever help from the sentences beside it; null where no way of saying it has several parts, or nothing is near.
 */
export function likeliest(check: StatementPresent, {reading, nearest, facts}: Grounds): Likely | null {
  if (nearest.length === 0) return null
  let best: Likely | null = null
  const contradicted = new Set((check.ways ?? []).flatMap((way) => denialsOf(way, reading)))
  for (const way of check.ways ?? []) {
    const pieces = (typeof way === 'string' ? [way] : way.all).map(piecesOf)
    const parts = pieces.flatMap((each) => each.parts)
    if (parts.length < 2) continue
    const weighed = parts.map((part) => ({part, weight: weightOf(part, reading)}))
    const prohibits = parts.some((part) => part.denies)
    const barred = pieces.flatMap(({absent}) => absent.map((each) => reading.find(each)))
    for (const {index, score, likeness} of nearest) {
      const {question, badExample, passage} = reading.sentences[index]!
      // A row of a ladder tells who goes to whom, and nothing else.
      const isStage = passage.form === 'table-row' && facts.stages.some(({passageId}) => passageId === passage.id)
      if (question || badExample || isStage || barred.some((hits) => hits.has(index))) continue
      const share = shareOf(index, weighed, reading)
      const likely = probabilityOf({share, score, likeness})
      if (best && likely <= best.likely) continue
      const contrary = parts.some(({node, bare}) => reading.find(bare).has(index) && !reading.find(node).has(index))
      const words = parts.flatMap(({node}) => reading.find(node, 'affirmed').get(index) ?? [])
      const denied = !prohibits && isTurnedRound(reading.sentences[index]!, words)
      best = {
        index,
        likely,
        share,
        score,
        likeness,
        doubtful: contrary || denied || contradicted.has(index) || reading.find(open).has(index),
      }
    }
  }
  return best
}

/** Words that leave open whether something is done at all. */
export const open =
  '(=might | consider | discretion | optional | up to (the | us | them | you) | =whether to | think* fit | worthwhile | it worth | only (if | where | when | once | after | for))'

interface Weighed {
  readonly part: Piece
  readonly weight: number
}

/** A part weighs the more the fewer sentences hold it. */
function weightOf({node}: Piece, {find, sentences}: Reading): number {
  return Math.log(1 + sentences.length / (1 + find(node).size))
}

function shareOf(index: number, weighed: readonly Weighed[], {sentences, find}: Reading): number {
  const {passage} = sentences[index]!
  const beside = [index - 1, index + 1].filter((at) => sentences[at]?.passage === passage)
  let met = 0
  let all = 0
  for (const {part, weight} of weighed) {
    all += weight
    const own = find(part.node)
    if (own.has(index)) met += weight
    else if (find(part.about).has(index)) met += weight * 0.7
    else if (beside.some((at) => own.has(at))) met += weight * 0.6
  }
  return met / all
}
