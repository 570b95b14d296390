import {join} from 'node:path'
import type {CheckOptions, Yardstick, YardstickSources} from '../align.js'
import {InputError} from '../model/input-error.js'
import type {PolicyReport} from '../model/report.js'
import type {Requirement} from '../model/requirement.js'
import type {Source} from '../model/source.js'
import type {Cache} from './cache.js'
import {digestOf} from './digest.js'
import type {WorkerData} from './judge-worker.js'
import {packed, unpacked} from './packed-report.js'
import {WorkerLost, workerPool} from './worker-pool.js'

/** Judges policies, in this thread or in others. */
export interface Judges {
  judge(source: Source): Promise<PolicyReport>
  close(): Promise<void>
}

export interface JudgesSettings {
  readonly yardstick: () => Promise<Yardstick>
  /** What the yardstick is read from, for other threads to read it too. */
  readonly sources: YardstickSources
  readonly requirements: readonly Requirement[]
  readonly options: CheckOptions
  /** How many judge at once; one judges in this thread. */
  readonly jobs: number
  /** The folder of the program, where the script of the workers is. */
  readonly root: string
}

/** Megabytes that one worker may fill: several times what the longest policy was seen to need. */
const workerMemory = 1024

/** One that judges here, or several that judge in threads of their own. The findings are the same. */
export function judges(settings: JudgesSettings): Judges {
  const {yardstick, sources, requirements, options, jobs, root} = settings
  if (jobs === 1) {
    const judge = async (source: Source) => {
      const {checkPolicy} = await import('../align.js')
      return checkPolicy(source, await yardstick(), options)
    }
    return {judge, close: async () => {}}
  }
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  const data: WorkerData = {sources, options}
  const script = join(root, 'bin', 'judge-worker.js')
  const pool = workerPool({script, size: jobs, data, memory: workerMemory})
  return {
    async judge(source) {
      const text = await pool.run(source).catch((error) => {
        throw error instanceof WorkerLost && error.outOfMemory ? tooLarge(source) : error
      })
      return unpacked(text as string, byId)
    },
    close: pool.close,
  }
}

/** The same, but a policy that was judged before, by the same program and yardstick, is not judged again. `key` stands for both. */
export function cachedJudges(own: Judges, cache: Cache, key: string, {options, requirements}: JudgesSettings): Judges {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  return {
    async judge(source) {
      const digest = digestOf(['policy', key, options, source])
      const known = await cache.get(digest)
      if (known !== null) return unpacked(known, byId)
      const report = await own.judge(source)
      await cache.put(digest, packed(report))
      return report
    },
    async close() {
      await own.close()
      await cache.tidy()
    },
  }
}

function tooLarge({path}: Source): InputError {
  return new InputError(
    'POLICY_TOO_LARGE',
    path,
    `judging it needs more than ${workerMemory} MB of memory`,
    'Split the document, or check it alone with --jobs 1.',
  )
}
