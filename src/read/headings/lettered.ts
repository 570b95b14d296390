import type {BlockMark, Mark} from '../marks.js'
import {isListItem, nextRunning} from './infer.js'

/**
 * Takes short titles that are lettered by hand, "a) Good practice" with paragraphs under it, for headings: where three
 * or more follow each other through the alphabet and most of them have a paragraph of their own.
 */
export function letteredHeadings(marks: readonly Mark[]): readonly Mark[] {
  const chain: number[] = []
  const taken = new Set<number>()
  let last = 0
  const close = (): void => {
    const headed = chain.filter((index) => {
      const next = nextRunning(marks, index)
      return next?.type === 'block' && !isListItem(next)
    })
    if (chain.length >= 3 && headed.length * 3 >= chain.length * 2) for (const index of chain) taken.add(index)
    chain.length = 0
  }
  marks.forEach((mark, index) => {
    if (!isTitle(mark)) return
    const letter = letterOf(mark)
    if (chain.length > 0 && letter === last + 1) chain.push(index)
    else if (letter === 'a'.charCodeAt(0)) {
      close()
      chain.push(index)
    } else return
    last = letter
  })
  close()
  if (taken.size === 0) return marks

  let level = 0
  return marks.map((mark, index) => {
    if (mark.type === 'heading') level = mark.level
    if (!taken.has(index) || mark.type !== 'block') return mark
    const {label, lines, links, residue, origin} = mark
    const text = titleOf(mark)
    const number = label!.startsWith('(') ? label : label!.slice(0, -1)
    const inferred = 'a short title in a lettered series, with paragraphs under it'
    return {type: 'heading', level: level + 1, number, text, lines, links, residue, origin, inferred}
  })
}

function isTitle(mark: Mark): mark is BlockMark {
  if (mark.type !== 'block' || mark.form !== 'list-item' || (mark.depth ?? 0) > 0) return false
  return /^\(?[a-z]\)$/.test(mark.label ?? '') && mark.text.length <= 100 && /^\p{Lu}.*[^.!?;:,]$/u.test(titleOf(mark))
}

/** The words without the letter, which a typed list item keeps in its text. */
function titleOf({label, text}: BlockMark): string {
  return label !== null && text.startsWith(label) ? text.slice(label.length).trimStart() : text
}

function letterOf({label}: BlockMark): number {
  return label!.replace(/\W/g, '').charCodeAt(0)
}
