import {childOf, childrenOf, type Element, textOf, valOf, within} from '../xml.js'
import type {WordPackage} from './parts.js'
import {isOn} from './styles.js'

/** What the content controls around a piece of text say about it. */
export interface Flags {
  readonly residue: boolean
  readonly contents: boolean
}

/** A content control may hold a table of contents, or ask for words that nobody has given yet. */
export function flagged(element: Element, {residue, contents}: Flags): Flags {
  const properties = childOf(element, 'w:sdtPr')
  const gallery = valOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery')
  const showing = childOf(properties, 'w:showingPlcHdr')
  return {
    residue: residue || (showing !== undefined && isOn(showing.attributes['w:val'], true)),
    contents: contents || gallery === 'Table of Contents',
  }
}

/** The newer drawing when it has words, else the older one when it has; never both. */
export function chosen(element: Element): Element[] {
  const branches = [...childrenOf(element, 'mc:Choice'), ...childrenOf(element, 'mc:Fallback')]
  const branch = branches.find(({worded}) => worded) ?? branches[0]
  return childrenOf(branch)
}

/** A paragraph's properties, as they were before a tracked change of them when that is asked for. */
export function propertiesOf(element: Element, accepted: boolean): Element | undefined {
  const properties = childOf(element, 'w:pPr')
  const before = childOf(childOf(properties, 'w:pPrChange'), 'w:pPr')
  if (accepted || !before || !properties) return properties
  const mark = childOf(properties, 'w:rPr')
  return {...before, children: mark ? [...before.children, mark] : before.children}
}

/** Where a link goes, when it leaves the document. */
export function addressOf(element: Element, file: WordPackage, part: string): string | null {
  const id = element.attributes['r:id']
  if (!id) return null
  const relation = file.relations(part).get(id)
  if (!relation?.outside) return null
  const anchor = element.attributes['w:anchor']
  return anchor && !relation.target.includes('#') ? `${relation.target}#${anchor}` : relation.target
}

/** An equation on one line, as its signs follow each other; where Word joins a function to its argument, a space. */
export function equationText(element: Element): string {
  return within(element, 'm:t')
    .map(textOf)
    .join('')
    .replace(/[\u2061-\u2064]/g, ' ')
}
