import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Finding} from '../../src/model/finding.js'
import type {AlignmentReport} from '../../src/model/report.js'
import {fingerprint} from '../../src/report/fingerprint.js'
import type {RenderOptions} from '../../src/report/reporter.js'
import {renderSarif} from '../../src/report/sarif.js'
import {hostileTexts, longReport, plainly, sampleOf} from './hostile.js'
import {awkward, finding, sampleReport} from './sample-report.js'

const sarif = (report: AlignmentReport, options: Partial<RenderOptions> = {}) =>
  JSON.parse(renderSarif(report, {...plainly, ...options})) as Log

describe('SARIF', () => {
  const [run] = sarif(sampleReport()).runs

  test('has results for the gaps that nobody has accepted, and rules for every requirement', () => {
    expect(run!.results.map(({ruleId, level}) => `${ruleId} ${level}`)).toEqual([
      'minor-partial note',
      'major-conflict warning',
      'critical-missing error',
      'critical-conflict error',
      'critical-partial error',
      'major-missing warning',
    ])
    expect(run!.tool.driver.rules).toHaveLength(10)
    expect(run!.tool.driver.rules.find(({id}) => id === 'critical-partial')!.properties.precision).toBe('low')
  })

  test('has the rest too, suppressed or of another kind, when all is to be shown', () => {
    const {results} = sarif(sampleReport(), {show: 'all'}).runs[0]!
    expect(results.map(({kind}) => kind)).toEqual(['pass', ...Array(7).fill('fail'), 'notApplicable', 'review'])
    for (const {kind, level, suppressions} of results) {
      expect(level === 'none').toBe(kind !== 'fail')
      expect(suppressions).toBeInstanceOf(Array)
    }
    expect(results.find(({ruleId}) => ruleId === 'waived-conflict')!.suppressions).toHaveLength(1)
  })

  test('has only what fails the run when told to be quiet', () => {
    expect(sarif(sampleReport(), {quiet: true}).runs[0]!.results).toHaveLength(5)
  })

  test('gives the words of both sides in the message, whose first sentence is a title', () => {
    const {message, locations} = run!.results[1]!
    expect(message.text.split('\n')[0]).toMatch(
      /^Title of major-conflict .*: the policy says something that contradicts this\.$/,
    )
    expect(message.text).toContain('\nPolicy says: “Quotation')
    expect(message.text).toContain('\nLocal procedures say: lado: 01632 960303')
    expect(locations[0]!.physicalLocation.region).toMatchObject({startLine: 88, endLine: 89})
  })

  test('leaves the key of Markdown lines to the upload and gives its own for Word', () => {
    expect(Object.keys(run!.results[0]!.partialFingerprints)).toEqual(['policy-align/v1'])
    const word = sarif(wordReport()).runs[0]!
    expect(word.results[0]!.partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:1$/)
    expect(word.results[0]!.locations[0]!.physicalLocation.region).toEqual({
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 1,
    })
  })

  test('says that a document could not be read, and what must be known of the yardstick', () => {
    expect(sarif(sampleReport(), {unread: 1}).runs[0]!.invocations[0]!.executionSuccessful).toBe(false)
    expect(run!.invocations[0]!.toolConfigurationNotifications[0]!.message.text).toMatch(/^Contacts are old/)
  })

  test('is still a log where nothing is wrong, so that old alerts close', () => {
    const report = reportOf([finding('m', 'met', 'major')])
    expect(sarif(report).runs[0]!.results).toEqual([])
    expectComplete(report)
  })

  test('writes paths as URIs', () => {
    const uri = (path: string) =>
      sarif({...sampleReport(), policies: [{...sampleReport().policies[0]!, path}]}).runs[0]!.results[0]!.locations[0]!
        .physicalLocation.artifactLocation.uri
    expect(uri('docs/our policy #2.md')).toBe('docs/our%20policy%20%232.md')
    expect(uri('./a.md')).toBe('a.md')
    expect(uri('/srv/a.md')).toBe('file:///srv/a.md')
    expect(uri('C:\\files\\a b.md')).toBe('file:///C:/files/a%20b.md')
    expect(uri('a:b.md')).toBe('a%3Ab.md')
  })

  test.each(['a word ', '\u{1f642}'] as const)('quotes the beginning of a long paragraph (%s)', (piece) => {
    expectComplete(longReport(piece))
    expect(renderSarif(longReport(piece), plainly).length).toBeLessThan(60_000)
  })

  test.each([['the sample', awkward], ...hostileTexts])('has all that code scanning asks for: %s', (_, text) => {
    expectComplete(sampleOf(text))
    expectComplete(sampleOf(text), {show: 'all'})
    expectComplete({...wordReport(), procedures: sampleOf(text).procedures})
  })

  test('has all that code scanning asks for whatever the text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => expectComplete(sampleOf(text))),
      {numRuns: 50},
    )
  })
})

