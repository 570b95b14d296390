import type {Origin, Origins} from '../model/origin.js'
import type {Cell, Notice, Passage, Place, Section} from '../model/policy.js'
import {leadIns} from './lead-in.js'
import type {BlockMark, HeadingMark, Mark, RowMark} from './marks.js'
import {rowText} from './row-text.js'

export interface Outline {
  readonly sections: readonly Section[]
  readonly notices: readonly Notice[]
  readonly origins: Origins
}

/**
 * Makes nested sections of the marks of a document. Sections are s1, s2.. and passages p1, p2.. in reading order, and
 * one count of ordinals runs over both. A heading may skip levels: it stands under the nearest shallower one.
 */
export function outlineOf(marks: readonly Mark[]): Outline {
  const roots: Growing[] = []
  const notices: Notice[] = []
  const open: Growing[] = []
  const leadIn = leadIns()
  const table = tableHeaders()
  let headings: readonly string[] = []
  let ordinal = 0
  let sections = 0
  const origins = new Map<number, Origin>()
  let passages = 0

  const begin = (section: Omit<Growing, 'id' | 'passages' | 'sections'>): Growing => {
    const begun = {...section, id: `s${++sections}`, passages: [], sections: []}
    const parent = open.at(-1)
    ;(parent ? parent.sections : roots).push(begun)
    if (section.level > 0) open.push(begun)
    return begun
  }
  let current: Growing | undefined

  for (const mark of marks) {
    const before = leadIn(mark)
    const lines = mark.lines ?? null
    if (mark.type === 'notice') {
      const place = {headings, number: current?.number ?? null, ordinal: Math.max(ordinal, 1), lines}
      notices.push({code: mark.code, message: mark.message, place})
      continue
    }
    if (mark.type === 'heading') {
      if (mark.text === '') continue
      while (open.length > 0 && open.at(-1)!.level >= mark.level) open.pop()
      const place = {headings: open.map(({title}) => title), number: mark.number, ordinal: ++ordinal, lines}
      current = begin(headed(mark, place))
      if (mark.origin) origins.set(ordinal, mark.origin)
      headings = [...place.headings, mark.text]
      continue
    }
    const content = mark.type === 'row' ? rowContent(mark, table(mark)) : blockContent(mark, before)
    if (content.text === '') continue
    if (!current) {
      const place = {headings: [], number: null, ordinal: ++ordinal, lines}
      current = begin({level: 0, number: null, title: '', place})
    }
    const place = {headings, number: content.label ?? current.number, ordinal: ++ordinal, lines}
    current.passages.push({id: `p${++passages}`, ...content, place})
    if (mark.origin) origins.set(ordinal, mark.origin)
  }
  return {sections: roots, notices, origins}
}

type Growing = Omit<Section, 'passages' | 'sections'> & {readonly passages: Passage[]; readonly sections: Growing[]}
type Content = Omit<Passage, 'id' | 'place'>

function headed({level, number, text, inferred}: HeadingMark, place: Place) {
  return {level: Math.max(1, level), number, title: text, place, ...(inferred && {inferred})}
}

function blockContent(mark: BlockMark, leadIn: string | undefined): Content {
  const {form, label, text, under} = mark
  return {
    form,
    label,
    text,
    ...(under && {cells: [{header: under, text}]}),
    ...(leadIn && {leadIn}),
    ...((mark.quoted || standsInQuotes(text)) && {quoted: true}),
    ...extras(mark),
  }
}

function rowContent(mark: RowMark, cells: readonly Cell[]): Content {
  const texts = mark.cells.map(({text}) => text)
  return {
    form: 'table-row',
    label: null,
    text: mark.header ? texts.filter(Boolean).join(' | ') : rowText(texts),
    cells,
    ...extras(mark),
  }
}

function extras({links = [], residue = []}: BlockMark | RowMark): Pick<Passage, 'links' | 'residue'> {
  const told = new Set<string>()
  const once = links.filter(({text, target}) => {
    const key = `${text}\n${target}`
    return !told.has(key) && told.add(key)
  })
  return {...(once.length > 0 && {links: once}), ...(residue.length > 0 && {residue})}
}

/** Whether the words are one quotation from beginning to end, as in an example of what not to say. */
function standsInQuotes(text: string): boolean {
  return /^(?:“[^“”]+”|"[^"]+"|‘[^‘’]+’)[.,;]?$/.test(text)
}

/** Gives each row's cells with the header above them, and fills a cell that continues the one above it. */
function tableHeaders(): (row: RowMark) => readonly Cell[] {
  let table: number | undefined
  let headers: string[] = []
  let above: string[] = []

  return (row) => {
    if (row.table !== table) {
      table = row.table
      headers = []
      above = []
    }
    const cells: Cell[] = []
    const texts: string[] = []
    for (const {text, span = 1, merged} of row.cells) {
      const column = texts.length
      const own = merged && text === '' ? (above[column] ?? '') : text
      cells.push({header: row.header ? null : headers[column] || null, text: own})
      for (let n = 0; n < Math.min(span, widest); n++) texts.push(own)
    }
    above = texts
    if (row.header) headers = texts.map((text, column) => [headers[column], text].filter(Boolean).join(' '))
    return cells
  }
}

/** No table is this wide: a span beyond it is a fault or an attack. */
const widest = 256
