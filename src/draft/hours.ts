/** Opening hours in a text, as printed, and where they stand. */
export interface HoursWords {
  readonly value: string
  readonly start: number
  readonly end: number
}

const day = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?`
const clock = String.raw`\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon|midnight)?|noon|midnight|midday`
const atoms = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${day}(?:\s*(?:to|-|–|—|until|through)\s*${day})?|week ?days?|week ?ends?|(?:public and )?bank holidays?|nights?|evenings?|overnight|24 hours(?: a day)?|24/7|seven days a week|7 days a week|(?:at )?(?:all )?other times|all (?:day|year(?: round)?|hours)|(?:outside|out of|during|in|after)?\s?(?:of )?(?:normal |usual )?(?:office|working|business) hours(?: only)?|outside (?:these|those) hours|at any time|any time|every day|daily|out of hours|between\s+(?:${clock})\s+and\s+(?:${clock})|(?:${clock})\s*(?:to|-|–|—|until|till)\s*(?:${clock})|(?:after|from|until|before)\s+(?:${clock})(?!\s*(?:to|-|–|—|until|till)))(?![\p{L}\d])`,
  'giu',
)
const joins =
  /^(?:[\s,;&()+/-]|\b(?:and|on|from|at|all|the|or|between|of|plus|including|except|a|only|all day|inclusive)\b)*$/iu

/** Every stretch of days and times. A time alone ("24 hours") is none: it may be a limit. */
export function hoursIn(text: string): HoursWords[] {
  const stretches: {start: number; end: number}[] = []
  for (const match of text.matchAll(atoms)) {
    const last = stretches.at(-1)
    const end = match.index + match[0].length
    if (last && match.index - last.end < 24 && joins.test(text.slice(last.end, match.index))) last.end = end
    else stretches.push({start: match.index + (match[0].length - match[0].trimStart().length), end})
  }
  return stretches.flatMap(({start, end}) => {
    const lead = /(?:\b(?:from|at|all)\s+)$/iu.exec(text.slice(Math.max(0, start - 6), start))?.[0].length ?? 0
    // A bracket that opens inside is closed with its words.
    const whole = text.slice(start - lead, end)
    const open = whole.includes('(') && !whole.includes(')') && text[end] === ')'
    const said = `${whole}${open ? ')' : ''}`
    const value = said.replace(/^(?:during|in) /iu, '')
    const from = start - lead + said.length - value.length
    return isHours(value) ? [{value, start: from, end: from + value.length}] : []
  })
}

function isHours(value: string): boolean {
  if (/^24 hours$/iu.test(value) || /^(?:after|before|until|from)\s+\d{1,2}$/iu.test(value)) return false
  // "Friday" alone may be a date, "working hours" alone is no opening time in running text.
  if (/^\p{L}+day$/iu.test(value) && !/^(?:week)/iu.test(value)) return false
  return (
    !/^\d{1,2}\s?(?:-|–|to)\s?\d{1,2}$/u.test(value) &&
    !/^(?:nights?|evenings?|every day|daily|out of hours|working hours|business hours|any ?time|at any time)$/iu.test(
      value,
    )
  )
}
