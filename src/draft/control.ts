import {type DateWords, datesIn} from '../text/date.js'
import {sentencesIn} from '../text/sentence.js'
import {found, type Read, readAt} from './fact.js'
import type {Line} from './line.js'

/** Title, edition, approver and dates of the document itself, from its front, its control table and its margins. */
export function controlIn(lines: readonly Line[], title: string): Record<string, Read> {
  const titled = lines.find(({text}) => text === title) ?? lines.find(({text}) => text.includes(title)) ?? null
  const spots = spotsOf(lines)
  const latest = latestVersion(lines)
  return found({
    title: title && titled ? readAt(title, titled) : null,
    edition: latest?.edition ?? first(spots, editionIn),
    publishedOn:
      latest?.publishedOn ??
      first(spots, (spot) => dated(spot, 'published')) ??
      first(spots, (spot) => dated(spot, 'updated')) ??
      undated(lines),
    approvedBy: first(spots, approverIn),
    approvedOn: first(spots, (spot) => dated(spot, 'approved')),
    reviewOn: first(spots, (spot) => dated(spot, 'review')),
  })
}

/** The last row of a table of versions, by its number: "2.1 | 17 February 2026 | ...". */
function latestVersion(lines: readonly Line[]): {edition: Read<string>; publishedOn: Read<string> | null} | null {
  const rows = lines.flatMap((line) => {
    const cell = line.passage?.cells?.find(({header}) => /^(?:version|edition|issue|v)\b/iu.test(header ?? ''))
    const number = cell && /^v?(\d{1,3}(?:\.\d{1,3}){0,2})\b/iu.exec(cell.text.trim())?.[1]
    return number ? [{line, number}] : []
  })
  const [last] = rows.sort((a, b) => b.number.localeCompare(a.number, 'en', {numeric: true}))
  if (!last) return null
  const {line, number} = last
  const [date] = datesIn(line.text)
  return {
    edition: readAt(number, line),
    publishedOn: date ? readAt(date.iso, line, date.start, date.end, 'medium') : null,
  }
}

/** A sentence, a row or a piece of a footer. */
interface Spot {
  readonly line: Line
  readonly text: string
  readonly start: number
}

/** Pieces that may speak of the document itself: all of it is looked through, for control stands anywhere. */
function spotsOf(lines: readonly Line[]): Spot[] {
  return lines
    .filter(({passage}) => passage !== null && passage.form !== 'comment' && passage.form !== 'footnote')
    .flatMap((line) => {
      if (line.passage?.cells) return [{line, text: line.text, start: 0}]
      return sentencesIn(line.text).flatMap(({text, start}) => {
        const cuts = [0, ...[...text.matchAll(/\s*[|;]\s*|\s[–—·•]\s/gu)].map((match) => match.index + match[0].length)]
        return cuts.map((from, i) => ({line, text: text.slice(from, cuts[i + 1] ?? text.length), start: start + from}))
      })
    })
}

function first<T>(spots: readonly Spot[], read: (spot: Spot) => Read<T> | null): Read<T> | null {
  for (const spot of spots) {
    const value = read(spot)
    if (value) return value
  }
  return null
}

