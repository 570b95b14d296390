import {plain} from '../plain.js'

/** A document without the code that a site generator would have run, each line where it was. */
export interface WithoutSiteCode {
  readonly text: string
  /** Pieces that the site would have put in from elsewhere; nobody has read them. */
  readonly includes: readonly {readonly name: string; readonly line: number}[]
}

/**
 * Takes out what is plainly code of a site generator: Liquid and Jinja tags, Hugo shortcodes, MDX imports and comments,
 * kramdown attribute lists, admonition fences. A placeholder such as {{organisation name}} is text and stays.
 */
export function withoutSiteCode(text: string): WithoutSiteCode {
  const includes: {name: string; line: number}[] = []
  const lineAt = lineCounter(text)
  const note = (name: string, at: number): string => {
    includes.push({name: plain(name).slice(0, 80), line: lineAt(at)})
    return ''
  }

  let out = replaceBetween(text, '{{', '}}', (inside, at) => {
    if (!isCode(inside)) return null
    const shortcode = /^[<%>]\s{0,9}([\w.-]{1,60})/.exec(inside)?.[1]
    if (!shortcode || /^(?:rel)?ref$/.test(shortcode) || closes(text, shortcode)) return ''
    return note(inside.replace(/^[<%>\s]+|[>%\s]+$/g, ''), at)
  })
  out = replaceBetween(out, '{%', '%}', (inside, at) => {
    const tag = inside.replace(/^[-+\s]+|[-+\s]+$/g, '')
    if (/^(?:end)?comment\b/.test(tag)) return tag.startsWith('end') ? '-->' : '<!--'
    return /^(?:include|render|partial|import|extends)\w*\b/.test(tag) ? note(tag, at) : ''
  })
  out = replaceBetween(out, '{/*', '*/}', (inside) => `<!--${inside.replaceAll('--', '- -')}-->`)
  out = replaceBetween(out, '<%', '%>', () => '')
  out = out
    .replace(/\{:[^{}\n]{0,300}\}/g, '')
    .replace(/(\S[ \t]{0,9})\{[#.][\w-][^{}\n]{0,200}\}[ \t]{0,9}$/gm, '$1')
    .replace(/^[ \t]{0,3}(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\}|\[\[toc\]\])[ \t]*$/gim, '')
    .replace(/^[ \t]{0,12}:{3,}[ \t]{0,9}(?:[a-z][a-z-]{0,30}\b)?/gm, '')
    .replace(
      /^import\s[^\n;]{1,300}from\s{0,9}['"][^'"\n]{1,200}['"];?[ \t]*$|^import\s{1,9}['"][^'"\n]{1,200}['"];?[ \t]*$/gm,
      '',
    )
    .replace(/^export\s{1,9}(?:const|let|default|function)\b[^\n]*$/gm, '')
  return {text: out, includes: includes.sort((a, b) => a.line - b.line)}
}

/**
 * Replaces what stands between two marks. `by` gives the replacement, or null to leave it as it is; line ends inside
 * are kept. Pieces longer than code in a document ever is are left alone.
 */
function replaceBetween(
  text: string,
  open: string,
  close: string,
  by: (inside: string, at: number) => string | null,
): string {
  let out = ''
  let from = 0
  for (;;) {
    const start = text.indexOf(open, from)
    if (start < 0) break
    const end = text.indexOf(close, start + open.length)
    if (end < 0) break
    const inside = text.slice(start + open.length, end)
    if (inside.length > longest) {
      out += text.slice(from, start + open.length)
      from = start + open.length
      continue
    }
    const replacement = by(inside, start)
    const whole = text.slice(start, end + close.length)
    out += text.slice(from, start) + (replacement === null ? whole : replacement + missingLines(whole, replacement))
    from = end + close.length
  }
  return out + text.slice(from)
}

const longest = 2000

function missingLines(whole: string, replacement: string): string {
  return '\n'.repeat(Math.max(0, whole.split('\n').length - replacement.split('\n').length))
}

/** Whether a shortcode has a closing half: then it only frames text that is in the document. */
function closes(text: string, shortcode: string): boolean {
  return ['< /', '</', '% /', '%/'].some((half) => text.includes(`{{${half}${shortcode}`))
}

/** Whether the inside of {{ }} is code: a filter, a call, a quoted string, a shortcode, or a variable of the site. */
function isCode(inside: string): boolean {
  const code = inside.trim()
  if (/^[<%#/>!&^$]/.test(code) || /["'`|()=]/.test(code) || /^\.\w/.test(code)) return true
  return (
    /^(?:site|page|layout|post|config|theme|props|params|frontmatter|collections|nav)\b[.[]/i.test(code) ||
    bareVariables.has(code)
  )
}

const bareVariables: ReadonlySet<string> = new Set(['content', 'toc', 'children', 'super', 'block.super', 'contents'])

/** Line of an offset, for offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let from = 0
  return (offset) => {
    if (offset < from) [line, from] = [1, 0]
    for (let at = text.indexOf('\n', from); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
      line++
      from = at + 1
    }
    return line
  }
}
