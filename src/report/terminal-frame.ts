import type {Notice} from '../model/policy.js'
import type {AlignmentReport, LongReport, PolicyReport} from '../model/report.js'
import {plain} from './escape.js'
import {groupedBy} from './grouped-by.js'
import type {Palette} from './palette.js'
import type {RenderOptions} from './reporter.js'
import {
  counted,
  dateWords,
  documentWords,
  levelWords,
  listed,
  neverFails,
  placeWords,
  sentence,
  statusWords,
} from './words.js'
import {wrap} from './wrap.js'
import {packsLine, yardstickLine} from './yardstick-words.js'

/** What stands around the findings is shown with. */
export interface Frame {
  readonly palette: Palette
  readonly width: number
  /** Title of the policy, which places in it need not repeat. */
  readonly title?: string
}

/** Which document was held against which yardstick, of which edition, as of when. */
export function header(policy: PolicyReport, report: LongReport, frame: Frame): string {
  const {procedures, packs, organisation, asOf} = policy.origin ?? report
  const rows: (readonly [string, string])[] = [
    ['policy', `${plain(policy.path)} (${documentWords(policy)})`],
    ...procedures.map((each) => ['held against', yardstickLine(each)] as const),
    ...(packs?.length ? [['packs', plain(packsLine(packs))] as const] : []),
    ...(organisation ? [['organisation', plain(organisation.name)] as const] : []),
    ['as of', dateWords(asOf)],
  ]
  return headText(plain(policy.title) || plain(policy.path), rows, frame)
}

/** A title, and rows of a label and words under it. */
export function headText(
  title: string,
  rows: readonly (readonly [label: string, words: string])[],
  {palette: {bold, dim}, width}: Frame,
): string {
  const lines = rows.map(([label, words]) => `  ${dim(label.padEnd(12))}  ${wrap(words, width - 16, ' '.repeat(16))}`)
  return [bold(wrap(title, width)), ...lines].join('\n')
}

/** Counts, never a score. */
export function summary({findings, tally}: PolicyReport, {palette: {bold, red, amber}, width}: Frame): string {
  const counts = [
    tally.conflict > 0 && red(counted(tally.conflict, 'conflict')),
    tally.missing > 0 && red(`${tally.missing} missing`),
    tally.partial > 0 && amber(`${tally.partial} partial`),
    `${tally.met} met`,
    tally['cannot-tell'] > 0 && `${tally['cannot-tell']} ${statusWords['cannot-tell']}`,
    tally['not-applicable'] > 0 && `${tally['not-applicable']} ${statusWords['not-applicable']}`,
  ].filter((part) => part !== false)
  return bold(wrap(`${counted(findings.length, 'requirement')}: ${listed(counts)}.`, width))
}

/** Notices, those of one sort together: forty pictures that were not read take one line. */
export function noticesText(heading: string, notices: readonly Notice[], {palette, width, title = ''}: Frame): string {
  if (notices.length === 0) return ''
  const lines = groupedBy(notices, ({code}) => code).flatMap((same) => [
    ...same
      .slice(0, 3)
      .map(({message, place}) => `${sentence(message)}${place ? ` (${placeWords(place, title)})` : ''}`),
    ...(same.length > 3 ? [`And ${same.length - 3} more of the same.`] : []),
  ])
  return [palette.bold(heading), ...lines.map((line) => `  - ${wrap(line, width - 4, '    ')}`)].join('\n')
}

/** What the report shows and what it does not, and what to do about a real worry. */
export function limits({palette: {dim}, width}: Frame): string {
  return [
    'This report compares the wording of a policy with a written model of procedures. It finds wording; a person decides. It does not show what staff know or do, or whether anybody is safe.',
    '"Not found" means that no matching words were found: the point may be made in other words, in a picture or in another document. Suggested wording is a starting point for a competent person to check. Please ring each number before you re-issue the policy.',
    'If this review has made you worried about a real person, do not wait: 999 in immediate danger, otherwise your local front door.',
  ]
    .map((text) => wrap(text, width).split('\n').map(dim).join('\n'))
    .join('\n')
}

/** One sentence that says what the run found and which exit code that gives. */
export function closing(
  {policies, verdict}: {readonly policies: {readonly length: number}; readonly verdict: AlignmentReport['verdict']},
  {width, unread}: RenderOptions,
): string {
  const {failing, failOn} = verdict
  const among = policies.length === 1 ? '' : ` in ${counted(policies.length, 'policy', 'policies')}`
  const level = failOn === 'never' ? 'to fail this run' : levelWords[failOn]
  const found =
    failing === 0
      ? `No gap${among} is ${level}`
      : `${counted(failing, 'gap')}${among} ${failing === 1 ? 'is' : 'are'} ${level}`
  if (unread > 0) return wrap(`${found}, but ${counted(unread, 'document')} could not be read: exit 2.`, width)
  if (failOn === 'never') return wrap(neverFails, width)
  return failing === 0
    ? wrap(`${found}: exit 0. That is no approval: only wording was compared.`, width)
    : wrap(`${found}: exit 1, because --fail-on is ${failOn}.`, width)
}
