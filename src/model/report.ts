import {type Finding, isGap, type Status, statuses} from './finding.js'
import type {PackName} from './pack.js'
import type {Notice, PolicyFormat} from './policy.js'
import {type Severity, severities} from './requirement.js'
import type {Shard} from './shard.js'
import type {ShownText, ShownYardstick} from './shown.js'

export type FailOn = Severity | 'never'

export interface PolicyReport {
  readonly path: string
  readonly format: PolicyFormat
  readonly title: string
  readonly sha256: string
  readonly words: number
  readonly sectionCount: number
  /** One for every requirement, in the pack's order. */
  readonly findings: readonly Finding[]
  readonly tally: Readonly<Record<Status, number>>
  readonly notices: readonly Notice[]
  /** Where several reports are shown as one and were not made alike: what this policy's own report says at its top. */
  readonly origin?: Pick<AlignmentReport, 'asOf' | 'procedures' | 'packs' | 'organisation'>
  /** Kept for reporters that show the policy itself; in JSON only where that was asked for. */
  readonly text?: ShownText
}

/** Everything a reporter may know. */
export interface AlignmentReport {
  readonly schemaVersion: 1
  readonly tool: {readonly name: string; readonly version: string}
  /** YYYY-MM-DD. */
  readonly asOf: string
  readonly procedures: readonly {
    readonly id: string
    readonly title: string
    readonly edition: string | null
    readonly path: string
    readonly sha256: string
    readonly local: boolean
    readonly verifiedOn: string | null
  }[]
  /** The packs of requirements under the procedures, the lowest first; older reports do not say. */
  readonly packs?: readonly PackName[]
  readonly organisation: {readonly name: string} | null
  readonly policies: readonly PolicyReport[]
  /** Things said at the top of every report: no local facts were checked, the yardstick is stale. */
  readonly notices: readonly Notice[]
  readonly verdict: {readonly failing: number; readonly failOn: FailOn}
  /** Where it is one part of a run: which, and what the others need to know of it. */
  readonly shard?: Shard
  /** Kept for reporters that show the local procedures themselves; in JSON only where that was asked for. */
  readonly yardstick?: ShownYardstick
}

/** A report whose policies are read anew each time they are gone through: there may be more than memory holds. */
export type LongReport = Omit<AlignmentReport, 'policies'> & {readonly policies: Iterable<PolicyReport>}

/** How many findings have each status. */
export function tallyOf(findings: readonly Finding[]): Record<Status, number> {
  const tally = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>
  for (const {status} of findings) tally[status]++
  return tally
}

/** Whether a finding fails a run: a gap, not waived, at or above the level. */
export function isFailing(finding: Finding, failOn: FailOn): boolean {
  if (failOn === 'never' || finding.waived) return false
  return isGap(finding.status) && severities.indexOf(finding.requirement.severity) <= severities.indexOf(failOn)
}
