import type {Affected, AffectedPolicy} from '../../model/affected.js'
import {lineText} from '../comparison/markdown.js'
import {statusesOf} from '../comparison/told.js'
import {markdown} from '../escape.js'
import type {RenderOptions} from '../reporter.js'
import {sentence} from '../words.js'
import {alsoLines, alsoTitle, closingOf, differenceLines, headRows, summaryOf, toldFindings} from './told.js'

/** What new procedures do to policies, for an issue or a message to those who keep them. */
export function renderAffectedMarkdown(report: Affected, options: RenderOptions): string {
  const parts = [
    '# What the new procedures change',
    headRows(report)
      .map(([label, words]) => `${label}: ${markdown(words)}`)
      .join('  \n'),
    ...(options.quiet
      ? []
      : [
          list(
            'Please note',
            report.notices.map(({message}) => sentence(message)),
          ),
          list('In the procedures', differenceLines(report)) || 'Nothing changed in the procedures.',
        ]),
    report.policies.length > 1 ? overview(report) : '',
    ...report.policies.flatMap((policy) => policyParts(policy, report, options)),
    `**${markdown(closingOf(report, options))}**`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function overview({policies}: Affected): string {
  const lines = policies.map((policy, at) => `${at + 1}. ${markdown(policy.path)}: ${markdown(summaryOf(policy))}`)
  return `## Policies, the first to change first\n\n${lines.join('\n')}`
}

function policyParts(policy: AffectedPolicy, report: Affected, options: RenderOptions): string[] {
  const also = options.quiet ? [] : alsoLines(policy, report)
  return [
    `## ${markdown(policy.title || 'Policy')}`,
    `${markdown(policy.path)}: ${markdown(summaryOf(policy))}`,
    ...toldFindings(policy, report, options).map(({change, finding, lines}) => {
      const {now, was} = statusesOf(change)
      const {severity, title, id} = finding.requirement
      return `### ${markdown(`${now}${was ? ` (was ${was})` : ''}, ${severity}: ${title} (${id})`)}\n\n${lines.map(lineText).join('\n')}`
    }),
    also.length > 0 ? `### ${alsoTitle}\n\n${also.map(lineText).join('\n')}` : '',
  ]
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${markdown(item)}`).join('\n')}`
}
