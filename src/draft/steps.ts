import {sentencesIn} from '../text/sentence.js'
import {clocksIn, draftClock} from './clocks.js'
import {type Confidence, type Drafted, found, type Read, readAt} from './fact.js'
import {ofTheWhole} from './ladder-terms.js'
import {limitsIn} from './limit-words.js'
import type {Line} from './line.js'
import type {Piece, Segment} from './openings.js'
import {bareRole, namesPost, rolesOfArrow, rolesOfSentence} from './roles.js'

/** One step of a ladder as a fact of the model, with whom to tell at it. */
export function draftStep(segment: Segment): Drafted {
  const {line, at} = segment
  const columns = line.passage?.cells ? columnsOf(line) : null
  const clauses = segment.pieces.flatMap((piece) => clausesOf(piece, columns !== null))
  const title = titleOf(segment, clauses)
  const roles = rolesOf(line, columns, clauses)
  const read = <T>(value: T, confidence: Confidence = 'high') =>
    readAt(value, line, Math.max(0, at - 12), at + 1, confidence)
  const notify = (columns && columnNotice(line, columns)) ?? noticeIn(clauses)
  return {
    fields: found({
      order: read(segment.order),
      label: segment.label === null ? null : read(segment.label),
      ...title,
      informal: segment.informal ? read(true) : null,
      before: segment.before ? read(true) : null,
      ...roles,
      notify,
      ending: endingIn(clauses),
    }),
    lists: {clocks: columns ? columnClocks(line, columns) : clocksOf(segment.pieces)},
  }
}

interface Clause {
  readonly text: string
  readonly line: Line
  readonly start: number
}

/** The sentences of a piece, and the parts of a sentence between dashes, bars and colons before them. */
function clausesOf({line, start, end}: Piece, row: boolean): Clause[] {
  const text = line.text.slice(start, end)
  const bar = row ? /\s\|\s|:\s/gu : /\s[–—-]\s/gu
  const cuts = [0, ...[...text.matchAll(bar)].map((match) => match.index + match[0].length)]
  return cuts.flatMap((from, i) => {
    const part = text.slice(from, cuts[i + 1] ?? text.length).replace(bar, ' ')
    return sentencesIn(part).map((each) => ({text: each.text, line, start: start + from + each.start}))
  })
}

/** The words after the number are its name or the case it is for, where they are short and say neither who nor when. */
function titleOf({line, at, aside, pieces}: Segment, clauses: readonly Clause[]): Record<string, Read | null> {
  if (aside) return {[isCase(aside) ? 'when' : 'name']: readAt(aside, line, 0, at)}
  const cell = line.passage?.cells?.[0]?.text ?? ''
  if (line.passage?.cells) {
    const rest = line.text.slice(at, line.text.indexOf(cell) + cell.length).replace(/^[\s:–—-]+|[.:;,\s]+$/gu, '')
    if (rest.length > 2 && rest.length < 80 && !rolesOfArrow(rest))
      return {[isCase(rest) ? 'when' : 'name']: readAt(rest, line, at)}
  }
  const first = clauses[0]
  if (!first || first.line !== line || line.passage?.cells) return {}
  const heading = line.passage === null || line.text.length < 90
  const words = first.text.replace(/[.:;,]+$/, '').trim()
  const whole = (pieces[0]?.end ?? 0) - at
  const alone = words.length >= whole - 2 || clauses[1]?.line === line
  if (words.length > 80 || words.length < 3 || limitsIn(words, true).length > 0) return {}
  if (isCase(words) && words.split(' ').length <= 8)
    return {when: readAt(words, line, first.start, first.start + words.length)}
  if (rolesOfArrow(words) || !heading || !alone) return {}
  if (rolesOfSentence(words) || /[.!?]$/.test(first.text)) return {}
  return {name: readAt(words, line, first.start, first.start + words.length)}
}

function isCase(words: string): boolean {
  return /\b(?:urgent|emergenc\w*|otherwise|all other|other cases|not urgent|non-urgent|routine|immediate risk)\b/iu.test(
    words,
  )
}

function rolesOf(line: Line, columns: Columns | null, clauses: readonly Clause[]): Record<string, Read | null> {
  if (columns) {
    const told = columnRoles(line, columns)
    if (told) return told
  }
  const labelled = labelledRoles(clauses)
  if (labelled) return labelled
  let half: Record<string, Read | null> | null = null
  for (const {text, line: at, start} of clauses) {
    const arrow = rolesOfArrow(text)
    if (arrow) return pair(arrow.from, arrow.to, at, start, text.length, 'high')
    const told = rolesOfSentence(text)
    if (told?.from && told.to) return pair(told.from, told.to, at, start, text.length, 'medium')
    if (told?.to && !half) half = pair(null, told.to, at, start, text.length, 'medium')
  }
  return half ?? {}
}

function pair(
  from: string | null,
  to: string | null,
  line: Line,
  start: number,
  length: number,
  confidence: Confidence,
) {
  const read = (words: string | null) =>
    words === null ? null : readAt(words, line, start, start + length, confidence)
  return {fromRole: read(from), toRole: read(to)}
}

