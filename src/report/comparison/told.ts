import {
  type Comparison,
  type Course,
  type FindingChange,
  opens,
  type PolicyComparison,
  type Run,
  type TextChange,
} from '../../model/comparison.js'
import type {Finding} from '../../model/finding.js'
import type {Place} from '../../model/policy.js'
import {isFailing} from '../../model/report.js'
import {clipped} from '../clipped.js'
import {plain} from '../escape.js'
import {yardstick} from '../expected-words.js'
import {isForLater, isForToday, weight} from '../order.js'
import type {RenderOptions} from '../reporter.js'
import {
  counted,
  dateWords,
  documentWords,
  levelWords,
  neverFails,
  placeWords,
  quoted,
  sentence,
  statusWords,
} from '../words.js'
import {packsLine, yardstickLine} from '../yardstick-words.js'
import {excerpt} from './excerpt.js'

/** A line under a finding: a label, and words that both versions hold or only one, with their place. */
export interface Line {
  readonly label: string
  /** Nothing for words of ours. */
  readonly runs: readonly Run[] | null
  /** Words of ours; after `runs`, where they stand. */
  readonly words: string
}

/** A finding to be told in full or in one line. */
export interface ToldFinding {
  readonly change: FindingChange
  /** The newer finding, or the older where the requirement is asked no more. */
  readonly finding: Finding
  readonly lines: readonly Line[]
}

/** Findings of one sort under a heading. */
export interface Group {
  readonly course: Course
  readonly title: string
  readonly findings: readonly ToldFinding[]
  /** Whether each takes one line only. */
  readonly brief: boolean
}

/** Findings by what became of them, those to act on first, each group worst first. A quiet report has what fails only. */
export function groupsOf(policy: PolicyComparison, report: Comparison, {show, quiet}: RenderOptions): readonly Group[] {
  const {onlyNew, failOn} = report.verdict
  const wanted: readonly Course[] = quiet
    ? onlyNew
      ? ['opened', 'worse']
      : ['opened', 'worse', 'better', 'stayed']
    : shown
  return wanted.flatMap((course): Group[] => {
    const own = policy.findings
      .filter((each) => each.course === course)
      .filter((each) => !quiet || (each.new !== null && isFailing(each.new, failOn)))
      .sort((a, b) => urgency(findingOf(a)) - urgency(findingOf(b)))
    if (own.length === 0) return []
    const brief = course === 'stayed' && show !== 'all'
    const findings = own.map((change) => toldFinding(change, policy, report))
    return [{course, title: titles[course](own.length), findings, brief}]
  })
}

/** What a person acts on today first, minor gaps last, as in a report of one version. */
function urgency(finding: Finding): number {
  return (isForToday(finding) ? 0 : isForLater(finding) ? 200 : 100) + weight(finding)
}

const shown: readonly Course[] = ['opened', 'worse', 'set-aside', 'better', 'closed', 'stayed']

const titles: Readonly<Record<Course, (count: number) => string>> = {
  opened: (count) => `Opened: ${counted(count, 'gap')} that ${count === 1 ? 'was' : 'were'} not there before`,
  worse: (count) => `Worse: ${counted(count, 'gap')} that grew`,
  better: (count) => `Better: ${counted(count, 'gap')} that ${count === 1 ? 'is' : 'are'} smaller, and still there`,
  closed: (count) => `Closed: ${counted(count, 'gap')}`,
  'set-aside': (count) => `Set aside: ${counted(count, 'gap')} no longer counted, and not met`,
  stayed: (count) => `Stayed: ${counted(count, 'gap')} as before`,
  clear: () => 'No gap in either version',
}

/** Of a finding in both versions the newer one counts. */
export function findingOf(change: FindingChange): Finding {
  return (change.new ?? change.old)!
}

/** "conflict (was met)": what is found now, and what was. */
export function statusesOf({old, new: current, course}: FindingChange): {now: string; was: string} {
  const words = (finding: Finding | null) =>
    finding === null ? 'not asked' : `${statusWords[finding.status]}${finding.waived ? ', accepted' : ''}`
  return {now: words(current), was: course === 'stayed' ? '' : words(old)}
}