describe('a fingerprint', () => {
  const first = finding('a', 'conflict', 'major')
  const at = (headings: readonly string[], quote: string, more: Partial<Finding> = {}): Finding => ({
    ...first,
    evidence: [{quote, passageId: 'p1', place: {headings, number: '1', ordinal: 1, lines: [1, 1]}}],
    ...more,
  })

  test('stays when lines, numbers, case and our own words change', () => {
    const before = fingerprint(at(['3.2 Allegations'], 'Tell the LADO  in 3 days.'))
    expect(before).toMatch(/^[0-9a-f]{16}$/)
    const evidence = at(['4. Allegations'], 'tell the LADO in 3 days.').evidence.map((each) => ({
      ...each,
      passageId: 'p9',
      place: {...each.place, lines: [9, 9] as const, ordinal: 9, number: '4'},
    }))
    expect(fingerprint({...first, evidence, reason: 'other words', confidence: 'low'})).toBe(before)
  })

  test('changes with the requirement, the section and the digits of the quotation', () => {
    const marks = [
      at(['Allegations'], 'in 3 days'),
      at(['Allegations'], 'in 5 days'),
      at(['Referrals'], 'in 3 days'),
      at(['Allegations'], 'in 3 days', {requirement: finding('b', 'met', 'minor').requirement}),
      at([], '', {evidence: []}),
    ].map(fingerprint)
    expect(new Set(marks).size).toBe(marks.length)
  })

  test('is counted where two results have the same', () => {
    const twice = reportOf([first, first])
    expect(
      sarif(twice).runs[0]!.results.map(({partialFingerprints}) => partialFingerprints['policy-align/v1']!.slice(-2)),
    ).toEqual([':1', ':2'])
  })
})

interface Text {
  readonly text: string
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: {readonly uri: string}
    readonly region: {
      readonly startLine: number
      readonly startColumn: number
      readonly endLine: number
      readonly endColumn: number
    }
  }
}

/** What the tests look at in a log. */
interface Log {
  readonly $schema: string
  readonly version: string
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string
        readonly semanticVersion: string
        readonly rules: readonly {
          readonly id: string
          readonly shortDescription: Text
          readonly fullDescription: Text
          readonly help: Text & {readonly markdown: string}
          readonly properties: {readonly tags: readonly string[]; readonly precision: string}
        }[]
      }
    }
    readonly automationDetails: {readonly id: string}
    readonly invocations: readonly {
      readonly executionSuccessful: boolean
      readonly toolConfigurationNotifications: readonly {readonly message: Text}[]
    }[]
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly kind: string
      readonly level: string
      readonly message: Text
      readonly locations: readonly Location[]
      readonly relatedLocations: readonly Location[]
      readonly partialFingerprints: Readonly<Record<string, string>>
      readonly suppressions?: readonly unknown[]
    }[]
  }[]
}

/** Asserts what GitHub's code scanning requires of a log, and its limits. */
function expectComplete(report: AlignmentReport, options: Partial<RenderOptions> = {}): void {
  const text = renderSarif(report, {...plainly, ...options})
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u)
  expect(text).not.toMatch(/security-severity|"fixes"/)
  const {$schema, version, runs} = JSON.parse(text) as Log
  expect({$schema, version, runs: runs.length}).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: 1,
  })
  const {tool, automationDetails, results} = runs[0]!
  const {name, semanticVersion, rules} = tool.driver
  expect(name).toBe('policy-align')
  expect(semanticVersion).toMatch(/^\d+\.\d+\.\d+/)
  expect(automationDetails.id).toMatch(/^policy-align\/[\w.+-]+\/$/)
  expect(new Set(rules.map(({id}) => id)).size).toBe(rules.length)
  for (const {id, shortDescription, fullDescription, help, properties} of rules) {
    for (const each of [id, shortDescription.text, fullDescription.text, help.text, help.markdown])
      expect(each).toMatch(/\S/)
    for (const {text} of [shortDescription, fullDescription]) expect(text.length).toBeLessThanOrEqual(1024)
    expect(properties.tags.length).toBeLessThanOrEqual(10)
    expect(['high', 'medium', 'low']).toContain(properties.precision)
  }
  for (const result of results) {
    expect(rules[result.ruleIndex]!.id).toBe(result.ruleId)
    expect(result.message.text).toMatch(/\S/)
    expect(result.message.text).not.toContain('](')
    expect(result.locations).toHaveLength(1)
    for (const mark of Object.values(result.partialFingerprints)) expect(mark).toMatch(/^[0-9a-f]{16}:\d+$/)
    for (const {physicalLocation} of [...result.locations, ...result.relatedLocations]) expectPlaced(physicalLocation)
  }
  const marks = results.map(({partialFingerprints}) => partialFingerprints['policy-align/v1'])
  expect(new Set(marks).size).toBe(marks.length)
}

function expectPlaced({artifactLocation: {uri}, region}: Location['physicalLocation']): void {
  // The characters of a URI reference, every other one as an escape.
  expect(uri).toMatch(/^(?:[\w.~!*'()/:-]|%[0-9A-F]{2})*$/)
  for (const at of [region.startLine, region.startColumn, region.endLine, region.endColumn])
    expect(at).toBeGreaterThanOrEqual(1)
  expect(region.endLine).toBeGreaterThanOrEqual(region.startLine)
  if (region.endLine === region.startLine) expect(region.endColumn).toBeGreaterThanOrEqual(region.startColumn)
}

function reportOf(findings: readonly Finding[]): AlignmentReport {
  return {...sampleReport(), policies: [{...sampleReport().policies[0]!, findings}]}
}

function wordReport(): AlignmentReport {
  const place = {headings: ['A'], number: null, ordinal: 3, lines: null}
  const found = finding('w', 'conflict', 'major', {evidence: [{quote: 'words', passageId: 'p', place}]})
  const [policy] = sampleReport().policies
  return {...sampleReport(), policies: [{...policy!, format: 'word', path: 'policy.docx', findings: [found]}]}
}
