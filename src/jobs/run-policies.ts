import {InputError} from '../model/input-error.js'
import type {PolicyReport} from '../model/report.js'

/** What came of one policy: its report, or why there is none. */
export type Outcome =
  | {readonly path: string; readonly report: PolicyReport}
  | {readonly path: string; readonly error: Error}

/**
 * Judges policies and gives what came of each in the order of their names, however many are judged at once. `ahead` is
 * how many may be begun before the first of them is told: it bounds what waits in memory behind a slow one. One that
 * cannot be judged stops no other.
 */
export async function* runPolicies(
  paths: readonly string[],
  judge: (path: string) => Promise<PolicyReport>,
  ahead: number,
): AsyncGenerator<Outcome> {
  const begun: Promise<Outcome>[] = []
  for (const path of paths) {
    begun.push(outcomeOf(path, judge))
    if (begun.length >= ahead) yield await begun.shift()!
  }
  for (const outcome of begun) yield await outcome
}

async function outcomeOf(path: string, judge: (path: string) => Promise<PolicyReport>): Promise<Outcome> {
  try {
    return {path, report: await judge(path)}
  } catch (thrown) {
    return {path, error: thrown instanceof InputError ? thrown : faultAt(path, thrown)}
  }
}

/** A fault of ours, with the policy that brought it to light. */
function faultAt(path: string, thrown: unknown): Error {
  const {name, message, stack} = thrown instanceof Error ? thrown : new Error(String(thrown))
  return Object.assign(new Error(`${path}: ${message}`), {name, stack})
}
