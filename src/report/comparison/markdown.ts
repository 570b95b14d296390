import type {Comparison, PolicyComparison, Run} from '../../model/comparison.js'
import {markdown} from '../escape.js'
import type {RenderOptions} from '../reporter.js'
import {sentence} from '../words.js'
import {
  changeLine,
  closingOf,
  type Group,
  groupsOf,
  headRows,
  type Line,
  otherChanges,
  sectionLines,
  statusesOf,
  summaryOf,
  type ToldFinding,
  titleOf,
} from './told.js'

/** What changed between versions, as a comment on a pull request: a table, then each finding with its words. */
export function renderComparisonMarkdown(report: Comparison, options: RenderOptions): string {
  const parts = [
    ...report.policies.flatMap((policy) => policyParts(report, policy, options)),
    ...(options.quiet
      ? []
      : [
          list(
            'Please note',
            report.notices.map(({message}) => sentence(message)),
          ),
        ]),
    `**${markdown(closingOf(report, options))}**`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function policyParts(report: Comparison, policy: PolicyComparison, options: RenderOptions): string[] {
  const groups = groupsOf(policy, report, options)
  const others = otherChanges(policy)
  const withChanges = !options.quiet && policy.old && policy.new && others.length > 0
  return [
    `## ${markdown(titleOf(policy) || 'Policy')}`,
    headRows(report, policy)
      .map(([label, words]) => `${label}: ${markdown(words)}`)
      .join('  \n'),
    `**${markdown(summaryOf(policy))}**`,
    overview(groups),
    ...groups.filter(({brief}) => !brief).flatMap(groupParts),
    ...(options.quiet ? [] : [list('Sections', sectionLines(policy))]),
    withChanges
      ? folded(
          `${others.length} more changes in the text, behind none of these`,
          others.map((change) => lineText(changeLine(change, policy))).join('\n'),
        )
      : '',
  ]
}

function overview(groups: readonly Group[]): string {
  const rows = groups.flatMap(({course, findings}) =>
    findings.map(({change, finding}) => {
      const {now, was} = statusesOf(change)
      const {severity, title, id} = finding.requirement
      return [courseWords[course] ?? course, was || now, now, severity, `${title} (${id})`]
    }),
  )
  if (rows.length === 0) return ''
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const head = ['', 'Was', 'Is', 'Priority', 'Requirement']
  return [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells.map(markdown)))].join('\n')
}

const courseWords: Readonly<Record<string, string>> = {'set-aside': 'set aside'}

function groupParts({title, findings}: Group): string[] {
  return [`### ${markdown(title)}`, ...findings.map(findingText)]
}

function findingText({change, finding, lines}: ToldFinding): string {
  const {now, was} = statusesOf(change)
  const {severity, title, id} = finding.requirement
  const heading = `${now}${was ? ` (was ${was})` : ''}, ${severity}: ${title} (${id})`
  return [`#### ${markdown(heading)}`, lines.map(lineText).join('\n')].filter(Boolean).join('\n\n')
}

export function lineText({label, runs, words}: Line): string {
  const text = runs ? `“${marked(runs)}” (${markdown(words)})` : markdown(words)
  return label ? `- **${markdown(label)}:** ${text}` : `- ${text}`
}

/** Struck out and bold, as code hosts show what was taken away and put in; a mark may not begin or end with a space. */
function marked(runs: readonly Run[]): string {
  return runs
    .map(({kind, text}) => {
      const [before, after] = [/^\s*/.exec(text)![0], /\s*$/.exec(text)![0]].map((space) => (space ? ' ' : ''))
      const bare = markdown(text)
      if (kind === 'same' || bare === '') return `${before}${bare}${bare === '' ? '' : after}`
      return `${before}${kind === 'removed' ? `<del>${bare}</del>` : `<ins>${bare}</ins>`}${after}`
    })
    .join('')
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `### ${title}\n\n${items.map((item) => `- ${markdown(item)}`).join('\n')}`
}

function folded(title: string, content: string): string {
  return `<details><summary>${markdown(title)}</summary>\n\n${content}\n\n</details>`
}
