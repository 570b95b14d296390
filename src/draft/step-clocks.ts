import {sentencesIn} from '../text/sentence.js'
import type {Columns} from './clause.js'
import {clocksIn, draftClock} from './clocks.js'
import {type Drafted, readAt} from './fact.js'
import {ofTheWhole} from './ladder-terms.js'
import type {Line} from './line.js'
import type {Piece} from './openings.js'
import {tellHeads} from './step-notice.js'

const timeHeads = /\b(?:time|limit|deadline|when|how (?:soon|long|quickly)|within|days?|hours?|target|duration)\b/iu

/** The clocks in the cells of a step's row. */
export function columnClocks(line: Line, columns: Columns): Drafted[] {
  return columns.flatMap(({header, text}) => {
    const offset = Math.max(0, line.text.indexOf(text))
    if (tellHeads.test(header)) return []
    const timed = timeHeads.test(header)
    const clocks = clocksIn(text, timed)
    if (clocks.length === 0 && timed && isTimeWithoutNumber(text)) return [wordsClock(line, offset, text)]
    return clocks.map((each) => draftClock(line, each, offset, timed ? 'high' : 'medium'))
  })
}

/** The clocks in the sentences of a step, without those of danger and of the whole ladder. */
export function clocksOf(pieces: readonly Piece[]): Drafted[] {
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
