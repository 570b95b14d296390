import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {comparePolicies, compareReports} from '../../src/compare-versions.js'
import type {Comparison} from '../../src/model/comparison.js'
import type {PolicyReport} from '../../src/model/report.js'
import {comparisonReporters} from '../../src/report/comparison/index.js'
import {fixture} from '../support/model.js'
import {plainly} from './hostile.js'
import {awkward, finding, sampleReport} from './sample-report.js'
import {expectBySchema} from './schemas.js'
import {pageText} from './shown-text.js'

// Two saved reports of one policy, and versions with hostile words everywhere, in every format as they were reviewed.
// UPDATE=1 npx vitest run tests/report/comparison writes them anew.

const folder = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url))
const place = {headings: ['Heading'], number: null, ordinal: 3, lines: [4, 5] as [number, number]}
const settings = {onlyNew: false, choose: () => undefined}
const saved = () => compareReports(fixture('formats/saved.json'), fixture('formats/saved-newer.json'), settings)

describe.each([
  ['comparison', saved()],
  ['hostile-comparison', hostile()],
] as const)('%s', (stem, report) => {
  test.each(comparisonReporters.map(({name}) => name))('%s', async (name) => {
    const content = await rendered(report, name, {show: 'all'})
    const shown = name === 'html' ? pageText(content) : content
    const extension = comparisonReporters.find((each) => each.name === name)!.extension
    const file = `${folder}${stem}${name === 'html' ? '.html.txt' : (extension ?? `.${name}.txt`)}`
    if (process.env.UPDATE !== undefined) writeFileSync(file, shown)
    expect(shown).toBe(
      existsSync(file) ? readFileSync(file, 'utf8') : 'no golden file; look at the output, then UPDATE=1',
    )
  })

  test('JSON is as the schema says', async () => {
    expectBySchema('comparison', JSON.parse(await rendered(report, 'json')))
  })

  test('no format lets a document act: no control character, no element of its own', async () => {
    for (const {name} of comparisonReporters) {
      const content = await rendered(report, name, {show: 'all'})
      expect(content, name).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u)
      if (name === 'html') expect(content.match(/<script/g)).toHaveLength(1)
      if (name === 'github')
        for (const line of content.split('\n').slice(0, -1))
          expect(line).toMatch(/^(?:::(?:error|warning|notice) |and |\d|No |Please note)/)
    }
  })
})

test('a quiet comparison shows what fails the run alone', async () => {
  const report = saved()
  const onlyNew = {...report, verdict: {...report.verdict, onlyNew: true, failing: 1}}
  const [all, fresh] = await Promise.all([report, onlyNew].map((each) => rendered(each, 'terminal', {quiet: true})))
  expect(all).toContain('BETTER')
  expect(fresh).not.toContain('BETTER')
  expect(fresh).toContain('OPENED')
  for (const text of [all!, fresh!]) expect(text).not.toMatch(/CLOSED|SECTIONS|Please note/)
})

test('without the texts, what was quoted then and now is told', async () => {
  const bare = saved()
  const policies = bare.policies.map((policy) => ({...policy, sections: null, changes: []}))
  const shown = await rendered({...bare, policies}, 'terminal')
  expect(shown).toMatch(/do\s+not hold the texts/)
  expect(shown).toMatch(/Said: “Anyone may make a referral; nobody has to ask the lead\s+first\.”/)
})

/** Two versions with awkward words in every field. */
function hostile(): Comparison {
  const {policies, verdict: _, yardstick: __, ...about} = sampleReport()
  const version = (text: string, status: 'met' | 'conflict'): PolicyReport => ({
    ...policies[0]!,
    findings: [finding('first', status, 'critical', {evidence: [{quote: text, passageId: 'p1', place}]})],
    text: {
      contacts: [],
      stages: [],
      sections: [
        {
          id: 's1',
          level: 1,
          number: '1',
          title: `Heading ${text}`,
          place,
          passages: [{id: 'p1', form: 'paragraph', label: null, text, place}],
          sections: [],
        },
      ],
    },
  })
  const compared = comparePolicies(
    version(`Same words here and there ${awkward}`, 'met'),
    version(`Same words here ${awkward} and more`, 'conflict'),
  )
  return {...about, policies: [compared], verdict: {failing: 1, failOn: 'major', onlyNew: true}}
}

async function rendered(report: Comparison, name: string, more: {show?: 'all'; quiet?: boolean} = {}): Promise<string> {
  const {load} = comparisonReporters.find((each) => each.name === name)!
  return String(await (await load())(report, {...plainly, ...more}))
}
