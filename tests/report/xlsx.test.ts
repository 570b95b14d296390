import {strFromU8, unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import {beforeAll, describe, expect, test} from 'vitest'
import type {AlignmentReport} from '../../src/model/report.js'
import {printable} from '../../src/report/escape.js'
import {sorted} from '../../src/report/order.js'
import {renderXlsx} from '../../src/report/xlsx.js'
import {labelledReport} from '../support/labelled.js'
import {hostileTexts, longReport, plainly, sampleOf} from './hostile.js'
import {sampleReport} from './sample-report.js'

interface Sheet {
  readonly name: string
  readonly xml: string
  /** What each cell holds, by row and column: text, or a number. */
  readonly rows: readonly (readonly (string | number)[])[]
}

/** A workbook as a reader of SpreadsheetML sees it; raises what a strict parser says of XML that is not well formed. */
function read(bytes: Uint8Array): {sheets: Sheet[]; parts: Record<string, string>} {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
  const strings: string[] = []
  parse(parts['xl/sharedStrings.xml']!, (path, text) => {
    if (path.endsWith('/si')) strings.push('')
    if (path.endsWith('/t')) strings[strings.length - 1] += text
  })
  const targets = new Map<string, string>()
  parse(parts['xl/_rels/workbook.xml.rels']!, (path, _, {Id, Target}) => {
    if (path.endsWith('/Relationship')) targets.set(Id!, Target!)
  })
  const sheets: Sheet[] = []
  parse(parts['xl/workbook.xml']!, (path, _, attributes) => {
    if (!path.endsWith('/sheet')) return
    const xml = parts[`xl/${targets.get(attributes['r:id']!)}`]!
    sheets.push({name: attributes.name!, xml, rows: rowsOf(xml, strings)})
  })
  return {sheets, parts}
}

function rowsOf(xml: string, strings: readonly string[]): (string | number)[][] {
  const rows: (string | number)[][] = []
  let type = ''
  parse(xml, (path, text, attributes) => {
    if (path.endsWith('/row')) rows.push([])
    if (path.endsWith('/c')) {
      type = attributes.t ?? 'n'
      rows.at(-1)!.push('')
    }
    if (path.endsWith('/c/v') && text !== '') {
      rows.at(-1)![rows.at(-1)!.length - 1] = type === 's' ? strings[Number(text)]! : Number(text)
    }
  })
  return rows
}

type Seen = (path: string, text: string, attributes: Readonly<Record<string, string | undefined>>) => void

/** Calls for each element as it opens, and for its text. */
function parse(xml: string, seen: Seen): void {
  const parser = new SaxesParser({xmlns: false})
  const path: string[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => {
    path.push(name)
    seen(`/${path.join('/')}`, '', attributes as Record<string, string>)
  })
  parser.on('text', (text) => {
    if (text !== '') seen(`/${path.join('/')}`, text, {})
  })
  parser.on('closetag', () => path.pop())
  parser.write(xml).close()
}

describe('a workbook', () => {
  let report: AlignmentReport
  let bytes: Uint8Array
  let sheets: Sheet[]
  const sheet = (name: string) => sheets.find((each) => each.name === name)!
  beforeAll(async () => {
    report = await labelledReport(['quarry-lane-school/planted'], 'policy.md', {keepTexts: true})
    bytes = await renderXlsx(report, plainly)
    ;({sheets} = read(bytes))
  })

  test('has a sheet for what is to be done, the findings, contacts, stages, and what it is', () => {
    expect(sheets.map(({name}) => name)).toEqual(['Action plan', 'Findings', 'Contacts', 'Stages', 'About'])
  })

  test('plans a row for each gap, with proposals to change and columns to fill in', () => {
    const {today, next, later} = sorted(report.policies[0]!.findings)
    const [head, ...rows] = sheet('Action plan').rows
    const at = (heading: string) => head!.indexOf(heading)
    expect(rows.map((row) => row[at('ID')])).toEqual(
      [...today, ...next, ...later].map(({requirement}) => requirement.id),
    )
    for (const row of rows) {
      expect(row[at('Evidence of completion')]).toBe('')
      expect(row[at('Progress')]).toBe('open')
      // A date that can be sorted by: days since 1899, in November or December 2026.
      expect(row[at('Due (proposed)')] === 'next revision' || Number(row[at('Due (proposed)')]) > 46_348).toBe(true)
    }
    expect(sheet('Action plan').xml).toContain(`sqref="J2:J${rows.length + 1}"`)
  })

  test('lists every finding with its words', () => {
    const [head, ...rows] = sheet('Findings').rows
    const {findings} = report.policies[0]!
    expect(rows.length).toBe(findings.length)
    for (const [at, {requirement, evidence, suggestedWording}] of findings.entries()) {
      const row = rows[at]!
      expect(row[head!.indexOf('ID')]).toBe(requirement.id)
      expect(row[head!.indexOf('Policy says')]).toBe(evidence.map(({quote}) => printable(quote)).join('\n'))
      expect(row[head!.indexOf('Suggested wording')]).toBe(printable(suggestedWording.trim()))
      expect(['Red', 'Amber', 'Advisory', 'Green', 'Grey']).toContain(row[head!.indexOf('RAG')])
    }
  })

  test('puts contacts and stages of both sides beside each other', () => {
    const contacts = sheet('Contacts').rows.slice(1)
    expect(contacts.find(([, name]) => name === 'LADO')).toEqual(
      expect.arrayContaining([expect.stringContaining('01632 960455'), 'Green', 'met']),
    )
    const stages = sheet('Stages').rows.slice(1)
    expect(stages.find(([, , stage]) => stage === 'Stage 3')).toEqual(
      expect.arrayContaining(['within 3 working days', 'within ten working days', 'Red']),
    )
  })

  test('keeps headings in sight and has filters over all rows', () => {
    for (const {name, xml, rows} of sheets.filter((each) => each.name !== 'About')) {
      expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
      expect(xml, name).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows.length}"/>`))
      // Columns have a width, and each row as many cells as there are headings.
      for (const row of rows) expect(row.length).toBe(rows[0]!.length)
    }
  })

  test('is the same bytes each time', async () => {
    expect(Buffer.compare(await renderXlsx(report, plainly), bytes)).toBe(0)
  })
})

