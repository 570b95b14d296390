import type {Run} from '../model/comparison.js'

/**
 * A sentence with an old value turned into the new one, piece by piece: a telephone number however it is spaced, a limit in
 * figures or in words, anything else as it is written. Null where the sentence does not state the old value.
 */
export function rewritten(sentence: string, before: string, after: string): readonly Run[] | null {
  const found = shapes.map((shape) => shape(sentence, before, after)).find((each) => each !== null)
  if (!found) return null
  const {at, length, words} = found
  const runs: readonly Run[] = [
    {kind: 'same', text: sentence.slice(0, at)},
    {kind: 'removed', text: sentence.slice(at, at + length)},
    {kind: 'added', text: words},
    {kind: 'same', text: sentence.slice(at + length)},
  ]
  return runs.filter(({text}) => text !== '')
}

interface Found {
  readonly at: number
  readonly length: number
  /** What to put there. */
  readonly words: string
}

const shapes: readonly ((sentence: string, before: string, after: string) => Found | null)[] = [phone, limit, literal]

/** The digits in their order, whatever stands between them, and no further digit beside them. */
function phone(sentence: string, before: string, after: string): Found | null {
  const digits = before.replace(/\D/g, '')
  if (digits.length < 7 || /\p{L}/u.test(before)) return null
  const spaced = [...digits].join(String.raw`[\s().-]{0,3}`)
  const match = new RegExp(String.raw`(?<!\d)\(?${spaced}(?!\d)`).exec(sentence)
  return match && {at: match.index, length: match[0].length, words: after}
}

/** "5 working days" is written "five working days" too, and stays in the manner of the sentence. */
function limit(sentence: string, before: string, after: string): Found | null {
  const [old, current] = [amountOf(before), amountOf(after)]
  if (!old || !current) return null
  const counts = [String(old.count), numbers[old.count]].filter((each) => each !== undefined)
  const unit = old.unit.replace(/s$/, '').replace(/[ -]/g, '[ -]')
  const match = new RegExp(String.raw`(?<![\p{L}\d])(${counts.join('|')})[ -](${unit}s?)(?!\p{L})`, 'iu').exec(sentence)
  if (!match) return null
  const inWords = !/^\d/.test(match[1]!)
  const count = (inWords && numbers[current.count]) || String(current.count)
  return {at: match.index, length: match[0].length, words: `${capitalAs(match[1]!, count)} ${current.unit}`}
}

interface Amount {
  readonly count: number
  readonly unit: string
}

function amountOf(words: string): Amount | null {
  const [, amount, unit] =
    /^(\d{1,3}|[a-z]+) ((?:working |calendar )?(?:minute|hour|day|week|month|year)s?)$/i.exec(words) ?? []
  if (amount === undefined || unit === undefined) return null
  const count = /^\d/.test(amount) ? Number(amount) : numbers.indexOf(amount.toLowerCase())
  return count > 0 ? {count, unit} : null
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A name, title or address, in whatever capitals, as words of its own. */
function literal(sentence: string, before: string, after: string): Found | null {
  if (before.length < 4) return null
  const at = sentence.toLowerCase().indexOf(before.toLowerCase())
  const beside = [sentence[at - 1], sentence[at + before.length]]
  if (at < 0 || beside.some((each) => each !== undefined && /[\p{L}\d]/u.test(each))) return null
  return {at, length: before.length, words: after}
}

function capitalAs(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
