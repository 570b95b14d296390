import {InputError} from '../model/input-error.js'
import type {Notice} from '../model/policy.js'
import {type FailOn, isFailing, type LongReport, type PolicyReport} from '../model/report.js'
import {severities} from '../model/requirement.js'
import {plain} from './escape.js'
import {dateWords, listed} from './words.js'

/** A report and the file that it was saved in. */
export interface Saved {
  readonly path: string
  readonly report: LongReport
  readonly outline: Outline
}

/** What must be known of all policies of a report before the first is told. */
export interface Outline {
  readonly paths: string[]
  /** How many gaps fail at each level. */
  readonly failing: Record<FailOn, number>
}

/** Goes through policies once. */
export function outlineOf(policies: Iterable<PolicyReport>): Outline {
  const outline: Outline = {paths: [], failing: {critical: 0, major: 0, minor: 0, never: 0}}
  for (const policy of policies) addTo(outline, policy)
  return outline
}

/** Counts one more policy of the report. */
export function addTo({paths, failing}: Outline, {path, findings}: PolicyReport): void {
  paths.push(path)
  for (const level of severities) failing[level] += findings.filter((finding) => isFailing(finding, level)).length
}

/**
 * Several reports as one, the policies in the order given. Where the reports were not made against the same procedures,
 * on the same day, for the same organisation, each policy says against what, when and for whom it was checked. Raises
 * InputError for a policy that stands in two of them, and for reports that were to fail at different levels unless
 * `failOn` says which is meant.
 */
export function mergedReport(saved: readonly Saved[], failOn?: FailOn): LongReport {
  refuseTwins(saved)
  const [first] = saved
  const reports = saved.map(({report}) => report)
  const level = failOn ?? oneLevel(saved)
  const alike = reports.every((report) => origin(report) === origin(first!.report))
  const policies = {
    *[Symbol.iterator]() {
      for (const report of reports) {
        for (const policy of report.policies) yield alike ? policy : withOrigin(policy, report)
      }
    },
  }
  const {yardstick, shard: _, ...rest} = first!.report
  const same = reports.every((each) => JSON.stringify(each.yardstick) === JSON.stringify(yardstick))
  return {
    ...rest,
    asOf: reports
      .map(({asOf}) => asOf)
      .sort()
      .at(-1)!,
    procedures: unlike(
      reports.flatMap(({procedures}) => procedures),
      ({id, sha256}) => `${id} ${sha256}`,
    ),
    ...(reports.some(({packs}) => packs) && {
      packs: unlike(
        reports.flatMap(({packs = []}) => packs),
        ({id, sha256}) => `${id} ${sha256}`,
      ),
    }),
    organisation: reports.every(({organisation}) => organisation?.name === first!.report.organisation?.name)
      ? first!.report.organisation
      : null,
    policies,
    notices: unlike(
      reports.flatMap(({notices}) => notices),
      (notice) => JSON.stringify(notice),
    ),
    ...(yardstick && same && {yardstick}),
    verdict: {failing: saved.reduce((sum, {outline}) => sum + outline.failing[level], 0), failOn: level},
  }
}

/** Against what, when and for whom a report was made, as one text to compare. */
function origin({asOf, procedures, packs = [], organisation}: Omit<LongReport, 'policies'>): string {
  return JSON.stringify([asOf, [...procedures, ...packs].map(({id, sha256}) => [id, sha256]), organisation])
}

/** A policy that says what its own report says at its top. */
function withOrigin(policy: PolicyReport, report: Omit<LongReport, 'policies'>): PolicyReport {
  const {asOf, procedures, packs, organisation} = report
  const against = procedures.map(({title, edition}) => `${plain(title)}${edition ? `, edition ${plain(edition)}` : ''}`)
  const whose = organisation ? `, for ${plain(organisation.name)}` : ''
  const notice: Notice = {
    code: 'held-against',
    message: `this policy was held against ${listed(against)}, as of ${dateWords(asOf)}${whose}`,
    place: null,
  }
  return {
    ...policy,
    origin: {asOf, procedures, ...(packs && {packs}), organisation},
    notices: [notice, ...policy.notices],
  }
}

function refuseTwins(saved: readonly Saved[]): void {
  const known = new Map<string, string>()
  for (const {path, report, outline} of saved) {
    for (const policy of outline.paths) {
      // Organisations may well give their policies the same name.
      const key = JSON.stringify([policy, report.organisation])
      const other = known.get(key)
      if (other !== undefined) {
        throw new InputError(
          'REPORTS_OVERLAP',
          path,
          `the policy ${plain(policy)} stands in ${other} too`,
          'Give the newer of the two alone.',
        )
      }
      known.set(key, path)
    }
  }
}

function oneLevel(saved: readonly Saved[]): FailOn {
  const {failOn} = saved[0]!.report.verdict
  const other = saved.find(({report}) => report.verdict.failOn !== failOn)
  if (!other) return failOn
  throw new InputError(
    'REPORTS_DIFFER',
    other.path,
    `it was made with --fail-on ${other.report.verdict.failOn}, and ${saved[0]!.path} with ${failOn}`,
    'Give --fail-on to say which is meant.',
  )
}

/** Each thing once, the first of its kind. */
function unlike<T>(list: readonly T[], key: (each: T) => string): T[] {
  return [...new Map([...list].reverse().map((each) => [key(each), each])).values()].reverse()
}
