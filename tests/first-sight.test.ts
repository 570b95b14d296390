import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {align} from '../src/align.js'
import type {Finding} from '../src/model/finding.js'
import {fixture} from './support/model.js'
import {packs} from './support/pack.js'

const folderOf = (set: string): string => fileURLToPath(new URL(`../fixtures/${set}/`, import.meta.url))
const casesOf = (set: string): string[] =>
  readdirSync(folderOf(set), {withFileTypes: true}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

interface Truth {
  readonly requirements: Readonly<
    Record<string, {readonly verdict: string; readonly alsoAcceptable?: readonly string[]}>
  >
  readonly planted: readonly {readonly requirement: string}[]
}

function truthOf(set: string, name: string): Truth {
  return JSON.parse(readFileSync(`${folderOf(set)}${name}/truth.json`, 'utf8'))
}

async function findingsOf(set: string, name: string): Promise<ReadonlyMap<string, Finding>> {
  const at = (file: string) => fixture(`${set}/${name}/${file}`)
  const report = await align(
    [at('policy.md')],
    {procedures: [at('procedures.yaml')], organisation: at('organisation.yaml'), packs: packs()},
    {asOf: '2026-11-23', revisions: 'accepted', failOn: 'major', tool: {name: 'policy-align', version: '0.0.0'}},
  )
  return new Map(report.policies[0]!.findings.map((finding) => [finding.requirement.id, finding]))
}

/** What was reached on 29 November 2026, less a little: a change that loses more than it wins on all of them is told. */
const least = {agreed: 0.87, conflictsRight: 0.94, conflictsFound: 0.89, planted: 0.91}

test('policies of many hands are judged as their readers judged them', async () => {
  const count = {judged: 0, agreed: 0, called: 0, calledRightly: 0, conflicts: 0, planted: 0, reported: 0}
  const cases = casesOf('first-sight')
  for (const name of cases) {
    const truth = truthOf('first-sight', name)
    const findings = await findingsOf('first-sight', name)
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

test('policies that are right throughout are hardly blamed', async () => {
  const count = {asked: 0, met: 0, blamed: 0}
  for (const name of casesOf('exemplary')) {
    const findings = await findingsOf('exemplary', name)
    for (const [id, {verdict}] of Object.entries(truthOf('exemplary', name).requirements)) {
      if (verdict !== 'met') continue
      const {status} = findings.get(id)!
      count.asked++
      if (status === 'met') count.met++
      if (status === 'conflict') count.blamed++
    }
  }
  expect(count.met / count.asked).toBeGreaterThanOrEqual(0.92)
  expect(count.blamed / count.asked).toBeLessThanOrEqual(0.02)
})
