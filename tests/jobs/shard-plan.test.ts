import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type Load, shardPlan} from '../../src/jobs/shard-plan.js'

const loadOf = (name: string, size: number): Load => ({digest: createHash('sha256').update(name).digest('hex'), size})
const loads = Array.from({length: 400}, (_, i) => loadOf(`policy ${i}`, 1_000 + ((i * 7919) % 60_000)))

/** The part of each policy, by what it holds. */
const parts = (given: readonly Load[], count: number) => {
  const plan = shardPlan(given, count)
  return new Map(given.map(({digest}, at) => [digest, plan[at]!]))
}

test('every policy belongs to one part, and no part does much more than its share', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500_000), {maxLength: 60}), fc.integer({min: 1, max: 12}), (sizes, count) => {
      const own = sizes.map((size, at) => loadOf(`${at}`, size))
      const plan = shardPlan(own, count)
      expect(plan).toHaveLength(sizes.length)
      const taken = Array.from({length: count}, (_, part) =>
        sizes.filter((_, at) => plan[at] === part + 1).reduce((sum, size) => sum + size + 4_000, 0),
      )
      const total = taken.reduce((sum, each) => sum + each, 0)
      expect(plan.every((part) => part >= 1 && part <= count)).toBe(true)
      // The heaviest policy cannot be cut, so a part may be above its share by that.
      expect(Math.max(...taken)).toBeLessThanOrEqual((total / count) * 1.05 + Math.max(0, ...sizes) + 4_000)
    }),
  )
})

test('the parts are even where there are many policies', () => {
  for (const count of [2, 8, 16]) {
    const plan = shardPlan(loads, count)
    const taken = Array.from({length: count}, (_, part) =>
      loads.filter((_, at) => plan[at] === part + 1).reduce((sum, {size}) => sum + size, 0),
    )
    const share = loads.reduce((sum, {size}) => sum + size, 0) / count
    expect(Math.max(...taken) / share).toBeLessThan(1.1)
    expect(Math.min(...taken) / share).toBeGreaterThan(0.7)
  }
})

test('it hangs on what policies hold, not on their order', () => {
  const turned = [...loads].reverse()
  expect(parts(turned, 8)).toEqual(new Map([...parts(loads, 8)].reverse()))
})

test('a policy that is added, taken away or changed moves few of the others', () => {
  const before = parts(loads, 8)
  const moved = (given: readonly Load[]) =>
    [...parts(given, 8)].filter(([digest, part]) => before.has(digest) && before.get(digest) !== part).length
  expect(moved([...loads, loadOf('new', 20_000)])).toBeLessThan(40)
  expect(moved(loads.slice(1))).toBeLessThan(40)
  expect(moved([loadOf('changed', 30_000), ...loads.slice(1)])).toBeLessThan(40)
})
