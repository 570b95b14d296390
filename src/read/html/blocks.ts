import type {Link} from '../../model/policy.js'
import type {CellMark, Mark} from '../marks.js'
import {plain, safeTarget} from '../plain.js'
import {attributeOf, type HtmlToken, htmlTokens, linesIn} from './tags.js'
import {unreadNotice} from './unread.js'

/** Reads the HTML of a document as it comes, block by block: its tags may open in one block and close in another. */
export interface HtmlBlocks {
  feed(html: string, line: number): void
  /** Ends the paragraph at hand, before Markdown takes over. */
  pause(): void
  /** Says what is left in tags that were never closed. */
  finish(): void
}

/** Makes a reader of HTML that says what it sees as marks. Tags are read for structure, never run; scripts are dropped. */
export function htmlBlocks(
  components: ReadonlySet<string>,
  say: (mark: Mark) => void,
  nextTable: () => number,
): HtmlBlocks {
  const lists: {ordered: boolean; next: number; label: string | null; begun: boolean}[] = []
  const tables: Table[] = []
  let block = newBlock(1)
  let heading = 0
  let quotes = 0
  let term: string | null = null
  let inTerm = false
  let summary = false
  let skipping = ''
  let anchor: {readonly target: string; words: string} | null = null
  let line = 1

  /** Rows are said when they end, so what is said meanwhile waits for the row that it stands in. */
  const emit = (mark: Mark): void => {
    const row = tables.findLast((table) => table.row)?.row
    if (row) row.waiting.push(mark)
    else say(mark)
  }
  const endBlock = (): void => {
    const {text: written, from, to, links, bold, letters} = block
    block = newBlock(line)
    const text = plain(written)
    const cell = tables.at(-1)?.row?.cell
    if (cell) {
      cell.text = plain(`${cell.text} ${text}`)
      cell.links.push(...links)
      return
    }
    if (text === '') return
    const lines = [from, Math.max(from, to)] as const
    const base = {type: 'block', lines, links, label: null, text, ...(quotes > 0 && {quoted: true})} as const
    const list = lists.at(-1)
    if (heading > 0) emit({type: 'heading', level: heading, number: null, text, lines, links})
    else if (inTerm) term = text
    else if (list) {
      const depth = lists.length - 1
      emit({
        ...base,
        form: 'list-item',
        label: list.begun ? null : list.label,
        depth,
        ...(list.begun && {continues: true}),
      })
      list.begun = true
    } else if (term !== null) emit({...base, form: 'paragraph', text: `${term.replace(/\s*:$/, '')}: ${text}`})
    else emit({...base, form: 'paragraph', look: {bold: summary || (letters > 0 && letters === bold)}})
  }
  const endCell = (): void => {
    const row = tables.at(-1)?.row
    if (!row?.cell) return
    endBlock()
    row.cells.push(row.cell)
    row.cell = null
  }
  const endRow = (): void => {
    const table = tables.at(-1)
    if (!table?.row) return
    endCell()
    const {cells, from, waiting} = table.row
    table.row = null
    const header = cells.length > 0 && cells.every((cell) => cell.head)
    const links = cells.flatMap((cell) => cell.links)
    const marked: CellMark[] = cells.map(({text, span, merged}) => ({
      text,
      ...(span > 1 && {span}),
      ...(merged && {merged}),
    }))
    emit({type: 'row', table: table.id, header, cells: marked, lines: [from, line], links})
    waiting.forEach(emit)
  }
  const beginCell = (raw: string, head: boolean): void => {
    const table = tables.at(-1)
    if (!table) return
    table.row ??= {cells: [], cell: null, from: line, waiting: []}
    const {cells} = table.row
    const reached = (): number => cells.reduce((sum, {span}) => sum + span, 0)
    for (let column = reached(); (table.reaching[column] ?? 0) > 0; column++) {
      table.reaching[column]!--
      cells.push({text: '', span: 1, merged: true, head, links: []})
    }
    const span = countOf(raw, 'colspan')
    const column = reached()
    for (let n = 0; n < span; n++) table.reaching[column + n] = countOf(raw, 'rowspan') - 1
    table.row.cell = {text: '', span, merged: false, head, links: []}
    block = newBlock(line)
  }

  const opened = (token: HtmlToken & {type: 'open'}): void => {
    const {name, raw} = token
    if (name === 'br') {
      if (block.text.endsWith('\n')) endBlock()
      else block.text += '\n'
    } else if (skipped.has(name)) skipping = name
    else if (name === 'b' || name === 'strong') block.depth++
    else if (name === 'a') {
      const target = attributeOf(raw, 'href')
      anchor = target === null ? null : {target, words: ''}
    }
    const unread = unreadNotice(token, line)
    if (unread) emit(unread)
    if (inlines.has(name)) return
    if (name === 'td' || name === 'th') endCell()
    else if (name === 'tr') endRow()
    else endBlock()
    block.from = line

    if (/^h[1-6]$/.test(name)) heading = Number(name[1])
    else if (name === 'ul' || name === 'ol') {
      if (lists.length < deepest) lists.push({...newList, ordered: name === 'ol', next: countOf(raw, 'start')})
    } else if (name === 'li') {
      if (lists.length === 0) lists.push({...newList})
      const list = lists.at(-1)!
      list.label = list.ordered ? `${list.next++}.` : null
      list.begun = false
    } else if (name === 'table' && tables.length < deepest) tables.push({id: nextTable(), row: null, reaching: []})
    else if (name === 'tr' && tables.length > 0) tables.at(-1)!.row = {cells: [], cell: null, from: line, waiting: []}
    else if (name === 'td' || name === 'th') beginCell(raw, name === 'th')
    else if (name === 'dt') inTerm = true
    else if (name === 'dd') inTerm = false
    else if (name === 'blockquote') quotes++
    else if (name === 'summary') summary = true
  }
  const closed = (name: string): void => {
    if (name === 'b' || name === 'strong') block.depth = Math.max(0, block.depth - 1)
    else if (name === 'a' && anchor) {
      const target = safeTarget(anchor.target)
      const text = plain(anchor.words)
      if (target !== null && text !== '') block.links.push({text, target})
      anchor = null
    }
    if (inlines.has(name)) return
    if (name === 'td' || name === 'th') endCell()
    else if (name === 'tr') endRow()
    else if (name === 'table') {
      endRow()
      tables.pop()
    } else endBlock()
    if (/^h[1-6]$/.test(name)) heading = 0
    else if (name === 'ul' || name === 'ol') lists.pop()
    else if (name === 'dl') term = null
    else if (name === 'dt') inTerm = false
    else if (name === 'blockquote') quotes = Math.max(0, quotes - 1)
    else if (name === 'summary') summary = false
  }
  const spoken = (text: string): void => {
    if (block.text.trim() === '' && text.trim() !== '') block.from = line + linesIn(/^\s*/.exec(text)![0])
    if (text.trim() !== '') block.to = line + linesIn(text.trimEnd())
    block.text += text
    const letters = text.replace(/\s+/g, '').length
    block.letters += letters
    if (block.depth > 0) block.bold += letters
    if (anchor) anchor.words += text
  }

  return {
    feed(html, firstLine) {
      for (const token of htmlTokens(html, components)) {
        line = firstLine + token.line
        if (skipping !== '') {
          if (token.type === 'close' && token.name === skipping) skipping = ''
        } else if (token.type === 'text') spoken(token.text)
        else if (token.type === 'open') opened(token)
        else if (token.type === 'close') closed(token.name)
        else {
          const text = plain(token.text)
          const lines = [line, line + linesIn(token.text)] as const
          if (!isDirective(text)) emit({type: 'block', form: 'comment', label: null, text, lines})
        }
      }
      if (!tables.at(-1)?.row) endBlock()
    },
    pause() {
      skipping = ''
      endBlock()
    },
    finish() {
      for (; tables.length > 0; tables.pop()) endRow()
      endBlock()
    },
  }
}

