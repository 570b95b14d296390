import {Worker} from 'node:worker_threads'

/** A machine that is busy may be slow; an input that takes this long is one that hangs. */
const patience = 60_000

/**
 * Tries `count` inputs of a seed, from number `from` on, in a thread that is watched: one that hangs, falls over or fills
 * the memory is a fault of that input, and the next thread goes on behind it. Gives every fault, how many inputs of each
 * sort there were, and the slowest ones; tells each as it comes to `tell`. With `quick` the inputs are small.
 */
export async function fuzz({seed, from = 0, count, quick = false, tell = () => {}}) {
  const found = {faults: [], sorts: {}, slowest: []}
  const to = from + count
  for (let next = from; next < to; ) next = await stretch({seed, from: next, to, quick, found, tell})
  return found
}

/** One thread's work; gives the number of the input that comes next. */
function stretch({seed, from, to, quick, found, tell}) {
  return new Promise((resolve, reject) => {
    const at = new SharedArrayBuffer(4)
    const position = new Int32Array(at)
    // Before the first input a failure is one of the fuzzing.
    Atomics.store(position, 0, -1)
    const worker = new Worker(new URL('worker.js', import.meta.url), {workerData: {seed, from, to, quick, at}, resourceLimits: {maxOldGenerationSizeMb: 1500}})
    let [last, since] = [from, Date.now()]
    const fault = (number, what) => {
      found.faults.push({number, what})
      tell({number, fault: what})
    }
    const end = (next) => {
      clearInterval(watch)
      worker.removeAllListeners()
      void worker.terminate().then(() => resolve(next))
    }
    const fail = (what) => {
      const number = Atomics.load(position, 0)
      if (number < 0) return reject(new Error(what))
      fault(number, what)
      end(number + 1)
    }
    const watch = setInterval(() => {
      const number = Atomics.load(position, 0)
      if (number !== last) [last, since] = [number, Date.now()]
      else if (Date.now() - since > patience) fail('it hangs')
    }, 500)
    worker.on('message', ({number, sort, time, fault: what, done}) => {
      if (done) return end(to)
      if (what !== undefined) return fault(number, what)
      const known = (found.sorts[sort] ??= {count: 0, time: 0})
      known.count++
      known.time += time
      found.slowest = [...found.slowest, {number, sort, time}].sort((a, b) => b.time - a.time).slice(0, 5)
      tell({number, sort, time})
    })
    worker.on('error', (error) => fail(`the thread ended: ${error?.stack ?? error}`))
    worker.on('exit', () => fail('the thread ended'))
  })
}
