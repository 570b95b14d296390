import type {TimescaleWords} from './timescale.js'

/** Limits told by their last day: "by the fifth working day", "before the end of the second day". */
export function ordinalLimits(text: string): TimescaleWords[] {
  const told = [...text.matchAll(lastDay)].filter(
    ({0: value, index}) => !(/^on/iu.test(value) && happened.test(text.slice(Math.max(0, index - 40), index))),
  )
  const first = [...text.matchAll(firstDay)].filter(({index}) =>
    toTell.test(text.slice(Math.max(0, index - 70), index)),
  )
  return [...told, ...first].map((match) => {
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

/** "The boy was hurt again on the eighth day" tells what came of it, and not by when. */
const happened = /\b(?:was|were|had|came|died|happened) [^.;,]{0,30}$/iu

const orders: Readonly<Record<string, number>> = {
  first: 1,
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
  String.raw`\b(?:by|before|on|until|no later than|not later than) (?:the )?(?:(?:end|close|start) of (?:the )?)?(${Object.keys(orders).slice(1).join('|')}|\d{1,2}(?:nd|rd|th)) ((?:working|business|school|office|calendar) )?day\b(?! of (?:the )?(?:month|term|week|camp|each|every)| of \p{Lu})`,
  'giu',
)

/** "Is reported on the first day", "ring on the first day of absence"; the first day of work or of term is an occasion. */
const firstDay =
  /\bon (?:the|that) (first) ((?:school|working) )?day\b(?! (?:of|back|at|in)\b(?! (?:(?:the|an|any|their|unexplained) )?absence))/giu
const toTell =
  /\b(?:report|notif|tell|told|ring|rung|rang|phone|telephone|contact|inform|call|follow)\p{L}{0,8}\b[^.;:]{0,50}$/iu
