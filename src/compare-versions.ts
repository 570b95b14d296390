import {acceptGaps} from './accept-gaps.js'
import {type CheckOptions, checkPolicy, type ReportOptions, reportOn, type Yardstick} from './align.js'
import {findingChanges} from './changes/finding-changes.js'
import {textChanges} from './changes/text-changes.js'
import type {Accepted} from './model/accepted.js'
import {type Comparison, courseTally, opens, type PolicyComparison, type VersionName} from './model/comparison.js'
import {InputError} from './model/input-error.js'
import type {Notice} from './model/policy.js'
import {type AlignmentReport, type FailOn, isFailing, type PolicyReport} from './model/report.js'
import type {Requirement} from './model/requirement.js'
import type {Source} from './model/source.js'
import {readSavedReport} from './read/saved-report.js'

export interface VersionsOptions extends CheckOptions, ReportOptions {
  /** Counts only gaps that opened or got worse. */
  readonly onlyNew: boolean
  /** What accepts gaps in both versions. */
  readonly accepted: Accepted
}

/** Two versions of a policy, held against the same yardstick. */
export interface Versions {
  readonly old: Source | null
  readonly new: Source | null
}

/** Reads and judges two versions of a policy, and tells what changed. Raises InputError for what cannot be read. */
export async function compareVersions(
  versions: Versions,
  yardstick: Yardstick,
  options: VersionsOptions,
): Promise<PolicyComparison> {
  const judged = async (source: Source | null): Promise<PolicyReport | null> => {
    if (source === null) return null
    const report = await checkPolicy(source, yardstick, {...options, keepTexts: true})
    return acceptGaps(report, options.accepted, options.asOf)
  }
  return comparePolicies(await judged(versions.old), await judged(versions.new))
}

/** Puts the comparisons of policies in one report, with what must be known of the yardstick, and the verdict. */
export function comparisonOf(
  policies: readonly PolicyComparison[],
  yardstick: Yardstick,
  options: ReportOptions & Pick<VersionsOptions, 'onlyNew'>,
): Comparison {
  const report = reportOn([], yardstick, options)
  return {...aboutOf(report), policies, verdict: verdictOn(policies, options.failOn, options.onlyNew)}
}

/**
 * Two saved reports. Policies are known again by their paths; where each report holds one, these are compared whatever
 * they are called. Words are compared where both reports kept the texts. `choose` gives the ids of the requirements to
 * tell of, all where it gives none; `failOn` is the level, without it that of the newer report. Raises InputError for a file that is no report, and where no policy stands
 * in both.
 */
export function compareReports(
  older: Source,
  newer: Source,
  {
    failOn,
    onlyNew,
    choose,
  }: {
    readonly failOn?: FailOn
    readonly onlyNew: boolean
    readonly choose: (requirements: readonly Requirement[]) => ReadonlySet<string> | undefined
  },
): Comparison {
  const [old, current] = [readSavedReport(older), readSavedReport(newer)]
  const asked = [...current.policies, ...old.policies].flatMap(({findings}) => findings.map((each) => each.requirement))
  const ids = choose(asked)
  const chosen = (policy: PolicyReport | null): PolicyReport | null =>
    policy && ids ? {...policy, findings: policy.findings.filter(({requirement}) => ids.has(requirement.id))} : policy
  const policies = pairsOf(old, current, newer.path).map(([one, other]) => comparePolicies(chosen(one), chosen(other)))
  return {
    ...aboutOf(current),
    policies,
    notices: [...yardsticksDiffer(old, current), ...current.notices],
    verdict: verdictOn(policies, failOn ?? current.verdict.failOn, onlyNew),
  }
}

/** What a comparison says as the report of the newer version does. */
function aboutOf({schemaVersion, tool, asOf, procedures, packs, organisation, notices}: AlignmentReport) {
  return {schemaVersion, tool, asOf, procedures, packs, organisation, notices}
}

function pairsOf(
  old: AlignmentReport,
  current: AlignmentReport,
  path: string,
): [PolicyReport | null, PolicyReport | null][] {
  const [one, other] = [old.policies[0], current.policies[0]]
  if (old.policies.length === 1 && current.policies.length === 1) return [[one!, other!]]
  const before = new Map(old.policies.map((policy) => [policy.path, policy]))
  const after = new Set(current.policies.map((policy) => policy.path))
  if (![...after].some((each) => before.has(each))) {
    const fix = 'Check both versions under the same names, or one policy at a time.'
    throw new InputError('REPORTS_UNRELATED', path, 'no policy stands in both reports under the same name', fix)
  }
  return [
    ...current.policies.map((policy): [PolicyReport | null, PolicyReport] => [before.get(policy.path) ?? null, policy]),
    ...old.policies.filter(({path: gone}) => !after.has(gone)).map((policy): [PolicyReport, null] => [policy, null]),
  ]
}

/** What opened between two reports need not be the policy's doing. */
function yardsticksDiffer(old: AlignmentReport, current: AlignmentReport): Notice[] {
  const against = ({procedures}: AlignmentReport) => JSON.stringify(procedures.map(({id, sha256}) => [id, sha256]))
  const differ = [
    against(old) !== against(current) && 'against other procedures',
    old.asOf !== current.asOf && `as of another day (${old.asOf})`,
    old.organisation?.name !== current.organisation?.name && 'for another organisation',
    old.tool.version !== current.tool.version && `by another version of the program (${old.tool.version})`,
  ].filter((each) => each !== false)
  if (differ.length === 0) return []
  const message = `the older report was made ${differ.join(', ')}: not every finding that changed is the policy's doing`
  return [{code: 'yardsticks-differ', message, place: null}]
}

/** What changed from one judged version of a policy to the other. Words are compared where both kept their text. */
export function comparePolicies(old: PolicyReport | null, current: PolicyReport | null): PolicyComparison {
  const whole = (old === null || old.text !== undefined) && (current === null || current.text !== undefined)
  const text = whole ? textChanges(old?.text ?? empty, current?.text ?? empty) : null
  const findings = findingChanges(old?.findings ?? [], current?.findings ?? [], text)
  return {
    old: old && nameOf(old),
    new: current && nameOf(current),
    findings,
    tally: courseTally(findings),
    sections: text?.sections ?? null,
    changes: text?.changes ?? [],
    notices: current?.notices ?? [],
  }
}

const empty = {sections: []}

function nameOf({path, format, title, sha256, words, sectionCount}: PolicyReport): VersionName {
  return {path, format, title, sha256, words, sectionCount}
}

function verdictOn(policies: readonly PolicyComparison[], failOn: FailOn, onlyNew: boolean): Comparison['verdict'] {
  const failing = policies
    .flatMap(({findings}) => findings)
    .filter((change) => !onlyNew || opens(change))
    .filter(({new: current}) => current !== null && isFailing(current, failOn)).length
  return {failing, failOn, onlyNew}
}
