import {childOf, childrenOf, type Element, valOf} from '../xml.js'
import type {Block, Cell, Row, Table} from './blocks.js'
import {chosen, type Flags, flagged} from './markup.js'
import {isOn, type Styles} from './styles.js'

/** What a table needs of the story that it stands in. */
export interface TableReading {
  readonly styles: Styles
  readonly accepted: boolean
  /** Whether a tracked change takes what it marks out of the reading. */
  readonly gone: (change: Element) => boolean
  readonly blocks: (elements: readonly Element[], flags: Flags) => readonly Block[]
}

/** Reads a table row by row, with what tells its header rows and its merged cells. */
export function readTable(element: Element, flags: Flags, {styles, accepted, gone, blocks}: TableReading): Table {
  const bold = styles.boldFirstRow(element)
  const rows: Row[] = []
  for (const tr of rowsIn(element)) {
    const properties = childOf(tr, 'w:trPr')
    const change = childOf(properties, 'w:del') ?? childOf(properties, 'w:ins')
    if (change && gone(change)) continue
    const cells: Cell[] = []
    const before = Number.parseInt(valOf(properties, 'w:gridBefore') ?? '0', 10)
    if (before > 0) cells.push({span: Math.min(before, 63), merged: false, blocks: []})
    let shaded = 0
    for (const {cell: tc, flags: inner} of cellsIn(tr, flags)) {
      const own = childOf(tc, 'w:tcPr')
      if (childOf(own, accepted ? 'w:cellDel' : 'w:cellIns')) continue
      const merge = childOf(own, 'w:vMerge') ?? childOf(own, 'w:hMerge')
      const span = Number.parseInt(valOf(own, 'w:gridSpan') ?? '1', 10)
      const fill = childOf(own, 'w:shd')?.attributes['w:fill']
      if (fill && !/^(?:auto|ffffff)$/i.test(fill)) shaded++
      cells.push({
        span: span > 0 ? Math.min(span, 63) : 1,
        merged: merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue',
        blocks: blocks(childrenOf(tc), inner),
      })
    }
    const head = childOf(properties, 'w:tblHeader')
    rows.push({
      header: head !== undefined && isOn(head.attributes['w:val'], true),
      marked: (bold && rows.length === 0) || (shaded > 0 && shaded === cells.length),
      cells,
    })
  }
  return {type: 'table', rows}
}

function rowsIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'w:tr') return [child]
    if (child.name === 'mc:AlternateContent')
      return chosen(child).flatMap((row) => (row.name === 'w:tr' ? [row] : rowsIn(row)))
    return rowHolders.has(child.name) ? rowsIn(child) : []
  })
}

function cellsIn(element: Element, flags: Flags): {cell: Element; flags: Flags}[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'w:tc') return [{cell: child, flags}]
    return rowHolders.has(child.name) ? cellsIn(child, flagged(child, flags)) : []
  })
}

const rowHolders = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])
