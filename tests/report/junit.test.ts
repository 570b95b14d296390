import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {type AlignmentReport, isFailing} from '../../src/model/report.js'
import {renderJunit} from '../../src/report/junit.js'
import {hostileTexts, longReport, plainly, sampleOf} from './hostile.js'
import {awkward, sampleReport} from './sample-report.js'

describe('JUnit', () => {
  const cases = casesOf(sampleReport())

  test('has a case for each requirement, in order, those that are met too', () => {
    expect(cases.map(({name}) => /\[([\w-]+)\]$/.exec(name)?.[1])).toEqual(
      sampleReport().policies[0]!.findings.map(({requirement}) => requirement.id),
    )
  })

  test('fails the cases that fail the run, and skips what is accepted, not applicable, undecided or let pass', () => {
    const outcome = (id: string) => cases.find(({name}) => name.endsWith(`[${id}]`))!.outcome
    expect(outcome('first-met')).toBe('passed')
    expect(outcome('critical-missing')).toBe('failure')
    expect(outcome('major-conflict')).toBe('failure')
    for (const id of ['minor-partial', 'waived-conflict', 'no-scope', 'undecided']) expect(outcome(id)).toBe('skipped')
    for (const failOn of ['critical', 'major', 'minor', 'never'] as const) {
      const findings = sampleReport().policies[0]!.findings
      const failing = findings.filter((finding) => isFailing(finding, failOn)).length
      const report = {...sampleReport(), verdict: {failing, failOn}}
      expect(casesOf(report).filter(({outcome}) => outcome === 'failure')).toHaveLength(failing)
    }
  })

  test('gives the words of both sides with a failure', () => {
    const {text} = cases.find(({name}) => name.endsWith('[major-conflict]'))!
    expect(text).toContain('Policy says: “Quotation')
    expect(text).toContain('Local procedures say: lado: 01632 960303')
    expect(text).toContain(']]>')
    expect(text.split('\n').map((line) => line.split(':')[0])).toContain('Words to use')
  })

  test('does not look whole where a document could not be read', () => {
    const text = renderJunit(sampleReport(), {...plainly, unread: 2})
    expect(read(text)[0]!.attributes).toMatchObject({errors: '1', tests: '11'})
    expect(text).toContain('2 documents could not be read.')
  })

  test.each(['a word ', '\u{1f642}'] as const)('quotes the beginning of a long paragraph (%s)', (piece) => {
    expectCounted(longReport(piece))
    expect(renderJunit(longReport(piece), plainly).length).toBeLessThan(40_000)
  })

  test.each([['the sample', awkward], ...hostileTexts])('is XML and counts right: %s', (_, text) =>
    expectCounted(sampleOf(text)),
  )

  test('is XML whatever the text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => expectCounted(sampleOf(text))),
      {numRuns: 50},
    )
  })
})

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Every element, in order, by a parser that refuses what is no XML. */
function read(text: string): Element[] {
  const all: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => {
    const element = {name, attributes: attributes as Record<string, string>, children: [], text: ''}
    open.at(-1)?.children.push(element)
    all.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return all
}

function casesOf(report: AlignmentReport) {
  return read(renderJunit(report, plainly))
    .filter(({name}) => name === 'testcase')
    .map(({attributes, children}) => ({
      name: attributes.name!,
      outcome: children[0]?.name ?? 'passed',
      text: children[0]?.text ?? '',
    }))
}

function expectCounted(report: AlignmentReport): void {
  const elements = read(renderJunit(report, plainly))
  const many = (wanted: string) => String(elements.filter(({name}) => name === wanted).length)
  const [root, suite] = elements
  const counts = {tests: many('testcase'), failures: many('failure'), skipped: many('skipped'), errors: '0'}
  expect(root!.attributes).toMatchObject(counts)
  expect(suite!.attributes).toMatchObject(counts)
  expect(counts.tests).toBe(String(report.policies[0]!.findings.length))
  const failing = report.policies[0]!.findings.filter((finding) => isFailing(finding, report.verdict.failOn))
  expect(counts.failures).toBe(String(failing.length))
}
