import {readdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import type {Facts} from '../../src/model/facts.js'
import {readPolicy} from '../../src/read/policy.js'
import {factsIn} from '../../src/text/facts.js'
import {golden} from '../support/golden.js'
import {england, fixture} from '../support/model.js'

const {registers} = england()
const cases = ['labelled', 'first-sight', 'exemplary'].flatMap((kind) =>
  readdirSync(fileURLToPath(new URL(`../../fixtures/${kind}`, import.meta.url)), {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('truth.json'))
    .map((path) => `${kind}/${dirname(path)}`)
    .sort(),
)

test.each(cases)('the facts in %s are those that were read in it', async (path) => {
  const policy = await readPolicy(fixture(`${path}/policy.md`), {revisions: 'accepted'})
  const lines = linesOf(factsIn(policy, registers))
  expect(lines).toBe(golden(`${path}/expected/facts.txt`, lines))
})

/** A line for each fact: its words as they stand, then what is made of them. */
function linesOf(facts: Facts): string {
  return Object.entries(facts as unknown as Record<string, readonly Record<string, unknown>[]>)
    .flatMap(([kind, each]) => [
      `${kind}:`,
      ...each.map(({value, passageId: _, place: __, span, ...rest}) => {
        const told = Object.entries(rest).filter(([, is]) => is !== null && is !== false && is !== value)
        return [`  ${value}`, span ? '' : ' (link)', ...told.map(([key, is]) => `; ${key}: ${is}`)].join('')
      }),
    ])
    .map((line) => `${line.replaceAll('\n', ' ')}\n`)
    .join('')
}
