import {strFromU8, unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import {beforeAll, describe, expect, test} from 'vitest'
import {type Passage, type Policy, passagesOf, sectionsOf} from '../../src/model/policy.js'
import type {AlignmentReport} from '../../src/model/report.js'
import {readPolicy} from '../../src/read/policy.js'
import {plain, printable} from '../../src/report/escape.js'
import {sorted} from '../../src/report/order.js'
import {renderWord} from '../../src/report/word.js'
import {labelledReport} from '../support/labelled.js'
import {hasOffice, throughOffice} from '../support/office.js'
import {hostileTexts, longReport, plainly, sampleOf} from './hostile.js'
import {sampleReport} from './sample-report.js'

/** The document as our own reader reads it. */
const read = (bytes: Uint8Array): Promise<Policy> => readPolicy({path: 'report.docx', bytes}, {revisions: 'accepted'})
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)
const squeezed = (text: string) => plain(printable(text)).replace(/\s+/g, ' ').trim()

describe('a Word report', () => {
  let report: AlignmentReport
  let bytes: Uint8Array
  let policy: Policy
  let passages: readonly Passage[]
  beforeAll(async () => {
    report = await labelledReport(['quarry-lane-school/planted'], 'policy.docx', {keepTexts: true})
    bytes = await renderWord(report, plainly)
    policy = await read(bytes)
    passages = passagesOf(policy)
  })

  test('has the parts of the page, in its order, under real headings', () => {
    const titles = sectionsOf(policy)
      .filter(({level}) => level === 1)
      .map(({title}) => title)
    expect(titles).toEqual([
      'Summary on one page',
      'Fix today',
      'Method and limits',
      'The yardstick',
      'Topic by topic',
      'Contacts side by side',
      'Escalation side by side',
      'Findings in detail',
      'Is the guidance current?',
      'Good practice found',
      'Not assessed',
      'Action plan',
      'Waivers',
    ])
    expect(part(bytes, 'word/document.xml')).toContain('<w:pStyle w:val="Heading3"/>')
  })

  test('tells every gap in full, and what is met with its words', () => {
    const text = squeezed(passages.map((passage) => passage.text).join('\n')).toLowerCase()
    const {findings} = report.policies[0]!
    for (const {requirement} of findings) expect(text).toContain(squeezed(requirement.title).toLowerCase())
    const {today, next, later, met} = sorted(findings)
    for (const {requirement, reason, remedy, suggestedWording} of [...today, ...next, ...later]) {
      expect(text).toContain(requirement.id)
      for (const words of [reason, remedy, suggestedWording]) expect(text).toContain(squeezed(words).toLowerCase())
    }
    for (const {evidence} of met) {
      if (evidence[0]) expect(text).toContain(squeezed(evidence[0].quote).toLowerCase().slice(0, 200))
    }
    expect(text).not.toContain('%')
  })

  test('has an action plan with a row a gap, and room to fill in', () => {
    const {today, next, later} = sorted(report.policies[0]!.findings)
    const plan = sectionsOf(policy).find(({title}) => title === 'Action plan')!
    const [head, ...rows] = plan.passages
      .filter(({form}) => form === 'table-row')
      .map(({cells}) => cells!.map(({text}) => text))
    const columns = ['Finding', 'Action', 'Rating', 'Priority', 'Owner', 'Due', 'Done, evidence', 'Signed off']
    expect(head).toEqual(columns)
    expect(rows.length).toBe(today.length + next.length + later.length)
    for (const row of rows) {
      expect(row.length).toBe(columns.length)
      expect(row.slice(-2)).toEqual(['', ''])
      expect(row[2]).toMatch(/^(?:Red|Amber|Advisory) (?:conflict|missing|partial)$/)
      expect(row[5]).toMatch(/^(?:\d+ \w+ 2026|\d+ \w+ 2027|next revision)$/)
    }
  })

  test('has headings of tables that come again, and cells whose colour is also said', () => {
    const xml = part(bytes, 'word/document.xml')
    const tables = xml.split('<w:tbl>').slice(1)
    // Every table but those of single findings begins with such a row.
    const repeated = tables.filter((table) => table.split('</w:tr>')[0]!.includes('<w:tblHeader/>'))
    const {today, next, later, cannotTell} = sorted(report.policies[0]!.findings)
    expect(tables.length - repeated.length).toBe([today, next, later, cannotTell].flat().length)
    const words = {F8D3D0: 'Red', FBE3B5: 'Amber', D3EAD9: 'Green', DAE5F6: 'Advisory', E6E9ED: 'Grey'}
    const cells = tables
      .slice(2)
      .flatMap((table) => table.split('<w:tc>').slice(1))
      .map((cell) => cell.split('</w:tc>')[0]!)
      .filter((cell) => /w:fill="(?!F1F3F5)/.test(cell))
    const said = cells.map((cell) => cell.replace(/<[^>]+>/g, ''))
    for (const [at, cell] of cells.entries()) {
      const fill = /w:fill="(\w+)"/.exec(cell)![1] as keyof typeof words
      // In the table of topics the colour is the column's, which has its name as heading.
      if (!/^\d+$/.test(said[at]!)) expect(said[at]).toContain(words[fill])
    }
    expect(cells.length).toBeGreaterThan(50)
  })

  test('has a contents field with the pages, links that lead somewhere, and page numbers', () => {
    const xml = part(bytes, 'word/document.xml')
    expect(xml).toMatch(/<w:instrText[^>]*>TOC /)
    const names = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name)
    expect(new Set(names).size).toBe(names.length)
    const anchors = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor)
    expect(anchors.length).toBeGreaterThan(20)
    expect(anchors.filter((anchor) => !names.includes(anchor))).toEqual([])
    const [contents] = /<w:sdt>.*?<\/w:sdt>/s.exec(xml)!
    expect(contents).toMatch(/Fix today.*?<w:t[^>]*>\d+<\/w:t>/s)
    expect(contents).not.toContain('w:dirty')
    expect(part(bytes, 'word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s)
  })

  test('is the same bytes each time, whichever was made before', async () => {
    await renderWord(sampleReport(), plainly)
    expect(Buffer.compare(await renderWord(report, plainly), bytes)).toBe(0)
  })

  test.runIf(hasOffice)('is opened by LibreOffice, as A4 of several pages', () => {
    const pdf = throughOffice(bytes, 'docx', 'pdf').toString('latin1')
    const sizes = [...pdf.matchAll(/\/Type\/Page\/.*?\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/gs)].map(
      ([, wide, high]) => [wide, high].map((side) => Math.round(Number(side))).join('x'),
    )
    expect(sizes.length).toBeGreaterThan(10)
    expect(new Set(sizes)).toEqual(new Set(['595x842', '842x595']))
  })
})

describe('hostile words', () => {
  test('stand in the document and break nothing, wherever they stand', async () => {
    const policies = hostileTexts.flatMap(([, text]) => sampleOf(text).policies)
    const bytes = await renderWord({...sampleReport(), policies}, plainly)
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      if (/\.(?:xml|rels)$/.test(name)) wellFormed(strFromU8(content))
    }
    expect(part(bytes, 'word/_rels/document.xml.rels')).not.toContain('TargetMode="External"')
    const said = passagesOf(await read(bytes))
      .map((passage) => squeezed(passage.text))
      .join('\n')
    for (const [, text] of hostileTexts) expect(said).toContain(squeezed(text).replaceAll('\u200d', ''))
  })

  test.each(['a word ', '\u{1f642}'] as const)('a paragraph of 100,000 characters of "%s"', async (piece) => {
    const bytes = await renderWord(longReport(piece), plainly)
    expect(bytes.length).toBeLessThan(200_000)
    wellFormed(part(bytes, 'word/document.xml'))
  })
})

