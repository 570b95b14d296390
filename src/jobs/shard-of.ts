import type {YardstickSources} from '../align.js'
import {readSource} from '../cli/files.js'
import {InputError} from '../model/input-error.js'
import type {Shard} from '../model/shard.js'
import type {Checked} from './check-policies.js'
import {digestOf} from './digest.js'
import type {ShardChoice} from './shard-choice.js'
import {type Load, shardPlan} from './shard-plan.js'

/** The policies of one part of a run. */
export interface Part {
  readonly paths: readonly string[]
  /** In words: which part it is, and how much of the whole. */
  readonly told: string
  /** What a report says of it, when it is known what came of its policies and what the run was over. */
  shard(
    checked: Pick<Checked, 'refused' | 'waivers'>,
    over: {readonly sources: YardstickSources; readonly settings: unknown},
  ): Shard
}

/**
 * Deals policies out by what they hold, and gives those of one part. One that cannot be read belongs to a part by its
 * name, and is told there. Raises InputError for standard input, which only one machine has.
 */
export async function partOf(paths: readonly string[], {index, count}: ShardChoice): Promise<Part> {
  if (paths.includes('-')) {
    throw new InputError('SHARD_STDIN', '-', 'standard input cannot be dealt out', 'Name files, folders or globs.')
  }
  const loads: Load[] = []
  for (const path of paths) loads.push(await loadOf(path))
  const plan = shardPlan(loads, count)
  const own = [...paths.keys()].filter((at) => plan[at] === index)
  const bytes = (places: readonly number[]) => places.reduce((sum, at) => sum + loads[at]!.size, 0)
  const told = `part ${index} of ${count}: ${own.length} of ${paths.length} policies, ${kilobytes(bytes(own))} of ${kilobytes(bytes([...paths.keys()]))}`
  const positions = new Map(paths.map((path, at) => [path, at + 1]))
  return {
    paths: own.map((at) => paths[at]!),
    told,
    shard({refused, waivers}, over) {
      const bad = new Set(refused.map(({path}) => path))
      return {
        index,
        count,
        run: digestOf([over, count, paths.map((path, at) => [path, loads[at]!.digest])]),
        policies: paths.length,
        positions: own.filter((at) => !bad.has(paths[at]!)).map((at) => at + 1),
        refused: refused.map(({path, message}) => ({position: positions.get(path)!, message})),
        waivers,
      }
    },
  }
}

async function loadOf(path: string): Promise<Load> {
  try {
    const {bytes} = await readSource(path, 'a Word or Markdown file')
    return {digest: digestOf(bytes), size: bytes.length}
  } catch (error) {
    if (error instanceof InputError) return {digest: digestOf(path), size: 0}
    throw error
  }
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`
}
