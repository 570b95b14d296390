// Runs single tests of the copy, with the mutants switched on that it is told: see run.js.
import {parentPort, workerData} from 'node:worker_threads'

const {copy, size, active} = workerData
const on = new Uint8Array(size)
for (const number of active) on[number] = 1
let reached = new Set()

/** Asked by the copy wherever a mutant stands: whether it is switched on. */
const $mutant = (number) => {
  reached.add(number)
  return on[number] === 1
}
$mutant.read = (numbers) => {
  for (const number of numbers) reached.add(number)
}
globalThis.$mutant = $mutant

const {gather} = await import('./stand-in.js')
const files = new Map()

/** The tests of a file, loaded when they are first asked for. */
function testsOf(path) {
  if (!files.has(path)) files.set(path, load(path))
  return files.get(path)
}

async function load(path) {
  const {tests, before} = await gather(new URL(path.replace(/\.ts$/, '.js'), copy).href)
  for (const body of before) await body()
  return tests
}

const answers = {
  async list({path}) {
    reached = new Set()
    const tests = await testsOf(path)
    return {names: tests.map(({name}) => name), reached: [...reached]}
  },
  async run({path, index, name, active, whole}) {
    on.fill(0)
    for (const number of active) on[number] = 1
    $mutant.whole = whole
    const tests = await testsOf(path)
    if (tests[index]?.name !== name) throw new Error('another test stands in its place')
    reached = new Set()
    const started = performance.now()
    await tests[index].body()
    return {time: performance.now() - started, reached: [...reached]}
  },
}

parentPort.on('message', async ({sort, ...told}) => {
  try {
    parentPort.postMessage({ok: true, ...(await answers[sort](told))})
  } catch (error) {
    parentPort.postMessage({ok: false, reached: [...reached], reason: String(error?.message ?? error).split('\n')[0].slice(0, 200)})
  }
})
parentPort.postMessage({ok: true})
