import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type {Evidence, Finding} from '../../model/finding.js'
import type {Place} from '../../model/policy.js'
import {clipped} from '../clipped.js'
import type {Chapter, Reference} from '../content/chapter.js'
import {ragWords} from '../content/topics.js'
import {printable} from '../escape.js'
import type {Rag} from '../rag.js'
import {placeWords, statusWords} from '../words.js'
import {fills} from './look.js'

/** What may stand in the body of the document. */
export type Block = Paragraph | Table

/** What a run of words may look like. */
export interface RunLook {
  readonly bold?: boolean
  readonly color?: string
  readonly size?: number
}

/** Words as they are, a run a line; no character of theirs is obeyed. */
export function runs(words: string, look: RunLook = {}): TextRun[] {
  return printable(words)
    .split('\n')
    .map((text, at) => new TextRun({...look, text, ...(at > 0 && {break: 1})}))
}

export type Style = 'Normal' | 'Aside' | 'Lead' | 'Quotation' | 'Cell' | 'CellHead' | 'Title'

/** A paragraph of a style, of words or of runs that are made already. */
export function paragraph(content: string | readonly ParagraphChild[], style: Style = 'Normal'): Paragraph {
  return new Paragraph({style, children: typeof content === 'string' ? runs(content) : [...content]})
}

/** A paragraph that leads to what follows it, and stays on its page. */
export function leading(words: string): Paragraph {
  return new Paragraph({children: runs(words), keepNext: true})
}

/** Points of a list. */
export function list(points: readonly (string | readonly ParagraphChild[])[]): Paragraph[] {
  return points.map(
    (point) =>
      new Paragraph({
        numbering: {reference: 'dots', level: 0},
        children: typeof point === 'string' ? runs(point) : [...point],
      }),
  )
}

/** A heading of a level from 1 on; `id` is the address that links may lead to. */
export function heading(level: number, words: string, id?: string): Paragraph {
  const said = runs(words.replace(/\s+/g, ' '))
  return new Paragraph({
    heading: levels[Math.min(level, levels.length) - 1]!,
    children: id === undefined ? said : [new Bookmark({id: bookmarkOf(id), children: said})],
  })
}

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]

/** The name of a bookmark takes letters, digits and low lines alone. */
function bookmarkOf(id: string): string {
  return id.replace(/\W/g, '_')
}

/** The name of a finding, which leads to where it is told in full, if it is. */
export function toFinding(reference: Reference, chapter: Chapter, words?: string): ParagraphChild[] {
  const {id, number, finding} = reference
  const text = `${number} ${words ?? finding.requirement.title}`.replace(/\s+/g, ' ')
  const {today, next, later, cannotTell} = chapter.groups
  const told = [today, next, later, cannotTell].some((group) => group.includes(reference))
  if (!told) return runs(text)
  return [
    new InternalHyperlink({
      anchor: bookmarkOf(id),
      children: [new TextRun({text: printable(text), style: 'Hyperlink'})],
    }),
  ]
}

/** The policy's words in quotation marks, cut where they are long: the policy holds them whole. */
export function quotation(words: string, most = 600): string {
  return `“${clipped(words, most)}”`
}

/** A quotation in a cell, with its place under it. */
export function placedQuotation({quote, place}: Evidence, chapter: Chapter, most: number): Paragraph[] {
  return [paragraph(quotation(quote, most), 'Cell'), paragraph(whereWords(place, chapter), 'Aside')]
}

/** Where something stands in the policy. */
export function whereWords(place: Place, {policy}: Chapter): string {
  return placeWords(place, policy.title)
}

/** A colour and a status in words. */
export function rating(finding: Finding, rag: Rag): string {
  return `${ragWords[rag]} ${statusWords[finding.status]}`
}

/** What stands in a cell: words, runs, or paragraphs that are made already; filled with a colour where one is given. */
export type Cell =
  | string
  | {readonly content: string | readonly (ParagraphChild | Paragraph)[]; readonly rag?: Rag; readonly bold?: boolean}

/** A table whose row of headings comes again on every page. `widths` are shares of the room there is. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  room: number,
  {rowHeight = 0}: {readonly rowHeight?: number} = {},
): Table {
  const all = widths.reduce((sum, width) => sum + width)
  const columnWidths = widths.map((width) => Math.round((width / all) * room))
  const row = (cells: readonly TableCell[], {header = false, keepNext = false}) =>
    new TableRow({
      keepNext,
      children: [...cells],
      tableHeader: header,
      cantSplit: true,
      ...(!header && rowHeight > 0 && {height: {value: rowHeight, rule: 'atLeast' as const}}),
    })
  return new Table({
    width: {size: room, type: WidthType.DXA},
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: lines,
    margins: {top: 40, bottom: 40, left: 80, right: 80},
    rows: [
      ...(head.length === 0
        ? []
        : [
            row(
              head.map((words, at) => cell(paragraph(words, 'CellHead'), columnWidths[at]!, 'F1F3F5')),
              {header: true, keepNext: true},
            ),
          ]),
      // Without headings the first rows are what a reader knows it by: they stay with the next.
      ...rows.map((cells, index) =>
        row(
          cells.map((each, at) => written(each, columnWidths[at]!)),
          {keepNext: head.length === 0 && index < 2},
        ),
      ),
    ],
  })
}

function written(each: Cell, width: number): TableCell {
  if (typeof each === 'string') return cell(paragraph(each, 'Cell'), width)
  const {content, rag, bold = false} = each
  const look = rag ? {color: fills[rag].ink, bold: true} : bold ? {bold} : {}
  const fill = rag && fills[rag].fill
  if (typeof content === 'string') return cell(paragraph(runs(content, look), 'Cell'), width, fill)
  if (content.some((piece) => piece instanceof Paragraph)) return cell(content as Paragraph[], width, fill)
  return cell(paragraph(content as ParagraphChild[], 'Cell'), width, fill)
}

function cell(content: Paragraph | readonly Paragraph[], width: number, fill?: string): TableCell {
  const children = content instanceof Paragraph ? [content] : [...content]
  return new TableCell({
    children: children.length > 0 ? children : [paragraph('', 'Cell')],
    width: {size: width, type: WidthType.DXA},
    ...(fill && {shading: {type: ShadingType.CLEAR, color: 'auto', fill}}),
  })
}

const line = {style: BorderStyle.SINGLE, size: 4, color: 'C9D0D8'}
const lines = {top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line}
