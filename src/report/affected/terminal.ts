import type {Affected, AffectedPolicy} from '../../model/affected.js'
import {headline, lineText} from '../comparison/terminal.js'
import {plain} from '../escape.js'
import {paletteOf} from '../palette.js'
import type {RenderOptions} from '../reporter.js'
import {type Frame, headText, noticesText} from '../terminal-frame.js'
import {counted} from '../words.js'
import {wrap} from '../wrap.js'
import {alsoLines, alsoTitle, closingOf, differenceLines, headRows, summaryOf, toldFindings} from './told.js'

/** What new procedures do to policies, for a person at a terminal: the policy to change first comes first. */
export function renderAffected(report: Affected, options: RenderOptions): string {
  const frame = {palette: paletteOf(options.color), width: options.width}
  const parts = [
    headText('What the new procedures change', headRows(report), frame),
    options.quiet ? '' : noticesText('Please note', report.notices, frame),
    options.quiet ? '' : listText('IN THE PROCEDURES', differenceLines(report), 'Nothing changed.', frame),
    report.policies.length > 1 ? overview(report, frame) : '',
    ...report.policies.map((policy) => policyText(policy, report, options, frame)),
    wrap(closingOf(report, options), frame.width),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function listText(title: string, lines: readonly string[], none: string, {palette, width}: Frame): string {
  const told = lines.length === 0 ? [`  ${none}`] : lines.map((line) => `  - ${wrap(line, width - 4, '    ')}`)
  return [palette.bold(`${title}${lines.length > 0 ? `: ${counted(lines.length, 'change')}` : ''}`), ...told].join('\n')
}

function overview({policies}: Affected, {palette, width}: Frame): string {
  const lines = policies.map(
    (policy, at) => `  ${at + 1}. ${wrap(`${plain(policy.path)}: ${summaryOf(policy)}`, width - 5, '     ')}`,
  )
  return [palette.bold('POLICIES, the first to change first'), ...lines].join('\n')
}

function policyText(policy: AffectedPolicy, report: Affected, options: RenderOptions, frame: Frame): string {
  const {bold} = frame.palette
  const findings = toldFindings(policy, report, options)
  const also = options.quiet ? [] : alsoLines(policy, report)
  return [
    `${bold(wrap(`${plain(policy.title) || 'Policy'} (${plain(policy.path)})`, frame.width))}\n${wrap(summaryOf(policy), frame.width)}`,
    ...findings.map((told) =>
      [headline(told, frame, ''), ...told.lines.map((line) => lineText(line, frame))].join('\n'),
    ),
    also.length > 0 ? [bold(alsoTitle), ...also.map((line) => lineText(line, frame))].join('\n') : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}
