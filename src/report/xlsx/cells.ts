import type {CellObject, Row} from 'write-excel-file/node'
import {clipped} from '../clipped.js'
import {mostInCell} from '../content/columns.js'
import {printable} from '../escape.js'
import type {Rag} from '../rag.js'

/** A sheet of a workbook: a row of headings, and the rows below it, which can be filtered. */
export interface List {
  readonly sheet: string
  readonly columns: {readonly width: number}[]
  readonly stickyRowsCount: 1
  readonly orientation: 'landscape'
  readonly data: Row[]
}

/** A column's heading, its width in characters, and what a row has in it. */
export type Column<T> = readonly [heading: string, width: number, cell: (row: T) => CellObject]

/** A list of rows under headings that stay in sight. */
export function listOf<T>(sheet: string, columns: readonly Column<T>[], rows: readonly T[]): List {
  const headings = columns.map(
    ([heading]): CellObject => ({...text(heading), fontWeight: 'bold', backgroundColor: '#e6e9ed'}),
  )
  return {
    sheet,
    columns: columns.map(([, width]) => ({width})),
    stickyRowsCount: 1,
    orientation: 'landscape',
    data: [headings, ...rows.map((row) => columns.map(([, , cell]) => cell(row)))],
  }
}

/** Words, as text and nothing else. */
export function text(words: string): CellObject {
  const value = clipped(printable(words), mostInCell)
  return {value: value === '' ? null : value, type: String, wrap: true, alignVertical: 'top'} as CellObject
}

/** Words on the colour that they name. */
export function coloured(words: string, rag: Rag): CellObject {
  return {...text(words), backgroundColor: fills[rag]}
}

/** A number. */
export function number(value: number): CellObject {
  return {value, type: Number, alignVertical: 'top'}
}

/** A day (YYYY-MM-DD) as a date that can be sorted by; anything else as text. */
export function day(iso: string): CellObject {
  const date = new Date(`${iso}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(date.getTime())) return text(iso)
  return {value: date, type: Date, format: 'd mmm yyyy', alignVertical: 'top', align: 'left'}
}

const fills: Readonly<Record<Rag, string>> = {
  red: '#f8d3d0',
  amber: '#fbe3b5',
  advisory: '#dae5f6',
  green: '#d3ead9',
  grey: '#e6e9ed',
}
