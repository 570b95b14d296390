import type {Confidence} from '../model/finding.js'
import {type Clause, clausesOf, columnsOf} from './clause.js'
import {type Drafted, found, type Read, readAt} from './fact.js'
import {limitsIn} from './limit-words.js'
import type {Segment} from './openings.js'
import {rolesOfArrow, rolesOfSentence} from './roles.js'
import {clocksOf, columnClocks} from './step-clocks.js'
import {columnNotice, noticeIn} from './step-notice.js'
import {rolesOf} from './step-roles.js'

/** One step of a ladder as a fact of the model, with whom to tell at it. */
export function draftStep(segment: Segment): Drafted {
  const {line, at} = segment
  const columns = line.passage?.cells ? columnsOf(line) : null
  const clauses = segment.pieces.flatMap((piece) => clausesOf(piece, columns !== null))
  const title = titleOf(segment, clauses)
  const roles = rolesOf(line, columns, clauses)
  const read = <T>(value: T, confidence: Confidence = 'high') =>
    readAt(value, line, Math.max(0, at - 12), at + 1, confidence)
  const notify = (columns && columnNotice(line, columns)) ?? noticeIn(clauses)
  return {
    fields: found({
      order: read(segment.order),
      label: segment.label === null ? null : read(segment.label),
      ...title,
      informal: segment.informal ? read(true) : null,
      before: segment.before ? read(true) : null,
      ...roles,
      notify,
      ending: endingIn(clauses),
    }),
    lists: {clocks: columns ? columnClocks(line, columns) : clocksOf(segment.pieces)},
  }
}

/** The words after the number are its name or the case it is for, where they are short and say neither who nor when. */
function titleOf({line, at, aside, pieces}: Segment, clauses: readonly Clause[]): Record<string, Read | null> {
  if (aside) return {[isCase(aside) ? 'when' : 'name']: readAt(aside, line, 0, at)}
  const cell = line.passage?.cells?.[0]?.text ?? ''
  if (line.passage?.cells) {
    const rest = line.text.slice(at, line.text.indexOf(cell) + cell.length).replace(/^[\s:–—-]+|[.:;,\s]+$/gu, '')
    if (rest.length > 2 && rest.length < 80 && !rolesOfArrow(rest))
      return {[isCase(rest) ? 'when' : 'name']: readAt(rest, line, at)}
  }
  const first = clauses[0]
  if (!first || first.line !== line || line.passage?.cells) return {}
  const heading = line.passage === null || line.text.length < 90
  const words = first.text.replace(/[.:;,]+$/, '').trim()
  const whole = (pieces[0]?.end ?? 0) - at
  const alone = words.length >= whole - 2 || clauses[1]?.line === line
  if (words.length > 80 || words.length < 3 || limitsIn(words, true).length > 0) return {}
  if (isCase(words) && words.split(' ').length <= 8)
    return {when: readAt(words, line, first.start, first.start + words.length)}
  if (rolesOfArrow(words) || !heading || !alone) return {}
  if (rolesOfSentence(words) || /[.!?]$/.test(first.text)) return {}
  return {name: readAt(words, line, first.start, first.start + words.length)}
}

function isCase(words: string): boolean {
  return /\b(?:urgent|emergenc\w*|otherwise|all other|other cases|not urgent|non-urgent|routine|immediate risk)\b/iu.test(
    words,
  )
}

const endings: readonly (readonly [string, RegExp])[] = [
  ['mediates', /\b(?:will|may|to) mediate\b|\bmediates\b|\bmediation\b/iu],
  [
    'decides',
    /\b(?:chair|directors?|executive|partners|panel|scrutineer|board|partnership|group|they)\b[^.;]{0,40}\b(?:decides?|will decide|makes? the (?:final )?decision|gives? a (?:final )?decision)\b|\bwho (?:will )?(?:decides?|makes? the (?:final )?decision)\b|\bdecision is (?:final|binding)\b/iu,
  ],
]

function endingIn(clauses: readonly Clause[]): Read | null {
  for (const [ending, pattern] of endings) {
    const clause = clauses.find(({text}) => pattern.test(text))
    if (clause) return readAt(ending, clause.line, clause.start, clause.start + clause.text.length, 'medium')
  }
  return null
}
