import {unusedNotice} from '../model/accepted.js'
import {InputError} from '../model/input-error.js'
import type {AlignmentReport} from '../model/report.js'
import type {Shard} from '../model/shard.js'
import {counted, listed} from './words.js'

/** A part of a run as it was saved, without its policies. */
export interface SavedShard {
  readonly path: string
  readonly report: Pick<AlignmentReport, 'notices'> & {readonly shard: Shard}
}

/** How the parts of a run fit together. */
export interface MergedShards {
  /** For each policy of the whole run that was judged, in its order: which of the policies of all parts, from 0. */
  readonly order: readonly number[]
  /** What the whole run says of waivers and yardstick. */
  readonly notices: AlignmentReport['notices']
  /** Why policies could not be judged, in the order of the run. */
  readonly refused: readonly string[]
  /** What is missing, in a sentence without its full stop, and how many policies that takes away. */
  readonly missing: {readonly told: string; readonly policies: number} | null
}

/** Puts the parts of one run together. Raises InputError for a part that is given twice, or is of another run. */
export function mergedShards(saved: readonly SavedShard[]): MergedShards {
  refuseOthers(saved)
  const shards = saved.map(({report}) => report.shard)
  const places = shards.flatMap(({positions}) => positions)
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]!)
  const refused = shards.flatMap((shard) => shard.refused).sort((a, b) => a.position - b.position)
  return {order, notices: noticesOf(saved), refused: refused.map(({message}) => message), missing: missingOf(shards)}
}

/** A waiver accepts nothing in a run where it met a policy in some part and was used in none. */
function noticesOf(saved: readonly SavedShard[]): AlignmentReport['notices'] {
  const uses = saved.map(({report}) => report.shard.waivers)
  const ofWaivers = (uses[0] ?? []).map(({requirement, path, line}, at) => ({
    notice: unusedNotice({requirement, place: line === null ? {path} : {path, line}}),
    told: uses.some((use) => use[at]?.use === 'unused') && !uses.some((use) => use[at]?.use === 'used'),
  }))
  const known = new Set(ofWaivers.map(({notice}) => notice.message))
  const others = saved[0]!.report.notices.filter(({message}) => !known.has(message))
  return [...others, ...ofWaivers.filter(({told}) => told).map(({notice}) => notice)]
}

function missingOf(shards: readonly Shard[]): MergedShards['missing'] {
  const {count, policies} = shards[0]!
  const given = new Set(shards.map(({index}) => index))
  const missing = Array.from({length: count}, (_, at) => at + 1).filter((index) => !given.has(index))
  if (missing.length === 0) return null
  const lacking = policies - shards.reduce((sum, shard) => sum + shard.positions.length + shard.refused.length, 0)
  // An empty part takes nothing away.
  if (lacking === 0) return null
  const which =
    listed(missing.slice(0, 20).map(String)) + (missing.length > 20 ? ` and ${missing.length - 20} more` : '')
  const told = `${missing.length === 1 ? 'part' : 'parts'} ${which} of ${count} ${missing.length === 1 ? 'is' : 'are'} missing, with ${counted(lacking, 'policy', 'policies')}`
  return {told, policies: lacking}
}

function refuseOthers(saved: readonly SavedShard[]): void {
  const [first] = saved
  const known = new Map<number, string>()
  for (const {path, report} of saved) {
    const {run, count, index} = report.shard
    if (run !== first!.report.shard.run || count !== first!.report.shard.count) {
      throw new InputError(
        'SHARDS_DIFFER',
        path,
        `it is part of another run than ${first!.path}`,
        'Make all parts from the same policies, with the same settings and the same --as-of.',
      )
    }
    const twin = known.get(index)
    if (twin !== undefined) {
      throw new InputError('SHARD_TWICE', path, `part ${index} stands in ${twin} too`, 'Give each part once.')
    }
    known.set(index, path)
  }
}
