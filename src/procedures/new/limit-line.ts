import {limitWords} from '../../text/limit-words.js'
import {timescalesIn} from '../../text/timescale.js'
import type {Taken} from './question.js'

/** A limit as it is printed: "2 working days", "the same day", "without delay". */
export function limitLine(text: string): Taken {
  const limit = limitIn(text)
  return limit
    ? {value: limit}
    : {
        refusal: `“${text.slice(0, 60)}” is no length of time: write it like 2 working days, 24 hours, the same day or without delay`,
      }
}

/** The limit that some words say, with the words where the figures do not say all; null where they say none. */
export function limitIn(text: string): Record<string, unknown> | null {
  const said = timescalesIn(text, true)
  const [first] = said.filter(({amount}) => amount !== null)
  if (first && first.unit !== 'immediate' && first.unit !== 'none') {
    const limit = {
      value: first.amount,
      unit: first.unit,
      ...(first.boundary === 'close-of-day' && {boundary: first.boundary}),
    }
    const plain = text
      .replace(/^\s*(?:within|in|by)\s+/i, '')
      .trim()
      .toLowerCase()
    const own = limitWords({value: first.amount, unit: first.unit})
    const figures = `${first.amount} ${first.unit.replace('-', ' ')}`.replace(/^1 (.*)s$/, '1 $1')
    return [own, own.replace(/^the /, ''), figures].includes(plain) ? limit : {...limit, words: text}
  }
  return said.length > 0 || worded.test(text) ? {words: text} : null
}

const worded =
  /\b(?:immediate|without delay|at once|straight ?away|promptly|as soon as|same (?:working )?day|reasonable|acceptable|agreed|no (?:set )?(?:time|limit)|not (?:set|stated)|urgent)/i
