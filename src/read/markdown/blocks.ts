import type {
  Blockquote,
  FootnoteDefinition,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import {splitNumber} from '../headings/number.js'
import {type HtmlBlocks, htmlBlocks, isDirective} from '../html/blocks.js'
import type {Mark} from '../marks.js'
import {plain} from '../plain.js'
import {type InlineText, inlineText} from './inline.js'
import {type Piece, piecesOf} from './paragraphs.js'

/** What is known of the whole document while its blocks are read. */
export interface BlockContext {
  readonly components: ReadonlySet<string>
  readonly definitions: ReadonlyMap<string, string>
  readonly notes: ReadonlyMap<
    string,
    {readonly node: FootnoteDefinition; readonly before: number; readonly text: string}
  >
  /** Lines that open with # and no space. */
  readonly tightHeadings: ReadonlySet<number>
}

/** A piece of the document as parsed: its blocks, the lines before it, and its text for what the tree leaves out. */
export interface ParsedChunk {
  readonly children: readonly RootContent[]
  readonly before: number
  readonly text: string
  /** True when it begins with an item of the numbered list that the chunk before it ends with. */
  readonly continuesList: boolean
}

/** Reads the blocks of a Markdown document as marks, in reading order. */
export function blockMarks(chunks: readonly ParsedChunk[], context: BlockContext): Mark[] {
  const marks: Mark[] = []
  const said = new Set<string>()
  let tables = 0
  const say = (mark: Mark): void => {
    marks.push(mark)
  }
  const html = htmlBlocks(context.components, say, () => ++tables)
  const reader = {say, html, said, context, nextTable: () => ++tables}
  let next: number | null = null
  for (const {children, before, text, continuesList} of chunks) {
    const [first] = children
    if (continuesList && next !== null && first?.type === 'list' && first.ordered) first.start = next
    for (const node of children) readBlock(node, {...reader, before, text, depth: 0})
    const last = children.at(-1)
    next = last?.type === 'list' && last.ordered ? (last.start ?? 1) + last.children.length : null
  }
  html.finish()
  for (const id of context.notes.keys()) sayNote(id, {...reader, before: 0, text: '', depth: 0})
  return marks
}

interface Reader {
  readonly say: (mark: Mark) => void
  readonly html: HtmlBlocks
  /** Footnotes that have been told, each once. */
  readonly said: Set<string>
  readonly context: BlockContext
  readonly nextTable: () => number
  readonly before: number
  readonly text: string
  /** Lists that the block stands in. */
  readonly depth: number
  readonly item?: {label: string | null; begun: boolean; readonly task: boolean}
  readonly quoted?: boolean
  /** True in a footnote. */
  readonly note?: boolean
}

function readBlock(node: RootContent, reader: Reader): void {
  const {html, before} = reader
  if (node.type === 'html') {
    html.feed(node.value, (node.position?.start.line ?? 1) + before)
    return
  }
  html.pause()
  if (node.type === 'heading') readHeading(node, reader)
  else if (node.type === 'paragraph') readParagraph(node, reader)
  else if (node.type === 'list') readList(node, reader)
  else if (node.type === 'blockquote') readQuotation(node, reader)
  else if (node.type === 'table') readTable(node, reader)
  else if (node.type === 'code')
    readCode(node.value, node.lang ?? '', (node.position?.start.line ?? 1) + before, reader)
}

function readHeading(node: Heading, reader: Reader): void {
  const inline = inlineOf(node.children, reader)
  const text = plain(inline.lines.map((line) => line.text).join(' '))
  const lines = linesOf(node, reader.before)
  const links = inline.lines.flatMap((line) => line.links)
  const residue = inline.lines.flatMap((line) => line.residue)
  // A heading inside a quotation box or a list is a line of that, and does not begin a section of the policy.
  if (reader.quoted !== undefined || reader.item || reader.note) {
    sayBlock({text, lines, links, residue, bold: false}, reader)
  } else {
    const {number, title} = splitNumber(text)
    const tight = reader.context.tightHeadings.has(lines[0])
    reader.say({
      type: 'heading',
      level: node.depth,
      number,
      text: title,
      lines,
      links,
      residue,
      ...(tight && {inferred: 'a line that opens with # and no space after it'}),
    })
  }
  sayBeside(inline, reader)
}

function readParagraph(node: Paragraph, reader: Reader): void {
  const inline = inlineOf(node.children, reader)
  for (const piece of piecesOf(inline.lines)) sayBlock(piece, reader)
  sayBeside(inline, reader)
}

function sayBlock({text, lines, links, residue, bold}: Piece, reader: Reader): void {
  const {item, quoted, note, depth} = reader
  const base = {type: 'block', text, lines, links, residue, label: null, ...(quoted && {quoted})} as const
  // The number of a note is a mark in the text, not a number to find it by: it would read as that of a clause.
  if (note) reader.say({...base, form: 'footnote'})
  else if (!item) reader.say({...base, form: 'paragraph', look: {bold}})
  else if (item.begun) reader.say({...base, form: 'list-item', depth: depth - 1, continues: true})
  else {
    const unticked = item.task ? [`[ ] ${text}`] : []
    item.begun = true
    reader.say({...base, form: 'list-item', label: item.label, depth: depth - 1, residue: [...unticked, ...residue]})
  }
}

function readList(node: List, reader: Reader): void {
  if (isContents(node)) return
  const start = node.start ?? 1
  // Boxes of which none is ticked are a checklist; an empty one beside ticked ones was left.
  const ticked = node.children.some(({checked}) => checked === true)
  node.children.forEach((child, index) => {
    const label = node.ordered ? `${start + index}${delimiterOf(child, reader.text)}` : null
    const item = {label, begun: false, task: ticked && child.checked === false}
    for (const block of child.children) readBlock(block, {...reader, depth: reader.depth + 1, item})
  })
}

/** The full stop or bracket that was typed after the number of an item. */
function delimiterOf(item: ListItem, text: string): string {
  const at = item.position?.start.offset ?? 0
  return /^\d{1,9}([.)])/.exec(text.slice(at, at + 10))?.[1] ?? '.'
}

