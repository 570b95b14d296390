import {type Finding, isGap, type Status} from '../model/finding.js'
import {severities} from '../model/requirement.js'

/** The findings of a policy by what they ask of its reader, each group worst first. */
export interface Sorted {
  /** Conflicts with, and silence on, what is critical. */
  readonly today: readonly Finding[]
  /** The other gaps that are critical or major, and every other conflict. */
  readonly next: readonly Finding[]
  /** Minor gaps. */
  readonly later: readonly Finding[]
  /** Gaps that somebody has accepted, with a reason. */
  readonly waived: readonly Finding[]
  readonly cannotTell: readonly Finding[]
  readonly met: readonly Finding[]
  readonly notApplicable: readonly Finding[]
}

/** Puts findings in groups. Within a group, severity goes first, then status, then the pack's order. */
export function sorted(findings: readonly Finding[]): Sorted {
  const worstFirst = [...findings].sort((a, b) => weight(a) - weight(b))
  const lacking = worstFirst.filter(({status}) => isGap(status))
  const gaps = lacking.filter(({waived}) => waived === null)
  const today = gaps.filter(isForToday)
  const later = gaps.filter(isForLater)
  return {
    today,
    later,
    next: gaps.filter((finding) => !today.includes(finding) && !later.includes(finding)),
    waived: lacking.filter(({waived}) => waived !== null),
    cannotTell: findings.filter(({status}) => status === 'cannot-tell'),
    met: findings.filter(({status}) => status === 'met'),
    notApplicable: findings.filter(({status}) => status === 'not-applicable'),
  }
}

/** Whether a gap is to be put right today: it contradicts, or is silent on, what is critical. */
export function isForToday({status, requirement}: Finding): boolean {
  return requirement.severity === 'critical' && (status === 'conflict' || status === 'missing')
}

/** Whether a gap can wait until the policy is next revised. */
export function isForLater({status, requirement}: Finding): boolean {
  return requirement.severity === 'minor' && status !== 'conflict'
}

/** The worse a finding, the smaller: conflicts first, then severity, then status. */
export function weight({status, requirement}: Finding): number {
  return (status === 'conflict' ? 0 : 10) + severities.indexOf(requirement.severity) * 3 + (statusOrder[status] ?? 3)
}

const statusOrder: Readonly<Partial<Record<Status, number>>> = {conflict: 0, missing: 1, partial: 2}
