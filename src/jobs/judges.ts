import {join} from 'node:path'
import {type CheckOptions, checkPolicy, type Yardstick, type YardstickSources} from '../align.js'
import {InputError} from '../model/input-error.js'
import type {PolicyReport} from '../model/report.js'
import type {Source} from '../model/source.js'
import type {WorkerData} from './judge-worker.js'
import {unpacked} from './packed-report.js'
import {WorkerLost, workerPool} from './worker-pool.js'

/** Judges policies, in this thread or in others. */
export interface Judges {
  judge(source: Source): Promise<PolicyReport>
  close(): Promise<void>
}

export interface JudgesSettings {
  readonly yardstick: Yardstick
  /** What the yardstick was read from, for other threads to read it too. */
  readonly sources: YardstickSources
  readonly options: CheckOptions
  /** How many judge at once; one judges in this thread. */
  readonly jobs: number
  /** The folder of the program, where the script of the workers is. */
  readonly root: string
}

/** Megabytes that one worker may fill: several times what the longest policy was seen to need. */
const workerMemory = 1024

/** One that judges here, or several that judge in threads of their own. The findings are the same. */
export function judges({yardstick, sources, options, jobs, root}: JudgesSettings): Judges {
  if (jobs === 1) return {judge: (source) => checkPolicy(source, yardstick, options), close: async () => {}}
  const requirements = new Map(yardstick.model.requirements.map((requirement) => [requirement.id, requirement]))
  const data: WorkerData = {sources, options}
  const script = join(root, 'dist', 'program', 'jobs', 'judge-worker.js')
  const pool = workerPool({script, size: jobs, data, memory: workerMemory})
  return {
    async judge(source) {
      const text = await pool.run(source).catch((error) => {
        throw error instanceof WorkerLost && error.outOfMemory ? tooLarge(source) : error
      })
      return unpacked(text as string, requirements)
    },
    close: pool.close,
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
