import type {Finding} from '../model/finding.js'
import {type AlignmentReport, isFailing, type PolicyReport} from '../model/report.js'
import type {Severity} from '../model/requirement.js'
import {annotationProperty, annotationText} from './escape.js'
import {findingHeadline, findingText} from './finding-lines.js'
import {sorted} from './order.js'
import type {RenderOptions} from './reporter.js'
import {closing} from './terminal-frame.js'
import {counted, sentence} from './words.js'

/**
 * A report as workflow commands that GitHub shows beside the lines of a pull request. GitHub shows ten of each level
 * and drops the rest without a word, so the worst ten of each are written, and then how many more there are.
 */
export function renderGithub(report: AlignmentReport, options: RenderOptions): string {
  const gaps = report.policies.flatMap((policy) =>
    gapsOf(policy)
      .filter((finding) => !options.quiet || isFailing(finding, report.verdict.failOn))
      .map((finding) => ({finding, policy})),
  )
  const lines = levels.flatMap(([level, severity]) => {
    const own = gaps.filter(({finding}) => finding.requirement.severity === severity)
    const commands = own.map(({finding, policy}) => command(level, finding, policy, report))
    const unread = level === 'error' && options.unread > 0 ? [unreadCommand(options.unread)] : []
    const shown = [...unread, ...commands].slice(0, most)
    const left = unread.length + commands.length - shown.length
    return left > 0 ? [...shown, `and ${counted(left, `more ${severity} gap`)}; the other formats show all.`] : shown
  })
  const notices = options.quiet ? [] : report.notices.map(({message}) => `Please note: ${sentence(message)}`)
  return [
    ...lines,
    ...notices.map(annotationText),
    closing(report, {...options, width: Number.POSITIVE_INFINITY}),
    '',
  ].join('\n')
}

const levels = [
  ['error', 'critical'],
  ['warning', 'major'],
  ['notice', 'minor'],
] as const satisfies readonly (readonly [string, Severity])[]

const most = 10

/** Every gap that nobody has accepted, worst first. */
function gapsOf({findings}: PolicyReport): Finding[] {
  const {today, next, later} = sorted(findings)
  return [...today, ...next, ...later]
}

function command(level: string, finding: Finding, policy: PolicyReport, {procedures}: AlignmentReport): string {
  const place = finding.evidence[0]?.place ?? finding.closest[0]?.place ?? finding.nearest?.place
  // Word has no lines: there the annotation belongs to the file.
  const [line, endLine] = place?.lines ?? []
  const properties = {file: policy.path, line, endLine, title: `${finding.requirement.id}: ${finding.status}`}
  const told = {title: policy.title, heldAgainst: procedures.map(({title}) => title)}
  const message = `${findingHeadline(finding)}\n${findingText(finding, told)}`
  return `::${level} ${propertiesOf(properties)}::${annotationText(message)}`
}

function unreadCommand(unread: number): string {
  return `::error title=Not read::${counted(unread, 'document')} could not be read and ${unread === 1 ? 'is' : 'are'} not in this report.`
}

function propertiesOf(properties: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${annotationProperty(String(value))}`)
    .join(',')
}
