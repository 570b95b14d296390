import {expect, test} from 'vitest'
import {affectedPolicy} from '../../src/changes/affected-policy.js'
import type {Affected} from '../../src/model/affected.js'
import type {Difference} from '../../src/model/difference.js'
import type {PolicyReport} from '../../src/model/report.js'
import {affectedReporters} from '../../src/report/affected/index.js'
import {plainly} from './hostile.js'
import {awkward, finding, sampleReport} from './sample-report.js'
import {expectBySchema} from './schemas.js'

// New procedures and a policy with hostile words in every field, in every format.

const place = {headings: [`Heading ${awkward}`], number: null, ordinal: 3, lines: [4, 5] as [number, number]}
const difference: Difference = {
  change: 'changed',
  fact: 'contacts.lado',
  movedFrom: null,
  part: `Whom to contact ${awkward}`,
  words: `LADO ${awkward}: the number is now 01632 960999 instead of 01632 960998.`,
  before: '01632 960998',
  after: '01632 960999',
}

function version(status: 'met' | 'conflict', number: string): PolicyReport {
  const text = `Ring 01632 960998 ${awkward} about it.`
  const passage = {id: 'p1', form: 'paragraph' as const, label: null, text, place}
  const expected = [{fact: 'contacts.lado.phone', value: number, source: {title: awkward, url: null, verifiedOn: null}}]
  return {
    ...sampleReport().policies[0]!,
    findings: [finding('first', status, 'critical', {evidence: [{quote: text, passageId: 'p1', place}], expected})],
    text: {
      contacts: [],
      stages: [],
      sections: [{id: 's1', level: 1, number: null, title: awkward, place, passages: [passage], sections: []}],
    },
  }
}

function hostile(): Affected {
  const {schemaVersion, tool, asOf, packs, organisation, notices} = sampleReport()
  const policy = affectedPolicy(version('met', '01632 960998'), version('conflict', '01632 960999'), [difference])
  const model = {id: 'm', title: awkward, edition: awkward, path: awkward, sha256: 'a'.repeat(64)}
  const about = {schemaVersion, tool, asOf, packs, organisation, notices, old: model, new: model}
  return {...about, differences: [difference], policies: [policy, policy], verdict: {failing: 2, failOn: 'major'}}
}

test.each(affectedReporters.map(({name}) => name))(
  '%s lets no document act, and shows what to put in',
  async (name) => {
    const render = await affectedReporters.find((each) => each.name === name)!.load()
    const content = String(await render(hostile(), plainly))
    expect(content).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u)
    expect(content).toContain('01632 960999')
    if (name === 'html') expect(content.match(/<script/g)).toHaveLength(1)
    if (name === 'json') expectBySchema('affected', JSON.parse(content))
  },
)

test('a sentence is told once, under the finding that it is behind', () => {
  const [policy] = hostile().policies
  expect(policy!.findings).toHaveLength(1)
  expect(policy!.findings[0]!.rewrites).toHaveLength(1)
  expect(policy!.also).toEqual([])
})

test('a sentence that states the old value under no finding is told too', () => {
  const quiet = {...version('met', '01632 960998'), findings: []}
  const {also} = affectedPolicy(quiet, quiet, [difference])
  expect(also.map(({runs}) => runs?.find(({kind}) => kind === 'added')?.text)).toEqual(['01632 960999'])
})
