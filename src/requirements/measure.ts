import type {Timescale} from '../model/facts.js'
import type {Limit} from '../model/procedures.js'
import {type Comparison, compareLimits} from '../text/compare-limits.js'
import {limitWords} from '../text/limit-words.js'
import {urgencyOf} from '../text/urgency.js'
import {likeness} from './role-likeness.js'

/**
 * How a stated limit stands to all that a local limit says, beyond what two lengths of time tell.
 *
 * guide: it is slower than a limit that is a guide only · by-case: it is right for one case and wrong for another ·
 * vague: the local limit brooks no delay and has no number, and this one is short.
 */
export type Measure = Comparison | 'guide' | 'by-case' | 'vague'

/** How a stated limit stands to a local one, and what that one is. */
export interface Measured {
  readonly measure: Measure
  /** The local limit that it was measured by, in words. */
  readonly words: string
}

/**
 * Measures a stated limit by a local one, by the date on which each ends. `about` are the words around it, which may say
 * for which of several cases it is; where they do not say, it has to be right for all.
 */
export function measureByLocal(stated: Timescale, about: string, limit: Limit): Measured {
  const {byPriority = []} = limit
  if (byPriority.length === 0) return byOne(stated, about, limit)
  const own = byPriority.filter(({when}) => isFor(about, when))
  if (own.length === 1) return byOne(stated, about, {...limit, sameAs: undefined, ...own[0]})
  const cases = byPriority.map(
    (each) => byOne(stated, about, {...limit, words: undefined, sameAs: undefined, ...each}).measure,
  )
  if (limit.value !== null) cases.push(byOne(stated, about, limit).measure)
  const words = [
    ...(limit.value === null ? [] : [limitWords(limit)]),
    ...byPriority.map((each) => `${limitWords(each)} (${each.when})`),
  ].join(', ')
  if (cases.every((each) => each === 'ok')) return {measure: 'ok', words}
  if (cases.every((each) => each === 'slower')) return {measure: 'slower', words}
  return {measure: cases.includes('slower') ? 'by-case' : cases.find((each) => each !== 'ok')!, words}
}

/** Whether words speak of a case: by how pressing it is, else by the words that name it. */
export function isFor(about: string, when: string): boolean {
  const [ours, local] = [urgencyOf(about), urgencyOf(when)]
  return ours !== null && local !== null ? ours === local : likeness(when, about) >= 0.75
}

function byOne(stated: Timescale, about: string, limit: Limit): Measured {
  const words = limitWords(limit)
  if (limit.value === null && limit.words && sayWords(about, limit.words)) return {measure: 'ok', words}
  if (limit.value === null && brooksNoDelay.test(limit.words ?? '')) return {measure: withoutNumber(stated), words}
  const lengths = [working(limit), ...(limit.sameAs ? [{...limit, ...limit.sameAs, words: undefined}] : [])]
  const best = order.find((each) => lengths.some((length) => compareLimits(stated, length) === each))!
  return {measure: best === 'slower' && isGuide(limit) ? 'guide' : best, words}
}

const order: readonly Comparison[] = ['ok', 'weekend-only', 'slower', 'incomparable']

/** Words without a number that mean haste, but no day. */
const brooksNoDelay = /\bwithout (?:undue |any )?delay|\bpromptly\b|\bas soon as\b/i

function withoutNumber(stated: Timescale): Measure {
  if (stated.unit === 'none' || compareLimits(stated, {value: 0, unit: 'days'}) === 'ok') return 'ok'
  return compareLimits(stated, {value: 1, unit: 'working-days'}) === 'slower' ? 'slower' : 'vague'
}

/** Whether a text holds the words of a limit that has no number. */
export function sayWords(text: string, words: string): boolean {
  const plain = (each: string) =>
    each
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return ` ${plain(text)} `.includes(` ${plain(words).replace(/^(?:within|in|by) /, '')} `)
}

/** A working week is five working days, though it is printed as a week. */
export function working<T extends Pick<Limit, 'value' | 'unit' | 'words'>>(limit: T): T {
  const isWorking = limit.unit === 'weeks' && limit.value !== null && /\bworking week/i.test(limit.words ?? '')
  return isWorking ? {...limit, value: 5 * limit.value!, unit: 'working-days'} : limit
}

function isGuide({qualifier = ''}: Limit): boolean {
  return /\b(?:indicative|guide|guideline|normally|usually|expected|aim)\b/i.test(qualifier)
}