function toldFinding(change: FindingChange, policy: PolicyComparison, report: Comparison): ToldFinding {
  const finding = findingOf(change)
  const {course, new: current} = change
  const isGapNow = course === 'opened' || course === 'worse' || course === 'better' || course === 'stayed'
  const title = titleOf(policy)
  const told = words('Why', isGapNow || course === 'set-aside' ? sentence(finding.reason) : '')
  const lines = [
    ...behind(change, policy),
    ...(opens(change) ? still(change, title) : []),
    ...(isGapNow
      ? yardstick(
          finding.expected,
          report.procedures.map((each) => each.title),
        ).flatMap(([label, value]) => words(label, value))
      : []),
    ...told,
    ...words('Accepted', current?.waived ? sentence(current.waived.reason) : ''),
    ...(isGapNow ? words('Fix', sentence(finding.remedy)) : []),
  ]
  return {change, finding, lines}
}

export function words(label: string, text: string): Line[] {
  return text === '' ? [] : [{label, runs: null, words: text}]
}

/** The changes of the text that made a finding what it is, or why none is told. */
function behind(change: FindingChange, policy: PolicyComparison): Line[] {
  const {changes, near, yardstick: isMoved, course} = change
  if (policy.sections === null || !policy.old || !policy.new) return quotationsOf(change, titleOf(policy))
  const byId = changesOf(policy)
  const lines = changes.slice(0, mostChanges).map((id) => changeLine(byId.get(id)!, policy))
  const more = changes.length - lines.length
  if (lines.length > 0)
    return [...lines, ...words('', more > 0 ? `and ${counted(more, 'more change')} that touch it` : '')]
  if (course === 'stayed') return []
  const nearby = near.map((id) => changeLine(byId.get(id)!, policy))
  const reason = isMoved
    ? 'Not a word that it quotes changed; what it is held against did.'
    : nearby.length > 0
      ? 'Not a word that it quotes changed; these changed near it.'
      : 'Not a word that it quotes changed: it hangs on the document as a whole.'
  return [...words('Text', reason), ...nearby]
}

const mostChanges = 3

/** Where the texts are not at hand, what was quoted then and now. */
function quotationsOf({old, new: current}: FindingChange, title: string): Line[] {
  const cited = (label: string, finding: Finding | null): Line[] =>
    (finding?.evidence ?? []).slice(0, 2).map(({quote, place}, at) => ({
      label: at === 0 ? label : 'and',
      runs: [{kind: 'same', text: excerpt([{kind: 'same', text: quote}])[0]!.text}],
      words: placeWords(place, title),
    }))
  const same =
    JSON.stringify(old?.evidence.map(({quote}) => quote)) === JSON.stringify(current?.evidence.map(({quote}) => quote))
  return same ? cited('Says', current) : [...cited('Said', old), ...cited('Says now', current)]
}

/** What met a requirement and still stands, beside the words that now speak against it. */
function still({standing}: FindingChange, title: string): Line[] {
  const [first] = standing
  if (!first) return []
  return words('Still said', `${quoted(clipped(first.quote, 160))} (${placeWords(first.place, title)})`)
}

/** One change with its places: "Allegations (6.2), line 88, before in Reporting (4)". */
export function changeLine(change: TextChange, policy: PolicyComparison): Line {
  const label = {
    reworded: change.moved ? 'Moved and changed' : 'Changed',
    added: 'Added',
    removed: 'Removed',
    moved: 'Moved',
  }[change.kind]
  return {label, runs: excerpt(change.runs), words: placesWords(change, policy)}
}

function placesWords({old, new: current, moved}: TextChange, policy: PolicyComparison): string {
  const [then, now] = [placeIn(old?.place, policy.old?.title), placeIn(current?.place, policy.new?.title)]
  if (!current) return `was in ${then}`
  if (!old) return now
  // A line that only slid down is no news, but both are needed to find it.
  const alike = then.replace(/, lines? .*$/, '') === now.replace(/, lines? .*$/, '')
  const lines = old.place.lines === null ? '' : `; was ${linesOf(old.place.lines)}`
  return then === now ? now : alike && !moved ? `${now}${lines}` : `${now}; was in ${then}`
}

function linesOf([from, to]: readonly [number, number]): string {
  return from === to ? `line ${from}` : `lines ${from}-${to}`
}

function placeIn(place: Place | undefined, title: string | undefined): string {
  return place ? placeWords(place, title) : ''
}

/** Changes by their ids. */
export function changesOf({changes}: PolicyComparison): ReadonlyMap<string, TextChange> {
  return new Map(changes.map((change) => [change.id, change]))
}

export function titleOf({old, new: current}: PolicyComparison): string {
  return (current ?? old)!.title
}

