import {splitNumber} from '../heading-number.js'
import type {BlockMark, Mark} from '../marks.js'

/** Takes a short bold line that stands alone for a heading, one level under the heading that it stands in. */
export function boldHeadings(marks: readonly Mark[]): Mark[] {
  let level = 0
  return marks.map((mark, index) => {
    if (mark.type === 'heading') level = mark.level
    if (mark.type !== 'block' || !readsAsHeading(mark) || !headsSomething(marks, index)) return mark
    const {number, title} = splitNumber(mark.text)
    const {lines, links, residue} = mark
    const inferred = 'a short bold line that stands alone'
    return {type: 'heading', level: level + 1, number, text: title, lines, links, residue, inferred}
  })
}

function readsAsHeading({form, look, text, label, quoted}: BlockMark): boolean {
  if (form !== 'paragraph' || !look?.bold || label !== null || quoted) return false
  return (
    text.length <= 120 &&
    !/[.!?;,]$/.test(text) &&
    !/\d(?:[ -]?\d){5}|@\w/.test(text) &&
    /^["'“‘(]?[\p{Lu}\d]/u.test(text)
  )
}

function headsSomething(marks: readonly Mark[], index: number): boolean {
  const next = marks.slice(index + 1, index + 6).find(({type}) => type !== 'notice')
  return next !== undefined && next.type !== 'heading'
}
