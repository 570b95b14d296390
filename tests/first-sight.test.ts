import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {align} from '../src/align.js'
import type {Finding} from '../src/model/finding.js'
import {fixture} from './support/model.js'
import {packs} from './support/pack.js'

const folder = fileURLToPath(new URL('../fixtures/first-sight/', import.meta.url))
const cases = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory())

interface Truth {
  readonly requirements: Readonly<
    Record<string, {readonly verdict: string; readonly alsoAcceptable?: readonly string[]}>
  >
  readonly planted: readonly {readonly requirement: string}[]
}

async function findingsOf(name: string): Promise<ReadonlyMap<string, Finding>> {
  const at = (file: string) => fixture(`first-sight/${name}/${file}`)
  const report = await align(
    [at('policy.md')],
    {procedures: [at('procedures.yaml')], organisation: at('organisation.yaml'), packs: packs()},
    {asOf: '2026-11-23', revisions: 'accepted', failOn: 'major', tool: {name: 'policy-align', version: '0.0.0'}},
  )
  return new Map(report.policies[0]!.findings.map((finding) => [finding.requirement.id, finding]))
}

/** What was reached on 29 November 2026, less a little: a change that loses more than it wins on all of them is told. */
const least = {agreed: 0.84, conflictsRight: 0.88, conflictsFound: 0.85, planted: 0.9}

test('policies of many hands are judged as their readers judged them', async () => {
  const count = {judged: 0, agreed: 0, called: 0, calledRightly: 0, conflicts: 0, planted: 0, reported: 0}
  for (const {name} of cases) {
    const truth: Truth = JSON.parse(readFileSync(`${folder}${name}/truth.json`, 'utf8'))
    const findings = await findingsOf(name)
    for (const [id, {verdict, alsoAcceptable = []}] of Object.entries(truth.requirements)) {
      const {status} = findings.get(id)!
      const right = alsoAcceptable.includes(status) ? status : verdict
      count.judged++
      if (status === right) count.agreed++
      if (right === 'conflict') count.conflicts++
      if (status === 'conflict') count.called++
      if (status === 'conflict' && right === 'conflict') count.calledRightly++
    }
    for (const {requirement} of truth.planted) {
      count.planted++
      if (['partial', 'conflict', 'missing'].includes(findings.get(requirement)!.status)) count.reported++
    }
  }
  expect(count.judged).toBe(cases.length * 90)
  expect(count.agreed / count.judged).toBeGreaterThanOrEqual(least.agreed)
  expect(count.calledRightly / count.called).toBeGreaterThanOrEqual(least.conflictsRight)
  expect(count.calledRightly / count.conflicts).toBeGreaterThanOrEqual(least.conflictsFound)
  expect(count.reported / count.planted).toBeGreaterThanOrEqual(least.planted)
})
