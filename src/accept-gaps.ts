import {baselineOf, withBaseline} from './compare/baseline.js'
import {refuseUnknownWaivers, withWaivers} from './compare/waivers.js'
import type {Accepted, KnownGap} from './model/accepted.js'
import type {PolicyReport} from './model/report.js'

export {refuseUnknownWaivers}

/**
 * A policy's report with the gaps that waivers and a baseline accept, beside those that the policy itself ignores, and
 * with notices of what accepts nothing any more. `asOf` is YYYY-MM-DD. No status changes.
 */
export function acceptGaps(report: PolicyReport, {waivers, known}: Accepted, asOf: string): PolicyReport {
  const waived = withWaivers(report.findings, waivers, asOf)
  const {findings, notices} = withBaseline(waived.findings, known)
  return {...report, findings, notices: [...report.notices, ...waived.notices, ...notices]}
}

/** What the baseline of a policy is to hold after a run: all its gaps, or with `prune` those of them that it knew. */
export function rebased(
  report: PolicyReport,
  {waivers, known}: Accepted,
  asOf: string,
  how: 'update' | 'prune',
): readonly KnownGap[] {
  return baselineOf(withWaivers(report.findings, waivers, asOf).findings, known, how)
}
