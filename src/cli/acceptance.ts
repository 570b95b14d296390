import {existsSync} from 'node:fs'
import {basename, dirname, join, relative} from 'node:path'
import {type Accepted, type Baseline, isForOne, type KnownGap, unusedNotice, type Waiver} from '../model/accepted.js'
import {isGap} from '../model/finding.js'
import {InputError} from '../model/input-error.js'
import type {Notice} from '../model/policy.js'
import type {PolicyReport} from '../model/report.js'
import type {WaiverUse} from '../model/shard.js'
import {readSource} from './files.js'
import {globPattern} from './glob.js'

/** The waivers and the baseline of a run, and the files that they stand in. */
export interface Acceptance {
  readonly waivers: {readonly path: string; readonly entries: readonly Waiver[]} | null
  readonly baseline: {readonly path: string; readonly policies: Baseline} | null
}

/**
 * Reads both at the beginning of a run, so that a mistake in either is told before any work is done. `rewritten` says
 * that the run will write the baseline: then it need not be there yet. Raises InputError.
 */
export async function readAcceptance(
  {waivers, baseline}: {readonly waivers?: string; readonly baseline?: string},
  rewritten: boolean,
): Promise<Acceptance> {
  return {
    waivers: waivers === undefined ? null : {path: waivers, entries: await waiversIn(waivers)},
    baseline: baseline === undefined ? null : {path: baseline, policies: await baselineIn(baseline, rewritten)},
  }
}

/** What of it concerns one policy. */
export function acceptedOf({waivers, baseline}: Acceptance, policy: string): Accepted {
  return {
    waivers: waivers ? waivers.entries.filter((waiver) => concerns(waiver, nameFrom(waivers.path, policy))) : [],
    known: baseline?.policies[nameFrom(baseline.path, policy)] ?? [],
  }
}

/**
 * The baseline after a run, as the text of its file: `policies` are those that were checked, with what each is to hold
 * now. Entries of other policies stay while their files do.
 */
export function baselineText(
  {path, policies}: NonNullable<Acceptance['baseline']>,
  checked: readonly {readonly path: string; readonly known: readonly KnownGap[]}[],
): string {
  const now = new Map(checked.map((policy) => [nameFrom(path, policy.path), policy.known]))
  const kept = Object.entries(policies).filter(([name]) => !now.has(name) && existsSync(join(dirname(path), name)))
  const entries = [...kept, ...now].filter(([, known]) => known.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify({schemaVersion: 1, policies: Object.fromEntries(entries)}, null, 2)}\n`
}

/** A policy's path from the folder of a file that speaks of it, with forward slashes. */
function nameFrom(file: string, policy: string): string {
  return relative(dirname(file), policy).replaceAll('\\', '/')
}

/** Keeps watch over a run for waivers that accept nothing in any of its policies. */
export function watchWaivers({waivers}: Acceptance) {
  const judged = new Set<Waiver>()
  const used = new Set<Waiver>()
  return {
    see(path: string, {findings}: PolicyReport): void {
      const statuses = new Map(findings.map(({requirement, status}) => [requirement.id, status]))
      for (const waiver of waivers?.entries ?? []) {
        const status = concerns(waiver, nameFrom(waivers!.path, path)) && statuses.get(waiver.requirement)
        if (!status) continue
        judged.add(waiver)
        if (isGap(status)) used.add(waiver)
      }
    },
    /** What became of those that are for several policies, for a run in parts. */
    uses(): readonly WaiverUse[] {
      return (waivers?.entries ?? [])
        .filter((waiver) => !isForOne(waiver))
        .map((waiver) => {
          const {requirement, place} = waiver
          const use = used.has(waiver) ? 'used' : judged.has(waiver) ? 'unused' : 'not met'
          return {requirement, path: place.path, line: place.line ?? null, use}
        })
    },
    /** A waiver for one policy alone is told where that policy is; one for a policy that is gone is told here. */
    notices(): readonly Notice[] {
      return (waivers?.entries ?? [])
        .filter((waiver) =>
          isForOne(waiver)
            ? !existsSync(join(dirname(waivers!.path), waiver.policy!))
            : judged.has(waiver) && !used.has(waiver),
        )
        .map(unusedNotice)
    },
  }
}

function concerns({policy}: Waiver, name: string): boolean {
  return policy === null || policy === name || globPattern(policy).test(name)
}

async function waiversIn(path: string): Promise<readonly Waiver[]> {
  const source = await readSource(path, 'a file of waivers')
  const {readWaivers} = await import('../read/waivers.js')
  return readWaivers(source)
}

async function baselineIn(path: string, rewritten: boolean): Promise<Baseline> {
  if (!existsSync(path)) {
    if (rewritten) return {}
    throw new InputError(
      'BASELINE_MISSING',
      path,
      'there is no such baseline',
      `Run once with --baseline ${basename(path)} --update-baseline to write it.`,
    )
  }
  const source = await readSource(path, 'a baseline')
  const {readBaseline} = await import('../read/baseline.js')
  return readBaseline(source)
}