const edition =
  /(?:^|[\s(])(?:v(?:ersion|er)?|edition|issue)\s*(?:(?:number|no\.?|#)\s*)?[:|.]?\s*((?:\d{1,3})(?:\.\d{1,3}){0,2})(?![\d/]|\s*(?:january|february|march|april|may|june|july|august|september|october|november|december))/iu
const ordinalEdition = /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|\d{1,2}(?:st|nd|rd|th)) edition\b/iu
const ordinals: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
}

function editionIn(spot: Spot): Read<string> | null {
  if (isOfAnother(spot.text)) return null
  const match = edition.exec(spot.text)
  if (match) return at(spot, match[1]!, match.index)
  const worded = ordinalEdition.exec(spot.text)
  return worded && spot.text.length < 120
    ? at(spot, ordinals[worded[1]!.toLowerCase()] ?? worded[1]!.replace(/\D/g, ''), worded.index)
    : null
}

/** A sentence on another document, or on what was before. */
function isOfAnother(text: string): boolean {
  return /\b(?:replac\w+|supersed\w+|previous|earlier (?:version|edition)|working together|keeping children safe|formerly|predecessor|iso \d)\b/iu.test(
    text,
  )
}

const kinds = {
  review:
    /\b(?:next (?:review|revision)|revision due|review(?:ed)? (?:date|due|by|again|on|before|in)|due for review|to be reviewed|will be reviewed|for review|date of (?:next )?review|review)\b[^.;]{0,40}$/iu,
  approved:
    /\b(?:approv\w*|agreed (?:by|at|on)|ratified|signed off|endorsed|adopted (?:by|on|at)|accepted by)\b[^.;]{0,70}$/iu,
  published:
    /\b(?:publish\w*|publication|issued|issue date|date of issue|(?<!review )dated?|effective(?: from)?|in force|in use from|comes? into (?:force|effect|use)|first published|launched|live from|(?:version|edition|issue)\s*[\d.]{1,6}\W{0,3})[^.;]{0,40}$/iu,
  updated: /\b(?:last (?:updated|revised|amended)|updated|revised|amended)\b[^.;]{0,30}$/iu,
} as const

function dated(spot: Spot, kind: keyof typeof kinds): Read<string> | null {
  if (isOfAnother(spot.text) || (spot.text.length > 260 && !spot.line.passage?.cells)) return null
  for (const date of controlDates(spot.text)) {
    const words = headed(spot, date)
    if (kindOf(words) !== kind) continue
    return at(spot, date.iso, date.start)
  }
  return null
}

/** The words before a date that say what it is: those of its column, or those of its own clause. */
function headed({line, text}: Spot, {value, start}: DateWords): string {
  const header = line.passage?.cells?.find((cell) => cell.text.includes(value))?.header ?? ''
  const before = text.slice(0, start)
  const earlier = controlDates(before).at(-1)
  return `${header} ${earlier ? before.slice(earlier.end) : before}`.replaceAll('_', ' ').trim()
}

/** Beside the dates of running text, a month in figures: "05/2029", "2027-05". */
function controlDates(text: string): DateWords[] {
  const days = datesIn(text)
  const months = [
    ...text.matchAll(/(?<![\d/.-])(?:(0?[1-9]|1[0-2])\/((?:19|20)\d\d)|((?:19|20)\d\d)-(0[1-9]|1[0-2]))(?![\d/-])/g),
  ]
    .map((match) => ({
      value: match[0],
      iso: `${match[2] ?? match[3]}-${(match[1] ?? match[4])!.padStart(2, '0')}`,
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({start, end}) => !days.some((day) => start < day.end && day.start < end))
  return [...days, ...months].sort((a, b) => a.start - b.start)
}

function kindOf(words: string): keyof typeof kinds | null {
  // A review in the past changed nothing, or another date says that it did.
  if (
    /\b(?:last|date)\s+reviewed\b[^.;]{0,20}$|(?<!\bbe )\breviewed(?: and (?:updated|agreed))?(?: on| in)?\s*[:|]?\s*$/iu.test(
      words,
    )
  )
    return null
  let nearest: {kind: keyof typeof kinds; from: number} | null = null
  for (const kind of ['review', 'approved', 'published', 'updated'] as const) {
    const from = kinds[kind].exec(words)?.index
    if (from !== undefined && (nearest === null || from > nearest.from)) nearest = {kind, from}
  }
  return nearest?.kind ?? null
}

/** A bare date beside the partnership's name on the first lines: "Stonebeck Safeguarding Adults Board, May 2026". */
function undated(lines: readonly Line[]): Read<string> | null {
  const body = lines.filter(({passage}) => passage?.form === 'paragraph').slice(0, 3)
  for (const line of body) {
    if (line.text.length > 110 || /\.\s/.test(line.text)) continue
    const [date, ...more] = datesIn(line.text)
    const rest = date ? line.text.slice(0, date.start) : ''
    if (
      date &&
      more.length === 0 &&
      line.text.slice(date.end).replace(/\W/g, '') === '' &&
      !/\b(?:review|approv|meeting)/iu.test(rest)
    )
      return readAt(date.iso, line, date.start, date.end, 'medium')
  }
  return null
}

const approver =
  /\b(?:approved|agreed|ratified|signed off|endorsed|adopted|accepted)(?:\s+by)?\s*[:|]?\s*(?:by\s+)?((?:the\s+)?\p{L}[\p{L}&'’() -]{3,80}?)(?=\s*(?:[,.;|(]|\bon\b|\bat\b|\bin\b(?= (?:\d|[A-Z]))|\d|$))/iu

function approverIn(spot: Spot): Read<string> | null {
  if (isOfAnother(spot.text) || spot.text.length > 260) return null
  const match = approver.exec(spot.text)
  if (!match) return null
  const words = match[1]!.trim()
  const body =
    /\b(?:board|executive|group|committee|partnership|partners|council|panel|meeting|director|chair|lead|sub-?group|governors|trustees)\b/iu
  const acts = /\b(?:by|approved by|ratified by)\b|\|/iu.test(match[0]) || /^\S+\s*[:|]/u.test(match[0])
  // "Adopted by" with a date is an approval; without one it only says who uses it.
  if (/^adopted/iu.test(match[0]) && controlDates(spot.text).length === 0) return null
  return acts && body.test(words) ? at(spot, words.replace(/\s+\($/, ''), match.index) : null
}

function at<T>({line, start}: Spot, value: T, index: number): Read<T> {
  return readAt(value, line, start + index, start + index + 1)
}