/** "From: line manager" and "To: team manager", each on its own. */
function labelledRoles(clauses: readonly Clause[]): Record<string, Read | null> | null {
  const find = (pattern: RegExp): Read | null => {
    for (const {text, line, start} of clauses) {
      const words = pattern
        .exec(text)?.[1]
        ?.replace(/,\s*(?:whose|which|who)\b.*$/iu, '')
        .replace(/[.;,]+$/, '')
      if (words && namesPost(words)) return readAt(bareRole(words), line, start, start + text.length)
    }
    return null
  }
  const fromRole = find(
    /^(?:from|raised by|who(?! (?:to|with|speaks? to|is (?:told|contacted)))\b[^:]{0,30}|escalating (?:agency|organisation)|by(?: whom)?|lead|your (?:side|agency)|initiated by|led by|responsible|taken up by|our (?:side|agency))\s*[:–-]\s*([^:]{3,110})$/iu,
  )
  const toRole = find(
    /^(?:to(?: whom| who)?|with(?: whom| who)?|who (?:to|with|is contacted)|(?:who )?speaks? (?:to|with)|contacts?|receiving (?:agency|organisation)|their (?:side|agency)|other agency|addressed to|goes to|sent to|taken to|raised with|escalated to)\s*[:–-]\s*([^:]{3,110})$/iu,
  )
  return fromRole || toRole ? {fromRole, toRole} : null
}

type Columns = readonly {readonly header: string; readonly text: string}[]

/** The cells of a row but the first, each with its header. */
function columnsOf({passage}: Line): Columns {
  return passage!.cells!.slice(1).map(({header, text}) => ({header: (header ?? '').trim(), text: text.trim()}))
}

const fromHeads =
  /^(?:from|who(?! (?:to|with))|by\b|by whom|raised by|our|us|your|lead|escalat|responsib|initiat|raising|person raising|challeng)/iu
const toHeads =
  /^(?:to\b|to whom|who to|with|their|them|contact|receiv|opposite|other|respon(?:ds|ding|der)|escalated to|goes to|counterpart|speak)/iu

function columnRoles(line: Line, columns: Columns): Record<string, Read | null> | null {
  const at = (text: string) => Math.max(0, line.text.indexOf(text))
  for (const {text} of columns) {
    const arrow = rolesOfArrow(text) ?? (text.length > 30 ? rolesOfSentence(text) : null)
    if (arrow?.from && arrow.to) return pair(arrow.from, arrow.to, line, at(text), text.length, 'high')
  }
  const under = (heads: RegExp) =>
    columns.find(({header, text}) => heads.test(header) && namesPost(text) && text.length < 120)
  const from = under(fromHeads)
  const to = columns.find(
    (each) => each !== from && toHeads.test(each.header) && namesPost(each.text) && each.text.length < 120,
  )
  const read = (cell: typeof from) =>
    cell ? readAt(bareRole(cell.text), line, at(cell.text), at(cell.text) + cell.text.length) : null
  return from || to ? {fromRole: read(from), toRole: read(to)} : null
}

const timeHeads = /\b(?:time|limit|deadline|when|how (?:soon|long|quickly)|within|days?|hours?|target|duration)\b/iu

function columnClocks(line: Line, columns: Columns): Drafted[] {
  return columns.flatMap(({header, text}) => {
    const offset = Math.max(0, line.text.indexOf(text))
    if (tellHeads.test(header)) return []
    const timed = timeHeads.test(header)
    const clocks = clocksIn(text, timed)
    if (clocks.length === 0 && timed && isTimeWithoutNumber(text)) return [wordsClock(line, offset, text)]
    return clocks.map((each) => draftClock(line, each, offset, timed ? 'high' : 'medium'))
  })
}

const tellHeads = /\b(?:tell|notify|notif\w*|inform|copy|partnership|board)\b/iu

function columnNotice(line: Line, columns: Columns): Read | null {
  const cell = columns.find(({header}) => tellHeads.test(header))
  const words = cell && /^(?:yes\s*[:,–(-]*\s*)?([^)]{4,90})/iu.exec(cell.text)?.[1]?.trim()
  if (!cell || !words || /^(?:no|none|not|n\/a|yes|-)\b/iu.test(words)) return null
  return readAt(bareRole(words), line, Math.max(0, line.text.indexOf(cell.text)))
}

