import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {align} from '../../src/align.js'
import type {Finding} from '../../src/model/finding.js'
import {golden} from '../support/golden.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'

// How far each of these is right is measured by tests/first-sight.test.ts. Here each finding is held to what it was, so
// that a change shows where it is felt.

const cases = ['first-sight', 'exemplary'].flatMap((set) =>
  readdirSync(fileURLToPath(new URL(`../../fixtures/${set}`, import.meta.url)), {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => `${set}/${name}`),
)

test.each(cases)('%s is judged as it was', async (path) => {
  const report = await align(
    [fixture(`${path}/policy.md`)],
    {
      procedures: [fixture(`${path}/procedures.yaml`)],
      organisation: fixture(`${path}/organisation.yaml`),
      packs: packs(),
    },
    {asOf: '2026-11-23', revisions: 'accepted', failOn: 'major', tool: {name: 'policy-align', version: '0.0.0'}},
  )
  const lines = report.policies[0]!.findings.map(lineOf).join('')
  expect(lines).toBe(golden(`${path}/expected/findings.txt`, lines))
})

/** A line for each finding: its status, why, and the words that it rests on, all but the digest of the pack. */
function lineOf({requirement, status, confidence, reason, evidence, expected}: Finding): string {
  const quotes = evidence.map(({quote}) => `“${quote.replaceAll('\n', ' ').slice(0, 60)}”`)
  const facts = expected.map(({value}) => value)
  return `${[`${requirement.id}: ${status}, ${confidence}`, reason, ...quotes, facts.join(', ')].filter(Boolean).join(' | ')}\n`
}
