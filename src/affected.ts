import {acceptGaps} from './accept-gaps.js'
import {type CheckOptions, checkPolicy, type ReportOptions, reportOn, type Yardstick} from './align.js'
import {affectedPolicy, worstFirst} from './changes/affected-policy.js'
import type {Accepted} from './model/accepted.js'
import type {Affected, AffectedPolicy} from './model/affected.js'
import {opens} from './model/comparison.js'
import type {Difference} from './model/difference.js'
import {isFailing} from './model/report.js'
import type {Source} from './model/source.js'
import {differencesBetween} from './procedures/differences.js'

/** The procedures that were in force, and those that are. */
export interface Yardsticks {
  readonly old: Yardstick
  readonly new: Yardstick
}

/** What changed from the older to the newer procedures. */
export function differencesOf({old, new: current}: Yardsticks): readonly Difference[] {
  return differencesBetween(old.model, current.model).differences
}

/** Holds one policy against both, and tells what the change does to it. Raises InputError for what cannot be read. */
export async function affect(
  source: Source,
  {old, new: current}: Yardsticks,
  differences: readonly Difference[],
  options: CheckOptions & {readonly accepted: Accepted},
): Promise<AffectedPolicy> {
  const judged = async (yardstick: Yardstick) =>
    acceptGaps(await checkPolicy(source, yardstick, {...options, keepTexts: true}), options.accepted, options.asOf)
  return affectedPolicy(await judged(old), await judged(current), differences)
}

/**
 * Puts what was found of each policy in one report, worst first. Gaps count for the verdict that the newer procedures
 * opened or made worse, and those that now ask for something else.
 */
export function affectedOf(
  policies: readonly AffectedPolicy[],
  yardsticks: Yardsticks,
  options: ReportOptions,
): Affected {
  const {schemaVersion, tool, asOf, packs, organisation, notices} = reportOn([], yardsticks.new, options)
  const {old, new: current, differences} = differencesBetween(yardsticks.old.model, yardsticks.new.model)
  const counted = policies
    .flatMap(({findings}) => findings)
    .filter(({change}) => opens(change) || change.course === 'stayed')
  const failing = counted.filter(({change}) => change.new !== null && isFailing(change.new, options.failOn)).length
  return {
    schemaVersion,
    tool,
    asOf,
    old,
    new: current,
    differences,
    packs,
    organisation,
    policies: worstFirst(policies),
    notices,
    verdict: {failing, failOn: options.failOn},
  }
}
