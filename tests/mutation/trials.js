import {Worker} from 'node:worker_threads'

/**
 * Runs single tests of the copy with mutants switched on. Most mutants are tried in one process, one after another. Those
 * that were met while files were loaded, or whose work is kept from one test to the next, each need a process of their
 * own, which is kept for as long as the same mutants are asked for.
 */
export class Trials {
  constructor(copy, size) {
    this.copy = copy
    this.size = size
    this.workers = new Map()
  }

  /** The answer to one question, from a worker in which the mutants were on from the start. */
  async ask(question, {from = [], limit = 120_000} = {}) {
    const key = from.join(' ')
    if (key !== '' && !this.workers.has(key)) await this.closeAll((each) => each !== '')
    if (!this.workers.has(key)) this.workers.set(key, this.open(from))
    const worker = await this.workers.get(key)
    if (worker.failure) return this.lost(key, worker.failure)
    const answer = await answerOf(worker, question, limit)
    return answer.lost ? this.lost(key, answer.lost) : answer
  }

  async lost(key, reason) {
    await this.closeAll((each) => each === key)
    return {ok: false, lost: reason, reached: []}
  }

  /** Opens a worker. Where even that fails or takes too long, it says so. */
  async open(active) {
    const worker = new Worker(new URL('worker.js', import.meta.url), {
      workerData: {copy: this.copy, size: this.size, active},
      resourceLimits: {maxOldGenerationSizeMb: 1500},
      stdout: true,
      stderr: true,
    })
    // What it says of itself between two questions is heard by nobody, and must not end the run.
    worker.on('error', () => {})
    const answer = await answerOf(worker, null, 60_000)
    if (answer.lost) worker.failure = answer.lost
    return worker
  }

  async closeAll(isMeant = () => true) {
    for (const [key, worker] of [...this.workers]) {
      if (!isMeant(key)) continue
      this.workers.delete(key)
      await (await worker).terminate()
    }
  }
}

/** The next thing that a worker says, or how it was lost. */
function answerOf(worker, question, limit) {
  return new Promise((resolve) => {
    const heard = {
      message: (answer) => done(answer),
      error: (error) => done({lost: `stopped: ${error.message}`}),
      exit: () => done({lost: 'stopped'}),
    }
    const timer = setTimeout(() => done({lost: 'timed out'}), limit)
    const done = (answer) => {
      clearTimeout(timer)
      for (const [name, listener] of Object.entries(heard)) worker.off(name, listener)
      resolve(answer)
    }
    for (const [name, listener] of Object.entries(heard)) worker.on(name, listener)
    if (question) worker.postMessage(question)
  })
}
