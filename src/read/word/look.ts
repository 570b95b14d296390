import {isTypedNumber} from '../headings/number.js'
import type {Look} from '../marks.js'
import type {Paragraph} from './blocks.js'

/** How a paragraph looks as a whole: what holds for all of its letters, and the size of most. */
export function lookOf({pieces, look, printed}: Paragraph): Look {
  const lettered = pieces.filter(({text}) => /[\p{L}\p{N}]/u.test(text))
  const sizes = new Map<number, number>()
  for (const {text, look: run} of lettered) sizes.set(run.size, (sizes.get(run.size) ?? 0) + text.length)
  const [size] = [...sizes].sort(([, one], [, other]) => other - one)[0] ?? []
  // "8.2" and then "Children" in bold: a number typed before words belongs to them.
  const [first, ...more] = lettered
  const worded = more.length > 0 && isTypedNumber(first!.text) ? more : lettered
  const all = (trait: 'bold' | 'italic' | 'underlined' | 'capitals'): boolean =>
    worded.length > 0 && worded.every((piece) => piece.look[trait])
  return {
    bold: all('bold'),
    italic: all('italic'),
    underlined: all('underlined'),
    capitals: all('capitals'),
    centred: look.centred,
    before: look.before,
    after: look.after,
    keepNext: look.keepNext,
    ...(size !== undefined && {size}),
    ...(look.styleName !== '' && {style: look.styleName}),
    ...(printed && {level: printed.depth + 1}),
  }
}
