import type {Link} from '../../model/policy.js'
import {plain} from '../plain.js'
import {beginsItem, typedStart} from '../typed-items.js'
import type {InlineLine} from './inline.js'

/** A part of a written paragraph that reads as a paragraph or definition of its own. */
export interface Piece {
  readonly text: string
  readonly lines: readonly [number, number]
  readonly bold: boolean
  readonly links: readonly Link[]
  readonly residue: readonly string[]
}

/**
 * Takes a paragraph apart where its author meant more than Markdown sees: typed bullets and letters at the start of a
 * line, a bold line with a line break under it, and definitions ("Term", then a line that begins with a colon).
 */
export function piecesOf(lines: readonly InlineLine[]): Piece[] {
  const defined = definitions(lines)
  if (defined) return defined
  const groups: InlineLine[][] = []
  let labelled = false

  lines.forEach((line, index) => {
    const previous = lines[index - 1]
    const start = typedStart(line.text)
    const afterBoldLine = previous?.broken && previous.bold && !line.bold && groups.at(-1)?.length === 1
    const item = index === 0 ? start !== null : beginsItem(start, previous!.text, labelled)
    // What follows a bulleted line after a break is a paragraph again.
    const after = labelled && previous?.broken && !start
    if (index === 0 || item || afterBoldLine || after) groups.push([line])
    else groups.at(-1)!.push(line)
    if (item) labelled = true
    else if (after) labelled = false
  })
  return groups.map(piece).filter(({text}) => text !== '')
}

function piece(group: readonly InlineLine[]): Piece {
  return {
    text: plain(group.map(({text}) => text).join(' ')),
    lines: [group[0]!.line, group.at(-1)!.line],
    bold: group.every(({bold, text}) => bold || text.trim() === ''),
    links: group.flatMap(({links}) => links),
    residue: group.flatMap(({residue}) => residue),
  }
}

/** "Term" and lines that begin with a colon: each definition with its term, "LADO: the officer who...". */
function definitions(lines: readonly InlineLine[]): Piece[] | null {
  const isDefinition = ({text}: InlineLine): boolean => /^:\s+\S/.test(text)
  if (lines.length < 2 || isDefinition(lines[0]!) || !lines.some(isDefinition)) return null
  const pieces: Piece[] = []
  let term: InlineLine[] = []
  let group: InlineLine[] = []
  const close = (): void => {
    if (group.length > 0) {
      const whole = piece([...term, ...group])
      const named = plain(term.map(({text}) => text).join(' ')).replace(/\s*:$/, '')
      const said = plain(
        group
          .map(({text}) => text)
          .join(' ')
          .replace(/^:\s+/, ''),
      )
      pieces.push({...whole, text: named === '' ? said : `${named}: ${said}`, bold: false})
    }
    group = []
  }
  lines.forEach((line, index) => {
    if (isDefinition(line)) {
      close()
      group = [line]
    } else if (index + 1 < lines.length && isDefinition(lines[index + 1]!)) {
      close()
      term = [line]
    } else if (group.length > 0) group.push(line)
    else term.push(line)
  })
  close()
  return pieces
}
