import type {Look} from '../marks.js'
import type {Paragraph} from './blocks.js'

/** How a paragraph looks as a whole: what holds for all of its letters, and the size of most. */
export function lookOf({pieces, look, printed}: Paragraph): Look {
  const lettered = pieces.filter(({text}) => /[\p{L}\p{N}]/u.test(text))
  const sizes = new Map<number, number>()
  for (const {text, look: run} of lettered) sizes.set(run.size, (sizes.get(run.size) ?? 0) + text.length)
  const [size] = [...sizes].sort(([, one], [, other]) => other - one)[0] ?? []
  const all = (trait: 'bold' | 'italic' | 'underlined' | 'capitals'): boolean =>
    lettered.length > 0 && lettered.every((piece) => piece.look[trait])
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
