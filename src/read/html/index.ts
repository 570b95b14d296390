import {InputError} from '../../model/input-error.js'
import type {Notice, Policy} from '../../model/policy.js'
import type {Source} from '../../model/source.js'
import {decodeText} from '../decode.js'
import {inferHeadings} from '../headings/infer.js'
import {numberBareHeadings} from '../headings/number.js'
import type {Mark} from '../marks.js'
import {plain} from '../plain.js'
import {policyOf} from '../policy-of.js'
import {htmlBlocks} from './blocks.js'
import {decodeEntities} from './tags.js'

/**
 * Reads a saved web page: what its main part says, without menus, banners and footers. Scripts are never run, and
 * nothing that the page leads to is fetched.
 *
 * Raises InputError PAGE_TOO_LARGE for a file beyond the size of any page.
 */
export function readHtml(source: Source): Policy {
  if (source.bytes.length > largest) {
    throw new InputError(
      'PAGE_TOO_LARGE',
      source.path,
      `the file is larger than ${largest / 1_000_000} MB`,
      'Save the page alone, as “web page, HTML only”.',
    )
  }
  const {text, doubt} = decodeText(source.bytes)
  const marks: Mark[] = []
  let tables = 0
  const blocks = htmlBlocks(
    new Set(),
    (mark) => marks.push(mark),
    () => ++tables,
  )
  blocks.feed(mainPart(text), 1)
  blocks.finish()
  const notices: Notice[] = doubt === null ? [] : [{code: 'text-encoding', message: doubt, place: null}]
  // What a page comments out was never shown to anybody.
  const shown = marks.filter((mark) => !(mark.type === 'block' && mark.form === 'comment'))
  return policyOf(source, {
    format: 'html',
    marks: inferHeadings(numberBareHeadings(shown)),
    title: headingTitle(shown) || pageTitle(text),
    properties: {},
    notices,
  }).policy
}

const largest = 8_000_000

/** The one part that is marked as the main one, or the body; lines stay where they were. */
function mainPart(html: string): string {
  const lower = html.toLowerCase()
  const from = lower.search(/<main[\s>]/) >= 0 ? lower.search(/<main[\s>]/) : Math.max(lower.search(/<body[\s>]/), 0)
  const end = lower.lastIndexOf('</main')
  const part = html.slice(from, end > from ? end : html.length)
  return html.slice(0, from).replace(/[^\n]+/g, '') + withoutChrome(part)
}

const chrome: ReadonlySet<string> = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'dialog',
  'noscript',
  'iframe',
  'button',
  'object',
])

/** Blanks out the parts of a page that are about the site and not about the document. One pass over the tags. */
function withoutChrome(html: string): string {
  const pieces: string[] = []
  let depth = 0
  let outer = ''
  let from = 0
  for (const match of html.matchAll(/<(\/?)([a-z]{2,9})\b[^>]{0,2000}>/gi)) {
    const name = match[2]!.toLowerCase()
    if (!chrome.has(name) || match[0].endsWith('/>')) continue
    if (match[1] === '' && depth === 0) {
      pieces.push(html.slice(from, match.index))
      outer = name
      depth = 1
      from = match.index
    } else if (depth > 0 && name === outer) {
      depth += match[1] === '' ? 1 : -1
      if (depth > 0) continue
      const end = match.index + match[0].length
      pieces.push(html.slice(from, end).replace(/[^\n]+/g, ''))
      from = end
    }
  }
  // A part that is never closed is no reason to lose the rest of the page.
  pieces.push(html.slice(from))
  return pieces.join('')
}

function headingTitle(marks: readonly Mark[]): string {
  const heading = marks.find((mark) => mark.type === 'heading' && mark.level === 1)
  return heading?.type === 'heading' ? heading.text : ''
}

/** The window's title without the site's name after it. */
function pageTitle(html: string): string {
  const title = plain(decodeEntities(/<title[^>]{0,200}>([^<]{1,400})<\/title/i.exec(html)?.[1] ?? ''))
  return title.split(/\s+[|–—-]\s+/u)[0] ?? ''
}
