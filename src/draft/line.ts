import {type Passage, type Place, type Policy, type Section, sectionsOf} from '../model/policy.js'

/** A heading or a passage of a procedure document, in reading order: what facts are drafted from. */
export interface Line {
  readonly text: string
  /** Null for a heading. */
  readonly passage: Passage | null
  /** The level of a heading; 0 for a passage. */
  readonly level: number
  readonly place: Place
  /** The headings it stands under, the outermost first; for a heading, its own is the last. */
  readonly headings: readonly string[]
}

/** More than any paragraph of a procedure holds; it bounds what a single one can cost. */
const longestLine = 8000

/**
 * The headings and passages of a document in reading order. What a contents table repeats is left out, and so is what
 * is too long for a paragraph that a person wrote; see `overlongIn`.
 */
export function linesOf(policy: Policy): Line[] {
  const lines: Line[] = []
  for (const section of sectionsOf(policy)) {
    if (section.level > 0 && section.title.length <= longestLine) lines.push(headingLine(section))
    for (const passage of section.passages)
      if (passage.form !== 'contents' && passage.text.length <= longestLine) lines.push(passageLine(passage))
  }
  return lines
}

/** How many passages were too long to be read for facts. */
export function overlongIn(policy: Policy): number {
  return sectionsOf(policy)
    .flatMap(({passages, title}) => [title, ...passages.map(({text}) => text)])
    .filter(({length}) => length > longestLine).length
}

function headingLine({title, level, place}: Section): Line {
  return {text: title, passage: null, level, place, headings: [...place.headings, title]}
}

function passageLine(passage: Passage): Line {
  return {text: passage.text, passage, level: 0, place: passage.place, headings: passage.place.headings}
}

/** Whether a line is running text: not a header, footer, comment, property or the like. */
export function isBody({passage}: Line): boolean {
  return passage === null || !margins.has(passage.form)
}

const margins: ReadonlySet<string> = new Set(['header', 'footer', 'comment', 'property', 'contents'])

/** Where a line stands, in words that a person can follow in the document. */
export function lineWords({place, headings}: Line): string {
  const above = headings.slice(-2).join(' › ')
  const at = place.lines ? `line ${place.lines[0]}` : `paragraph ${place.ordinal}`
  return above ? `${at}, under “${above.slice(0, 120)}”` : at
}
