import type {Finding} from '../model/finding.js'
import {type AlignmentReport, isFailing, type LongReport, type PolicyReport} from '../model/report.js'
import {markdown} from './escape.js'
import {findingLines, type Told, waiverWords} from './finding-lines.js'
import {sorted} from './order.js'
import {paletteOf} from './palette.js'
import {ragOf} from './rag.js'
import type {RenderOptions} from './reporter.js'
import {closing, limits, summary} from './terminal-frame.js'
import {dateWords, placeWords, sentence, statusWords} from './words.js'
import {packsLine} from './yardstick-words.js'

/** A report as Markdown, for a comment on a pull request: what is to be done as a table, then each gap with both sides. */
export function renderMarkdown(report: AlignmentReport, options: RenderOptions): string {
  return [...markdownPieces(report, options)].join('')
}

/** The same, policy by policy. */
export function* markdownPieces(report: LongReport, options: RenderOptions): Generator<string> {
  const heldAgainst = report.procedures.map(({title}) => title)
  let length = 0
  for (const policy of report.policies) {
    const parts = [
      `## ${markdown(policy.title || policy.path)}`,
      yardstick(report, policy),
      ...(options.quiet ? quietly(policy, report) : fully(policy, options)).map((part) =>
        typeof part === 'string' ? part : inFull(part, {title: policy.title, heldAgainst}),
      ),
    ]
    yield `${parts.filter(Boolean).join('\n\n')}\n\n`
    length++
  }
  const notes = report.notices.map(({message}) => sentence(message))
  const last = [
    options.quiet ? '' : list('Please note', notes),
    options.quiet ? '' : limits(unwrapped).split('\n').map(markdown).join('\n\n'),
    `**${markdown(closing({...report, policies: {length}}, {...options, width: Number.POSITIVE_INFINITY}))}**`,
  ]
  yield `${last.filter(Boolean).join('\n\n')}\n`
}

/** Text that is written already, or a gap to be told in full. */
type Part = string | Finding

function quietly({findings}: PolicyReport, {verdict}: LongReport): Part[] {
  return findings.filter((finding) => isFailing(finding, verdict.failOn))
}

function fully(policy: PolicyReport, {show}: RenderOptions): Part[] {
  const {today, next, later, waived, cannotTell, met, notApplicable} = sorted(policy.findings)
  const gaps = [...today, ...next, ...later]
  const reason = (finding: Finding) => sentence(finding.reason)
  const remarks = (title: string, findings: readonly Finding[], remark: (finding: Finding) => string) =>
    findings.length === 0
      ? ''
      : `### ${title}\n\n${table(
          ['Requirement', 'Status', 'Remark'],
          findings.map((each) => [titled(each), statusWords[each.status], remark(each)]),
        )}`
  return [
    `**${markdown(summary(policy, unwrapped))}**`,
    gaps.length > 0
      ? table(
          ['RAG', 'Status', 'Priority', 'Requirement', 'In the policy'],
          gaps.map((each) => overview(each, policy)),
        )
      : '',
    today.length > 0 ? '### Fix today' : '',
    ...today,
    next.length > 0 ? '### Put right next' : '',
    ...next,
    later.length > 0 ? '### When you next revise' : '',
    ...later,
    remarks('Accepted', waived, waiverWords),
    remarks('Cannot be told from the wording: please look', cannotTell, reason),
    show === 'all' ? remarks('Found', met, (finding) => whereOf(finding, policy) || reason(finding)) : '',
    show === 'all' ? remarks('Not applicable', notApplicable, reason) : '',
    list(
      'About the document',
      policy.notices.map(
        ({message, place}) => `${sentence(message)}${place ? ` (${placeWords(place, policy.title)})` : ''}`,
      ),
    ),
  ]
}

function yardstick(report: LongReport, {path, origin}: PolicyReport): string {
  const {procedures, packs, organisation, asOf} = origin ?? report
  const against = procedures.map(({title, edition, verifiedOn}) =>
    [title, edition && `edition ${edition}`, verifiedOn && `verified ${dateWords(verifiedOn)}`]
      .filter(Boolean)
      .join(', '),
  )
  const whose = organisation ? `, ${organisation.name}` : ''
  const resting = packs?.length ? ` Packs: ${packsLine(packs)}.` : ''
  return markdown(`${path}${whose}, held against ${against.join(' and ')}, as of ${dateWords(asOf)}.${resting}`)
}

function overview(finding: Finding, policy: PolicyReport): string[] {
  return [
    ragOf(finding),
    statusWords[finding.status],
    finding.requirement.severity,
    titled(finding),
    whereOf(finding, policy) || '–',
  ]
}

function whereOf({evidence}: Finding, {title}: PolicyReport): string {
  return evidence[0] ? placeWords(evidence[0].place, title) : ''
}

function titled({requirement}: Finding): string {
  return `${requirement.title} (${requirement.id})`
}

/** A gap with the words of both sides and the words to use, each of these on a line that can be copied. */
function inFull(finding: Finding, told: Told): string {
  const lines = findingLines(finding, told).map(([label, words]) => `- **${markdown(label)}:** ${markdown(words)}`)
  const wording = finding.suggestedWording
    .split(/\r\n|[\r\n]/)
    .map(markdown)
    .filter(Boolean)
  return [
    `#### ${markdown(`${statusWords[finding.status]}, ${finding.requirement.severity}: ${titled(finding)}`)}`,
    lines.join('\n'),
    wording.length > 0 ? `Words to use:\n\n${wording.map((line) => `> ${line}`).join('\n>\n')}` : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `### ${title}\n\n${items.map((item) => `- ${markdown(item)}`).join('\n')}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells.map(markdown)))].join('\n')
}

/** The frame of the report on screen, here as plain sentences. */
const unwrapped = {palette: paletteOf(false), width: Number.POSITIVE_INFINITY}
