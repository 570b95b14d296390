import type {Finding} from '../model/finding.js'
import {type AlignmentReport, isFailing, type LongReport, type PolicyReport} from '../model/report.js'
import {plain} from './escape.js'
import {sorted} from './order.js'
import {paletteOf} from './palette.js'
import type {RenderOptions} from './reporter.js'
import {gapBlock, type Look, oneLine, shortGap} from './terminal-finding.js'
import {closing, header, limits, noticesText, summary} from './terminal-frame.js'
import {counted, dateWords, placeWords, sentence, statusWords} from './words.js'
import {wrap} from './wrap.js'

/** A report for a person at a terminal: what to fix today first, greens quietest, and why the run ends as it does. */
export function renderTerminal(report: AlignmentReport, options: RenderOptions): string {
  return [...terminalPieces(report, options)].join('')
}

/** The same, policy by policy. */
export function* terminalPieces(report: LongReport, options: RenderOptions): Generator<string> {
  const look = {
    palette: paletteOf(options.color),
    width: options.width,
    heldAgainst: report.procedures.map(({title}) => title),
  }
  let length = 0
  for (const policy of report.policies) {
    const own: Look = {...look, title: policy.title}
    const shown = options.quiet ? quietly(policy, report, own) : fully(policy, options, own)
    // What must be known of the yardstick is said once, before the first policy's findings.
    const notices = length === 0 && !options.quiet ? noticesText('Please note', report.notices, own) : ''
    yield `${[header(policy, report, own), notices, ...shown].filter(Boolean).join('\n\n')}\n\n`
    length++
  }
  const last = [options.quiet ? '' : limits(look), closing({...report, policies: {length}}, options)]
  yield `${last.filter(Boolean).join('\n\n')}\n`
}

function quietly({findings}: PolicyReport, {verdict}: LongReport, look: Look): string[] {
  return gaps(
    findings.filter((finding) => isFailing(finding, verdict.failOn)),
    look,
  )
}

function fully(policy: PolicyReport, {show}: RenderOptions, look: Look): string[] {
  const {waived, cannotTell, met, notApplicable} = sorted(policy.findings)
  const line = (remark: (finding: Finding) => string) => (finding: Finding) => oneLine(finding, remark(finding), look)
  const reason = line((finding) => sentence(finding.reason))
  return [
    summary(policy, look),
    ...gaps(policy.findings, look),
    group('ACCEPTED: gaps that are waived', waived, look, line(waiverWords)),
    group('CANNOT BE TOLD FROM THE WORDING: please look', cannotTell, look, reason),
    show === 'all'
      ? group(
          `FOUND: wording that meets ${counted(met.length, 'requirement')}`,
          met,
          look,
          line((each) => foundWords(each, look)),
        )
      : goodPractice(met, look),
    show === 'all' ? group('NOT APPLICABLE', notApplicable, look, reason) : '',
    noticesText('About the document', policy.notices, look),
  ]
}

function gaps(findings: readonly Finding[], look: Look): string[] {
  const {today, next, later} = sorted(findings)
  const inFull = (finding: Finding) => gapBlock(finding, look)
  const inShort = (finding: Finding) => shortGap(finding, look)
  return [
    group(`FIX TODAY: ${counted(today.length, 'critical point')} wrong or not found`, today, look, inFull, '\n\n'),
    group(`PUT RIGHT NEXT: ${counted(next.length, 'point')}`, next, look, inFull, '\n\n'),
    group(`WHEN YOU NEXT REVISE: ${counted(later.length, 'minor point')}`, later, look, inShort, '\n\n'),
  ]
}

function group(
  title: string,
  findings: readonly Finding[],
  {palette}: Look,
  text: (finding: Finding) => string,
  gap = '\n',
): string {
  return findings.length === 0 ? '' : `${palette.bold(title)}${gap}${findings.map(text).join(gap)}`
}

function goodPractice(met: readonly Finding[], {palette, width}: Look): string {
  if (met.length === 0) return ''
  const found = `wording was found that meets ${counted(met.length, 'requirement')}; --show all lists them.`
  return wrap(`${palette.green('Good practice:')} ${found}`, width)
}

function foundWords({evidence, reason}: Finding, {title}: Look): string {
  const first = evidence[0]
  return first ? placeWords(first.place, title) : sentence(reason)
}

function waiverWords({status, waived}: Finding): string {
  if (!waived) return statusWords[status]
  if (waived.by === 'baseline') return `${statusWords[status]}, known from the baseline`
  const end = waived.expires ? `until ${dateWords(waived.expires)}` : 'without an end'
  const by = waived.approver ? ` by ${plain(waived.approver)}` : ''
  return `${statusWords[status]}, accepted${by} ${end}: ${sentence(waived.reason)}`
}
