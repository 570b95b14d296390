import {isForOne, unusedNotice, type Waiver} from '../model/accepted.js'
import {type Finding, isGap} from '../model/finding.js'
import type {Notice} from '../model/policy.js'
import type {Requirement} from '../model/requirement.js'
import {refuseUnknown} from './refuse-unknown.js'

/**
 * The findings of one policy with the gaps that its waivers accept, and a notice for each waiver that has run out or
 * that was written for this very policy and accepts nothing. `waivers` are those that concern the policy; `asOf` is
 * YYYY-MM-DD. No status changes.
 */
export function withWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  asOf: string,
): {readonly findings: readonly Finding[]; readonly notices: readonly Notice[]} {
  const gaps = new Set(findings.filter(({status}) => isGap(status)).map(({requirement}) => requirement.id))
  const judged = new Set(findings.map(({requirement}) => requirement.id))
  const holding = new Map<string, Waiver>()
  const notices: Notice[] = []
  for (const waiver of waivers) {
    const {requirement, approver, expires} = waiver
    if (!gaps.has(requirement)) {
      if (judged.has(requirement) && isForOne(waiver)) notices.push(unusedNotice(waiver))
    } else if (expires < asOf) {
      const message = `The waiver of ${requirement}, approved by ${approver}, ran out on ${expires}: the gap counts again`
      notices.push({code: 'waiver-expired', message, place: null})
    } else {
      holding.set(requirement, waiver)
    }
  }
  const accepted = findings.map((finding) => {
    const waiver = isGap(finding.status) ? holding.get(finding.requirement.id) : undefined
    if (!waiver) return finding
    const {reason, expires, approver} = waiver
    return {...finding, waived: {reason, expires, approver, by: 'waiver' as const}}
  })
  return {findings: accepted, notices}
}

/** Raises InputError, with line and column, for a waiver of a requirement that does not exist. */
export function refuseUnknownWaivers(waivers: readonly Waiver[], requirements: readonly Requirement[]): void {
  for (const {requirement, place} of waivers) refuseUnknown(requirement, requirements, 'WAIVER_UNKNOWN', place)
}