/** Whether a list only leads to the document's own headings: its contents, which are read where they stand. */
function isContents(list: List): boolean {
  let links = 0
  const only = (nodes: readonly RootContent[]): boolean =>
    nodes.every((node) => {
      if (node.type === 'list') return node.children.every((item) => only(item.children))
      if (node.type !== 'paragraph') return false
      const [link, ...others] = node.children.filter((child) => child.type !== 'text' || plain(child.value) !== '')
      links++
      return link?.type === 'link' && link.url.startsWith('#') && others.length === 0
    })
  return only([list]) && links >= 3
}

function readQuotation(node: Blockquote, reader: Reader): void {
  // A callout box is the policy's own voice, printed apart; a quotation is somebody else's.
  const [first] = node.children
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined
  const alert = lead?.type === 'text' ? /^\[!\w{1,20}\][^\S\n]*/.exec(lead.value)?.[0] : undefined
  if (alert !== undefined && lead?.type === 'text') lead.value = lead.value.slice(alert.length)
  const callout = alert !== undefined || first?.type === 'heading' || lead?.type === 'strong'
  for (const child of node.children) readBlock(child, {...reader, quoted: !callout || reader.quoted === true})
}

function readTable(node: Table, reader: Reader): void {
  const table = reader.nextTable()
  node.children.forEach((row, index) => {
    const inlines = row.children.map((cell) => inlineOf(cell.children, reader))
    const cells = inlines.map(({lines}) => ({text: plain(lines.map(({text}) => text).join(' '))}))
    // Markdown makes every first row a header; people who had none put the first contact there.
    const header = index === 0 && cells.some(({text}) => text !== '') && !cells.some(({text}) => givesContact(text))
    reader.say({
      type: 'row',
      table,
      header,
      cells,
      lines: linesOf(row, reader.before),
      links: inlines.flatMap(({lines}) => lines.flatMap(({links}) => links)),
      residue: inlines.flatMap(({lines}) => lines.flatMap(({residue}) => residue)),
    })
    for (const inline of inlines) sayBeside(inline, reader)
  })
}

function givesContact(text: string): boolean {
  return /@\w/.test(text) || /\d(?:[ -]?\d){5}/.test(text)
}

function readCode(value: string, language: string, line: number, reader: Reader): void {
  if (/^(?:mermaid|plantuml|puml|dot|graphviz|flow|sequence|d2)\b/i.test(language)) {
    const message = 'a diagram drawn in code was not read'
    reader.say({type: 'notice', code: 'diagram-not-read', message, lines: [line, line]})
    return
  }
  let at = line + 1
  for (const part of value.split(/\n[ \t]*\n/)) {
    const count = part.split('\n').length
    const lines = [at, at + count - 1] as const
    sayBlock({text: plain(part), lines, links: [], residue: [], bold: false}, reader)
    at += count + 1
  }
}

/** What hangs on a paragraph and stands beside it: its footnotes, comments and pictures. */
function sayBeside({notes, comments, unread}: InlineText, reader: Reader): void {
  unread.forEach(reader.say)
  for (const {text, line} of comments) {
    if (text !== '' && !isDirective(text)) {
      reader.say({type: 'block', form: 'comment', label: null, text, lines: [line, line]})
    }
  }
  for (const id of notes) sayNote(id, reader)
}

/** Tells a footnote where it is first referred to. */
function sayNote(id: string, reader: Reader): void {
  const note = reader.context.notes.get(id)
  if (!note || reader.said.has(id)) return
  reader.said.add(id)
  const {node, before, text} = note
  const {item: _item, quoted: _quoted, ...outer} = reader
  for (const child of node.children) readBlock(child, {...outer, before, text, depth: 0, note: true})
}

function inlineOf(children: readonly PhrasingContent[], {before, context}: Reader): InlineText {
  return inlineText(children, {before, components: context.components, definitions: context.definitions})
}

function linesOf(
  node: {position?: {start: {line: number}; end: {line: number}}},
  before: number,
): readonly [number, number] {
  return [(node.position?.start.line ?? 1) + before, (node.position?.end.line ?? 1) + before]
}
