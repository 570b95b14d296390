import {readChunks} from '../cli/files.js'
import {InputError} from '../model/input-error.js'
import type {FailOn, LongReport, PolicyReport} from '../model/report.js'
import {type SavedHead, savedPieces} from '../read/saved-report.js'
import {addTo, mergedReport, outlineOf, type Saved} from '../report/merged.js'
import {mergedShards, type SavedShard} from '../report/merged-shards.js'
import {keptReports} from './kept-reports.js'

/** Saved reports as one, and what is not in it. */
export interface SavedReports {
  readonly report: LongReport
  /** What the parts of a run could not judge, and which of them are missing: each a line for standard error. */
  readonly told: readonly string[]
  /** How many policies are not in it for that. */
  readonly unread: number
  /** Lets go of what was kept. */
  close(): void
}

/**
 * Reads reports that were saved as JSON, several as one, and the parts of a run as the run. `failOn` counts the gaps
 * that fail at another level than the one the reports were made with; no finding is judged anew. No more than a few
 * policies are in memory at once. Raises InputError for a file that is no such report, and for parts of different runs.
 */
export async function readReports(paths: readonly string[], failOn?: FailOn): Promise<SavedReports> {
  const kept = keptReports()
  const saved: Saved[] = []
  for (const path of paths) {
    const from = kept.count
    const outline = outlineOf([])
    let head: SavedHead | null = null
    for await (const piece of savedPieces(path, readChunks(path, 'a report saved as JSON'))) {
      if ('head' in piece) {
        head = piece.head
      } else {
        kept.keep(piece.policy)
        addTo(outline, piece.policy)
      }
    }
    const policies = kept.all(Array.from({length: kept.count - from}, (_, at) => from + at))
    saved.push({path, report: {...head!, policies}, outline})
  }
  const {close} = kept
  const parts = saved.filter(isShard)
  if (parts.length === 0) return {report: mergedReport(saved, failOn), told: [], unread: 0, close}
  refuseMixed(saved)
  const {order, notices, refused, missing} = mergedShards(parts)
  const told = missing ? [...refused, `${missing.told}. Give their reports too.`] : refused
  const unread = refused.length + (missing?.policies ?? 0)
  const policies: Iterable<PolicyReport> = kept.all(order)
  return {report: {...mergedReport(saved, failOn), policies, notices}, told, unread, close}
}

function isShard(saved: Saved): saved is Saved & SavedShard {
  return saved.report.shard !== undefined
}

/** A report beside the parts of a run would be taken for one of them. */
function refuseMixed(saved: readonly Saved[]): void {
  const other = saved.find((each) => !isShard(each))
  if (!other) return
  throw new InputError(
    'SHARDS_DIFFER',
    other.path,
    'it is a report of its own, and another is part of a run',
    'Put the parts together first, with --output WHOLE.json.',
  )
}
