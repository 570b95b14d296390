import {type CheckOptions, checkPolicy, type ReportOptions, reportOn, type Yardstick} from './align.js'
import {findingChanges} from './changes/finding-changes.js'
import {textChanges} from './changes/text-changes.js'
import {
  type Comparison,
  type Course,
  courses,
  type FindingChange,
  type PolicyComparison,
  type VersionName,
} from './model/comparison.js'
import {isFailing, type PolicyReport} from './model/report.js'
import type {Source} from './model/source.js'

export interface VersionsOptions extends CheckOptions, ReportOptions {
  /** Counts only gaps that opened or got worse. */
  readonly onlyNew: boolean
}

/** Two versions of a policy, held against the same yardstick. */
export interface Versions {
  readonly old: Source | null
  readonly new: Source | null
}

/** Reads and judges two versions of each policy, and tells what changed. Raises InputError for what cannot be read. */
export async function compareVersions(
  versions: readonly Versions[],
  yardstick: Yardstick,
  options: VersionsOptions,
): Promise<Comparison> {
  const policies: PolicyComparison[] = []
  for (const version of versions) {
    const [old, current] = [await judged(version.old), await judged(version.new)]
    policies.push(comparePolicies(old, current))
  }
  const {verdict: _, policies: __, ...about} = reportOn([], yardstick, {...options, keepTexts: false})
  return {...about, policies, verdict: verdictOn(policies, options)}

  async function judged(source: Source | null): Promise<PolicyReport | null> {
    return source && checkPolicy(source, yardstick, {...options, keepTexts: true})
  }
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
    tally: tallyOf(findings),
    sections: text?.sections ?? null,
    changes: text?.changes ?? [],
    notices: current?.notices ?? [],
  }
}

const empty = {sections: []}

function nameOf({path, format, title, sha256, words, sectionCount}: PolicyReport): VersionName {
  return {path, format, title, sha256, words, sectionCount}
}

function tallyOf(findings: readonly FindingChange[]): Record<Course, number> {
  const tally = Object.fromEntries(courses.map((course) => [course, 0])) as Record<Course, number>
  for (const {course} of findings) tally[course]++
  return tally
}

function verdictOn(
  policies: readonly PolicyComparison[],
  {failOn, onlyNew}: Pick<VersionsOptions, 'failOn' | 'onlyNew'>,
): Comparison['verdict'] {
  const failing = policies
    .flatMap(({findings}) => findings)
    .filter(({course}) => !onlyNew || course === 'opened' || course === 'worse')
    .filter(({new: current}) => current !== null && isFailing(current, failOn)).length
  return {failing, failOn, onlyNew}
}