/** What was compared with what, a row a thing. */
export function headRows(report: Comparison, {old, new: current}: PolicyComparison): [label: string, words: string][] {
  const version = (side: PolicyComparison['old']) =>
    side ? `${plain(side.path)} (${documentWords(side)})` : 'not there'
  const against = report.procedures.map((each): [string, string] => ['held against', yardstickLine(each)])
  return [
    ['old', version(old)],
    ['new', version(current)],
    ...against,
    ...(report.packs?.length ? [['packs', plain(packsLine(report.packs))] as [string, string]] : []),
    ...(report.organisation ? [['organisation', plain(report.organisation.name)] as [string, string]] : []),
    ['as of', dateWords(report.asOf)],
  ]
}

/** Counts in one sentence: gaps, then words. */
export function summaryOf({tally, findings, changes, sections, old, new: current}: PolicyComparison): string {
  const critical = (course: Course) =>
    findings.filter((each) => each.course === course && findingOf(each).requirement.severity === 'critical').length
  const gaps = (['opened', 'worse', 'better', 'closed', 'set-aside', 'stayed'] as const).flatMap((course) => {
    const count = tally[course]
    const grave = critical(course)
    const named = `${count} ${summaryWords[course]}`
    return count === 0 ? [] : [grave > 0 && course !== 'stayed' ? `${named} (${grave} critical)` : named]
  })
  const what = gaps.length === 0 ? 'No gap in either version' : `Gaps: ${gaps.join(', ')}`
  if (!old) return `${what}. The old side has no such policy.`
  if (!current) return `${what}. The new side has no such policy.`
  if (sections === null) return `${what}. The reports do not hold the texts, so that no words were compared.`
  if (changes.length === 0) return `${what}. Not a word changed.`
  const touched = sections.filter(({kind}) => kind !== 'same').length
  return `${what}. ${counted(changes.length, 'sentence')} changed, in ${counted(touched, 'section')}.`
}

const summaryWords: Readonly<Record<Course, string>> = {
  opened: 'opened',
  worse: 'worse',
  better: 'better',
  closed: 'closed',
  'set-aside': 'set aside',
  stayed: 'stayed',
  clear: 'clear',
}

/** Sections that came, went, changed their name or their place, a sentence each. */
export function sectionLines({sections, old, new: current}: PolicyComparison): string[] {
  if (!sections || !old || !current) return []
  const named = (name: {readonly title: string; readonly number: string | null}) =>
    `${quoted(name.title || 'before the first heading')}${name.number ? ` (${plain(name.number)})` : ''}`
  const before = (at: number) => sections.slice(0, at).findLast((each) => each.new !== null)?.new
  return sections.flatMap(({kind, old: was, new: is, renamed, moved}, at): string[] => {
    if (kind === 'added') return [`New section ${named(is!)}, ${counted(is!.words, 'word')}.`]
    if (kind === 'removed') return [`Section ${named(was!)} is gone, ${counted(was!.words, 'word')}.`]
    const after = before(at)
    const turned = [
      renamed && `is now called ${named(is!)}`,
      moved && (after?.title ? `now comes after ${named(after)}` : 'now comes first'),
    ]
      .filter(Boolean)
      .join(' and ')
    return turned ? [`Section ${named(was!)} ${turned}.`] : []
  })
}

/** Changes that no finding which became another rests on. */
export function otherChanges(policy: PolicyComparison): readonly TextChange[] {
  const told = new Set(
    policy.findings.filter(({course}) => course !== 'clear' && course !== 'stayed').flatMap(({changes}) => changes),
  )
  return policy.changes.filter(({id}) => !told.has(id))
}

/** Which exit code the run ends with, and why. */
export function closingOf({verdict}: Comparison, {unread}: Pick<RenderOptions, 'unread'>): string {
  const {failing, failOn, onlyNew} = verdict
  if (unread > 0) return `${counted(unread, 'policy', 'policies')} could not be compared: exit 2.`
  if (failOn === 'never') return neverFails
  const level = levelWords[failOn]
  const sort = onlyNew ? 'gap that opened or got worse' : 'gap of the new version'
  const sorts = onlyNew ? 'gaps that opened or got worse' : 'gaps of the new version'
  if (failing === 0) return `No ${sort} is ${level}: exit 0. That is no approval: only wording was compared.`
  const flags = onlyNew ? `--fail-on-new is given and --fail-on is ${failOn}` : `--fail-on is ${failOn}`
  return `${failing} ${failing === 1 ? `${sort} is` : `${sorts} are`} ${level}: exit 1, because ${flags}.`
}
