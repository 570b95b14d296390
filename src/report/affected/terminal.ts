import type {Affected, AffectedPolicy} from '../../model/affected.js'
import {headline, type Look, lineText} from '../comparison/terminal.js'
import {plain} from '../escape.js'
import {paletteOf} from '../palette.js'
import type {RenderOptions} from '../reporter.js'
import {noticesText} from '../terminal-frame.js'
import {counted} from '../words.js'
import {wrap} from '../wrap.js'
import {alsoLines, alsoTitle, closingOf, differenceLines, headRows, summaryOf, toldFindings} from './told.js'

/** What new procedures do to policies, for a person at a terminal: the policy to change first comes first. */
export function renderAffected(report: Affected, options: RenderOptions): string {
  const look = {palette: paletteOf(options.color), width: options.width}
  const {bold, dim} = look.palette
  const head = headRows(report).map(
    ([label, words]) => `  ${dim(label.padEnd(12))}  ${wrap(words, look.width - 16, ' '.repeat(16))}`,
  )
  const parts = [
    [bold('What the new procedures change'), ...head].join('\n'),
    options.quiet ? '' : noticesText('Please note', report.notices, look),
    options.quiet ? '' : listText('IN THE PROCEDURES', differenceLines(report), 'Nothing changed.', look),
    report.policies.length > 1 ? overview(report, look) : '',
    ...report.policies.map((policy) => policyText(policy, report, options, look)),
    wrap(closingOf(report, options), look.width),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function listText(title: string, lines: readonly string[], none: string, {palette, width}: Look): string {
  const told = lines.length === 0 ? [`  ${none}`] : lines.map((line) => `  - ${wrap(line, width - 4, '    ')}`)
  return [palette.bold(`${title}${lines.length > 0 ? `: ${counted(lines.length, 'change')}` : ''}`), ...told].join('\n')
}

function overview({policies}: Affected, {palette, width}: Look): string {
  const lines = policies.map(
    (policy, at) => `  ${at + 1}. ${wrap(`${plain(policy.path)}: ${summaryOf(policy)}`, width - 5, '     ')}`,
  )
  return [palette.bold('POLICIES, the first to change first'), ...lines].join('\n')
}

function policyText(policy: AffectedPolicy, report: Affected, options: RenderOptions, look: Look): string {
  const {bold} = look.palette
  const findings = toldFindings(policy, report, options)
  const also = options.quiet ? [] : alsoLines(policy, report)
  return [
    `${bold(wrap(`${plain(policy.title) || 'Policy'} (${plain(policy.path)})`, look.width))}\n${wrap(summaryOf(policy), look.width)}`,
    ...findings.map((told) => [headline(told, look, ''), ...told.lines.map((line) => lineText(line, look))].join('\n')),
    also.length > 0 ? [bold(alsoTitle), ...also.map((line) => lineText(line, look))].join('\n') : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}
