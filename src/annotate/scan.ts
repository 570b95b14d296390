/** An element of a part, by where it stands in the part's text. */
export interface Node {
  /** Its place in the list: the number by which the reader knows it too. */
  readonly at: number
  /** `w:` and its local name for elements of Word's own namespace, whatever the prefix; others as they are written. */
  readonly name: string
  readonly parent: Node | null
  /** The element before it within the same parent. */
  readonly before: Node | null
  /** Where its opening tag begins and ends, and where its closing tag begins and ends; an empty element has one tag. */
  readonly open: number
  readonly inner: number
  readonly close: number
  readonly end: number
}

/** A part's text with all its elements, in the order in which they open. */
export interface Scan {
  readonly text: string
  readonly nodes: readonly Node[]
  /** Prefix for what is written into it, and the declaration that goes with it where the root has none. */
  readonly prefix: string
  readonly declaration: string
  /** The address of Word's namespace here: that of the strict or of the usual form. */
  readonly namespace: string
}

export const usual = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** Finds the elements of a well-formed part. What the text says between them is left as it is. */
export function scan(text: string): Scan {
  const spaces = wordSpaces(text)
  const nodes: Growing[] = []
  const stack: Growing[] = []
  const lastChild = new Map<Growing | null, Growing>()
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const aside = asides.find(([mark]) => text.startsWith(mark, at))
    if (aside) {
      const close = text.indexOf(aside[1], at + aside[0].length)
      at = close < 0 ? text.length : close + aside[1].length
      continue
    }
    const end = tagEnd(text, at)
    if (text[at + 1] === '/') {
      const closed = stack.pop()
      if (closed) {
        closed.close = at
        closed.end = end
      }
    } else {
      const parent = stack.at(-1) ?? null
      const empty = text[end - 2] === '/'
      const name = nameOf(text, at, spaces.prefixes)
      const before = lastChild.get(parent) ?? null
      const node = {at: nodes.length, name, parent, before, open: at, inner: end, close: end, end}
      lastChild.set(parent, node)
      nodes.push(node)
      if (!empty) stack.push(node)
    }
    at = end
  }
  const {prefix, namespace} = spaces
  const declaration = prefix === null ? ` xmlns:w="${namespace}"` : ''
  return {text, nodes, prefix: prefix ?? 'w', declaration, namespace}
}

interface Growing extends Node {
  close: number
  end: number
}

const asides: readonly (readonly [string, string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
]

/** The end of the tag that begins here; a value in quotation marks may hold what looks like one. */
function tagEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === greater) return at + 1
    if (code === double || code === single) {
      const close = text.indexOf(text[at]!, at + 1)
      if (close < 0) break
      at = close
    }
  }
  return text.length
}

const [double, single, greater] = [0x22, 0x27, 0x3e]

function nameOf(text: string, at: number, prefixes: ReadonlySet<string>): string {
  const end = /[\s/>]/g
  end.lastIndex = at + 1
  const raw = text.slice(at + 1, end.exec(text)?.index ?? text.length)
  const colon = raw.indexOf(':')
  return prefixes.has(colon < 0 ? '' : raw.slice(0, colon)) ? `w:${raw.slice(colon + 1)}` : raw
}

/** Every prefix that stands for Word's namespace somewhere, and one that does so from the root on. */
function wordSpaces(text: string): {prefixes: ReadonlySet<string>; prefix: string | null; namespace: string} {
  const prefixes = new Set<string>()
  let namespace = usual
  let prefix: string | null = null
  for (const {name, address} of declarationsIn(text)) {
    prefixes.add(name)
    namespace = address
  }
  for (const {name, address} of declarationsIn(rootTag(text))) {
    if (name === '') continue
    prefix ??= name
    namespace = address
  }
  return {prefixes, prefix, namespace}
}

/** The prefixes that are declared for Word's namespace, '' where it is the one without a prefix. */
function declarationsIn(text: string): {name: string; address: string}[] {
  return [...text.matchAll(/\sxmlns(?::([\w.-]{1,100}))?\s?=\s?(["'])([^"'<]{1,200})\2/g)]
    .map(([, name = '', , address = '']) => ({name, address}))
    .filter(({address}) => address === usual || address === strict)
}

function rootTag(text: string): string {
  const open = /<[^?!/]/.exec(text)?.index ?? 0
  return text.slice(open, tagEnd(text, open))
}

/** The nearest element around this one that passes. */
export function around(node: Node, wanted: (node: Node) => boolean): Node | null {
  for (let at = node.parent; at; at = at.parent) if (wanted(at)) return at
  return null
}

/** The elements within, itself left out, in order. */
export function inside(node: Node, {nodes}: Scan): Node[] {
  const found: Node[] = []
  for (let at = node.at + 1; at < nodes.length && nodes[at]!.open < node.end; at++) found.push(nodes[at]!)
  return found
}

/** The elements directly within. */
export function children(node: Node, scan: Scan): Node[] {
  return inside(node, scan).filter(({parent}) => parent === node)
}
