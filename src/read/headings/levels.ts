import type {Mark} from '../marks.js'
import {isCapital, type Line, partsOf} from './lines.js'

/** Levels by number where there is one; else by how much a manner stands out; under the styled heading around it. */
export function levelsOf(marks: readonly Mark[], lines: readonly Line[], found: ReadonlySet<Line>): Map<Line, number> {
  const rankOf = ranks([...found])
  const levels = new Map<Line, number>()
  const byIndex = new Map(lines.map((line) => [line.index, line]))
  let styled = 0
  marks.forEach((mark, index) => {
    if (mark.type === 'heading') styled = mark.level
    const line = byIndex.get(index)
    if (line && found.has(line)) levels.set(line, Math.min(9, styled + rankOf(line)))
  })
  const title = titleOf(marks, lines, found)
  const rank = title && levels.get(title)
  for (const [line, level] of levels)
    if (rank && line !== title && level >= rank) levels.set(line, Math.min(9, level + 1))
  return levels
}

/** The first of the lines, where it names the document and looks like the headings after it, which then stand under it. */
function titleOf(marks: readonly Mark[], lines: readonly Line[], found: ReadonlySet<Line>): Line | null {
  const [first, ...others] = [...found].sort((one, other) => one.index - other.index)
  if (
    !first ||
    first.number !== null ||
    !/\b(?:polic(?:y|ies)|procedures?|statement|handbook|guidelines)\b/iu.test(first.text)
  )
    return null
  const alike = new Set(lines.filter(({manner}) => manner === first.manner).map(({index}) => index))
  const opens = marks
    .slice(0, first.index)
    .every((mark, index) => mark.type !== 'heading' && (mark.type !== 'block' || alike.has(index)))
  return opens && others.length >= 3 ? first : null
}

/** A line without a number stands as deep as numbered lines of its weight, or one deeper than those that outweigh it. */
function ranks(found: readonly Line[]): (line: Line) => number {
  const depths = found.flatMap(({number}) => (number === null ? [] : [depthOf(number)]))
  const shallowest = Math.min(...depths, 9)
  const byNumber = (number: string): number => depthOf(number) - shallowest + 1
  const numbered = new Map<number, number>()
  for (const line of found) if (line.number !== null) numbered.set(weightOf(line), byNumber(line.number))
  const weights = [...new Set(found.map(weightOf))].sort((one, other) => other - one)
  const outweighed = (line: Line): number => {
    const weight = weightOf(line)
    const above = [...numbered].flatMap(([other, level]) => (other > weight ? [level] : []))
    if (numbered.size > 0) return numbered.get(weight) ?? Math.max(0, ...above) + 1
    return Math.min(weights.indexOf(weight) + 1, 4)
  }
  const known = new Map<string, number>()
  return (line) => {
    if (line.number !== null) return byNumber(line.number)
    const rank = known.get(line.manner) ?? outweighed(line)
    known.set(line.manner, rank)
    return rank
  }
}

function depthOf(number: string): number {
  return /\d/.test(number) ? partsOf(number) : 1
}

function weightOf({look, text, signs}: Line): number {
  return (
    (look.size ?? 0) * 10 +
    (isCapital(text, look) ? 4 : 0) +
    (look.bold ? 3 : 0) +
    (signs.includes('underlined') ? 1 : 0)
  )
}