/** Whether a comment speaks to a tool and not to a person. */
export function isDirective(comment: string): boolean {
  return /^(?:\/?(?:toc|tocstop|more|excerpt|truncate)\b|(?:markdownlint|prettier|eslint|vale|textlint|spell-?checker|cspell|lint|alex|wp:|\/wp:|mdformat|editorconfig)\b)/i.test(
    comment,
  )
}

interface Table {
  readonly id: number
  row: Row | null
  /** For each column, how many rows a cell from above still reaches down. */
  readonly reaching: number[]
}

interface Row {
  readonly cells: Cell[]
  cell: Cell | null
  readonly from: number
  readonly waiting: Mark[]
}

interface Cell {
  text: string
  readonly span: number
  readonly merged: boolean
  readonly head: boolean
  readonly links: Link[]
}

const newList = {ordered: false, next: 1, label: null, begun: false}
const deepest = 30

function newBlock(from: number) {
  return {text: '', from, to: from, links: [] as Link[], bold: 0, letters: 0, depth: 0}
}

function countOf(raw: string, attribute: string): number {
  const count = Number(attributeOf(raw, attribute) ?? 1)
  return Number.isInteger(count) && count >= 0 ? Math.min(count, 1000) : 1
}

const skipped: ReadonlySet<string> = new Set(['script', 'style', 'template', 'svg', 'head', 'textarea', 'select'])
const inlines: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark meter nobr ' +
    'output progress q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
)