describe('other reports', () => {
  const of = (findings: (all: AlignmentReport['policies'][number]['findings']) => typeof all): AlignmentReport => {
    const sample = sampleReport()
    return {...sample, policies: sample.policies.map((each) => ({...each, findings: findings(each.findings)}))}
  }

  test('of nothing, and of what is met alone', async () => {
    for (const report of [of(() => []), of((all) => all.filter(({status}) => status === 'met'))]) {
      const text = passagesOf(await read(await renderWord(report, plainly)))
        .map((passage) => passage.text)
        .join('\n')
      expect(text).toContain('There is nothing to plan.')
      expect(text).toContain('No gap was found in the wording.')
    }
  })

  test('of several policies: each under its own heading, and all at a glance', async () => {
    const sample = sampleReport()
    const policies = [1, 2, 3].map((at) => ({...sample.policies[0]!, title: `Policy number ${at}`, path: `${at}.md`}))
    const policy = await read(await renderWord({...sample, policies}, plainly))
    const titles = sectionsOf(policy)
      .filter(({level}) => level === 1)
      .map(({title}) => title)
    expect(titles).toEqual([
      'The policies at a glance',
      'Method and limits',
      'The yardstick',
      'Policy number 1',
      'Policy number 2',
      'Policy number 3',
    ])
  })
})

/** Raises what a strict parser says of XML that is not well formed. */
function wellFormed(xml: string): void {
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}
