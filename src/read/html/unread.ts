import type {NoticeMark} from '../marks.js'
import {plain} from '../plain.js'
import {attributeOf, type HtmlToken} from './tags.js'

/** What to say of an HTML element whose content is seen but cannot be read; null for every other element. */
export function unreadNotice({name, raw}: HtmlToken & {type: 'open'}, line: number): NoticeMark | null {
  if (name === 'img' || name === 'svg') return pictureNotice(attributeOf(raw, 'alt') ?? '', line)
  if (!frames.has(name)) return null
  return {type: 'notice', code: 'embedded-not-read', message: `an embedded ${name} was not read`, lines: [line, line]}
}

/** What to say of a picture: its description stands for it, where it has one. */
export function pictureNotice(description: string, line: number): NoticeMark {
  const alt = plain(description).slice(0, 200)
  const message = alt === '' ? 'a picture was not read' : `a picture was not read: ${alt}`
  return {type: 'notice', code: 'image-not-read', message, lines: [line, line]}
}

const frames: ReadonlySet<string> = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'canvas'])