describe('hostile words', () => {
  test.each(hostileTexts)('%s are text, and no formula', async (_, text) => {
    const {sheets, parts} = read(await renderXlsx(sampleOf(text), plainly))
    // The writer leaves out what is no character.
    const words = printable(text).replace(/[\ufffd\p{Noncharacter_Code_Point}]/gu, '')
    for (const {xml, rows} of sheets) {
      expect(xml).not.toContain('<f>')
      const cells = rows.flat()
      for (const cell of cells) expect(String(cell)).not.toMatch(/[\u202e\ufeff]/u)
    }
    const findings = sheets.find(({name}) => name === 'Findings')!
    // What is not to be seen at the ends of a text may be left out.
    if (words.trim() !== '') expect(findings.rows.flat().map(String).join('\n')).toContain(words.trim())
    for (const name of Object.keys(parts)) if (/\.(?:xml|rels)$/.test(name)) parse(parts[name]!, () => {})
  })

  test('that begin like a formula bear the mark of text, by which they stay text when they are edited', async () => {
    for (const text of ['=1+1', '+44 1632 960303', '- a bullet', '@SUM(A1)', '  \uff1d1']) {
      const {sheets, parts} = read(await renderXlsx(sampleOf(text), plainly))
      const [, list] = /<cellXfs\b[^>]*>(.*)<\/cellXfs>/s.exec(parts['xl/styles.xml']!)!
      const looks = list!.match(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs)!
      expect(parts['xl/styles.xml']).toContain(`<cellXfs count="${looks.length}"`)
      const findings = sheets.find(({name}) => name === 'Findings')!
      const cells = [...findings.xml.matchAll(/<c\b([^>]*?)(?:\/>|>)/g)].map(([, each]) => each!)
      const values = findings.rows.flat()
      expect(cells.length).toBe(values.length)
      let marked = 0
      for (const [at, each] of cells.entries()) {
        const look = looks[Number(/\bs="(\d+)"/.exec(each)?.[1] ?? 0)]!
        const risky = /^\s*[=+\-@\uff1d]/.test(String(values[at]))
        expect(look.includes('quotePrefix="1"'), String(values[at])).toBe(risky)
        if (risky) marked++
      }
      expect(marked).toBeGreaterThan(0)
    }
  })

  test('of more characters than a cell may hold are cut', async () => {
    const {sheets} = read(await renderXlsx(longReport('a word '), plainly))
    for (const cell of sheets.flatMap(({rows}) => rows.flat())) expect(String(cell).length).toBeLessThan(32_767)
  })
})

test('a workbook of nothing is one all the same', async () => {
  const sample = sampleReport()
  const {sheets} = read(
    await renderXlsx({...sample, policies: sample.policies.map((each) => ({...each, findings: []}))}, plainly),
  )
  expect(sheets.map(({rows}) => rows.length).slice(0, 4)).toEqual([1, 1, 1, 1])
})
