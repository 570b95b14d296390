import {type Comparison, opens, type PolicyComparison} from '../../model/comparison.js'
import type {Severity} from '../../model/requirement.js'
import {annotationProperty, annotationText, plain} from '../escape.js'
import type {RenderOptions} from '../reporter.js'
import {counted, sentence} from '../words.js'
import {closingOf, groupsOf, type Line, statusesOf, type ToldFinding} from './told.js'

/**
 * The gaps that opened or got worse as workflow commands that GitHub shows beside the lines of a pull request. GitHub
 * shows ten of each level: the worst ten of each are written, and then how many more there are.
 */
export function renderComparisonGithub(report: Comparison, options: RenderOptions): string {
  const told = report.policies.flatMap((policy) =>
    groupsOf(policy, report, options)
      .filter(opens)
      .flatMap(({findings}) => findings.map((finding) => ({finding, policy}))),
  )
  const lines = levels.flatMap(([level, severity]) => {
    const own = told.filter(({finding}) => finding.finding.requirement.severity === severity)
    const commands = own.slice(0, most).map(({finding, policy}) => command(level, finding, policy))
    const left = own.length - commands.length
    return left > 0
      ? [...commands, `and ${counted(left, `more ${severity} gap`)}; the other formats show all.`]
      : commands
  })
  const notices = options.quiet ? [] : report.notices.map(({message}) => `Please note: ${sentence(message)}`)
  return [...lines, ...notices.map(annotationText), annotationText(closingOf(report, options)), ''].join('\n')
}

const levels = [
  ['error', 'critical'],
  ['warning', 'major'],
  ['notice', 'minor'],
] as const satisfies readonly (readonly [string, Severity])[]

const most = 10

function command(level: string, told: ToldFinding, policy: PolicyComparison): string {
  const {change, finding, lines} = told
  const {now, was} = statusesOf(change)
  const own = policy.changes.find(({id, new: current}) => change.changes.includes(id) && current !== null)
  const place = finding.evidence[0]?.place ?? own?.new?.place
  const [line, endLine] = place?.lines ?? []
  const file = policy.new?.path ?? policy.old!.path
  const properties = {file, line, endLine, title: `${finding.requirement.id}: ${now}${was ? ` (was ${was})` : ''}`}
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${annotationProperty(String(value))}`)
  const message = [sentence(plain(finding.requirement.title)), ...lines.map(lineText)].join('\n')
  return `::${level} ${written.join(',')}::${annotationText(message)}`
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
