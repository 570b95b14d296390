import type {Origins} from '../model/origin.js'
import type {Nearness} from './comment-words.js'
import {type Gap, gapsOf} from './edges.js'
import {findWords} from './find-words.js'
import {type Leaf, leafOf, leavesIn} from './leaf.js'
import {around, children, type Node, type Scan} from './scan.js'
import type {Spot} from './spots.js'

/** Where a comment is hung: the gaps before and after what it marks, in each form that the file has of it. */
export interface Anchor {
  readonly nearness: Nearness
  readonly stretches: readonly (readonly [Gap, Gap])[]
  /** An element of what it marks. */
  readonly node: Node
}

/**
 * Finds where a comment can be hung: at the words themselves, else at their passage, else at what refers to it, else
 * at the nearest passage of the running text. Null where the document has no paragraph to hang it on.
 */
export function anchorOf({ordinal, quote}: Spot, origins: Origins, scan: Scan, main: string): Anchor | null {
  const own = ordinal === null ? undefined : origins.get(ordinal)
  if (own && own.part === main) {
    const anchor = hung(leavesAt(own.elements, scan), quote, quote === null ? 'section' : 'words', scan)
    if (anchor) return anchor
  }
  const reference = own && own.part !== main && own.reference !== null ? scan.nodes[own.reference] : undefined
  if (reference) {
    const anchor = hung([{node: reference, text: '', offsets: null}], null, 'note', scan)
    if (anchor) return anchor
  }
  for (const elements of nearest(ordinal, origins, main)) {
    const leaves = leavesAt(elements, scan).map((leaf) => holderOf(leaf, scan) ?? leaf)
    const anchor = hung(leaves, null, quote === null ? 'start' : 'elsewhere', scan)
    if (anchor) return anchor
  }
  return atEmptyParagraph(quote === null ? 'start' : 'elsewhere', scan)
}

/** What is about no words of a text box hangs on the drawing that holds it, which stands in the running text. */
function holderOf({node}: Leaf, scan: Scan): Leaf | null {
  let holder: Node | null = null
  for (let box = boxAround(node); box; box = boxAround(box)) holder = around(box, ({name}) => name === 'w:r')
  return holder && leafOf(holder, scan)
}

function boxAround(node: Node): Node | null {
  return around(node, ({name}) => name === 'w:txbxContent')
}

/** In a document all of whose words come from elsewhere, an empty paragraph has to do. */
function atEmptyParagraph(nearness: Nearness, scan: Scan): Anchor | null {
  const node = scan.nodes.find(({name, parent, end, close}) => {
    return name === 'w:p' && parent?.name === 'w:body' && end !== close
  })
  if (!node) return null
  const [first] = children(node, scan)
  const gap = {at: first?.name === 'w:pPr' ? first.end : node.inner, before: '', after: '', keepSpaces: null}
  return {nearness, stretches: [[gap, gap]], node}
}

function leavesAt(elements: readonly number[], scan: Scan): Leaf[] {
  return elements.flatMap((at) => {
    const node = scan.nodes[at]
    return node ? [leafOf(node, scan)] : []
  })
}

function hung(leaves: readonly Leaf[], quote: string | null, nearness: Nearness, scan: Scan): Anchor | null {
  const found = findWords(leaves, quote ?? '')
  const gaps = found && gapsOf(found, scan)
  if (!gaps) return null
  const near = quote !== null && !found.exact ? 'passage' : nearness
  const {node} = found.from.leaf
  return {nearness: near, stretches: [gaps, ...otherForms(node, quote, scan)], node}
}

/** A text box is written twice, once for older programs: the comment is hung on the words in both. */
function otherForms(node: Node, quote: string | null, scan: Scan): (readonly [Gap, Gap])[] {
  const box = boxAround(node)
  const branch = box && around(box, ({name}) => /(?:^|:)(?:Choice|Fallback)$/.test(name))
  if (!branch?.parent || quote === null) return []
  return children(branch.parent, scan)
    .filter((other) => other !== branch)
    .flatMap((other) => {
      const found = findWords(leavesIn(other, scan), quote)
      const gaps = found?.exact ? gapsOf(found, scan) : null
      return gaps ? [gaps] : []
    })
}

/** The passages and headings of the main part, from the one before a place backwards and then forwards. */
function* nearest(ordinal: number | null, origins: Origins, main: string): Generator<readonly number[]> {
  const all = [...origins].filter(([, {part, elements}]) => part === main && elements.length > 0)
  const before = ordinal === null ? [] : all.filter(([at]) => at < ordinal).reverse()
  for (const [, {elements}] of [...before, ...all]) yield elements
}
