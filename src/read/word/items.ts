import {beginsItem, typedStart} from '../typed-items.js'
import {lineBreak, type Stretch} from './words.js'

/**
 * Takes a paragraph apart where its author typed a list in it: a bullet, letter or number after a line break. Most
 * paragraphs come back whole.
 */
export function itemsIn(stretches: readonly Stretch[]): (readonly Stretch[])[] {
  if (!stretches.some(({text}) => text === lineBreak)) return [stretches]
  const items: Stretch[][] = [[]]
  let before: string | null = null
  let labelled = false
  for (const line of linesOf(stretches)) {
    const text = line.map((stretch) => stretch.text).join('')
    const start = typedStart(text)
    const item: boolean = before === null ? start !== null : beginsItem(start, before, labelled)
    if (item && before !== null) items.push([])
    items.at(-1)!.push(...line)
    labelled ||= item
    before = text
  }
  return items
}

/** The lines of a paragraph, each but the last with the break that ends it. */
function linesOf(stretches: readonly Stretch[]): Stretch[][] {
  const lines: Stretch[][] = [[]]
  for (const stretch of stretches) {
    lines.at(-1)!.push(stretch)
    if (stretch.text === lineBreak) lines.push([])
  }
  return lines
}