function clocksOf(pieces: readonly Piece[]): Drafted[] {
  const clocks = pieces.flatMap(({line, start, end}) => {
    const text = line.text.slice(start, end)
    const told = clocksIn(text, isTerse(text)).filter(
      (clock) => !isBeside(clock.sentence, clock.limit.amount) && !ofTheWhole.test(clock.sentence),
    )
    const drafted = told.map((each) => draftClock(line, each, start, each.limit.amount === null ? 'medium' : 'high'))
    if (drafted.length > 0) return drafted
    const meeting = /\bat ((?:the|their|its) next (?:\p{L}+ ){0,2}meeting)\b/iu.exec(text)
    if (meeting) return [wordsClock(line, start + meeting.index, meeting[1]!)]
    const waits = sentencesIn(text).find((sentence) => isTimeWithoutNumber(sentence.text))
    return waits ? [wordsClock(line, start + waits.start, waits.text.replace(/\.$/, ''))] : []
  })
  const numbered = clocks.filter(({fields}) => fields.value)
  return numbered.length > 0
    ? clocks.filter(
        ({fields}) =>
          fields.value ||
          fields.event ||
          fields.anchor ||
          /immediately|straight ?away|at once/iu.test(String(fields.words?.value)),
      )
    : clocks
}

/** Pieces of a few words, as in boxes and bullets, say a limit without "within". */
function isTerse(text: string): boolean {
  return text.length < 60
}

/** A limit of danger, of the partnership's own review, or of a different matter that only stands in the step. */
function isBeside(sentence: string, amount: number | null): boolean {
  return (
    /\b(?:999|in danger|immediate(?:ly)? (?:danger|risk)|working hours|annual\w*|older than|aged?)\b/iu.test(
      sentence,
    ) ||
    (amount === null && /\b(?:informed|told|notified|safeguarding lead at once|report)\b/iu.test(sentence))
  )
}

/** "Next Executive meeting", "a time acceptable to both". */
function isTimeWithoutNumber(text: string): boolean {
  return (
    text.length < 90 &&
    /^(?:at |by |to |within )?(?:the )?next\b[^.]{0,40}\bmeeting\b|^(?:within )?an? (?:time|timescale|period)[^.]{0,50}\b(?:agreed|acceptable|suits?)\b|^(?:to be|as) agreed\b/iu.test(
      text,
    )
  )
}

function wordsClock(line: Line, start: number, words: string): Drafted {
  return {fields: {words: readAt(words, line, start, start + words.length, 'medium')}}
}

const bodyNamed = String.raw`((?:[\p{Lu}][\p{L}&'’-]*\s+){0,5}(?:(?:[Pp]artnership|[Bb]oard)['’]s\s+)?(?:[Bb]usiness (?:[Mm]anager|[Uu]nit|[Ss]upport|[Oo]ffice)|[Bb]oard [Mm]anager|[Pp]artnership (?:[Mm]anager|[Oo]ffice|[Tt]eam|[Cc]o-?ordinator)|[Ss]afeguarding (?:[Pp]artnership|[Cc]hildren [Pp]artnership|[Aa]dults [Bb]oard)|[Ii]ndependent (?:[Cc]hair|[Ss]crutineer)|[A-Z]{3,6}))`
// With small and capital letters apart, so that "copy" is not taken for an abbreviation.
const told = [
  new RegExp(
    String.raw`(?:^|\b(?:[Tt]he|and|[Tt]heir|[Ii]ts)\s+)${bodyNamed}(?![\p{L}])(?:[^.;]|\.(?=\S)){0,90}?\s(?:is|are|must be|should be|will be|to be|has to be|needs? to be)\s+(?:also\s+)?(?:informed|told|notified|made aware|copied|advised|alerted|sent)`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:[Cc]opy in|cc|[Ii]nform|[Nn]otify|[Tt]ell|[Aa]lert|copied to|[Cc]opy (?:is |should be |must be )?sent to|[Cc]opy (?:goes )?to|[Nn]otification (?:is sent )?to|[Rr]eport(?:ed|s)? to|notif(?:ies|ying)|informs|tells)\s+(?:the\s+)?${bodyNamed}(?![\p{L}])`,
    'u',
  ),
]

/** Who of the partnership is told at a step: in a sentence that says that somebody is told. */
export function noticeIn(clauses: readonly Clause[]): Read | null {
  for (const {text, line, start} of clauses) {
    for (const pattern of told) {
      const words = pattern.exec(text)?.[1]
      if (words) return readAt(bareRole(words.replace(/^.*['’]s\s+/u, '')), line, start, start + text.length, 'medium')
    }
  }
  return null
}

const endings: readonly (readonly [string, RegExp])[] = [
  ['mediates', /\b(?:will|may|to) mediate\b|\bmediates\b|\bmediation\b/iu],
  [
    'decides',
    /\b(?:chair|directors?|executive|partners|panel|scrutineer|board|partnership|group|they)\b[^.;]{0,40}\b(?:decides?|will decide|makes? the (?:final )?decision|gives? a (?:final )?decision)\b|\bwho (?:will )?(?:decides?|makes? the (?:final )?decision)\b|\bdecision is (?:final|binding)\b/iu,
  ],
]

function endingIn(clauses: readonly Clause[]): Read | null {
  for (const [ending, pattern] of endings) {
    const clause = clauses.find(({text}) => pattern.test(text))
    if (clause) return readAt(ending, clause.line, clause.start, clause.start + clause.text.length, 'medium')
  }
  return null
}
