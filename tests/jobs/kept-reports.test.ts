import {readdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {expect, test} from 'vitest'
import {keptReports} from '../../src/jobs/kept-reports.js'
import type {PolicyReport} from '../../src/model/report.js'
import {reporters} from '../../src/report/index.js'
import {plainly} from '../report/hostile.js'
import {finding, requirement, sampleReport} from '../report/sample-report.js'

const [sample] = sampleReport().policies
const policies = Array.from({length: 9}, (_, i): PolicyReport => ({...sample!, path: `p${i}.md`, title: `Policy ${i}`}))
const temporary = () => readdirSync(tmpdir()).filter((name) => /^policy-align-[0-9a-f]{16}\.tmp$/.test(name))

test.each([
  ['in memory', 20],
  ['in a file', 3],
])('reports are kept %s, in their order or in another, and again each time', (_, most) => {
  const kept = keptReports(most)
  for (const policy of policies) kept.keep(policy)
  expect(kept.count).toBe(9)
  for (let i = 0; i < 2; i++) expect(JSON.stringify([...kept.all()])).toBe(JSON.stringify(policies))
  const order = [8, 0, 3, 1, 2, 7, 6, 5, 4]
  expect([...kept.all(order)].map(({path}) => path)).toEqual(order.map((at) => `p${at}.md`))
  if (process.platform !== 'win32') expect(temporary()).toEqual([])
  kept.close()
})

test('requirements of the same id that differ stay apart', () => {
  const kept = keptReports(0)
  const gap = (severity: 'critical' | 'minor') => ({
    ...sample!,
    findings: [{...finding('same', 'missing', severity), requirement: requirement('same', severity)}],
  })
  kept.keep(gap('critical'))
  kept.keep(gap('minor'))
  kept.keep(gap('critical'))
  const [a, b, c] = [...kept.all()].map(({findings}) => findings[0]!.requirement)
  expect([a!.severity, b!.severity, c!.severity]).toEqual(['critical', 'minor', 'critical'])
  expect([a!.id, b!.id]).toEqual(['same', 'same'])
  expect(a).toBe(c)
  kept.close()
})

test.each(reporters.filter(({loadPieces}) => loadPieces).map((each) => [each.name, each] as const))(
  '%s says the same in pieces, from memory or from a file',
  async (_, reporter) => {
    const [render, pieces] = await Promise.all([reporter.load(), reporter.loadPieces!()])
    for (const count of [0, 1, 9]) {
      const report = {...sampleReport(), policies: policies.slice(0, count)}
      const kept = keptReports(0)
      for (const policy of report.policies) kept.keep(policy)
      const told = [...pieces({...report, policies: kept.all()}, plainly)]
      expect(told.join('')).toBe(await render(report, plainly))
      kept.close()
    }
  },
)
