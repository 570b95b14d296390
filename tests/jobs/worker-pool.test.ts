import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {carried, uncarried} from '../../src/jobs/carried-error.js'
import {WorkerLost, type WorkerPool, workerPool} from '../../src/jobs/worker-pool.js'
import {InputError} from '../../src/model/input-error.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  writeFileSync(
    join(folder, 'worker.mjs'),
    `import {parentPort, threadId, workerData} from 'node:worker_threads'
const eaten = []
parentPort.on('message', (message) => {
  if (message === 'crash') throw new TypeError('no such thing')
  if (message === 'exit') process.exit(3)
  while (message === 'eat') eaten.push(new Array(100_000).fill({}).map((_, i) => ({i})))
  if (message === 'fail') parentPort.postMessage({failed: {name: 'RangeError', message: 'too far', stack: 'at x'}})
  else parentPort.postMessage({done: [workerData, message, threadId]})
})
`,
  )
})
afterAll(() => rmSync(folder, {recursive: true}))

async function withPool<T>(size: number, use: (pool: WorkerPool) => Promise<T>): Promise<T> {
  const pool = workerPool({script: join(folder, 'worker.mjs'), size, data: 'began with', memory: 32})
  try {
    return await use(pool)
  } finally {
    await pool.close()
  }
}

test('answers go to whom they belong, from no more workers than allowed', async () => {
  const answers = await withPool(2, (pool) => Promise.all(Array.from({length: 20}, (_, i) => pool.run(i))))
  expect((answers as unknown[][]).map(([data, message]) => [data, message])).toEqual(
    Array.from({length: 20}, (_, i) => ['began with', i]),
  )
  expect(new Set((answers as unknown[][]).map(([, , thread]) => thread)).size).toBeLessThanOrEqual(2)
})

test('an error in a worker is told to whom it belongs, and the worker goes on', async () => {
  await withPool(1, async (pool) => {
    await expect(pool.run('fail')).rejects.toMatchObject({name: 'RangeError', message: 'too far', stack: 'at x'})
    await expect(pool.run('well')).resolves.toEqual(['began with', 'well', expect.any(Number)])
  })
})

test.each([
  ['crash', 'TypeError: no such thing', false],
  ['exit', 'it ended with code 3', false],
  ['eat', 'memory', true],
])('a worker that is lost at "%s" fails that message alone, and is replaced', async (message, why, outOfMemory) => {
  await withPool(1, async (pool) => {
    const [first, lost, last] = await Promise.allSettled(['a', message, 'b'].map((each) => pool.run(each)))
    expect([first!.status, last!.status]).toEqual(['fulfilled', 'fulfilled'])
    const {reason} = lost as PromiseRejectedResult
    expect(reason).toBeInstanceOf(WorkerLost)
    expect(reason.message).toContain(why)
    expect(reason.outOfMemory).toBe(outOfMemory)
  })
})

test('errors are carried whole', () => {
  const input = new InputError('CODE', {path: 'a.md', line: 3}, 'it is wrong', 'Mend it.')
  const back = uncarried(structuredClone(carried(input)))
  expect(back).toBeInstanceOf(InputError)
  expect(back).toMatchObject({code: 'CODE', where: {path: 'a.md', line: 3}, problem: 'it is wrong', fix: 'Mend it.'})
  const fault = uncarried(structuredClone(carried(new TypeError('x'))))
  expect([fault.name, fault.message]).toEqual(['TypeError', 'x'])
  expect(uncarried(carried('thrown text')).message).toBe('thrown text')
})
