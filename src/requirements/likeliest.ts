import type {StatementPresent} from '../model/requirement.js'
import {type Calibration, probabilityOf} from '../text/calibration.js'
import {type Hits, piecesOf} from '../text/pattern.js'
import type {Reading} from '../text/reading.js'
import type {Grounds} from './kind.js'
import {isTurnedRound} from './ways.js'

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
export function likeliest(check: StatementPresent, {reading, nearest}: Grounds): Likely | null {
  let best: Likely | null = null
  for (const way of check.ways ?? []) {
    const {parts, absent} = joined((typeof way === 'string' ? [way] : way.all).map(piecesOf))
    if (parts.length < 2) continue
    const pieces = parts.map((part) => pieceOf(part, reading))
    const prohibits = parts.some((part) => part.includes('~'))
    const barred = absent.map((part) => reading.find(part))
    for (const {index, score, likeness} of nearest) {
      const {question, badExample} = reading.sentences[index]!
      if (question || badExample || barred.some((hits) => hits.has(index))) continue
      const share = shareOf(index, pieces, reading)
      const likely = probabilityOf({share, score, likeness})
      if (best && likely <= best.likely) continue
      const contrary = pieces.some(({own, bare}) => bare.has(index) && !own.has(index))
      const words = pieces.flatMap(({affirmed}) => affirmed.get(index) ?? [])
      const denied = !prohibits && isTurnedRound(reading.sentences[index]!, words)
      best = {index, likely, share, score, likeness, doubtful: contrary || denied || reading.find(open).has(index)}
    }
  }
  return best
}

/** Words that leave open whether something is done at all. */
const open =
  '(=might | consider | discretion | optional | up to (the | us | them | you) | =whether to | think* fit | worthwhile | it worth | only (if | where | when | once | after | for))'

interface Piece {
  readonly own: Hits
  /** The same without regard to what is negated. */
  readonly bare: Hits
  /** Its words but for those that deny. */
  readonly affirmed: Hits
  readonly about: Hits
  readonly weight: number
}

function pieceOf(part: string, {find, sentences}: Reading): Piece {
  const own = find(part)
  return {
    own,
    bare: /^[\^~]/.test(part) ? find(part.slice(1)) : own,
    affirmed: find(part, 'affirmed'),
    about: find(`#(${part})`),
    weight: Math.log(1 + sentences.length / (1 + own.size)),
  }
}

function shareOf(index: number, pieces: readonly Piece[], {sentences}: Reading): number {
  const {passage} = sentences[index]!
  const beside = [index - 1, index + 1].filter((at) => sentences[at]?.passage === passage)
  let met = 0
  let all = 0
  for (const {own, about, weight} of pieces) {
    all += weight
    if (own.has(index)) met += weight
    else if (about.has(index)) met += weight * 0.7
    else if (beside.some((at) => own.has(at))) met += weight * 0.6
  }
  return met / all
}

function joined(ways: readonly ReturnType<typeof piecesOf>[]): ReturnType<typeof piecesOf> {
  return {parts: ways.flatMap(({parts}) => parts), absent: ways.flatMap(({absent}) => absent)}
}
