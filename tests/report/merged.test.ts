import {expect, test} from 'vitest'
import type {AlignmentReport} from '../../src/model/report.js'
import {renderHtml} from '../../src/report/html.js'
import {mergedReport as mergedLong, outlineOf} from '../../src/report/merged.js'
import {renderTerminal} from '../../src/report/terminal.js'
import {plainly} from './hostile.js'
import {finding, sampleReport} from './sample-report.js'

const [plainPolicy] = sampleReport().policies

/** A report of one policy with so many critical conflicts. */
function reportOf(path: string, reds: number, more: Partial<AlignmentReport> = {}): AlignmentReport {
  const findings = [
    ...Array.from({length: reds}, (_, at) => finding(`gap-${at}`, 'conflict', 'critical')),
    finding('kept', 'met', 'major'),
  ]
  return {...sampleReport(), policies: [{...plainPolicy!, path, title: `Policy of ${path}`, findings}], ...more}
}
const saved = (...reports: readonly AlignmentReport[]) =>
  reports.map((report, at) => ({path: `report-${at + 1}.json`, report, outline: outlineOf(report.policies)}))
const mergedReport = (...given: Parameters<typeof mergedLong>): AlignmentReport => {
  const report = mergedLong(...given)
  return {...report, policies: [...report.policies]}
}

test('one report is itself', () => {
  const sample = reportOf('a.md', 2, {verdict: {failing: 2, failOn: 'major'}})
  expect(mergedReport(saved(sample))).toEqual(sample)
})

test('reports that were made alike are one, as if all policies had been checked at once', () => {
  const merged = mergedReport(saved(reportOf('a.md', 1), reportOf('b.md', 2)))
  expect(merged.policies.map(({path}) => path)).toEqual(['a.md', 'b.md'])
  expect(merged.verdict).toEqual({failing: 3, failOn: 'major'})
  expect(merged.procedures).toEqual(sampleReport().procedures)
  expect(merged.policies.flatMap(({notices}) => notices).map(({code}) => code)).not.toContain('held-against')
})

test('a policy that was held against other procedures, or on another day, says so in every format', () => {
  const [procedures] = sampleReport().procedures
  const other = reportOf('b.md', 2, {
    asOf: '2026-10-01',
    procedures: [{...procedures!, id: 'southmoor', title: 'Southmoor procedures', sha256: '2'.repeat(64)}],
    organisation: {name: 'Southmoor Club'},
  })
  const merged = mergedReport(saved(reportOf('a.md', 1), other))
  expect(merged.asOf).toBe('2026-11-23')
  expect(merged.organisation).toBeNull()
  const [first, second] = merged.policies
  expect(second!.notices[0]!.message).toBe(
    'this policy was held against Southmoor procedures, edition 2026-06, as of 1 October 2026, for Southmoor Club',
  )
  expect(first!.notices[0]!.message).toContain('23 November 2026')
  const text = renderTerminal(merged, plainly)
  const [, ofSecond] = text.split('\nPolicy of b.md\n')
  expect(ofSecond!.split('\n\n')[0]).toMatch(
    /held against {2}Southmoor procedures, .*\n {2}packs {9}Pack[\s\S]*?\n.*Southmoor Club\n.*1 October 2026/,
  )
  // The page for trustees does not say that it was compared with the other's procedures.
  const html = renderHtml(merged, plainly)
  expect(html).toContain('was compared with Southmoor procedures, as of 1 October 2026')
})

test('refuses a policy that stands in two reports, and levels that differ until one is given', () => {
  expect(() => mergedReport(saved(reportOf('a.md', 1), reportOf('a.md', 2)))).toThrow(
    /report-2\.json: the policy a\.md stands in report-1\.json too/,
  )
  // Two organisations may call their policies the same.
  expect(
    mergedReport(saved(reportOf('a.md', 1), reportOf('a.md', 2, {organisation: {name: 'Another'}}))).policies.length,
  ).toBe(2)
  const strict = reportOf('b.md', 1, {verdict: {failing: 1, failOn: 'critical'}})
  expect(() => mergedReport(saved(reportOf('a.md', 1), strict))).toThrow(/report-2\.json: .*--fail-on critical.*major/)
  expect(mergedReport(saved(reportOf('a.md', 1), strict), 'never').verdict).toEqual({failing: 0, failOn: 'never'})
})

test('a portfolio puts the worst policy first, and names the commonest gaps', () => {
  const html = renderHtml(mergedReport(saved(reportOf('a.md', 1), reportOf('b.md', 3), reportOf('c.md', 2))), plainly)
  const [, overview] = /<section class="part overview"(.*?)<\/section>/s.exec(html)!
  expect([...overview!.matchAll(/>Policy of (\w)\.md<\/a>/g)].map(([, name]) => name)).toEqual(['b', 'c', 'a'])
  const [, common] = overview!.split('<h3>The commonest gaps</h3>')
  expect(
    [...common!.matchAll(/Title of (gap-\d).*?<td>(\d of \d)<\/td>/gs)].map(([, id, count]) => [id, count]),
  ).toEqual([
    ['gap-0', '3 of 3'],
    ['gap-1', '2 of 3'],
  ])
  expect(overview).toContain('<span class="sr">Red, 3 gaps</span>')
  // A quiet page shows fewer findings, and counts no fewer.
  const quiet = renderHtml(mergedReport(saved(reportOf('a.md', 1), reportOf('b.md', 3), reportOf('c.md', 2))), {
    ...plainly,
    quiet: true,
  })
  expect(/<section class="part overview"(.*?)<\/section>/s.exec(quiet)![1]).toBe(overview)
})
