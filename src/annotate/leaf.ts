import {inside, type Node, type Scan} from './scan.js'

/** A piece of a document's words: one text element, or something that stands for a character. */
export interface Leaf {
  readonly node: Node
  readonly text: string
  /** For a text element, where in the part each character of `text` begins; null for what cannot be parted. */
  readonly offsets: readonly number[] | null
}

/** The words that an element holds, as the reader took them. */
export function leafOf(node: Node, scan: Scan): Leaf {
  if (node.name === 'w:t' || node.name === 'w:delText') return {node, ...characters(scan.text, node.inner, node.close)}
  return {node, text: standsFor[node.name] ?? wordsWithin(node, scan), offsets: null}
}

/** Every leaf within an element, in order. */
export function leavesIn(node: Node, scan: Scan): Leaf[] {
  return inside(node, scan)
    .filter(({name}) => name === 'w:t' || name in standsFor)
    .map((each) => leafOf(each, scan))
}

const standsFor: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '',
  // What a symbol or a form field prints is known to the reader alone.
  'w:sym': '',
  'w:fldChar': '',
}

/** The text within an element that is marked as a whole: an equation, a drawing. */
function wordsWithin(node: Node, scan: Scan): string {
  return inside(node, scan)
    .filter(({name}) => /:t$/.test(name))
    .map(({inner, close}) => characters(scan.text, inner, close).text)
    .join('')
}

/** The characters that a stretch of XML text stands for, and where each begins. */
function characters(xml: string, from: number, to: number): {text: string; offsets: number[]} {
  let text = ''
  const offsets: number[] = []
  const add = (words: string, at: number): void => {
    for (let unit = 0; unit < words.length; unit++) offsets.push(at)
    text += words
  }
  for (let at = from; at < to; ) {
    const sign = xml[at]!
    if (sign === '&') {
      const end = xml.indexOf(';', at)
      const stop = end < 0 || end >= to ? at : end
      add(referred(xml.slice(at + 1, stop)), at)
      at = stop + 1
    } else if (sign === '<') {
      at = asideEnd(xml, at, to, add)
    } else {
      // XML reads either line end as one line feed.
      if (sign !== '\r' || xml[at + 1] !== '\n') add(sign, at)
      at++
    }
  }
  return {text, offsets}
}

/** Over a comment or an instruction within text; the inside of a CDATA section is text, but is not to be parted. */
function asideEnd(xml: string, at: number, to: number, add: (words: string, at: number) => void): number {
  const cdata = xml.startsWith('<![CDATA[', at)
  const mark = cdata ? ']]>' : xml.startsWith('<!--', at) ? '-->' : '>'
  const close = xml.indexOf(mark, at)
  const end = close < 0 ? to : close
  if (cdata) add(xml.slice(at + 9, end), at)
  return Math.min(to, end + mark.length)
}

function referred(name: string): string {
  const [, hex, digits] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? []
  const code = hex ? Number.parseInt(hex, 16) : digits ? Number.parseInt(digits, 10) : null
  if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  return predefined.get(name) ?? '\ufffd'
}

const predefined: ReadonlyMap<string, string> = new Map(
  Object.entries({amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}),
)
