import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {chances} from './chances.js'
import {fuzz} from './fuzz.js'
import {openInputs} from './input.js'
import {openSorts} from './sorts.js'

// npm run fuzz tries more of them: see the head of run.js.

test('a policy, model or report that is damaged in any way is read, or refused so that a person can act on it', async () => {
  const count = 2000
  const {faults, sorts} = await fuzz({seed: 2026, count, quick: true})
  expect(faults).toEqual([])
  expect(Object.values(sorts).reduce((sum, each) => sum + each.count, 0)).toBe(count)
})

test('an input is known by its seed and number', async () => {
  const inputs = async () => (await openInputs(5, true)).show(77)
  expect(JSON.stringify((await inputs()).files)).toBe(JSON.stringify((await inputs()).files))
  expect(JSON.stringify((await openInputs(6, true)).show(77).files)).not.toBe(JSON.stringify((await inputs()).files))
})

/** What was found so far: a folder for each sort of input, in it the smallest files that showed a fault. */
const found = fileURLToPath(new URL('found', import.meta.url))
const cases = readdirSync(found).flatMap((sort) => readdirSync(join(found, sort)).map((name) => ({sort, name})))

test.each(cases)('$sort: $name, once a fault, breaks nothing', async ({sort, name}) => {
  const {use} = (await openSorts()).find((each) => each.name === sort)!
  const bytes = new Uint8Array(readFileSync(join(found, sort, name)))
  for (let number = 0; number < 6; number++) await use([{path: name, bytes}], chances(1, number, 1000))
})
