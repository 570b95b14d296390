import type {PhrasingContent} from 'mdast'
import type {Link} from '../../model/policy.js'
import {isTypedNumber} from '../headings/number.js'
import {attributeOf, htmlTokens} from '../html/tags.js'
import {pictureNotice, unreadNotice} from '../html/unread.js'
import type {NoticeMark} from '../marks.js'
import {plain, safeTarget} from '../plain.js'

/** One written line of a paragraph. */
export interface InlineLine {
  readonly text: string
  /** Line in the document. */
  readonly line: number
  /** True when every word of it is bold. */
  readonly bold: boolean
  /** True when the author broke the line after it. */
  readonly broken: boolean
  readonly links: readonly Link[]
  readonly residue: readonly string[]
}

/** The words of a paragraph, heading or cell, and what hangs on them. */
export interface InlineText {
  readonly lines: readonly InlineLine[]
  /** Footnotes it refers to, in order. */
  readonly notes: readonly string[]
  readonly comments: readonly {readonly text: string; readonly line: number}[]
  /** Pictures and frames: seen, but not read. */
  readonly unread: readonly NoticeMark[]
}

export interface InlineContext {
  /** Lines of the document before the piece that was parsed. */
  readonly before: number
  readonly components: ReadonlySet<string>
  /** Where a reference link leads: its identifier to its address. */
  readonly definitions: ReadonlyMap<string, string>
}

/** Reads inline content as plain words: markup goes, links are kept beside them, soft line breaks stay line ends. */
export function inlineText(nodes: readonly PhrasingContent[], context: InlineContext): InlineText {
  const lines: Line[] = []
  const notes: string[] = []
  const comments: {text: string; line: number}[] = []
  const unread: NoticeMark[] = []
  const first = (nodes[0]?.position?.start.line ?? 1) + context.before
  let line: Line = newLine(first)
  let bold = 0
  let skipping = ''
  let anchor: {target: string; words: string} | null = null
  const open: {words: string}[] = []

  const end = (broken: boolean): void => {
    lines.push(line)
    line.broken = broken
    line = newLine(line.line + 1)
  }
  const say = (text: string): void => {
    if (skipping !== '') return
    text.split('\n').forEach((part, index) => {
      if (index > 0) end(false)
      line.text += part
      // "8.2 **Children**": a number typed before bold words belongs to them.
      const isNumber = line.letters === 0 && bold === 0 && /^\S+\s+$/u.test(part) && isTypedNumber(part)
      const letters = isNumber ? 0 : part.replace(/\s+/g, '').length
      line.letters += letters
      if (bold > 0) line.bold += letters
    })
    for (const link of open) link.words += text
    if (anchor) anchor.words += text
  }
  const linked = (target: string, words: string): void => {
    const safe = safeTarget(target)
    const text = plain(words)
    if (safe !== null && text !== '') line.links.push({text, target: safe})
  }
  const collect = (children: readonly PhrasingContent[]): string => {
    const collected = {words: ''}
    open.push(collected)
    visitAll(children)
    open.pop()
    return plain(collected.words)
  }
  const link = (target: string | undefined, children: readonly PhrasingContent[]): void => {
    const words = collect(children)
    if (target !== undefined) linked(target, words)
  }
  const html = (value: string): void => {
    for (const token of htmlTokens(value, context.components)) {
      if (token.type === 'text') say(token.text)
      else if (token.type === 'comment') comments.push({text: plain(token.text), line: line.line + token.line})
      else if (token.name === 'br') end(true)
      else if (token.name === 'b' || token.name === 'strong') bold += token.type === 'open' ? 1 : -1
      else if (token.name === 'script' || token.name === 'style') skipping = token.type === 'open' ? token.name : ''
      else if (token.name === 'a') {
        if (anchor) linked(anchor.target, anchor.words)
        const target = token.type === 'open' ? attributeOf(token.raw, 'href') : null
        anchor = target === null ? null : {target, words: ''}
      } else if (token.type === 'open') {
        const notice = unreadNotice(token, line.line)
        if (notice) unread.push(notice)
      }
    }
  }
  const visitAll = (children: readonly PhrasingContent[]): void => {
    for (const child of children) visit(child)
  }
  const visit = (node: PhrasingContent): void => {
    // A node knows its line better than our count does: what was left out between may have held line ends.
    const at = node.position && node.position.start.line + context.before
    if (at !== undefined && line.text === '') line.line = at
    if (node.type === 'text' || node.type === 'inlineCode') say(node.value)
    else if (node.type === 'break') end(true)
    else if (node.type === 'emphasis') visitAll(node.children)
    else if (node.type === 'link') link(node.url, node.children)
    else if (node.type === 'linkReference') link(context.definitions.get(node.identifier), node.children)
    else if (node.type === 'footnoteReference') notes.push(node.identifier)
    else if (node.type === 'html') html(node.value)
    else if (node.type === 'image' || node.type === 'imageReference') {
      unread.push(pictureNotice(node.alt ?? '', line.line))
    } else if (node.type === 'strong') {
      bold++
      visitAll(node.children)
      bold--
    } else if (node.type === 'delete') {
      const struck = collect(node.children)
      if (struck !== '') line.residue.push(struck)
    }
  }

  visitAll(nodes)
  if (anchor !== null) linked((anchor as {target: string}).target, (anchor as {words: string}).words)
  lines.push(line)
  return {lines: lines.map(finished), notes, comments, unread}
}

interface Line {
  text: string
  line: number
  letters: number
  bold: number
  broken: boolean
  links: Link[]
  residue: string[]
}

function newLine(line: number): Line {
  return {text: '', line, letters: 0, bold: 0, broken: false, links: [], residue: []}
}

function finished({text, line, letters, bold, broken, links, residue}: Line): InlineLine {
  return {text, line, bold: letters > 0 && bold === letters, broken, links, residue}
}
