import writeExcelFile from 'write-excel-file/node'
import type {AlignmentReport} from '../model/report.js'
import {chapterOf} from './content/chapter.js'
import type {RenderOptions} from './reporter.js'
import {sameBytes} from './same-bytes.js'
import {aboutSheet} from './xlsx/about.js'
import {contactsSheet, findingsSheet, planSheet, stagesSheet} from './xlsx/lists.js'
import {finished} from './xlsx/workbook.js'

/**
 * A report as an Excel workbook: what is to be done, every finding, contacts and stages, each a sheet with headings
 * that stay in sight and filters. Text is text: none of it is run as a formula, now or after it was edited.
 */
export async function renderXlsx(report: AlignmentReport, options: RenderOptions): Promise<Uint8Array> {
  const chapters = report.policies.map((_, at) => chapterOf(report, at, options))
  const lists = [planSheet(chapters), findingsSheet(report), contactsSheet(chapters), stagesSheet(chapters)]
  const written = await writeExcelFile([...lists, aboutSheet(report, options)], {
    fontFamily: 'Calibri',
    fontSize: 11,
  }).toBuffer()
  return sameBytes(finished(new Uint8Array(written), lists), report.asOf)
}
