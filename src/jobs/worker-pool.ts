import {Worker} from 'node:worker_threads'
import {type CarriedError, uncarried} from './carried-error.js'

export interface PoolSettings {
  /** The file that each worker runs. It answers every message with one `Answer`, in turn. */
  readonly script: string | URL
  /** Most workers at once. */
  readonly size: number
  /** What each worker begins with, as its workerData. */
  readonly data: unknown
  /** Megabytes that the objects of one worker may take. */
  readonly memory: number
}

export type Answer = {readonly done: unknown} | {readonly failed: CarriedError}

export interface WorkerPool {
  /** Gives a message to a worker that is free, and gives its answer. Rejects with WorkerLost where that worker ends. */
  run(message: unknown): Promise<unknown>
  /** Ends all workers; what they were at is given up. */
  close(): Promise<void>
}

/** The worker ended before it answered: it ran out of memory, or crashed. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost'
  readonly outOfMemory: boolean
  constructor(message: string, outOfMemory: boolean) {
    super(message)
    this.outOfMemory = outOfMemory
  }
}

interface Task {
  readonly message: unknown
  readonly settle: (answer: Answer | WorkerLost) => void
}

/**
 * Workers that take one message at a time. They are started when there is work for them, so that a run without work
 * starts none, and one that ends takes only the message with it that it was at: another comes in its place.
 */
export function workerPool({script, size, data, memory}: PoolSettings): WorkerPool {
  const waiting: Task[] = []
  const free: Worker[] = []
  const busy = new Map<Worker, Task>()
  let closed = false

  function next(): void {
    while (waiting.length > 0 && !closed) {
      const worker = free.pop() ?? (busy.size < size ? started() : undefined)
      if (!worker) return
      const task = waiting.shift()!
      busy.set(worker, task)
      worker.postMessage(task.message)
    }
  }

  function started(): Worker {
    const worker = new Worker(script, {workerData: data, resourceLimits: {maxOldGenerationSizeMb: memory}})
    let error: NodeJS.ErrnoException | undefined
    worker.on('message', (answer: Answer) => {
      const task = busy.get(worker)
      busy.delete(worker)
      free.push(worker)
      task?.settle(answer)
      next()
    })
    worker.on('error', (thrown) => {
      error = thrown
    })
    worker.on('exit', (code) => {
      const task = busy.get(worker)
      busy.delete(worker)
      if (free.includes(worker)) free.splice(free.indexOf(worker), 1)
      const why = error ? `${error.name}: ${error.message}` : `it ended with code ${code}`
      task?.settle(new WorkerLost(why, error?.code === 'ERR_WORKER_OUT_OF_MEMORY'))
      next()
    })
    return worker
  }

  return {
    run: (message) =>
      new Promise((resolve, reject) => {
        const settle = (answer: Answer | WorkerLost) => {
          if (answer instanceof WorkerLost) reject(answer)
          else if ('failed' in answer) reject(uncarried(answer.failed))
          else resolve(answer.done)
        }
        waiting.push({message, settle})
        next()
      }),
    async close() {
      closed = true
      await Promise.all([...free, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}
