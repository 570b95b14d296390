import type {TimescaleWords} from './timescale.js'

/** Limits told by their last day: "by the fifth working day", "before the end of the second day". */
export function ordinalLimits(text: string): TimescaleWords[] {
  return [...text.matchAll(lastDay)].map((match) => {
    const [value, word, sort] = match
    return {
      value,
      start: match.index,
      end: match.index + value.length,
      amount: orders[word!.toLowerCase()] ?? Number.parseInt(word!, 10),
      unit: sort && !/calendar/i.test(sort) ? 'working-days' : 'days',
      boundary: null,
      recurring: false,
    }
  })
}

const orders: Readonly<Record<string, number>> = {
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
}

const lastDay = new RegExp(
  String.raw`\b(?:by|before|on|until|no later than|not later than) (?:the )?(?:(?:end|close|start) of (?:the )?)?(${Object.keys(orders).join('|')}|\d{1,2}(?:nd|rd|th)) ((?:working|business|school|office|calendar) )?day\b(?! of (?:the )?(?:month|term|week|camp|each|every)| of \p{Lu})`,
  'giu',
)
