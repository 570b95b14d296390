import {decodeEntities} from '../html/tags.js'
import {childrenOf, type Element} from '../xml.js'
import type {Block} from './blocks.js'
import {remark, type Story, type Telling, typed} from './telling.js'

/** Reads text that another file brought in (`w:altChunk`): web pages and plain text; of anything else, a notice. */
export function chunkBlocks(element: Element, story: Story, telling: Telling): Block[] {
  const relation = telling.file.relations(story.part).get(element.attributes['r:id'] ?? '')
  const name = relation?.target ?? ''
  const bytes = relation && !relation.outside ? telling.file.bytes(name) : null
  const type = contentType(name, telling)
  if (bytes && (/html|text\/plain/.test(type) || /\.(?:x?html?|txt)$/i.test(name))) {
    const text = new TextDecoder().decode(bytes)
    const lines = /plain/.test(type) || /\.txt$/i.test(name) ? text.split(/\r?\n/) : htmlLines(text)
    return lines.filter((line) => /\S/.test(line)).map((line) => typed(line, story, telling))
  }
  return [remark('imported-text-not-read', 'a file is imported here by reference and not read; copy its text in')]
}

function contentType(part: string, {file}: Telling): string {
  const types = file.xml('[Content_Types].xml') ?? undefined
  const own = childrenOf(types, 'ct:Override').find(({attributes}) => attributes.PartName === `/${part}`)
  const ending = part.slice(part.lastIndexOf('.') + 1).toLowerCase()
  const usual = childrenOf(types, 'ct:Default').find(({attributes}) => attributes.Extension?.toLowerCase() === ending)
  return (own ?? usual)?.attributes.ContentType ?? ''
}

const blockTags =
  /^\/?(?:p|div|h[1-6]|li|ul|ol|table|tr|td|th|br|hr|blockquote|section|article|header|footer|dl|dt|dd|pre|body|html|head|title)$/

/** The text of a web page, a line for each block. One pass, no regular expression over the whole. */
function htmlLines(html: string): string[] {
  const lines: string[] = []
  let line = ''
  let skipping = ''
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    if (skipping === '') line += html.slice(at, open < 0 ? html.length : open)
    if (open < 0) break
    const close = html.startsWith('<!--', open) ? html.indexOf('-->', open) + 2 : html.indexOf('>', open)
    if (close < open) break
    const tag = html
      .slice(open + 1, Math.min(close, open + 40))
      .toLowerCase()
      .split(/[\s>]/, 1)[0]!
      .replace(/\/$/, '')
    if (skipping !== '') {
      if (tag === `/${skipping}`) skipping = ''
    } else if (tag === 'script' || tag === 'style') skipping = tag
    else if (blockTags.test(tag)) {
      lines.push(line)
      line = ''
    }
    at = close + 1
  }
  return [...lines, line].map((text) => decodeEntities(text).replace(/\s+/g, ' ').trim())
}
