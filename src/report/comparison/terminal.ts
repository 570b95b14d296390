import type {Comparison, PolicyComparison, Run} from '../../model/comparison.js'
import {plain} from '../escape.js'
import {type Palette, paletteOf} from '../palette.js'
import type {RenderOptions} from '../reporter.js'
import {type Frame, headText, noticesText} from '../terminal-frame.js'
import {counted} from '../words.js'
import {wrap} from '../wrap.js'
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

/** What changed between versions, for a person at a terminal: what opened first, each with the words that did it. */
export function renderComparison(report: Comparison, options: RenderOptions): string {
  const frame = {palette: paletteOf(options.color), width: options.width}
  const parts = report.policies.flatMap((policy, at) => [
    headText(plain(titleOf(policy)) || 'Policy', headRows(report, policy), frame),
    at === 0 && !options.quiet ? noticesText('Please note', report.notices, frame) : '',
    frame.palette.bold(wrap(summaryOf(policy), frame.width)),
    ...groupsOf(policy, report, options).map((group) => groupText(group, frame)),
    ...(options.quiet ? [] : [sectionsText(policy, frame), otherText(policy, options, frame)]),
  ])
  return `${[...parts, wrap(closingOf(report, options), frame.width)].filter(Boolean).join('\n\n')}\n`
}

function groupText({title, findings, brief}: Group, frame: Frame): string {
  const texts = findings.map((each) => (brief ? headline(each, frame, '  ') : findingText(each, frame)))
  const {bold} = frame.palette
  return `${bold(wrap(loud(title), frame.width))}${brief ? '\n' : '\n\n'}${texts.join(brief ? '\n' : '\n\n')}`
}

/** "OPENED: 3 gaps". */
function loud(title: string): string {
  return title.replace(/^[^:]+/, (word) => word.toUpperCase())
}

function findingText(told: ToldFinding, frame: Frame): string {
  return [headline(told, frame, ''), ...told.lines.map((line) => lineText(line, frame))].join('\n')
}

export function headline({change, finding}: ToldFinding, {palette, width}: Frame, indent: string): string {
  const {bold, dim, red, amber, green} = palette
  const {now, was} = statusesOf(change)
  const tone =
    change.course === 'closed'
      ? green
      : finding.status === 'conflict' || finding.requirement.severity === 'critical'
        ? red
        : amber
  const {id, title, severity} = finding.requirement
  const status = `${bold(tone(now.toUpperCase()))}${was ? ` (was ${was})` : ''} ${plain(severity)}`
  const text = `${status}: ${bold(plain(title))} ${dim(`[${plain(id)}]`)}`
  return `${indent}${wrap(text, width - indent.length, `${indent}  `)}`
}

export function lineText({label, runs, words}: Line, frame: Frame): string {
  const {dim} = frame.palette
  const name = label ? `${each(`${label}:`, dim)} ` : ''
  const text = runs ? `“${marked(runs, frame.palette)}” ${each(`(${words})`, dim)}` : words
  return `  ${wrap(`${name}${text}`, frame.width - 2, '    ')}`
}

/** Marks that say it without colour too, as git's word diff has them. */
function marked(runs: readonly Run[], {red, green}: Palette): string {
  return runs
    .map(({kind, text}) => {
      const words = plain(text)
      if (kind === 'same') return words
      const [before, after] = [/^ */.exec(words)![0], / *$/.exec(words)![0]]
      const bare = words.trim()
      if (bare === '') return words
      const framed = kind === 'removed' ? `[-${bare}-]` : `{+${bare}+}`
      return `${before}${each(framed, kind === 'removed' ? red : green)}${after}`
    })
    .join('')
}

/** A mark on each word, so that it survives the breaking of lines. */
function each(text: string, mark: (text: string) => string): string {
  return text.split(' ').map(mark).join(' ')
}

function sectionsText(policy: PolicyComparison, {palette, width}: Frame): string {
  const lines = sectionLines(policy)
  if (lines.length === 0) return ''
  return [palette.bold('SECTIONS'), ...lines.map((line) => `  - ${wrap(line, width - 4, '    ')}`)].join('\n')
}

function otherText(policy: PolicyComparison, {show}: RenderOptions, frame: Frame): string {
  const others = otherChanges(policy)
  if (others.length === 0 || !policy.old || !policy.new) return ''
  if (show !== 'all') {
    return wrap(
      `${counted(others.length, 'more change')} in the text, behind none of these; --show all lists them.`,
      frame.width,
    )
  }
  return [
    frame.palette.bold('OTHER CHANGES'),
    ...others.map((change) => lineText(changeLine(change, policy), frame)),
  ].join('\n')
}
