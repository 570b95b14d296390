import {expect, test} from 'vitest'
import {jobCount} from '../../src/jobs/job-count.js'
import {type Outcome, runPolicies} from '../../src/jobs/run-policies.js'
import {InputError} from '../../src/model/input-error.js'
import type {PolicyReport} from '../../src/model/report.js'

const reportOf = (path: string) => ({path}) as PolicyReport

async function all(run: AsyncIterable<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for await (const outcome of run) outcomes.push(outcome)
  return outcomes
}

test('outcomes come in the order of the names, whoever is ready first, and no more are begun than allowed', async () => {
  let open = 0
  let most = 0
  const judge = async (path: string) => {
    most = Math.max(most, ++open)
    for (let i = 0; i < 40 - Number(path) * 2; i++) await null
    open--
    return reportOf(path)
  }
  const paths = Array.from({length: 20}, (_, i) => String(i))
  expect((await all(runPolicies(paths, judge, 4))).map(({path}) => path)).toEqual(paths)
  expect(most).toBe(4)
  most = 0
  await all(runPolicies(paths, judge, 1))
  expect(most).toBe(1)
})

test('one bad policy stops no other, and a fault of ours says at which policy it came', async () => {
  const wrong = new InputError('CODE', 'b', 'it is wrong', 'Mend it.')
  const judge = async (path: string) => {
    if (path === 'b') throw wrong
    if (path === 'c') throw new TypeError('x is not a function')
    return reportOf(path)
  }
  const [a, b, c, d] = await all(runPolicies(['a', 'b', 'c', 'd'], judge, 2))
  expect([a, d]).toEqual([
    {path: 'a', report: reportOf('a')},
    {path: 'd', report: reportOf('d')},
  ])
  expect(b).toEqual({path: 'b', error: wrong})
  expect((c as {error: Error}).error).toMatchObject({name: 'TypeError', message: 'c: x is not a function'})
})

test('as many jobs as asked for, but never more than there is work for', () => {
  expect(jobCount('auto', 1, 8)).toBe(1)
  expect(jobCount('auto', 7, 8)).toBe(1)
  expect(jobCount('auto', 8, 8)).toBe(2)
  expect(jobCount('auto', 1000, 8)).toBe(8)
  expect(jobCount('auto', 0, 8)).toBe(1)
  expect(jobCount('3', 1000, 8)).toBe(3)
  expect(jobCount(3, 2, 8)).toBe(2)
  for (const asked of ['0', '-1', '1.5', 'all', '', '257', '9999'])
    expect(() => jobCount(asked, 9, 8), asked).toThrow(`--jobs: "${asked}" is no number of jobs`)
})
