import {around, inside, type Node, type Scan} from './scan.js'
import {author, runOf, timeOf} from './written.js'

/** Where new paragraphs go: between two blocks of the running text. */
export interface Slot {
  readonly at: number
  readonly side: 'after' | 'before'
}

/**
 * The place for new paragraphs nearest to an element: after its paragraph, out of the text box, the table or the
 * content control that it stands in where those would be changed by more than their words. Before the paragraph where
 * it ends its text or its section, for there the mark at its end cannot be taken out again when the insertion is
 * rejected. Null where there is no running text around it.
 */
export function slotBeside(node: Node, scan: Scan): Slot | null {
  let block = blockAround(node, scan)
  if (!block) return null
  const next = (from: Node): Node | null => nextBlock(from, scan)
  block = lastOfTitles(block, scan)
  // A paragraph whose own mark is a tracked change, or a dropped capital, is one with the next.
  while (block.name === 'w:p' && runsOn(block, scan)) {
    const following = next(block)
    if (following?.name !== 'w:p') break
    block = following
  }
  const ends = block.name === 'w:p' && paragraphParts(block, scan).some(({name}) => name === 'w:sectPr')
  return next(block) && !ends ? {at: block.end, side: 'after'} : {at: block.open, side: 'before'}
}

/** Title, author and date stay together: what goes in at the start of a document goes after the last of them. */
function lastOfTitles(block: Node, scan: Scan): Node {
  let last = block
  for (let at: Node | null = block; at?.name === 'w:p'; at = nextBlock(at, scan)) {
    if (isTitle(at, scan)) last = at
    else if (hasWords(at, scan)) break
  }
  return isTitle(block, scan) ? last : block
}

function hasWords(paragraph: Node, scan: Scan): boolean {
  return inside(paragraph, scan).some(
    ({name, inner, close}) => name === 'w:t' && /\S/.test(scan.text.slice(inner, close)),
  )
}

function isTitle(paragraph: Node, scan: Scan): boolean {
  const style = paragraphParts(paragraph, scan).find(({name}) => name === 'w:pStyle')
  return style !== undefined && titles.test(scan.text.slice(style.open, style.end))
}

const titles = /["'](?:Title|Subtitle|Authors?|Date|Abstract)["']/i

/** Paragraphs as a tracked insertion, with their marks, in the style of plain text. `id` gives a new number each time. */
export function trackedParagraphs(
  paragraphs: readonly string[],
  asOf: string,
  id: () => number,
  {prefix: w, declaration}: Pick<Scan, 'prefix' | 'declaration'>,
): string {
  const told = (): string => `${w}:id="${id()}" ${w}:author="${author.name}" ${w}:date="${timeOf(asOf)}"`
  return paragraphs
    .map((text) => {
      const mark = `<${w}:pPr><${w}:rPr><${w}:ins ${told()}/></${w}:rPr></${w}:pPr>`
      return `<${w}:p${declaration}>${mark}<${w}:ins ${told()}>${runOf(text, w)}</${w}:ins></${w}:p>`
    })
    .join('')
}

/** The block around an element that stands among blocks of the running text. */
function blockAround(node: Node, scan: Scan): Node | null {
  let block: Node | null = node.name === 'w:p' ? node : around(node, ({name}) => name === 'w:p')
  while (block) {
    const parent: Node | null = block.parent
    if (!parent) return null
    if (parent.name === 'w:body' || (isOpenControl(parent, scan) && nextBlock(block, scan))) {
      // Of all that is around, nothing may be a table or a box.
      const closed = around(block, ({name}) => name === 'w:tbl' || name === 'w:txbxContent')
      if (!closed) return block
      block = closed.name === 'w:tbl' ? closed : around(closed, ({name}) => name === 'w:p')
    } else block = parent
  }
  return null
}

/** Whether it is the inside of a content control that takes any text, or of custom markup around blocks. */
function isOpenControl(node: Node, scan: Scan): boolean {
  if (node.name !== 'w:sdtContent' || !node.parent) return false
  const control = node.parent
  const parts = inside(control, scan)
  const own = parts.find(({name, parent}) => name === 'w:sdtPr' && parent === control)
  return !own || !parts.some(({name, parent}) => parent === own && closedControls.test(name))
}

const closedControls =
  /^w:(?:text|dataBinding|date|dropDownList|comboBox|picture|citation|bibliography|docPartObj|docPartList|equation|lock|showingPlcHdr|group)$|:repeatingSection/

/** The next block in the same place; null where none follows but the properties of the section. */
function nextBlock(block: Node, {nodes}: Scan): Node | null {
  for (let at = block.at + 1; at < nodes.length; at++) {
    const node = nodes[at]!
    if (node.open < block.end) continue
    if (node.parent !== block.parent) {
      if (block.parent && node.open >= block.parent.end) return null
      continue
    }
    if (blocks.has(node.name)) return node
  }
  return null
}

const blocks: ReadonlySet<string> = new Set(['w:p', 'w:tbl', 'w:sdt', 'w:customXml', 'w:altChunk'])

function paragraphParts(paragraph: Node, scan: Scan): Node[] {
  const own = scan.nodes[paragraph.at + 1]
  if (own?.name !== 'w:pPr' || own.parent !== paragraph) return []
  return inside(own, scan).filter(({parent}) => parent === own || (parent?.name === 'w:rPr' && parent.parent === own))
}

function runsOn(paragraph: Node, scan: Scan): boolean {
  return paragraphParts(paragraph, scan).some(({name, open, inner}) => {
    if (name === 'w:framePr') return /dropCap=["'](?:drop|margin)/.test(scan.text.slice(open, inner))
    return name === 'w:ins' || name === 'w:del' || name === 'w:moveFrom' || name === 'w:moveTo'
  })
}
