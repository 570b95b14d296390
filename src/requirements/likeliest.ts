import type {StatementPresent} from '../model/requirement.js'
import {type Calibration, probabilityOf} from '../text/calibration.js'
import type {Hits} from '../text/pattern.js'
import {bareOf, denies, piecesOf} from '../text/pattern-pieces.js'
import type {Reading} from '../text/reading.js'
import type {Grounds} from './kind.js'
import {denialsOf, isTurnedRound} from './ways.js'

/** The sentence that comes nearest to what a check asks, and how near. */
export interface Likely extends Calibration {
  readonly index: number
  /** How likely it is that it says what is asked, from 0 to 1. */
  readonly likely: number
  /** It says the contrary of a part, or leaves open whether it is done. */
  isDoubtful(): boolean
}

/**
 * Of the sentences that search finds nearest, the one that most likely says what is asked, in whatever order and with
 * whatever help from the sentences beside it; null where no way of saying it has several parts, or nothing is near.
 */
export function likeliest(check: StatementPresent, {reading, nearest, facts}: Grounds): Likely | null {
  if (nearest.length === 0) return null
  let best: (Calibration & Pick<Likely, 'index' | 'likely'> & {readonly parts: readonly number[]}) | null = null
  for (const way of check.ways ?? []) {
    const pieces = (typeof way === 'string' ? [way] : way.all).map(piecesOf)
    const parts = pieces.flatMap((each) => each.parts)
    if (parts.length < 2) continue
    const weighed = parts.map((part) => weigh(part, reading))
    const barred = pieces.flatMap(({absent}) => absent.map((each) => reading.find(each)))
    for (const {index, score, likeness} of nearest) {
      const {question, badExample, passage} = reading.sentences[index]!
      // A row of a ladder tells who goes to whom, and nothing else.
      const isStage = passage.form === 'table-row' && facts.stages.some(({passageId}) => passageId === passage.id)
      if (question || badExample || isStage || barred.some((hits) => hits.has(index))) continue
      if (best && probabilityOf({share: mostOf(index, weighed), score, likeness}) < best.likely) continue
      const share = shareOf(index, weighed, reading)
      const likely = probabilityOf({share, score, likeness})
      if (!best || likely > best.likely) best = {index, likely, share, score, likeness, parts}
    }
  }
  if (!best) return null
  const {parts, ...told} = best
  // Few ask for it, and it costs as much as all the rest.
  return {...told, isDoubtful: () => isDoubtful(told.index, parts, check, reading)}
}

/** Whether a sentence says the contrary of a part, or leaves open whether it is done. */
function isDoubtful(index: number, parts: readonly number[], check: StatementPresent, reading: Reading): boolean {
  const {find, sentences} = reading
  if (parts.some((part) => find.at(index, bareOf(part)) && !find.at(index, part)) || find.at(index, open)) return true
  const words = parts.flatMap((part) => find.at(index, part, 'affirmed') ?? [])
  if (!parts.some(denies) && isTurnedRound(sentences[index]!, words)) return true
  return (check.ways ?? []).some((way) => denialsOf(way, reading).includes(index))
}

/** Words that leave open whether something is done at all. */
export const open =
  '(=might | consider | discretion | optional | up to (the | us | them | you) | =whether to | think* fit | worthwhile | it worth | only (if | where | when | once | after | for))'

/** A part of a way, where it is met, and how much it weighs: the more the fewer sentences hold it. */
interface Weighed {
  readonly part: number
  readonly met: Hits
  readonly weight: number
}

function weigh(part: number, {find, sentences}: Reading): Weighed {
  const met = find(part)
  return {part, met, weight: Math.log(1 + sentences.length / (1 + met.size))}
}

/** As much of a way as a sentence can be found to say, before it is looked at what stands about it. */
function mostOf(index: number, weighed: readonly Weighed[]): number {
  let said = 0
  let all = 0
  for (const {met, weight} of weighed) {
    all += weight
    said += met.has(index) ? weight : weight * 0.7
  }
  // Sums in another order may differ in their last digits.
  return said / all + 1e-9
}

function shareOf(index: number, weighed: readonly Weighed[], {sentences, find}: Reading): number {
  const {passage} = sentences[index]!
  const beside = [index - 1, index + 1].filter((at) => sentences[at]?.passage === passage)
  let said = 0
  let all = 0
  for (const {part, met, weight} of weighed) {
    all += weight
    if (met.has(index)) said += weight
    else if (find.isAbove(index, part)) said += weight * 0.7
    else if (beside.some((at) => met.has(at))) said += weight * 0.6
  }
  return said / all
}
