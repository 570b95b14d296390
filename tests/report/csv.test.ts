import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {AlignmentReport} from '../../src/model/report.js'
import {renderCsv} from '../../src/report/csv.js'
import {hostileTexts, longReport, sampleOf} from './hostile.js'
import {finding, sampleReport} from './sample-report.js'

describe('CSV', () => {
  const [head, ...rows] = parsed(renderCsv(sampleReport()))

  test('begins with a byte order mark and ends its lines as RFC 4180 says', () => {
    const text = renderCsv(sampleReport())
    expect(text.startsWith('\ufeff"Policy"')).toBe(true)
    expect(text.endsWith('"\r\n')).toBe(true)
  })

  test('has a row for each requirement in the order of the report, with room for owner and deadline', () => {
    expect(rows.map((row) => row[1])).toEqual(
      sampleReport().policies[0]!.findings.map(({requirement}) => requirement.id),
    )
    expect(head).toEqual(expect.arrayContaining(['Requirement', 'Policy says', 'Action', 'Owner', 'Deadline', 'RAG']))
    expect(column('Owner').join('')).toBe('')
    expect(column('RAG')).toEqual(['green', 'amber', 'red', 'red', 'red', 'amber', 'amber', 'red', 'grey', 'grey'])
    expect(column('Waiver').filter(Boolean)).toHaveLength(1)
    expect(column('Procedures say')[0]).toMatch(/^lado, phone: 01632 960303/)
  })

  test('keeps the words and the lines of a suggested wording', () => {
    const report = {
      ...sampleReport(),
      policies: [
        {
          ...sampleReport().policies[0]!,
          findings: [finding('a', 'missing', 'minor', {suggestedWording: 'First line, "so".\r\nSecond line.\n'})],
        },
      ],
    }
    const [head, row] = parsed(renderCsv(report))
    expect(row![head!.indexOf('Suggested wording')]).toBe('First line, "so".\nSecond line.')
    expect(row![head!.indexOf('RAG')]).toBe('advisory')
  })

  test.each(['a word ', '\u{1f642}'] as const)('holds a long paragraph as far as a cell goes (%s)', (piece) =>
    expectSafe(longReport(piece)),
  )

  test.each(hostileTexts)('holds no formula and loses no cell: %s', (_, text) => expectSafe(sampleOf(text)))

  test('holds no formula whatever the text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => expectSafe(sampleOf(text))),
      {numRuns: 30},
    )
  })

  function column(name: string): string[] {
    return rows.map((row) => row[head!.indexOf(name)]!)
  }
})

function expectSafe(report: AlignmentReport): void {
  const text = renderCsv(report)
  const rows = parsed(text)
  expect(rows).toHaveLength(1 + report.policies[0]!.findings.length)
  for (const row of rows) {
    expect(row).toHaveLength(rows[0]!.length)
    for (const cell of row) {
      expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/)
      expect(cell.length).toBeLessThan(32_767)
    }
  }
  expect(text.slice(1).replace(/[\r\n]/g, '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u)
}

/** A reader of RFC 4180 with every field quoted; it fails on anything else. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    if (text[at] !== '"') throw new Error(`no quotation mark at ${at}`)
    let field = ''
    for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
      if (at >= text.length) throw new Error('a field is not closed')
      if (text[at] === '"') at++
      field += text[at]
    }
    rows.at(-1)!.push(field)
    at++
    if (text[at] === ',') at++
    else if (text.startsWith('\r\n', at)) {
      at += 2
      if (at < text.length) rows.push([])
    } else throw new Error(`neither comma nor line end at ${at}`)
  }
  return rows
}
