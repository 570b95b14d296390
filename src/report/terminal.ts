import type {Finding} from '../model/finding.js'
import type {Notice} from '../model/policy.js'
import {type AlignmentReport, type FailOn, isFailing, type PolicyReport} from '../model/report.js'
import {plain} from './escape.js'
import {type Sorted, sorted} from './order.js'
import {type Palette, paletteOf} from './palette.js'
import type {RenderOptions} from './reporter.js'
import {gapBlock, oneLine, shortGap} from './terminal-finding.js'
import {counted, dateWords, listed, placeWords, sentence, statusWords} from './words.js'
import {wrap} from './wrap.js'

/** A report for a person at a terminal: what to fix today first, greens quietest, and why the run ends as it does. */
export function renderTerminal(report: AlignmentReport, options: RenderOptions): string {
  const palette = paletteOf(options.color)
  const policies = report.policies.map((policy) => policyText(policy, report, options, palette))
  const parts = options.quiet
    ? [...policies, closing(report, options)]
    : [...policies, limits(palette, options.width), closing(report, options)]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function policyText(policy: PolicyReport, report: AlignmentReport, options: RenderOptions, palette: Palette): string {
  const {width} = options
  const failing = policy.findings.filter((finding) => isFailing(finding, report.verdict.failOn))
  const groups = sorted(options.quiet ? failing : policy.findings)
  const parts = [
    header(policy, report, palette, width),
    !options.quiet && noticesText('Please note', report.notices, palette, width),
    !options.quiet && summary(policy, palette, width),
    ...gapsText(
      groups,
      report.procedures.map(({title}) => title),
      palette,
      width,
    ),
  ]
  if (!options.quiet) {
    parts.push(
      group('ACCEPTED: gaps that are waived', groups.waived, palette, (finding) =>
        oneLine(finding, waiverWords(finding), palette, width),
      ),
      group('CANNOT BE TOLD FROM THE WORDING: please look', groups.cannotTell, palette, (finding) =>
        oneLine(finding, sentence(finding.reason), palette, width),
      ),
      goodPractice(groups.met, options, palette),
      options.show === 'all' &&
        group('NOT APPLICABLE', groups.notApplicable, palette, (finding) =>
          oneLine(finding, sentence(finding.reason), palette, width),
        ),
      noticesText('About the document', policy.notices, palette, width),
    )
  }
  return parts.filter(Boolean).join('\n\n')
}

function gapsText({today, next, later}: Sorted, titles: readonly string[], palette: Palette, width: number): string[] {
  const inFull = (finding: Finding) => gapBlock(finding, titles, palette, width)
  return [
    group(`FIX TODAY: ${counted(today.length, 'critical point')} wrong or not found`, today, palette, inFull, '\n\n'),
    group(`PUT RIGHT NEXT: ${counted(next.length, 'point')}`, next, palette, inFull, '\n\n'),
    group(
      `WHEN YOU NEXT REVISE: ${counted(later.length, 'minor point')}`,
      later,
      palette,
      (finding) => shortGap(finding, palette, width),
      '\n\n',
    ),
  ]
}

function waiverWords({status, waived}: Finding): string {
  const end = waived?.expires ? `until ${dateWords(waived.expires)}` : 'without an end'
  return `${statusWords[status]}, accepted ${end}: ${sentence(waived?.reason ?? '')}`
}

/** Which document was held against which yardstick, of which edition, as of when. */
function header(
  policy: PolicyReport,
  {procedures, organisation, asOf}: AlignmentReport,
  {bold, dim}: Palette,
  width: number,
): string {
  const what = policy.format === 'word' ? 'Word' : 'Markdown'
  const size = `${counted(policy.words, 'word')}, ${counted(policy.sectionCount, 'section')}`
  const yardsticks = procedures.map(({title, edition, verifiedOn}) =>
    [plain(title), edition && `edition ${plain(edition)}`, verifiedOn && `verified ${dateWords(verifiedOn)}`]
      .filter(Boolean)
      .join(', '),
  )
  const rows = [
    ['policy', `${plain(policy.path)} (${what}, ${size})`],
    ...yardsticks.map((words) => ['held against', words]),
    ...(organisation ? [['organisation', plain(organisation.name)]] : []),
    ['as of', dateWords(asOf)],
  ]
  const lines = rows.map(([label, words]) => `  ${dim(label!.padEnd(12))}  ${wrap(words!, width - 16, ' '.repeat(16))}`)
  return [bold(wrap(plain(policy.title) || plain(policy.path), width)), ...lines].join('\n')
}

/** Counts, never a score. */
function summary({findings, tally}: PolicyReport, {bold, red, amber}: Palette, width: number): string {
  const counts = [
    tally.conflict > 0 && red(counted(tally.conflict, 'conflict')),
    tally.missing > 0 && red(`${tally.missing} missing`),
    tally.partial > 0 && amber(`${tally.partial} partial`),
    `${tally.met} met`,
    tally['cannot-tell'] > 0 && `${tally['cannot-tell']} ${statusWords['cannot-tell']}`,
    tally['not-applicable'] > 0 && `${tally['not-applicable']} ${statusWords['not-applicable']}`,
  ].filter((part) => part !== false)
  return bold(wrap(`${counted(findings.length, 'requirement')}: ${listed(counts)}.`, width))
}

function goodPractice(met: readonly Finding[], {show, width}: RenderOptions, palette: Palette): string {
  if (met.length === 0) return ''
  const {green} = palette
  if (show === 'all') {
    return group(`FOUND: wording that meets ${counted(met.length, 'requirement')}`, met, palette, (finding) => {
      const first = finding.evidence[0]
      return oneLine(finding, first ? placeWords(first.place) : sentence(finding.reason), palette, width)
    })
  }
  return wrap(
    `${green('Good practice:')} wording was found that meets ${counted(met.length, 'requirement')}; --show all lists them.`,
    width,
  )
}

function group(
  title: string,
  findings: readonly Finding[],
  {bold}: Palette,
  text: (finding: Finding) => string,
  gap = '\n',
): string {
  return findings.length === 0 ? '' : `${bold(title)}\n${gap === '\n' ? '' : '\n'}${findings.map(text).join(gap)}`
}

/** Notices, those of one sort together: forty pictures that were not read take one line. */
function noticesText(title: string, notices: readonly Notice[], {bold}: Palette, width: number): string {
  if (notices.length === 0) return ''
  const byCode = new Map<string, Notice[]>()
  for (const notice of notices) byCode.set(notice.code, [...(byCode.get(notice.code) ?? []), notice])
  const lines = [...byCode.values()].flatMap((same) => [
    ...same.slice(0, 3).map(({message, place}) => `${sentence(message)}${place ? ` (${placeWords(place)})` : ''}`),
    ...(same.length > 3 ? [`And ${same.length - 3} more of the same.`] : []),
  ])
  return [bold(title), ...lines.map((line) => `  - ${wrap(line, width - 4, '    ')}`)].join('\n')
}

function limits({dim}: Palette, width: number): string {
  return [
    'This report compares the wording of a policy with a written model of procedures. It finds wording; a person decides. It does not show what staff know or do, or whether anybody is safe.',
    '"Not found" means that no matching words were found: the point may be made in other words, in a picture or in another document. Suggested wording is a starting point for a competent person to check. Please ring each number before you re-issue the policy.',
    'If this review has made you worried about a real person, do not wait: 999 in immediate danger, otherwise your local front door.',
  ]
    .map((text) => wrap(text, width).split('\n').map(dim).join('\n'))
    .join('\n')
}

/** One sentence that says what the run found and which exit code that gives. */
function closing({policies, verdict}: AlignmentReport, {width, unread}: RenderOptions): string {
  const {failing, failOn} = verdict
  const among = policies.length === 1 ? '' : ` in ${counted(policies.length, 'policy', 'policies')}`
  const level = levels[failOn]
  const found =
    failing === 0
      ? `No gap${among} is ${level}`
      : `${counted(failing, 'gap')}${among} ${failing === 1 ? 'is' : 'are'} ${level}`
  if (unread > 0) return wrap(`${found}, but ${counted(unread, 'document')} could not be read: exit 2.`, width)
  if (failOn === 'never') return wrap('Exit 0: findings never fail this run, because --fail-on is never.', width)
  return failing === 0
    ? wrap(`${found}: exit 0. That is no approval: only wording was compared.`, width)
    : wrap(`${found}: exit 1, because --fail-on is ${failOn}.`, width)
}

const levels: Readonly<Record<FailOn, string>> = {
  critical: 'critical',
  major: 'major or critical',
  minor: 'minor or worse',
  never: 'to fail this run',
}
