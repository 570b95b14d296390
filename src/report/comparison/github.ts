import {type Comparison, opens, type PolicyComparison} from '../../model/comparison.js'
import {annotationText, plain} from '../escape.js'
import {type Annotation, command, levels, moreOf, most} from '../github-commands.js'
import type {RenderOptions} from '../reporter.js'
import {sentence} from '../words.js'
import {closingOf, groupsOf, type Line, statusesOf, type ToldFinding} from './told.js'

/**
 * The gaps that opened or got worse as workflow commands that GitHub shows beside the lines of a pull request: the
 * worst of each level that GitHub has room for, and then how many more there are.
 */
export function renderComparisonGithub(report: Comparison, options: RenderOptions): string {
  const told = report.policies.flatMap((policy) =>
    groupsOf(policy, report, options)
      .filter(opens)
      .flatMap(({findings}) => findings.map((finding) => ({finding, policy}))),
  )
  const lines = levels.flatMap(([level, severity]) => {
    const own = told.filter(({finding}) => finding.finding.requirement.severity === severity)
    const commands = own.slice(0, most).map(({finding, policy}) => command(level, annotationOf(finding, policy)))
    const left = own.length - commands.length
    return left > 0 ? [...commands, moreOf(left, severity)] : commands
  })
  const notices = options.quiet ? [] : report.notices.map(({message}) => `Please note: ${sentence(message)}`)
  return [...lines, ...notices.map(annotationText), annotationText(closingOf(report, options)), ''].join('\n')
}

function annotationOf(told: ToldFinding, policy: PolicyComparison): Annotation {
  const {change, finding, lines} = told
  const {now, was} = statusesOf(change)
  const own = policy.changes.find(({id, new: current}) => change.changes.includes(id) && current !== null)
  return {
    file: policy.new?.path ?? policy.old!.path,
    place: finding.evidence[0]?.place ?? own?.new?.place,
    title: `${finding.requirement.id}: ${now}${was ? ` (was ${was})` : ''}`,
    message: [sentence(plain(finding.requirement.title)), ...lines.map(lineText)].join('\n'),
  }
}

function lineText({label, runs, words}: Line): string {
  const quoted = runs
    ?.map(({kind, text}) =>
      kind === 'same' ? plain(text) : kind === 'removed' ? `[-${plain(text)}-]` : `{+${plain(text)}+}`,
    )
    .join('')
  const text = quoted === undefined ? words : `“${quoted}” (${words})`
  return label ? `${label}: ${text}` : text
}
