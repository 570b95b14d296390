import {splitNumber} from './heading-number.js'
import {endsInPage, isHeadingShaped} from './heading-shape.js'
import type {BlockMark, HeadingMark, Look, Mark} from './marks.js'

/**
 * Takes for headings the lines that nobody styled and everybody reads as headings: set apart by bold type, capitals,
 * size, underlining or a number, short, no sentence, with text under them, and consistent within the document. Each
 * says why it was taken. Lines without a look (cells, notes, margins) are never headings.
 */
export function inferHeadings(marks: readonly Mark[]): Mark[] {
  const lines = linesOf(marks)
  const body = bodyOf(lines)
  for (const line of lines) line.signs = signsOf(line, body)
  const found = new Set(lines.filter((line) => isCandidate(line, marks)))
  dropContents(lines, found)
  dropUnsteady(lines, found)
  dropRuns(marks, lines, found)
  dropCover(lines, found)
  dropUnsteady(lines, found)
  const levels = levelsOf(marks, lines, found)

  const byIndex = new Map([...found].map((line) => [line.index, line]))
  return marks.map((mark, index) => {
    const line = byIndex.get(index)
    return line ? headingOf(mark as BlockMark, line, levels.get(line) ?? 1) : mark
  })
}

/** One line of running text that could be a heading, and what speaks for it. */
interface Line {
  readonly index: number
  readonly mark: BlockMark
  readonly look: Look
  /** Its number, typed or automatic, and its words without it. */
  readonly number: string | null
  readonly text: string
  readonly words: number
  /** Lines of one manner are headings together or not at all. */
  readonly manner: string
  signs: readonly string[]
}

function linesOf(marks: readonly Mark[]): Line[] {
  return marks.flatMap((mark, index) => {
    if (mark.type !== 'block' || !mark.look || mark.quoted || mark.text === '') return []
    const typed = splitNumber(mark.text)
    const number = mark.label ?? typed.number
    const text = mark.label === null ? typed.title : mark.text
    const words = mark.text.match(/\S+/g)?.length ?? 0
    const {look} = mark
    const manner = [
      look.bold && 'b',
      isCapital(text, look) && 'c',
      look.underlined && 'u',
      look.italic && 'i',
      look.size ?? '',
      look.centred && 'm',
      mark.label !== null && `auto${mark.depth ?? 0}`,
      mark.label === null && typed.number !== null && `typed${partsOf(typed.number)}`,
      mark.form === 'list-item' && mark.label === null && 'bullet',
    ]
    return [{index, mark, look, number, text, words, manner: manner.map((part) => part || '').join('/'), signs: []}]
  })
}

function isCandidate({signs, text, number, index, mark}: Line, marks: readonly Mark[]): boolean {
  // A number alone may as well count the items of a list; then only the text under it tells.
  const counts = mark.form === 'list-item' && signs.every((sign) => sign === 'numbered')
  if (counts && !isProse(marks[index + 1])) return false
  return signs.length > 0 && isHeadingShaped(text, {numbered: number !== null, marked: signs.length > 1})
}

function isProse(mark: Mark | undefined): boolean {
  return mark?.type === 'block' && (mark.text.length > 80 || /[.;:]$/.test(mark.text))
}

/** Three lines in a row that end in dots or page numbers are a contents table that somebody typed. */
function dropContents(lines: readonly Line[], found: Set<Line>): void {
  let run: Line[] = []
  for (const line of [...lines, null]) {
    if (line && endsInPage(line.text)) {
      run.push(line)
      continue
    }
    if (run.length >= 3) for (const listed of run) found.delete(listed)
    run = []
  }
}

/** What most of the document's words look like: against this a heading stands out. */
interface Body {
  readonly size: number
  readonly bold: boolean
  readonly capitals: boolean
  readonly underlined: boolean
}

function bodyOf(lines: readonly Line[]): Body {
  const sizes = new Map<number, number>()
  const tally = {all: 0, bold: 0, capitals: 0, underlined: 0}
  for (const {look, text, words} of lines) {
    // Long lines are surely text; short ones count little, for many of them may be headings.
    const weight = words > 12 ? words : words / 4
    sizes.set(look.size ?? 0, (sizes.get(look.size ?? 0) ?? 0) + weight)
    tally.all += weight
    if (look.bold) tally.bold += weight
    if (isCapital(text, look)) tally.capitals += weight
    if (look.underlined) tally.underlined += weight
  }
  const [size = 0] = [...sizes].sort(([, one], [, other]) => other - one)[0] ?? []
  const most = tally.all / 2
  return {size, bold: tally.bold > most, capitals: tally.capitals > most, underlined: tally.underlined > most}
}

/** Why a line may be a heading, in words for the reader; nothing when it looks like the text around it. */
function signsOf({look, text, number, mark}: Line, body: Body): string[] {
  if (mark.form === 'list-item' && mark.label === null) return []
  const larger = body.size > 0 && (look.size ?? 0) >= body.size * 1.1
  const signs = [
    look.bold && !body.bold && 'bold',
    isCapital(text, look) && !body.capitals && 'in capitals',
    larger && 'larger than the text',
    look.underlined && !body.underlined && 'underlined',
    look.keepNext && 'kept with what follows',
  ].filter((sign) => sign !== false && sign !== undefined)
  const numbered =
    number !== null && (partsOf(number) > 1 || /^(?:section|part|chapter|article|appendix)\b/i.test(number))
  if (number !== null && (signs.length > 0 || numbered)) signs.push('numbered')
  else if (number !== null && /^\d{1,2}\.?$/.test(number) && mark.form !== 'list-item') signs.push('numbered')
  return signs
}

