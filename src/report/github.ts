import type {Finding} from '../model/finding.js'
import {type AlignmentReport, isFailing, type LongReport, type PolicyReport} from '../model/report.js'
import {annotationText} from './escape.js'
import {findingHeadline, findingText} from './finding-lines.js'
import {type Annotation, command, levels, moreOf, most} from './github-commands.js'
import {sorted} from './order.js'
import type {RenderOptions} from './reporter.js'
import {closing} from './terminal-frame.js'
import {counted, sentence} from './words.js'

/**
 * A report as workflow commands that GitHub shows beside the lines of a pull request: the worst of each level that
 * GitHub has room for, and then how many more there are.
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
      if (own.lines.length < most) own.lines.push(command(own.level, annotationOf(finding, policy, report)))
      else own.left++
    }
  }
  const lines = told.flatMap(({severity, lines, left}) => (left > 0 ? [...lines, moreOf(left, severity)] : lines))
  const notices = options.quiet ? [] : report.notices.map(({message}) => `Please note: ${sentence(message)}`)
  const last = closing({...report, policies: {length}}, {...options, width: Number.POSITIVE_INFINITY})
  yield [...lines, ...notices.map(annotationText), last, ''].join('\n')
}

/** Every gap that nobody has accepted, worst first. */
function gapsOf({findings}: PolicyReport): Finding[] {
  const {today, next, later} = sorted(findings)
  return [...today, ...next, ...later]
}

function annotationOf(finding: Finding, policy: PolicyReport, {procedures}: LongReport): Annotation {
  const told = {title: policy.title, heldAgainst: procedures.map(({title}) => title)}
  return {
    file: policy.path,
    place: finding.evidence[0]?.place ?? finding.closest[0]?.place ?? finding.nearest?.place,
    title: `${finding.requirement.id}: ${finding.status}`,
    message: `${findingHeadline(finding)}\n${findingText(finding, told)}`,
  }
}

function unreadCommand(unread: number): string {
  return `::error title=Not read::${counted(unread, 'document')} could not be read and ${unread === 1 ? 'is' : 'are'} not in this report.`
}
