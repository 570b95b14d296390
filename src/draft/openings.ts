import {numberOf} from '../text/number-words.js'
import {isBody, type Line} from './line.js'

/** Where a step of a ladder begins, and the lines that tell of it. */
export interface Segment {
  readonly order: number
  /** As printed, where it is more than the number: "4a". */
  readonly label: string | null
  /** "Stage", "Step", "Level"; null for numbered items without a noun. */
  readonly noun: string | null
  readonly informal: boolean
  readonly formal: boolean
  readonly before: boolean
  /** The line it begins in, and where the words after its number begin. */
  readonly line: Line
  readonly at: number
  /** Words in brackets or between dashes right after the number. */
  readonly aside: string | null
  /** Further pieces: each a line and the part of it that belongs to the step. */
  readonly pieces: readonly Piece[]
}

export interface Piece {
  readonly line: Line
  readonly start: number
  readonly end: number
}

const number = String.raw`(\d{1,2}|one|two|three|four|five|six|seven|iii|ii|iv|vi|v|i)`
const noun = String.raw`(stage|step|level|tier|phase)`
const opening = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(pre-|informal|formal)\s*)?${noun}\s*[-–:]?\s*${number}\s?([a-d])?(?![\p{L}\d.]*\p{L})(?:\s*\(([^)]{1,40})\))?\s*[:.)–—|-]*\s*`,
  'giu',
)
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi']

export interface Opening extends Omit<Segment, 'pieces'> {
  readonly index: number
  /** Where the opening itself begins in its line. */
  readonly from: number
}

/** Every step that the lines open, in order, with the lines that belong to it. */
export function segmentsOf(lines: readonly Line[]): Segment[] {
  const openings = lines.flatMap((line, index) => openingsIn(line, index)).slice(0, mostOpenings)
  return openings.map((each, i) => ({...each, pieces: piecesOf(each, openings[i + 1], openings.slice(0, i), lines)}))
}

function openingsIn(line: Line, index: number): Opening[] {
  if (!isBody(line)) return []
  const cells = line.passage?.cells
  if (cells && cells.length > 1) return rowOpening(line, index)
  return [...line.text.matchAll(opening)]
    .filter((match) => begins(line.text, match.index, match.index + match[0].length))
    .map((match): Opening => {
      const [whole, kind, word, order, letter, brackets] = match
      return {
        ...openingOf({kind, word: word!, order: order!, letter, brackets}),
        line,
        index,
        from: match.index,
        at: match.index + whole.length,
      }
    })
}

/** The words by which a step is opened: "informal", "stage", "4", "a", and what stands in brackets behind it. */
interface OpeningWords {
  readonly kind?: string
  readonly word: string
  readonly order: string
  readonly letter?: string
  readonly brackets?: string
}

/** What those words say of the step. */
export function openingOf({kind, word, order, letter, brackets}: OpeningWords) {
  const about = `${kind ?? ''} ${brackets ?? ''}`
  return {
    order: numberOf(order) ?? roman.indexOf(order.toLowerCase()) + 1,
    label: letter ? `${order}${letter}`.toLowerCase() : null,
    noun: word[0]!.toUpperCase() + word.slice(1).toLowerCase(),
    informal: /\binformal/iu.test(about),
    formal: /(?<!in)formal/iu.test(about),
    before: /pre-/iu.test(about),
    aside: brackets && !/^(?:in)?formal$/iu.test(brackets.trim()) ? brackets.trim() : null,
  }
}

/** A number of a step opens the line or a sentence; elsewhere the step is only mentioned. */
function begins(text: string, at: number, end: number): boolean {
  const before = text.slice(0, at).trimEnd()
  const bare = before.replace(/^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[([]?[a-z\d]{1,2}[)\].]|[•·*▪■→>-])\s*/iu, '')
  const marked = /[:–—|)-]\s*$/u.test(text.slice(at, end))
  if (bare === '') return marked || !mentioned.test(text.slice(end))
  // "Stage 1: ... Stage 2: ..." in one paragraph: the words after need a mark, or it is a mention.
  return /[.;|]$/u.test(before) && marked
}

/** "Stage 3 managers", "Step 1 ends": words in which a step is only mentioned. */
const mentioned = /^(?:and|or|to|of|is|are|ends?|has|have|was|managers?|meetings?|process|applies|above|below)\b/iu

const bareCell = new RegExp(
  String.raw`^(?:(pre-|informal|formal)\s*)?(?:${noun}\s*[-–:]?\s*)?${number}\s?([a-d])?(?![\p{L}\d])(?:\s*\(([^)]{1,40})\))?\s*[:.)–—-]*\s*`,
  'iu',
)

function rowOpening(line: Line, index: number): Opening[] {
  const cells = line.passage!.cells!
  const [first] = cells
  const match = first && bareCell.exec(first.text.trim())
  if (!match) return []
  const [whole, kind, word, order, letter, brackets] = match
  const named = word ?? new RegExp(noun, 'iu').exec(first.header ?? '')?.[1]
  if (!named) return []
  const shown = line.text.indexOf(first.text.trim())
  return [
    {
      ...openingOf({kind, word: named, order: order!, letter, brackets}),
      line,
      index,
      from: Math.max(shown, 0),
      at: Math.max(shown, 0) + whole.length,
    },
  ]
}

/** From an opening to the next one or to where its form ends. */
export function piecesOf(
  opened: Opening,
  next: Opening | undefined,
  earlier: readonly Opening[],
  lines: readonly Line[],
): Piece[] {
  const {line, index, at} = opened
  const own: Piece = {line, start: at, end: next?.index === index ? next.from : line.text.length}
  const form = line.passage?.form
  if (next?.index === index || form === 'table-row') return [own]
  const end = Math.min(next?.index ?? lines.length, index + mostLines)
  const pieces = [own]
  // The last step has no next one to end it: it is at most as long as the longest before it.
  const before = earlier.slice(-opened.order)
  const longest =
    next || line.passage === null ? mostLines : before.length >= 2 ? Math.max(...lengthsOf([...before, opened])) : 3
  for (let i = index + 1; i < end && pieces.length < longest; i++) {
    const each = lines[i]!
    if (!isBody(each)) continue
    if (each.passage === null && (line.passage !== null || each.level <= line.level)) break
    if (
      form === 'list-item' &&
      !(each.passage?.form === 'list-item' && each.passage.leadIn?.includes(line.text.slice(0, 40)))
    )
      break
    if (form === 'text-box' && each.passage?.form !== 'text-box' && each.text.length > 60) break
    if (each.passage?.form === 'table-row' && line.passage !== null) break
    pieces.push({line: each, start: 0, end: each.text.length})
  }
  return pieces
}

const mostLines = 40
/** More steps than any document tells of. */
export const mostOpenings = 200

function lengthsOf(openings: readonly Opening[]): number[] {
  return openings.slice(1).map((each, i) => each.index - openings[i]!.index)
}