function isCapital(text: string, look: Look): boolean {
  if (look.capitals) return true
  return !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text) && text.match(/\p{L}/gu)!.length >= 4
}

function partsOf(number: string): number {
  return number.split('.').filter((part) => part !== '').length
}

/** Where most lines of a manner are sentences, or have nothing under them, the manner is emphasis and no heading. */
function dropUnsteady(lines: readonly Line[], found: Set<Line>): void {
  const manners = new Map<string, {all: number; found: number}>()
  for (const line of lines) {
    const manner = manners.get(line.manner) ?? {all: 0, found: 0}
    manner.all++
    if (found.has(line)) manner.found++
    manners.set(line.manner, manner)
  }
  for (const line of found) {
    const {all, found: taken} = manners.get(line.manner)!
    if (taken / all < 0.5) found.delete(line)
  }
}

/** A heading has text under it; of several in a row (a cover, a signature) only the last can have any. */
function dropRuns(marks: readonly Mark[], lines: readonly Line[], found: Set<Line>): void {
  const byIndex = new Map(lines.map((line) => [line.index, line]))
  let run: Line[] = []
  const settle = (followed: boolean): void => {
    const kept = followed ? nestedEnd(run) : []
    for (const line of run) if (!kept.includes(line) && !isClearlyNumbered(line)) found.delete(line)
    run = []
  }
  marks.forEach((mark, index) => {
    if (mark.type === 'notice' || (mark.type === 'block' && beside.has(mark.form)) || isBlank(mark)) return
    const line = byIndex.get(index)
    if (line && found.has(line)) run.push(line)
    else settle(mark.type !== 'heading')
  })
  settle(false)
}

const beside: ReadonlySet<string> = new Set([
  'header',
  'footer',
  'comment',
  'footnote',
  'endnote',
  'text-box',
  'contents',
])

function isBlank(mark: Mark): boolean {
  return mark.type === 'block' && mark.text === ''
}

/** "1.6.3 COSTS" in bold is a heading even when its author has not written the text under it yet. */
function isClearlyNumbered({number, signs}: Line): boolean {
  return number !== null && partsOf(number) > 1 && signs.length > 1
}

/** Of headings in a row, those at the end that can stand within each other: of different manners, or deeper by number. */
function nestedEnd(run: readonly Line[]): Line[] {
  const kept: Line[] = []
  for (let at = run.length - 1; at >= 0 && kept.length < 3; at--) {
    const line = run[at]!
    if (kept.some(({manner}) => manner === line.manner)) break
    kept.unshift(line)
  }
  return kept
}

/** The first line of a document, when no other looks like it, is its title. */
function dropCover(lines: readonly Line[], found: Set<Line>): void {
  const [first] = lines
  if (!first || !found.has(first) || first.number !== null) return
  if ([...found].filter(({manner}) => manner === first.manner).length === 1 && found.size > 1) found.delete(first)
}

/** Levels by number where there is one; else by how much a manner stands out; under the styled heading around it. */
function levelsOf(marks: readonly Mark[], lines: readonly Line[], found: ReadonlySet<Line>): Map<Line, number> {
  const rankOf = ranks([...found])
  const levels = new Map<Line, number>()
  const byIndex = new Map(lines.map((line) => [line.index, line]))
  let styled = 0
  marks.forEach((mark, index) => {
    if (mark.type === 'heading') styled = mark.level
    const line = byIndex.get(index)
    if (line && found.has(line)) levels.set(line, Math.min(9, styled + rankOf(line)))
  })
  return levels
}

/** A line without a number stands as deep as numbered lines of its weight, or one deeper than those that outweigh it. */
function ranks(found: readonly Line[]): (line: Line) => number {
  const depths = found.flatMap(({number}) => (number === null ? [] : [depthOf(number)]))
  const shallowest = Math.min(...depths, 9)
  const byNumber = (number: string): number => depthOf(number) - shallowest + 1
  const numbered = found.filter(({number}) => number !== null)
  const weights = [...new Set(found.map(weightOf))].sort((one, other) => other - one)
  const outweighed = (line: Line): number => {
    const weight = weightOf(line)
    const equal = numbered.find((other) => weightOf(other) === weight)
    if (equal) return byNumber(equal.number!)
    const above = numbered.filter((other) => weightOf(other) > weight).map(({number}) => byNumber(number!))
    return numbered.length > 0 ? Math.max(0, ...above) + 1 : weights.indexOf(weight) + 1
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

function headingOf(mark: BlockMark, {number, text, signs}: Line, level: number): HeadingMark {
  const {lines, links, residue} = mark
  const reason = `a short line that stands apart: ${signs.join(', ')}`
  return {
    type: 'heading',
    level,
    number,
    text: text.replace(/[.:]$/, ''),
    inferred: reason,
    ...(lines && {lines}),
    ...(links && {links}),
    ...(residue && {residue}),
  }
}
