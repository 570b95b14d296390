import type {Finding} from '../model/finding.js'
import {type AlignmentReport, isFailing, type LongReport, type PolicyReport} from '../model/report.js'
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
  return [...githubPieces(report, options)].join('')
}

/** The same, without having all policies in memory at once. */
export function* githubPieces(report: LongReport, options: RenderOptions): Generator<string> {
  const told = levels.map(([level, severity]) => ({
    severity,
    level,
    lines: level === 'error' && options.unread > 0 ? [unreadCommand(options.unread)] : [],
    left: 0,
  }))
  let length = 0
  for (const policy of report.policies) {
    length++
    for (const finding of gapsOf(policy)) {
      if (options.quiet && !isFailing(finding, report.verdict.failOn)) continue
      const own = told.find(({severity}) => severity === finding.requirement.severity)!
      if (own.lines.length < most) own.lines.push(command(own.level, finding, policy, report))
      else own.left++
    }
  }
  const lines = told.flatMap(({severity, lines, left}) =>
    left > 0 ? [...lines, `and ${counted(left, `more ${severity} gap`)}; the other formats show all.`] : lines,
  )
  const notices = options.quiet ? [] : report.notices.map(({message}) => `Please note: ${sentence(message)}`)
  const last = closing({...report, policies: {length}}, {...options, width: Number.POSITIVE_INFINITY})
  yield [...lines, ...notices.map(annotationText), last, ''].join('\n')
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

function command(level: string, finding: Finding, policy: PolicyReport, {procedures}: LongReport): string {
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
