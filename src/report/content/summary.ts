import {contactDays} from '../../model/staleness.js'
import type {Rag} from '../rag.js'
import {dateWords, listed, sentence} from '../words.js'
import {type Chapter, gapsOf, type Reference} from './chapter.js'
import {daysAfter, workingDaysAfter} from './due.js'

/** What was compared with what, in one sentence. */
export function comparedWords({report, policy}: Chapter): string {
  const {procedures, asOf} = policy.origin ?? report
  const against = listed(procedures.map(({title}) => title))
  return `The wording of “${policy.title || policy.path}” was compared with ${against}, as of ${dateWords(asOf)}.`
}

/** The counts for trustees, never a score. Accepted gaps are counted apart. */
export function ragCounts(
  chapter: Chapter,
): readonly (readonly [rag: Rag, count: number, word: string, meaning: string])[] {
  const {groups} = chapter
  const count = (rag: Rag) => gapsOf(chapter).filter((each) => each.rag === rag).length
  return [
    ['red', count('red'), 'Red', 'wrong, or critical and not found: act now'],
    ['amber', count('amber'), 'Amber', 'partly said, or not found: at the next revision'],
    ['advisory', count('advisory'), 'Advisory', 'small points that were not found'],
    ['green', groups.met.length, 'Green', 'wording was found'],
    ['grey', groups.cannotTell.length + groups.notApplicable.length, 'Grey', 'cannot be told, or does not apply'],
  ]
}

/** The first few of what matters most, and how many more critical points there are. */
export function foremost({groups: {today, next}}: Chapter): {first: readonly Reference[]; rest: string} {
  const first = [...today, ...next].slice(0, 4)
  const left = today.length - first.length
  return {
    first,
    rest: left > 0 ? `${left} more critical ${left === 1 ? 'point is' : 'points are'} under “Fix today”.` : '',
  }
}

/** What is asked of trustees or governors, a sentence each. */
export function askedOf(chapter: Chapter): string[] {
  const {report, policy, groups} = chapter
  const {procedures} = policy.origin ?? report
  const checked = procedures.map(({verifiedOn}) => verifiedOn).filter((on) => on !== null)
  const rung = checked.length > 0 ? daysAfter(checked.sort()[0]!, contactDays) : null
  const ring =
    rung && rung > report.asOf ? `, and by ${dateWords(rung)}, when the local contacts are due to be rung again` : ''
  return [
    groups.today.length > 0 &&
      `See that the points under “Fix today” are put right and the policy is issued again, by ${dateWords(workingDaysAfter(report.asOf, 5))} at the latest.`,
    gapsOf(chapter).length > 0 && 'Give each line of the action plan an owner and a date.',
    groups.waived.length > 0 && 'Confirm what has been accepted as it is, or end it.',
    sentence(`have the policy checked again when it has been changed, whenever the local procedures change${ring}`),
  ].filter((words) => words !== false)
}
