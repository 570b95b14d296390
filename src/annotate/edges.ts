import type {Edge, Stretch} from './find-words.js'
import {children, inside, type Node, type Scan} from './scan.js'

/**
 * A place between two characters of a part where something may be put in, what has to go before it to close the run
 * that it parts, and what has to go after it to open that run again. Both are empty between runs.
 */
export interface Gap {
  readonly at: number
  readonly before: string
  readonly after: string
  /** Set when the text before the gap ends in a space: where its opening tag must say that spaces count. */
  readonly keepSpaces: number | null
}

/** Where a stretch of words begins and ends in the file. Null for words that stand in no run. */
export function gapsOf({from, to}: Stretch, scan: Scan): readonly [Gap, Gap] | null {
  const start = gapAt(from, 'start', scan)
  const end = gapAt(to, 'end', scan)
  return start && end && start.at <= end.at ? [start, end] : null
}

type Side = 'start' | 'end'

function gapAt(edge: Edge, side: Side, scan: Scan): Gap | null {
  const found = gapNear(edge, side, scan)
  if (!found) return null
  // A comment within a tracked change would go with it: the change is parted as well.
  let {before, after} = found.gap
  for (let at = found.within; at && tracked.has(at.name); at = at.parent) {
    before += closing(at, scan)
    after = scan.text.slice(at.open, at.inner) + after
  }
  return {...found.gap, before, after}
}

const tracked: ReadonlySet<string> = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** A gap, and the element that it would stand in if nothing but runs were parted. */
interface Found {
  readonly gap: Gap
  readonly within: Node | null
}

function gapNear({leaf, offset}: Edge, side: Side, scan: Scan): Found | null {
  const run = outermostRun(leaf.node) ?? equationIn(leaf.node)
  if (!run) return null
  const held = holding(run, scan)
  if (held) return beside(held, side, scan)
  const {node, text, offsets} = leaf
  if (node.parent !== run || holdsPicture(run, scan)) return beside(run, side, scan)
  if (offsets !== null && offset > 0 && offset < text.length) return withinText(node, run, offsets, offset, text, scan)
  const atEdge = side === 'start' ? isFirst(node, scan) : isLast(node, scan)
  if (atEdge) return beside(run, side, scan)
  const opening = scan.text.slice(run.open, run.inner) + propertiesOf(run, scan)
  const at = side === 'start' ? node.open : node.end
  return {gap: {at, before: closing(run, scan), after: opening, keepSpaces: null}, within: run.parent}
}

/** Old pictures and embedded objects are read together with the words of their run, or not at all: it stays whole. */
function holdsPicture(run: Node, scan: Scan): boolean {
  return children(run, scan).some(({name}) => name === 'w:object' || name === 'w:pict')
}

/** The run around a leaf; of runs within runs (small text over text) the outermost of the paragraph. */
function outermostRun(node: Node): Node | null {
  let run: Node | null = node.name === 'w:r' ? node : null
  for (let at = node.parent; at && at.name !== 'w:p'; at = at.parent) if (at.name === 'w:r') run = at
  return run
}

/** An equation stands beside the runs of its paragraph. */
function equationIn(node: Node): Node | null {
  return node.parent && (node.parent.name === 'w:p' || wrappers.has(node.parent.name)) ? node : null
}

/** What must not be parted around a run: a choice of two forms, or a control that takes plain text only. */
function holding(run: Node, scan: Scan): Node | null {
  let held: Node | null = null
  for (let at = run.parent; at && at.name !== 'w:p'; at = at.parent) {
    if (/(?:^|:)AlternateContent$/.test(at.name) || (at.name === 'w:sdt' && isStrict(at, scan))) held = at
  }
  return held
}

const plainControls =
  /^w:(?:text|dataBinding|date|dropDownList|comboBox|picture|citation|bibliography|docPartList|equation)$/

function isStrict(control: Node, scan: Scan): boolean {
  const all = inside(control, scan)
  const properties = all.find(({name, parent}) => name === 'w:sdtPr' && parent === control)
  if (!properties) return false
  return all.some(({name, parent}) => parent === properties && (plainControls.test(name) || /:checkbox$/.test(name)))
}

/** Between two characters of a text element. */
function withinText(
  node: Node,
  run: Node,
  offsets: readonly number[],
  offset: number,
  text: string,
  scan: Scan,
): Found {
  const at = offsets[offset]!
  // Both halves of one character, or the inside of a CDATA section.
  if (at === offsets[offset - 1]) return beside(run, 'end', scan)
  const tag = scan.text.slice(node.open, node.inner)
  const keeps = /\sxml:space\s?=/.test(tag)
  const opening = keeps ? tag : tag.replace(/>$/, ' xml:space="preserve">')
  const gap = {
    at,
    before: closing(node, scan) + closing(run, scan),
    after: scan.text.slice(run.open, run.inner) + propertiesOf(run, scan) + opening,
    keepSpaces: !keeps && /\s$/.test(text.slice(0, offset)) ? node.inner - 1 : null,
  }
  return {gap, within: run.parent}
}

/** Beside a run, and beside whatever it begins or ends: a link, an insertion. */
function beside(run: Node, side: Side, scan: Scan): Found {
  let node = run
  while (node.parent && wrappers.has(node.parent.name)) {
    if (!(side === 'start' ? isFirst(node, scan) : isLast(node, scan))) break
    node = node.parent
  }
  const at = side === 'start' ? node.open : node.end
  return {gap: {at, before: '', after: '', keepSpaces: null}, within: node.parent}
}

const wrappers: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:smartTag',
  'w:fldSimple',
  'w:customXml',
  'w:dir',
  'w:bdo',
])

const properties = /^w:(?:rPr|smartTagPr|customXmlPr|fldData)$/

function isFirst(node: Node, scan: Scan): boolean {
  const {before, parent} = node
  if (before !== null) return properties.test(before.name) && before.before === null
  return parent !== null && /^\s*$/.test(scan.text.slice(parent.inner, node.open))
}

function isLast({parent, end}: Node, {text}: Scan): boolean {
  return parent !== null && /^\s*$/.test(text.slice(end, parent.close))
}

function closing({close, end}: Node, {text}: Scan): string {
  return text.slice(close, end)
}

function propertiesOf(run: Node, scan: Scan): string {
  const own = inside(run, scan).find(({name, parent}) => name === 'w:rPr' && parent === run)
  return own ? scan.text.slice(own.open, own.end) : ''
}
