import {setImmediate} from 'node:timers/promises'
import {parentPort, workerData} from 'node:worker_threads'
import {openInputs} from './input.js'

// Tries inputs one after another, and says beside each number what it is at, so that a watch can tell a hang.
const {seed, from, to, quick, at} = workerData
const position = new Int32Array(at)
let warned = null
process.on('warning', (warning) => {
  warned = warning
})
const inputs = await openInputs(seed, quick)

for (let number = from; number < to; number++) {
  Atomics.store(position, 0, number)
  warned = null
  const started = performance.now()
  try {
    const sort = await inputs.attempt(number)
    // A rejection that nobody handles, and a warning to the user of the program, are told in between.
    await setImmediate()
    if (warned !== null) throw warned
    parentPort.postMessage({number, sort, time: performance.now() - started})
  } catch (error) {
    parentPort.postMessage({number, fault: String(error?.stack ?? error)})
  }
}
parentPort.postMessage({done: true})
