import {acceptGaps, rebased} from '../accept-gaps.js'
import {type Acceptance, acceptedOf, watchWaivers} from '../cli/acceptance.js'
import type {Progress} from '../cli/progress.js'
import {tellError} from '../cli/tell-error.js'
import type {KnownGap} from '../model/accepted.js'
import {isGap} from '../model/finding.js'
import {InputError} from '../model/input-error.js'
import type {Notice} from '../model/policy.js'
import type {PolicyReport} from '../model/report.js'
import type {WaiverUse} from '../model/shard.js'
import type {Outcome} from './run-policies.js'

export interface Checking {
  readonly acceptance: Acceptance
  readonly asOf: string
  /** Whether the baseline is written anew, and how. */
  readonly rewriting: 'update' | 'prune' | null
  readonly progress: Progress
  /** Is given each report in turn. */
  readonly keep: (report: PolicyReport) => void
}

/** What came of a run beside the reports. */
export interface Checked {
  /** Those that could not be judged, each with why as it was told on standard error. */
  readonly refused: readonly {readonly path: string; readonly message: string}[]
  /** What the baseline is to hold of each policy. */
  readonly baselines: readonly {readonly path: string; readonly known: readonly KnownGap[]}[]
  readonly notices: readonly Notice[]
  readonly waivers: readonly WaiverUse[]
}

/** Puts what is accepted into the report of each policy, and tells those that could not be judged. */
export async function checkPolicies(
  outcomes: AsyncIterable<Outcome>,
  {acceptance, asOf, rewriting, progress, keep}: Checking,
): Promise<Checked> {
  const baselines: {path: string; known: readonly KnownGap[]}[] = []
  const watch = watchWaivers(acceptance)
  const refused: {path: string; message: string}[] = []
  for await (const outcome of outcomes) {
    const {path} = outcome
    const error = 'error' in outcome ? outcome.error : nothingAsked(outcome.report)
    if ('error' in outcome || error) {
      await progress.clear()
      const message = await tellError(error)
      await progress.tell(path, null)
      refused.push({path, message})
      continue
    }
    const accepted = acceptedOf(acceptance, path)
    const known = rewriting === null ? accepted.known : rebased(outcome.report, accepted, asOf, rewriting)
    watch.see(path, outcome.report)
    if (rewriting !== null) baselines.push({path, known})
    const report = acceptGaps(outcome.report, {...accepted, known}, asOf)
    keep(report)
    await progress.tell(path, report.findings.filter(({status, waived}) => isGap(status) && !waived).length)
  }
  await progress.clear()
  return {refused, baselines, notices: watch.notices(), waivers: watch.uses()}
}

/** "Nothing was checked" is not success. */
function nothingAsked({path, findings, tally}: PolicyReport): InputError | null {
  if (tally['not-applicable'] < findings.length) return null
  return new InputError(
    'NOTHING_APPLIES',
    path,
    `none of the ${findings.length} requirements applies (${findings[0]?.reason ?? 'there is none'})`,
    'Check --only, --audience and the profile.',
  )
}
