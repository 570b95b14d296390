import {parentPort, workerData} from 'node:worker_threads'
import {type CheckOptions, checkPolicy, readYardstick, type YardstickSources} from '../align.js'
import {packs} from '../cli/packs.js'
import type {Source} from '../model/source.js'
import {carried} from './carried-error.js'
import {packed} from './packed-report.js'

/** What every worker of a run begins with: plain data, that threads can hand on. */
export interface WorkerData {
  readonly sources: YardstickSources
  readonly options: CheckOptions
}

// The script of a worker thread: reads the yardstick once, then takes a policy at a time and answers with its report.
const {sources, options} = workerData as WorkerData
// Makes the patterns known that the build has read: they are not among what was handed on.
const yardstick = packs().then(() => readYardstick(sources))

parentPort!.on('message', async (source: Source) => {
  try {
    parentPort!.postMessage({done: packed(await checkPolicy(source, await yardstick, options))})
  } catch (error) {
    parentPort!.postMessage({failed: carried(error)})
  }
})
