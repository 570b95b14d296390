import {sentence} from '../words.js'
import {type Chapter, gapsOf, type Reference} from './chapter.js'
import {dueOn} from './due.js'

/** A line of the action plan. */
export interface Action {
  readonly reference: Reference
  readonly action: string
  /** Who is proposed to do it, or null where nobody is known. */
  readonly owner: string | null
  /** YYYY-MM-DD, or null for the next revision. */
  readonly due: string | null
}

/** The action plan: a line a gap that nobody has accepted, worst first. */
export function planOf(chapter: Chapter): Action[] {
  const {asOf, yardstick} = chapter.report
  const owner = yardstick?.owner ?? null
  return gapsOf(chapter).map((reference) => {
    const {remedy, reason} = reference.finding
    return {reference, action: sentence(remedy || reason), owner, due: dueOn(reference, asOf)}
  })
}

/** How the plan is to be taken. */
export const planWords =
  'Owners and dates are proposals: change them. Working days are counted from Monday to Friday; bank holidays are not taken out.'
