import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {AlignmentReport} from '../../src/model/report.js'
import {renderGithub} from '../../src/report/github.js'
import type {RenderOptions} from '../../src/report/reporter.js'
import {hostileTexts, longReport, plainly, sampleOf} from './hostile.js'
import {awkward, finding, sampleReport} from './sample-report.js'

const github = (report: AlignmentReport, options: Partial<RenderOptions> = {}) =>
  renderGithub(report, {...plainly, ...options})

describe('GitHub annotations', () => {
  test('stand at the lines of the policy, by severity, and leave out what is met or accepted', () => {
    const found = obeyed(github(sampleReport()))
    expect(found.map(({command}) => command)).toEqual([...Array(3).fill('error'), 'warning', 'warning', 'notice'])
    expect(found.map(({properties}) => properties.title)).toEqual([
      'critical-conflict: conflict',
      'critical-missing: missing',
      'critical-partial: partial',
      'major-conflict: conflict',
      'major-missing: missing',
      'minor-partial: partial',
    ])
    expect(found[0]!.properties).toMatchObject({line: '88', endLine: '89'})
    expect(found[0]!.message).toContain('\nPolicy says: “Quotation')
    expect(found[0]!.message).toContain('\nFix: Change it')
  })

  test('are ten of each at most, with how many more there are', () => {
    const many = [...Array(23).keys()].map((at) => finding(`g${at}`, 'missing', 'critical'))
    const report = reportOf([
      ...many,
      ...many.slice(0, 11).map(({requirement}) => finding(requirement.id, 'partial', 'minor')),
    ])
    const text = github(report)
    expect(obeyed(text)).toHaveLength(20)
    expect(text).toMatch(/^and 13 more critical gaps;/m)
    expect(text).toMatch(/^and 1 more minor gap;/m)
    expect(obeyed(github(report, {unread: 1}))).toHaveLength(20)
    expect(github(report, {unread: 1})).toMatch(/^::error title=Not read::1 document could not be read/)
  })

  test('name no line where the format has none', () => {
    const word = finding('w', 'conflict', 'major', {
      evidence: [{quote: 'words', passageId: 'p', place: {headings: ['A'], number: null, ordinal: 3, lines: null}}],
    })
    expect(Object.keys(obeyed(github(reportOf([word])))[0]!.properties)).toEqual(['file', 'title'])
  })

  test('are only what fails the run when told to be quiet', () => {
    expect(obeyed(github(sampleReport(), {quiet: true})).map(({command}) => command)).not.toContain('notice')
  })

  test('keep a percent sign that looks like an escape', () => {
    const [first] = obeyed(github(sampleOf('100% %0A %2C')))
    expect(first!.message).toContain('Policy says: “100% %0A %2C”')
    expect(first!.properties.file).toBe('100% %0A %2C')
  })

  test('end with the sentence that explains the exit code', () => {
    expect(github(sampleReport())).toMatch(/\n6 gaps are major or critical: exit 1, because --fail-on is major\.\n$/)
  })

  test.each(['a word ', '\u{1f642}'] as const)('quote the beginning of a long paragraph (%s)', (piece) => {
    expectOurs(longReport(piece))
    expect(github(longReport(piece)).length).toBeLessThan(20_000)
  })

  test.each([['the sample', awkward], ...hostileTexts])('are no more than ours: %s', (_, text) =>
    expectOurs(sampleOf(text)),
  )

  test('are no more than ours whatever the text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => expectOurs(sampleOf(text))),
      {numRuns: 50},
    )
  })
})

function expectOurs(report: AlignmentReport): void {
  const text = github(report)
  expect(obeyed(text)).toHaveLength(6)
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u)
  for (const {properties} of obeyed(text)) {
    expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'title'])
    expect(properties.line).toBe('88')
  }
}

function reportOf(findings: readonly ReturnType<typeof finding>[]): AlignmentReport {
  return {...sampleReport(), policies: [{...sampleReport().policies[0]!, findings}]}
}

/** The commands that a runner would obey: at the start of a line, or in the older form anywhere in one. */
function obeyed(text: string) {
  return text.split(/\r\n|[\r\n]/).flatMap((line) => {
    expect(line).not.toContain('##[')
    const [, command, properties, message] = /^\s*::([a-z]+) ?(.*?)::(.*)$/s.exec(line) ?? []
    if (command === undefined) return []
    const pairs = properties!.split(',').map((pair) => pair.split('=', 2) as [string, string])
    return [
      {
        command,
        properties: Object.fromEntries(
          pairs.map(([key, value]) => [key, decoded(value.replaceAll('%3A', ':').replaceAll('%2C', ','))]),
        ),
        message: decoded(message!),
      },
    ]
  })
}

function decoded(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
