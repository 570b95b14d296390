import type {BlockMark, Look, Mark} from '../marks.js'
import {type Numbered, splitNumber} from './number.js'
import {endsInPage} from './shape.js'

/** One line of running text that could be a heading, and what speaks for it. */
export interface Line {
  readonly index: number
  readonly mark: BlockMark
  readonly look: Look
  /** Its number, typed or automatic, and its words without it. */
  readonly number: string | null
  readonly text: string
  readonly words: number
  /** Lines of one manner are headings together or not at all. */
  readonly manner: string
  /** Why it may be a heading, in words for the reader. */
  readonly signs: readonly string[]
}

/** The lines of a document's running text, each with what sets it apart from most of the others. */
export function linesOf(marks: readonly Mark[]): Line[] {
  const bare = bareNumbers(marks)
  const lines = marks.flatMap((mark, index): Omit<Line, 'signs'>[] => {
    if (mark.type !== 'block' || !mark.look || mark.quoted || mark.text === '') return []
    const typed = numberOf(mark.text, bare)
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
    return [{index, mark, look, number, text, words, manner: manner.map((part) => part || '').join('/')}]
  })
  const body = bodyOf(lines)
  const signed = lines.map((line) => ({...line, signs: signsOf(line, body)}))
  return signed.some(({signs}) => signs.length > 0) || marks.some(({type}) => type === 'heading')
    ? signed
    : withBareTitles(signed, marks)
}

/** In a text without any type or number that sets a line apart, short lines with text under them are read as its titles. */
function withBareTitles(lines: readonly Line[], marks: readonly Mark[]): Line[] {
  const isTitle = ({mark, text, number, words, index}: Line): boolean => {
    const next = marks[index + 1]
    const heads = next?.type === 'block' && (next.form === 'list-item' || next.text.length > 80)
    return heads && mark.form === 'paragraph' && number === null && words <= 8 && /^\p{Lu}.*[^.,;:!?]$/u.test(text)
  }
  const titles = new Set(lines.filter(isTitle))
  if (titles.size < fewestTitles) return [...lines]
  return lines.map((line) =>
    titles.has(line) ? {...line, manner: `${line.manner}/alone`, signs: ['a line by itself']} : line,
  )
}

/** Fewer short lines than this may be a name, a date, a motto. */
const fewestTitles = 4

/** The number typed before a line; a bare "4 Referral" counts when another line has the number before or after it. */
function numberOf(text: string, bare: ReadonlySet<number>): Numbered {
  const split = splitNumber(text)
  const [, number, title] = split.number === null ? (bareNumber.exec(text) ?? []) : []
  if (!number || !title) return split
  return bare.has(Number(number) - 1) || bare.has(Number(number) + 1) ? {number, title} : split
}

const bareNumber = /^(\d{1,2})\s(\p{Lu}.*)$/su

function bareNumbers(marks: readonly Mark[]): ReadonlySet<number> {
  const numbers = marks.flatMap((mark) => {
    if (mark.type !== 'block' || !mark.look || endsInPage(mark.text) || mark.text.length > 120) return []
    const number = bareNumber.exec(mark.text)?.[1]
    return number ? [Number(number)] : []
  })
  return new Set(numbers)
}

/** What most of the document's words look like: against this a heading stands out. */
interface Body {
  readonly size: number
  readonly bold: boolean
  readonly capitals: boolean
  readonly underlined: boolean
}

function bodyOf(lines: readonly Omit<Line, 'signs'>[]): Body {
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
function signsOf({look, text, number, mark}: Omit<Line, 'signs'>, body: Body): string[] {
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

export function isCapital(text: string, look: Look): boolean {
  if (look.capitals) return true
  return !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text) && text.match(/\p{L}/gu)!.length >= 4
}

export function partsOf(number: string): number {
  return number.split('.').filter((part) => part !== '').length
}
