import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {startsFormula} from '../escape.js'
import {lettersOf} from '../letters.js'
import type {List} from './cells.js'
import {progressHeading} from './lists.js'

/**
 * A workbook with what the package that wrote it has no way to say: filters at the headings of each list, a choice of
 * words where progress is filled in, and the mark of text on every cell that begins like a formula. The lists are the
 * first sheets of the workbook.
 */
export function finished(archive: Uint8Array, lists: readonly List[]): Uint8Array {
  const parts = unzipSync(archive)
  for (const [at, list] of lists.entries()) {
    const name = `xl/worksheets/sheet${at + 1}.xml`
    parts[name] = strToU8(filtered(strFromU8(parts[name]!), list))
  }
  guard(parts)
  return zipSync(parts)
}

/** Each addition has its place among the elements of a sheet; a reader may refuse another order. */
function filtered(xml: string, {data}: List): string {
  const headings = data[0]!.map((cell) => (cell as {readonly value?: unknown}).value)
  const progress = headings.indexOf(progressHeading)
  const choice = progress < 0 || data.length < 2 ? '' : choiceAt(lettersOf(progress), data.length)
  return xml
    .replace('</sheetData>', `</sheetData><autoFilter ref="A1:${lettersOf(headings.length - 1)}${data.length}"/>`)
    .replace(/(?=<pageMargins\b)|(?=<pageSetup\b)|(?=<\/worksheet>)/, choice)
}

function choiceAt(column: string, last: number): string {
  const words = '<formula1>"open,in hand,done"</formula1>'
  return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="${column}2:${column}${last}">${words}</dataValidation></dataValidations>`
}

/**
 * Marks every cell whose words begin like a formula as text, by Excel's own apostrophe that does not show: such a cell
 * stays text when somebody has edited it. The mark is part of a cell's look, so each look gets a twin that has it.
 */
function guard(parts: Record<string, Uint8Array>): void {
  const read = (name: string) => strFromU8(parts[name]!)
  const strings = [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)]
  const risky = new Set(
    strings.flatMap(([, words], at) => (startsFormula.test(words!.replace(/<[^>]*>/g, '')) ? [String(at)] : [])),
  )
  const [, before, list, after] = /^(.*<cellXfs\b[^>]*>)(.*?)(<\/cellXfs>.*)$/s.exec(read('xl/styles.xml'))!
  const looks = list!.match(/<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs)!
  const marked = looks.map((look) => look.replace('<xf', '<xf quotePrefix="1"'))
  const counted = before!.replace(/(<cellXfs\b[^>]*?)count="\d+"/, `$1count="${2 * looks.length}"`)
  parts['xl/styles.xml'] = strToU8(`${counted}${looks.join('')}${marked.join('')}${after}`)
  for (const name of Object.keys(parts).filter((each) => /^xl\/worksheets\/sheet\d+\.xml$/.test(each))) {
    const sheet = read(name).replace(/<c\b([^>]*)><v>(\d+)<\/v><\/c>/g, (cell, attributes: string, value: string) => {
      if (!/\bt="s"/.test(attributes) || !risky.has(value)) return cell
      const look = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0)
      return `<c${attributes.replace(/\s*\bs="\d+"/, '')} s="${look + looks.length}"><v>${value}</v></c>`
    })
    parts[name] = strToU8(sheet)
  }
}
