import type {Finding, Status} from '../model/finding.js'
import {clipped} from './clipped.js'
import {plain} from './escape.js'
import {yardstick} from './expected-words.js'
import {counted, dateWords, doubtWords, listed, placeWords, quoted, sentence} from './words.js'

/** What a reader knows already where a finding is told. */
export interface Told {
  /** Title of the policy. */
  readonly title: string
  /** Titles of the yardstick. */
  readonly heldAgainst: readonly string[]
}

/** What was found of a requirement, in one sentence that begins with its title. */
export function findingHeadline({requirement, status}: Finding): string {
  return sentence(`${plain(requirement.title).trim()}: ${outcomes[status]}`)
}

const outcomes: Readonly<Record<Status, string>> = {
  met: 'wording was found that says this',
  partial: 'the policy says only part of this, or says it weakly',
  conflict: 'the policy says something that contradicts this',
  missing: 'no matching words were found',
  'not-applicable': 'this does not apply',
  'cannot-tell': 'this cannot be told from the wording; please look',
}

/**
 * A finding as labelled lines of plain text: both sides with their places, why, and what to do. The suggested wording
 * is left to the format, which may have a way of its own to show words that are to be copied.
 */
export function findingLines(
  finding: Finding,
  {title, heldAgainst}: Told,
): (readonly [label: string, words: string])[] {
  const {requirement, status, evidence, expected, searchedFor, closest, nearest, reason, remedy} = finding
  const near = closest[0] ?? nearest
  const more = evidence.length - most.quotations
  const lines: (readonly [string, string])[] = [
    ...evidence
      .slice(0, most.quotations)
      .map(
        ({quote, place}, at) =>
          [at === 0 ? 'Policy says' : 'And', `${cited(quote)} (${placeWords(place, title)})`] as const,
      ),
    ['And', more > 0 ? `in ${counted(more, 'more place')}` : ''],
    ['Searched for', status === 'missing' ? listed(searchedFor.map(plain)) : ''],
    ['Nearest', status === 'missing' && near ? `${cited(near.quote)} (${placeWords(near.place, title)})` : ''],
    ...yardstick(expected, heldAgainst),
    ['Why', sentence(reason)],
    ['It matters', requirement.severity === 'critical' && status !== 'met' ? sentence(requirement.why) : ''],
    ['Note', doubtWords(finding)],
    ['Fix', sentence(remedy)],
    ['Accepted', waiverWords(finding)],
  ]
  return lines.filter(([, words]) => words !== '')
}

/** The same as text, a line each, with the suggested wording last. */
export function findingText(finding: Finding, told: Told): string {
  const wording = finding.status === 'met' ? '' : finding.suggestedWording.trim()
  const lines = [...findingLines(finding, told), ...(wording ? [['Words to use', quoted(wording)] as const] : [])]
  return lines.map(([label, words]) => `${label}: ${words}`).join('\n')
}

/** Why a gap is accepted, by whom and until when; '' where it is not. */
export function waiverWords({waived}: Finding): string {
  if (!waived) return ''
  const {reason, approver, expires} = waived
  return [sentence(reason), approver && `Approved by ${sentence(approver)}`, expires && `Until ${dateWords(expires)}.`]
    .filter(Boolean)
    .join(' ')
}

/** Until when a gap is accepted, in a cell of a table. */
export function waiverEnd({waived}: Finding): string {
  if (waived?.expires) return dateWords(waived.expires)
  return waived?.by === 'baseline' ? 'known from the baseline' : 'no end given'
}

function cited(quote: string): string {
  return quoted(clipped(quote, most.characters))
}

/** So much of one finding is quoted; the JSON report holds it all. */
const most = {quotations: 3, characters: 600}
