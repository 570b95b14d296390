import type {Origin} from '../../model/origin.js'
import {splitNumber} from '../headings/number.js'
import type {BlockMark, Mark} from '../marks.js'
import {rowText} from '../row-text.js'
import type {Block, Cell, Paragraph, Row, Table} from './blocks.js'
import {itemsIn} from './items.js'
import {lookOf} from './look.js'
import {gathered, type Words, wordsIn} from './plain-words.js'
import {headerRows, isProse, paragraphsOf} from './rows.js'
import type {Stretch} from './words.js'

/** Turns blocks and their words into the marks that every reader makes. */
export function marksOf(blocks: readonly Block[], wordsOf: (paragraph: Paragraph) => readonly Stretch[]): Mark[] {
  let marks: Mark[] = []
  let boxes: Box[] = []
  let tables = 0
  let listDepth: number | null = null

  const add = (block: Block): void => {
    if (block.type === 'remark') marks.push({type: 'notice', code: block.code, message: block.message})
    else if (block.type === 'table') table(block)
    else paragraph(block, null)
  }

  const paragraph = (block: Paragraph, under: string | null): void => {
    const stretches = wordsOf(block)
    const words = wordsIn(stretches)
    const {look, printed, form} = block
    if (words.text !== '') {
      if (runs(form) && look.heading !== null && !isClause(words.text)) {
        if (form === 'paragraph') settleBoxes(look.heading)
        const {number, title} = printed?.label ? {number: printed.label, title: words.text} : splitNumber(words.text)
        marks.push({type: 'heading', level: look.heading, number, ...words, text: title, ...originOf([block])})
        listDepth = null
      } else for (const item of itemsIn(stretches)) marks.push(blockMark(block, wordsIn(item), under))
    }
    hang(block.hanging)
  }

  /** A text box with headings of its own waits for the end of the section that it stands beside. */
  const hang = (hanging: readonly Block[]): void => {
    const outer = marks
    for (const box of boxesIn(hanging)) {
      marks = []
      for (const block of box) add(block)
      const levels = marks.flatMap((mark) => (mark.type === 'heading' ? [mark.level] : []))
      if (levels.length > 0) boxes.push({level: Math.min(...levels), marks})
      else outer.push(...marks)
    }
    marks = outer
  }

  const settleBoxes = (level: number): void => {
    const settled = boxes.filter((box) => level <= box.level)
    boxes = boxes.filter((box) => level > box.level)
    for (const box of settled) marks.push(...box.marks)
  }

  const blockMark = (block: Paragraph, words: Words, under: string | null): BlockMark => {
    const {look, printed, form} = block
    const running = form === 'paragraph'
    const listed = running && printed !== null
    const continues = running && !listed && listDepth !== null && /^list\b/i.test(look.styleName)
    if (running) listDepth = listed ? printed.depth : continues ? listDepth : null
    return {
      type: 'block',
      form: listed || continues ? 'list-item' : form,
      label: printed?.label ?? null,
      ...words,
      ...((listed || continues) && {depth: listDepth ?? 0}),
      ...(continues && {continues}),
      ...(look.quoted && {quoted: true}),
      ...(under && {under}),
      ...(running && under === null && !look.title && {look: lookOf(block)}),
      ...originOf([block]),
    }
  }

  const table = ({rows}: Table): void => {
    const number = ++tables
    const isHeader = headerRows(rows)
    let heads: string[] = []
    listDepth = null
    for (const [index, row] of rows.entries()) {
      const form = row.cells.flatMap(paragraphsOf)[0]?.form ?? 'paragraph'
      const prose = runs(form) && isProse(row)
      const stub = prose ? nameOf(row) : ''
      if (prose) {
        for (const [at, cell] of row.cells.entries()) {
          const under = row.cells.length > 1 ? [heads[at], at > 0 && stub].filter(Boolean).join(' ') : null
          for (const block of paragraphsOf(cell)) paragraph(block, under)
        }
      } else if (runs(form)) {
        rowMark(row, number, isHeader(index))
        if (isHeader(index)) heads = row.cells.map((cell) => cellWords(cell).text)
      } else line(row, form)
      for (const block of row.cells.flatMap((cell) => cell.blocks)) {
        if (block.type !== 'paragraph') add(block)
        else if (!prose) hang(block.hanging)
      }
    }
    listDepth = null
  }

  const rowMark = ({cells}: Row, table: number, header: boolean): void => {
    const words = cells.map(cellWords)
    const given = cells.map(({span, merged}, index) => {
      return {text: words[index]!.text, ...(span > 1 && {span}), ...(merged && {merged})}
    })
    marks.push({type: 'row', table, header, cells: given, ...gathered(words), ...originOf(cells.flatMap(paragraphsOf))})
  }

  /** Beside the running text a row is only a line. */
  const line = ({cells}: Row, form: Paragraph['form']): void => {
    const words = cells.map(cellWords)
    const text = rowText(words.map((each) => each.text).filter((each) => each !== ''))
    marks.push({type: 'block', form, label: null, text, ...gathered(words), ...originOf(cells.flatMap(paragraphsOf))})
  }

  /** The first cell of a row when it names what the others tell about. */
  const nameOf = ({cells: [first]}: Row): string => {
    const {text} = first ? cellWords(first) : {text: ''}
    return text.length <= 60 ? text : ''
  }

  const cellWords = (cell: Cell): Words => {
    const parts = paragraphsOf(cell).map((paragraph) => {
      const words = wordsIn(wordsOf(paragraph))
      return {...words, text: `${paragraph.printed?.label ?? ''} ${words.text}`.trim()}
    })
    return {...gathered(parts), text: parts.map(({text}) => text).join(' ')}
  }

  for (const block of blocks) add(block)
  settleBoxes(0)
  return marks
}

interface Box {
  /** The outermost level of its headings. */
  readonly level: number
  readonly marks: readonly Mark[]
}

/** Where the words of some paragraphs stand in the file. A comment on a cell may stand among them, from another part. */
function originOf(paragraphs: readonly Paragraph[]): {origin: Origin} | null {
  const [first] = paragraphs
  if (!first) return null
  const {part, reference} = first
  const own = paragraphs.filter((each) => each.part === part)
  return {origin: {part, elements: own.flatMap(({pieces}) => pieces.flatMap(({at}) => at ?? [])), reference}}
}

/** What hangs on a paragraph, with neighbours that stand in a text box together. */
function boxesIn(hanging: readonly Block[]): (readonly Block[])[] {
  const boxes: Block[][] = []
  let open = false
  for (const block of hanging) {
    const boxed = block.type === 'table' || (block.type === 'paragraph' && block.form === 'text-box')
    if (boxed && open) boxes.at(-1)!.push(block)
    else boxes.push([block])
    open = boxed
  }
  return boxes
}

/** Running text, in the column or in a box beside it. */
function runs(form: Paragraph['form']): boolean {
  return form === 'paragraph' || form === 'text-box'
}

/** Some authors give whole clauses a heading style for the sake of its number. Those are text to be judged. */
function isClause(text: string): boolean {
  return text.length > 200 || (/[.;:]$/.test(text) && (text.match(/\S+/g)?.length ?? 0) >= 12)
}
