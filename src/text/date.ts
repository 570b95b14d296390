import type {DocumentDate} from '../model/facts.js'
import {lastDayOf} from '../model/staleness.js'
import {monthNames} from '../model/written-date.js'
import {overlaps} from './overlap.js'

/** A date in a text: a day, a month or a year, as far as it is printed. */
export interface DateWords {
  readonly value: string
  readonly iso: string
  readonly start: number
  readonly end: number
}

const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`

const forms: readonly (readonly [RegExp, (match: RegExpMatchArray) => string | null])[] = [
  [/(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/g, ([, y, m, d]) => iso(y!, Number(m), Number(d))],
  [
    new RegExp(
      String.raw`(?<![\w.])(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(${month})[,\s-]+((?:19|20)\d\d)(?!\d)`,
      'giu',
    ),
    ([, d, m, y]) => iso(y!, monthOf(m!), Number(d)),
  ],
  [
    new RegExp(String.raw`(?<!\w)(${month})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)`, 'giu'),
    ([, m, d, y]) => iso(y!, monthOf(m!), Number(d)),
  ],
  [
    /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)?\d\d)(?![\d./-])/g,
    ([, d, m, y]) => iso(y!.length === 2 ? `20${y}` : y!, Number(m), Number(d)),
  ],
  [new RegExp(String.raw`(?<!\w)(${month}),?\s+((?:19|20)\d\d)(?!\d)`, 'giu'), ([, m, y]) => iso(y!, monthOf(m!))],
  [/(?<![\d./-])(0[1-9]|1[0-2])\/(20\d\d)(?![\d./-])/g, ([, m, y]) => iso(y!, Number(m))],
  [
    /(?<!\w)(spring|summer|autumn|winter)(?: term)?,?\s+((?:19|20)\d\d)(?!\d)/giu,
    ([, season, y]) => iso(y!, {spring: 3, summer: 6, autumn: 9, winter: 12}[season!.toLowerCase()]!),
  ],
]

/** Every day and month that a text names, UK order, in order and without overlap. Years alone are not taken. */
export function datesIn(text: string): DateWords[] {
  const found: DateWords[] = []
  if (!/\d/.test(text)) return found
  for (const [pattern, read] of forms) {
    for (const match of text.matchAll(pattern)) {
      const value = read(match)
      const words = {value: match[0], start: match.index, end: match.index + match[0].length}
      if (value && !overlaps(words, found)) found.push({...words, iso: value})
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * Every year by itself that a line on the history of a document names: "Written 2012. Amended 2019 (transport), 2021",
 * "Re-adopted, A.G.M. 2019, 2022". The year of a paper that it took the place of is that paper's.
 */
export function historyYears(text: string): DateWords[] {
  if (text.length > 300 || !history.test(text)) return []
  const dated = datesIn(text)
  return [...text.matchAll(/(?<![\d/.-])((?:19|20)\d\d)(\/\d\d)?(?![\d/-])/gu)]
    .map((match) => ({value: match[0], iso: match[1]!, start: match.index, end: match.index + match[0].length}))
    .filter((year) => !overlaps(year, dated) && !/["”’'*_] ?\($|\bsince $/u.test(text.slice(0, year.start)))
}

const history =
  /^[\W_]*(?:(?:(?:amendment|document|version) history\W*|(?:this |our )?(?:[\p{L}]+ ){0,3}policy[.,]?|document|first|originally|season|last|substantive) ){0,2}(?:(?:re-?)?(?:written|drawn up|adopted|agreed|approved|amended|updated|revised|reviewed|issued)\b|looked at|season\b|version \d|v\d|(?:last )?(?:substantive |main )?change|\d{1,2}\.\d\W{1,4}(?:19|20)\d\d)/iu

function monthOf(name: string): number {
  return monthNames.findIndex((full) => full.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1
}

/** Null for a day that its month has not: there is no 31 February. */
function iso(year: string, monthNumber: number, day?: number): string | null {
  if (monthNumber < 1 || monthNumber > 12) return null
  const inMonth = `${year}-${String(monthNumber).padStart(2, '0')}`
  if (day === undefined) return inMonth
  const date = `${inMonth}-${String(day).padStart(2, '0')}`
  return day > 0 && date <= lastDayOf(inMonth) ? date : null
}

/** What a document date is, by the words before it (nearest first); null for a date that is about something else. */
export function dateKindOf(before: string, label: string): DocumentDate['what'] | null {
  const near = before.slice(-70)
  if (ofFormerEdition.test(`${label} ${before.slice(-120)}`)) return 'other'
  for (const [what, pattern] of kinds) if (pattern.test(near)) return what
  for (const [what, pattern] of kinds) if (pattern.test(label)) return what
  return null
}

/** "Replaces edition 10, which fell due in September": a date of what this document took the place of. */
const ofFormerEdition = /\b(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|fell due)\b[^.;]{0,110}$/i

const kinds: readonly (readonly [DocumentDate['what'], RegExp])[] = [
  [
    'next-review',
    /(?:next (?:\w+ ){0,2}(?:review|revision|read(?:ing)?|look|turn|time|going[- ](?:over|through)|check|outing)\b|\bcomes? back to (?:the |our )?(?:governors|trustees|board|committee|council|members|elders)\b|\bnext one\b|\b(?:comes?|goes|back) before (?:the |our )?[\p{L} ]{3,40} again|read (?:it |this )?afresh|look(?:ed|s)? at (?:it|this|the policy|the whole policy)?\s?again|look again at (?:it|this|the policy)|come back to (?:it|this)|review (?:is|falls|will be) due|review(?:ed)? (?:date|due|again|on or before)|(?<!last |was |were |been )review(?:ed)? by|review_?date|due for (?:review|renewal)|considered (?:afresh|again)|date (?:of|for) (?:next )?review|renewal|to be reviewed|will be reviewed|valid until|expires?|next_?review|review due|(?:next|again) due|\bdue:|due (?:again|next)|reviewed again)[^.;]{0,45}$|\bnext:?\s*$/iu,
  ],
  [
    'last-reviewed',
    /(?:last (?:reviewed|updated|review|modified|revised|amended|gone (?:through|over)|read through)|reviewed(?: and updated)?(?: on| in| by)?|updated(?: on| in)?|last_?modified(?:_at)?|revised|amended|tidied|looked at(?: on| in)?|(?:substantive|main) changes?|last_?reviewed|lastmod)[^.;]{0,45}$/i,
  ],
  [
    'approved',
    /(?:approv\w*|adopt\w*|passed by|carried at|(?:board|committee|trustees|governors)[\p{L} ,()]{0,20} meeting of|ratified|agreed (?:by|at|on|this|it)\b|signed off|endorsed|signed on behalf)[^.;]{0,60}$|;\s*(?:group |full )?(?:board|committee|trustees|governors|council|cabinet),?\s*$|^\W*(?:meeting )?held on\W*$/iu,
  ],
  [
    'issued',
    /(?:issued?|published?|publication|disseminated|circulated|version|v\d[\d.]*|effective|date of policy|dated?|policy date|created|written|implementation|comes? into (?:force|effect)|in force (?:from|since))[^.;]{0,45}$/i,
  ],
  // "Karen Doyle was the lead until July 2025", "every number was rung on 6 May 2026".
  // A line that somebody in office has signed: "Signed P. Marsh (Chairman) 14th May 2024".
  [
    'other',
    /^\W*signed\b.{0,90}$|^[^;:]{3,40}[,(]\s?(?:(?:group|vice|co-) ?)?(?:chair(?:man|woman|person)?|chief executive|(?:hon\. ?)?sec(?:retary|\.)?|director|head ?teacher|principal|treasurer|proprietor)\)?\s*$|\b(?:until|till)\s*$|\b(?:rang|rung|checked|tested|verified)\b[^.;]{0,60}\bon\s*$/i,
  ],
]
