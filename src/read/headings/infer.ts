import type {BlockMark, HeadingMark, Mark} from '../marks.js'
import {levelsOf} from './levels.js'
import {type Line, linesOf, partsOf} from './lines.js'
import {endsInPage, isHeadingShaped} from './shape.js'

/**
 * Takes for headings the lines that nobody styled and everybody reads as headings: set apart by bold type, capitals,
 * size, underlining or a number, short, no sentence, with text under them, and consistent within the document. Each
 * says why it was taken. Lines without a look (cells, notes, margins) are never headings.
 */
export function inferHeadings(marks: readonly Mark[]): Mark[] {
  const {lines, found} = study(marks)
  const levels = levelsOf(marks, lines, found)
  const byIndex = new Map([...found].map((line) => [line.index, line]))
  return marks.map((mark, index) => {
    const line = byIndex.get(index)
    return line ? headingOf(mark as BlockMark, line, levels.get(line) ?? 1) : mark
  })
}

/** The title on the cover of a document that has no title style: the largest of the lines that stand apart before its text. */
export function coverTitleOf(marks: readonly Mark[]): string {
  const {cover} = study(marks)
  const [largest] = [...cover].sort((one, other) => (other.look.size ?? 0) - (one.look.size ?? 0))
  return largest?.text ?? ''
}

function study(marks: readonly Mark[]): {lines: readonly Line[]; found: Set<Line>; cover: readonly Line[]} {
  const lines = linesOf(marks)
  const found = new Set(lines.filter((line) => isCandidate(line, marks)))
  dropContents(lines, found)
  dropUnsteady(lines, found)
  const opening = openingOf(marks, lines, found)
  dropRuns(marks, lines, found)
  const cover = coverOf(opening, found)
  for (const line of cover) found.delete(line)
  dropSignature(lines, found)
  dropUnsteady(lines, found)
  return {lines, found, cover}
}

function isCandidate({signs, text, number, index, mark}: Line, marks: readonly Mark[]): boolean {
  // A number may as well count the items of a list; then only type, or the text under it, tells.
  const counts = mark.form === 'list-item' && signs.every((sign) => sign === 'numbered' || sign === 'in capitals')
  const next = nextRunning(marks, index)
  if (counts && (!isProse(next) || comesNext(marks[index - 1], mark))) return false
  if (comesNext(mark, next)) return false
  // "Staff must not:" leads into the list under it.
  const setApart = signs.includes('larger than the text') || signs.includes('kept with what follows')
  if (text.endsWith(':') && !setApart && (leads.test(text) || isListItem(next))) return false
  return signs.length > 0 && isHeadingShaped(text, {numbered: number !== null, marked: signs.length > 1})
}

const leads =
  /\b(?:must|should|shall|will|may|can|cannot|not|never|always|to|that|if|when|include|includes|following)\b/i

/** Whether a mark is an item of a list. */
export function isListItem(mark: Mark | undefined): boolean {
  return mark?.type === 'block' && mark.form === 'list-item'
}

/** Whether an item is followed by the next of its list: a heading has more under it than that. */
function comesNext(mark: Mark | undefined, next: Mark | undefined): boolean {
  if (mark?.type !== 'block' || next?.type !== 'block') return false
  if (next.form !== 'list-item' || next.depth !== mark.depth) return false
  const [number, after] = [mark, next].map(({label}) => Number(label?.replace(/[.)]$/, '')))
  return after === number! + 1
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
    for (const line of run) if (!kept.includes(line) && !isClear(line)) found.delete(line)
    run = []
  }
  marks.forEach((mark, index) => {
    if (isAside(mark)) return
    const line = byIndex.get(index)
    if (line && found.has(line)) run.push(line)
    else settle(mark.type !== 'heading')
  })
  settle(false)
}

const beside: ReadonlySet<string> = new Set(['header', 'footer', 'comment', 'footnote', 'endnote', 'contents'])

/** Whether a mark is no part of the running text, so that what stands around it follows directly. */
function isAside(mark: Mark): boolean {
  return mark.type === 'notice' || (mark.type === 'block' && (beside.has(mark.form) || mark.text === ''))
}

/** The mark of the running text that follows, whatever notes and comments hang between. */
export function nextRunning(marks: readonly Mark[], index: number): Mark | undefined {
  let at = index + 1
  while (at < marks.length && isAside(marks[at]!)) at++
  return marks[at]
}

/** "1.6.3 COSTS" in bold, and a line made as Word makes its headings, are such even with no text under them yet. */
function isClear({number, signs}: Line): boolean {
  if (number !== null && partsOf(number) > 1 && signs.length > 1) return true
  return signs.includes('kept with what follows') && signs.includes('larger than the text')
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

/** The lines that stand apart before any text: a cover, or the first headings. */
function openingOf(marks: readonly Mark[], lines: readonly Line[], found: ReadonlySet<Line>): readonly Line[] {
  const byIndex = new Map(lines.map((line) => [line.index, line]))
  const opening: Line[] = []
  for (const [index, mark] of marks.entries()) {
    if (isAside(mark)) continue
    const line = byIndex.get(index)
    if (!line || !found.has(line) || line.number !== null) break
    opening.push(line)
  }
  return opening
}

/** What of the opening is like no heading after it is the cover: the title, the author. */
function coverOf(opening: readonly Line[], found: ReadonlySet<Line>): readonly Line[] {
  const opened = new Set(opening)
  const manners = new Set([...found].filter((line) => !opened.has(line)).map(({manner}) => manner))
  const only = manners.size === 0 ? opening.findLast((line) => found.has(line)) : undefined
  return opening.filter((line) => line !== only && !manners.has(line.manner))
}

/** Of the last lines of a document, a bold one with a word or two under it is a name. */
function dropSignature(lines: readonly Line[], found: Set<Line>): void {
  const last = lines.findLast((line) => found.has(line))
  if (!last || last.number !== null) return
  const under = lines.filter(({index}) => index > last.index)
  if (under.length > 0 && under.reduce((sum, {words}) => sum + words, 0) <= 2) found.delete(last)
}

function headingOf(mark: BlockMark, {number, text, signs}: Line, level: number): HeadingMark {
  const {lines, links, residue, origin} = mark
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
    ...(origin && {origin}),
  }
}
