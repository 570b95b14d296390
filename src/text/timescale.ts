import type {TimeUnit} from '../model/facts.js'
import {holdsAny, lowered, matchesOf} from './hints.js'
import {numberOf, numberWords} from './number-words.js'
import {ordinalLimits} from './ordinal-limits.js'
import {withoutOverlap} from './overlap.js'
import {spellLimits} from './spell-limits.js'
import {stageNoun} from './stage.js'
import {unitOf} from './time-unit.js'

/** A time limit or cycle in a text: its words, where they stand, and what they come to. */
export interface TimescaleWords {
  readonly value: string
  readonly start: number
  readonly end: number
  readonly amount: number | null
  readonly unit: TimeUnit
  readonly boundary: 'same-day' | 'same-working-day' | 'close-of-day' | null
  readonly recurring: boolean
}

/**
 * Every time limit and cycle of a text, in order and without overlap. Ages, opening hours and lengths of stay are
 * none. `bare` takes a number of days without "within" as a limit, as in a cell of a table; `earlier` is what the passage
 * says before the text, from which a number may borrow its unit.
 */
export function timescalesIn(text: string, bare = false, earlier = ''): TimescaleWords[] {
  if (!hints.test(text)) return []
  const low = lowered(text)
  const countsTime = holdsAny(low, units)
  return withoutOverlap([
    ...(countsTime ? numbered(text, bare, earlier) : []),
    ...elliptical(text, low, earlier),
    ...worded(text, low),
    ...cycles(text, low),
    ...spoken(text, low),
    ...(low.includes('day') ? ordinalLimits(text) : []),
    ...(countsTime ? spellLimits(text) : []),
  ])
}

/** A word of time, in some form: most sentences hold none, and are done with. */
const hints =
  /minute|\bmins?\b|hour|\bhrs?\b|day|week|fortnight|month|year|term|quarter|annual|ennial|until|till|within|first|time|allow|search|night|evening|afternoon|morning|home|leav|going|\bgo(?:es)?\b|soon|earliest|opportunity|delay|prompt|swift|timely|speed|good time|immediate|straight ?away|right away|at once|instant|forthwith|there and then|without waiting|session|shift|meeting|visit|birthday|turns|spring|summer|autumn|winter|january|february|march|april|june|july|august|september|october|november|december/i

/** What every length of time holds that is counted. */
const units = ['min', 'hour', 'hr', 'day', 'week', 'fortnight', 'month', 'year']

const unit = String.raw`(?:minutes?|mins?|hours?|hrs?|(?:working|business|school|office|clear working|full working)[- ](?:days?|hours?)|calendar days?|days?|weeks?|fortnights?|months?|years?)`
const withIn = String.raw`(?:within|inside|in under|no later than|not later than|(?:no case|no event|never) (?:more|later) than|no more than|not more than|not exceeding|at most|at the latest|up to|under|in|by|after|maximum of|maximum|a further|further|over)`
const quantity = String.raw`(${numberWords})(?:\s*\(\s*(?:\d{1,3}|${numberWords})\s*\))?(?:\s*(?:-|–|to|or)\s*(${numberWords}))?[\s-]*(${unit})`

const limits = new RegExp(
  String.raw`\b(?:(${withIn})\s+(?:the\s+(?:next|first|following)\s+|(?:a\s+)?(?:maximum|max)\s+(?:of\s+)?|at most\s+|a\s+further\s+|(?:and\s+)?(?:always|not more than|no more than)\s+|about\s+|around\s+)?)?${quantity}(?![\w-])`,
  'giu',
)

function numbered(text: string, bare: boolean, earlier: string): TimescaleWords[] {
  const found: TimescaleWords[] = []
  for (const match of text.matchAll(limits)) {
    const [whole, prefix, low, high, noun] = match
    const amount = numberOf(high ?? low!)
    if (amount === null) continue
    const end = match.index + whole.length
    const before = `${match.index < 24 ? earlier.slice(-160) : ''}${text.slice(Math.max(0, match.index - 160), match.index)}`
    const after = text.slice(end, end + 40)
    const isWorking = /working|business|school|office/i.test(noun!)
    if (!isLimit({prefix, low: low!, before, after, isWorking, bare})) continue
    found.push({
      value: whole,
      start: match.index,
      end,
      amount: scaled(amount, noun!),
      unit: unitOf(noun!),
      boundary: null,
      recurring: false,
    })
  }
  return found
}

/** Limits that people put in words of their own: a first week, a season of each year, a birthday, a time of keeping. */
function spoken(text: string, low: string): TimescaleWords[] {
  const found: TimescaleWords[] = []
  const add = (match: RegExpMatchArray, amount: number | null, unitName: TimeUnit, recurring = false): void => {
    if (amount === null) return
    const start = match.index!
    found.push({
      value: match[0],
      start,
      end: start + match[0].length,
      amount,
      unit: unitName,
      boundary: null,
      recurring,
    })
  }
  for (const match of matchesOf(text, firstSpell, low, ['first']))
    add(match, scaled(numberOf(match[1] ?? 'one') ?? 1, match[2]!), unitOf(match[2]!))
  for (const match of matchesOf(text, season, low, ['each', 'every'])) add(match, yearsBetween(match[1]), 'years', true)
  for (const match of matchesOf(text, rhythm, low, ['weekly', 'fortnightly', 'each', 'every']))
    add(match, /fortnight/i.test(match[0]) ? 2 : 1, 'weeks', true)
  for (const match of matchesOf(text, trial, low, ['settling', 'probation', 'trial', 'induction']))
    add(match, numberOf(match[1]!), unitOf(match[2]!))
  for (const match of matchesOf(text, waited, low, ['after'])) add(match, numberOf(match[1]!), unitOf(match[2]!))
  for (const match of matchesOf(text, searched, low, ['minutes'])) add(match, numberOf(match[1]!), 'minutes')
  for (const match of matchesOf(text, valid, low, [
    'lasts',
    'valid',
    'run out',
    're-check',
    'recheck',
    'renew',
    'repeat',
  ]))
    add(match, numberOf(match[1]!), unitOf(match[2]!))
  for (const match of matchesOf(text, halved, low, ['half'])) add(match, 0.5, unitOf(match[1]!))
  for (const match of matchesOf(text, lookedAgain, low, ['weeks', 'months']))
    add(match, numberOf(match[1]!), unitOf(match[2]!))
  // An age is a limit only of what is kept: "a child is anybody until their 18th birthday" tells who is meant.
  for (const [pattern, least, hints] of [
    [birthday, 18, ['birthday', 'until', 'till']],
    [keptFor, 0, ['year', 'month', 'week', 'day', 'hour']],
  ] as const) {
    for (const match of matchesOf(text, pattern, low, hints)) {
      if (!keeping.test(text.slice(Math.max(0, match.index - 160), match.index))) continue
      const amount = pattern === birthday ? ageOf(match) : numberOf(match[1]!)
      if (amount !== null && amount >= least) add(match, amount, pattern === birthday ? 'years' : unitOf(match[2]!))
    }
  }
  return found
}

function ageOf([, figures, words, turned]: RegExpMatchArray): number | null {
  const said = figures ?? turned ?? words!
  return numberOf(
    said
      .replace(/eighteenth/i, 'eighteen')
      .replace(/first$/i, 'one')
      .replace(/fifth$/i, 'five'),
  )
}

const firstSpell = new RegExp(
  String.raw`\b(?:with)?in (?:the|their|your|his|her|its) first (?:(${numberWords}) )?(weeks?|fortnight|months?|year)\b(?! of (?:life|age))`,
  'giu',
)
const season =
  /\b(?:each|every( (?:other|second|third|fourth|fifth))?) (?:year|close season|spring|summer|autumn|winter|january|february|march|april|june|july|august|september|october|november|december)\b/giu

/** "Every second autumn" comes round in two years. */
function yearsBetween(ordinal = ''): number {
  return 1 + Math.max(0, ['other', 'third', 'fourth', 'fifth'].indexOf(ordinal.trim().replace('second', 'other')) + 1)
}
/** "Weekly", where something is done so often; the weekly briefing only tells which briefing is meant. */
const rhythm =
  /\b(?:(?:weekly|fortnightly)(?! (?:\p{L}+ )?(?:briefings?|rehearsals?|updates?|bulletins?|newsletters?|sessions?|classes|lessons|meetings?)\b)|(?<!\bin )(?:each|every) (?:week|fortnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/giu
const trial = new RegExp(
  String.raw`\b(${numberWords})[- ](week|month|year) (?:settling[- ]in|probation(?:ary)?|trial|induction)\b(?: period\b)?`,
  'giu',
)
const waited = new RegExp(String.raw`\bafter (${numberWords}) (minutes?|mins|hours?)\b(?! (?:of|before))`, 'giu')
/** "Search for ten minutes", "not found in ten minutes", "if ten minutes have gone by". */
const searched = new RegExp(
  String.raw`\b(?:search\w*(?: (?!for\b)\p{L}+){0,4}(?: for)? |found (?:with)?in |sight for |turned up in |if )(${numberWords}) minutes\b`,
  'giu',
)
/** "The check lasts three years", "re-checked after three years": how soon a thing that runs out is due again. */
const valid = new RegExp(
  String.raw`\b(?:(?:check|certificate|DBS|training|course|it)s? (?:lasts|is valid|are valid)(?: for)?|(?:re-?check|renew|repeat)\p{L}*(?: \p{L}+){0,3} after) (${numberWords}) (years|months)\b`,
  'giu',
)
const halved = /\bwithin half an? (hour|working day|day)\b/giu
/** "The coordinator rings at four weeks", "looked at again at three months". */
const lookedAgain = new RegExp(
  String.raw`\b(?:again|review\w*|rings?|calls?|checks?|visits?)(?: \p{L}+){0,4} at (${numberWords}) (weeks|months)\b(?! (?:old|of age))`,
  'giu',
)
const birthday =
  /\b(?:until|till|to|up to) (?:[\p{L}'’]+ ){0,4}(?:(\d\d)(?:th|st)|(eighteenth|twenty[- ](?:first|fifth))) birthday\b|\b(?:until|till) (?:(?:[\p{L}'’]+ ){1,4}(?:turn(?:s|ed)?|reach(?:es|ed)?|attains?|is|are|was|were)|(?:they|he|she)['’](?:re|s))(?: the age of)? (\d\d|eighteen|twenty[- ](?:one|five))\b/giu
const keptFor = new RegExp(
  String.raw`\bfor (?:at least |up to |a further |a (?:minimum |maximum )?(?:period )?of )?(${numberWords}) (years?|months?|weeks?|days?|hours?)\b`,
  'giu',
)
const keeping =
  /\b(?:ke(?:ep|eps|pt)|retain\w*|retention|held|hold|stored?|logs?|archiv\w+|how long)\b[^.!?]*$|\b(?:records?|files?)\b[^.;!?]{0,40}$/iu

/** "A 24 hours line" lists nothing: a number of a list is no article. */
const listed = numberWords.replace('an?|', '')
const list = new RegExp(
  String.raw`\b((?:${listed},? (?:and |or )?){1,6})${listed} ((?:working|business|school) days|hours|days)\b`,
  'giu',
)
const afterStage = new RegExp(String.raw`\b${stageNoun}\s+$`, 'iu')

/** "Every twelve months, although 24 would satisfy the local standard": a number that is set against the first. */
const setAgainst = new RegExp(
  String.raw`\b(?:(?:al)?though|while|whereas|but|where)(?: the)? (?!an?\b|one\b)(${numberWords}) (?:would|might|may|is|are|was|were) (?:(?:be|also|still) )?(?:satisfy|do|meet|suffice|enough|allowed|permitted|asked|required|all\b)`,
  'giu',
)

/** "The Board allows twelve", "their own limit being five": who sets it leaves the unit to what was said before. */
const within = new RegExp(
  String.raw`\b(?:within|(?:allow|giv|let|requir|ask)(?:e?s|e|ed|en|ing)?(?: (?:us|her|him|them|you|it|schools|charities|clubs))?(?: (?:wait|take|have|up to|as many as))*|(?:limit|standard|maximum|rule) (?:is|was|being|of)) (?:a further )?(?!\d+\.\d)(${numberWords})(?=\s*(?:[;,|)–—]|\.(?!\d)|$|and\b|but\b))`,
  'giu',
)

/** One of these stands before a number that is set against another, or that borrows its unit. */
const concessions = ['though', 'whil', 'where', 'but']
const lenders = ['within', 'allow', 'giv', 'let', 'requir', 'ask', 'limit', 'standard', 'maximum', 'rule']

const oneNumber = new RegExp(String.raw`\b${numberWords}\b`, 'giu')

/** "Within four hours, on any day of the week; they allow ten": a unit that was counted comes before one that was not. */
function nearestNoun(nouns: readonly RegExpMatchArray[]): string | undefined {
  return (nouns.findLast(([, counted]) => counted !== undefined) ?? nouns.at(-1))?.[2]
}

const timeNoun = new RegExp(
  String.raw`\b(${numberWords}[ -])?((?:working|business|school) days?|minutes|hours?|days?|weeks?|months|years)\b`,
  'giu',
)

/** Limits that borrow their unit: "1, 2, 3 and 5 working days", "stage 2 within 2 working days, stage 3 within 3". */
function elliptical(text: string, low: string, earlier: string): TimescaleWords[] {
  const found: TimescaleWords[] = []
  const add = (amount: number | null, noun: string, value: string, start: number): void => {
    if (amount !== null)
      found.push({
        value,
        start,
        end: start + value.length,
        amount,
        unit: unitOf(noun),
        boundary: null,
        recurring: false,
      })
  }
  for (const match of matchesOf(text, list, low, ['days', 'hours'])) {
    // "Stage 2, two working days": the first number is the stage's own.
    if (afterStage.test(text.slice(0, match.index))) continue
    for (const item of match[1]!.matchAll(oneNumber)) {
      // "0808 2000 247, 24 hours": the end of a telephone number is none.
      if (item[0].length < 3 || !/^\d/.test(item[0]))
        add(numberOf(item[0]), match[2]!, item[0], match.index + item.index)
    }
  }
  let nouns: readonly RegExpExecArray[] | undefined
  for (const match of [...matchesOf(text, within, low, lenders), ...matchesOf(text, setAgainst, low, concessions)]) {
    nouns ??= [...text.matchAll(timeNoun)]
    const noun =
      nearestNoun(nouns.filter(({index}) => index < match.index)) ?? nearestNoun([...earlier.matchAll(timeNoun)])
    if (noun) add(numberOf(match[1]!), noun, match[0], match.index)
  }
  return found
}

/** A length of time with what tells whether it is a limit. */
interface Stretch {
  /** "within", "by", "up to". */
  readonly prefix: string | undefined
  /** The number, or the lower of two. */
  readonly low: string
  readonly before: string
  readonly after: string
  readonly isWorking: boolean
  readonly bare: boolean
}

/** A number of days is a limit where something says so; otherwise it is an age, a stay or an opening time. */
function isLimit({prefix, low, before, after, isWorking, bare}: Stretch): boolean {
  if (ageOrRate.test(after) || openAllHours.test(after) || spanBefore.test(before)) return false
  const by = prefix?.toLowerCase()
  // "The lead has a fortnight to refer": a time that is allowed.
  if (by === undefined && allowing.test(before) && /^\s*(?:to|for|in which|within which)\b/i.test(after)) return true
  if (/^an?$/i.test(low) && by !== 'within' && by !== 'inside' && by !== 'in under' && by !== 'no later than')
    return false
  if (by === undefined && standsAlone.test(after) && (stageAhead.test(before) || allowed.test(before))) return true
  if (by === undefined && othersLimit.test(before)) return true
  if (by === 'over' || by === 'under' || by === 'after')
    return by === 'after' && (waitOver.test(after) || unanswered.test(before))
  if (by === 'in' || by === 'by') return isWorking || /^\s*(?:of|from|after)\b/i.test(after)
  if (by !== undefined) return true
  return isWorking || bare || countedFrom.test(after)
}

/** "16 years old", "24 hours a day". */
const ageOrRate =
  /^\s*(?:old\b|of age|a day|per day|a week\b|per week|or (?:more|over|older|longer)|and over|or under)/i

/** "A 24-hour helpline". */
const openAllHours = /^[-\s]*(?:helpline|hotline|service|line|emergency line|phone line|phone|cover|advice line)/i

/** "For more than three days", "in the last six months". */
const spanBefore =
  /(?:aged|under the age of|age of|over the age of|for more than|more than|longer than|at least|last(?:s|ing)? (?:for )?|over the last|in the last|for|for (?:the (?:first|next)|about|around)|in the past|past|every|each)\s*$/i

/** "Two days of the concern", "five days at most". */
const countedFrom =
  /^\s*(?:of (?:the|a|an|its|any|it|receiv|becom|be)|from (?:the|when|receipt)|after\b|before(?:hand)?\b|following|at (?:the )?(?:most|latest)|maximum|max\b)/i

/** "After two days the lead rings", "after two days without a reply": what is done when a time is over. */
const waitOver =
  /^\s*(?:of|the|we|if|with(?:out| no) (?:(?:an?|any) )?(?:reply|answer|response|decision|word|news|outcome|feedback))\b/iu

/** "If nothing has been heard after ten working days": a time that is waited for an answer. */
const unanswered =
  /\b(?:heard(?: back)?|told|decided|answer(?:ed)?|repl(?:y|ied)|word|news|decision|outcome|feedback)\s*$/iu

/** "Level 1: our worker talks to theirs. 24 hours.", "Allow 48 hours." */
const standsAlone = /^\s*(?:[.;(]|$)/u
const stageAhead = new RegExp(String.raw`\b${stageNoun}\b[^\n]*[.:;–—]\s+$`, 'iu')
const allowed = /(?:^|[.;:]\s+)allow\s+$/iu

/** "The Handbook gives four hours", "the local limit is 24 hours". */
const othersLimit =
  /\b(?:(?:handbook|manual|board|partnership|alliance|procedures?|council|county|borough|district|standard|rules?) (?:allow|give|require|ask)s?|(?:limit|standard) (?:is|was|being)) $/iu

const allowing = /\b(?:allow(?:s|ed)?|giv(?:e|es|en)|ha(?:s|ve)|gets?)(?: (?!of\b)\p{L}+){0,2}\s*$/iu

function scaled(amount: number, noun: string): number {
  return /fortnight/i.test(noun) ? amount * 2 : amount
}

/** Its form, what it comes to, and words of which every such limit holds one. */
type Word = readonly [string, number | null, TimeUnit, TimescaleWords['boundary'], readonly string[]]

/** Words that are limits without a number. Longer ones stand first. */
const words: readonly Word[] = [
  [
    String.raw`(?:by |before |on |within )?(?:(?:the )?(?:close|end) of )?(?:the )?(?:working day|weekday) (?:after|following)`,
    1,
    'working-days',
    null,
    ['working day', 'weekday'],
  ],
  [
    String.raw`(?:by |before |at )?(?:the )?(?:close|end) of (?:the )?(?:next|following) working day`,
    1,
    'working-days',
    'close-of-day',
    ['working day'],
  ],
  [String.raw`(?:by |on |before )?(?:the )?next working day`, 1, 'working-days', null, ['working day']],
  [
    String.raw`(?:on |within |by the end of |the end of )?(?:the )?same working day`,
    0,
    'working-days',
    'same-working-day',
    ['working day'],
  ],
  [
    String.raw`(?:by|before|than) (?:the )?(?:close|end) of (?:the|that) working day(?! (?:after|following))|(?:with)?in (?:the|that) working day(?= on which| of)|on (?:the|that) working day on which (?:it|(?:the|a) \p{L}+) (?:arises|arose|comes? (?:up|to light)|came (?:up|to light)|(?:is|was) (?:raised|noticed|seen|identified|known))|on (?:the|that) (?:very )?working day(?= on which| that | when )`,
    0,
    'working-days',
    'same-working-day',
    ['working day'],
  ],
  [
    String.raw`(?:by |on |before )?(?:the )?(?:next|following) (?:day|morning)|first thing (?:in the morning|tomorrow)`,
    1,
    'days',
    null,
    ['next ', 'following ', 'first thing'],
  ],
  [
    String.raw`(?:straight ?away|at once|immediately)[, ]+(?:and |or )?(?:in any (?:event|case) )?(?:before the day is out|on the same day|the same day|never later than the same day)(?: at the latest)?`,
    0,
    'days',
    'same-day',
    ['day is out', 'same day'],
  ],
  [
    String.raw`(?:on |within |by the end of |the end of |later )?(?:the |that )?(?:very )?same day`,
    0,
    'days',
    'same-day',
    ['same day'],
  ],
  [
    String.raw`(?:on|by the end of|before the end of|within) (?:the|that) (?:very )?day(?: of (?:the )?(?:concern|disclosure|incident|session|event))?`,
    0,
    'days',
    'same-day',
    ['the day', 'that day', 'very day'],
  ],
  [
    String.raw`(?:by|before|at) (?:the )?end of (?:the|that|their|your|each) (?:school |club )?(?:day|session|shift|meeting|visit)`,
    0,
    'days',
    'same-day',
    ['end of'],
  ],
  [
    String.raw`before (?:(?:the|that) day is out|(?:your|their|the) shift ends|(?:you|they) go off (?:shift|duty)|(?:you|they|anyone|staff) (?:go|goes|leave|leaves)(?: (?:home|the (?:building|site|premises)|for the day))?|going home|leaving(?: (?:the (?:building|site|premises)|work))?)`,
    0,
    'days',
    'same-day',
    ['before'],
  ],
  [
    String.raw`before the week is out|(?:by|at) the (?:end|close) of (?:the|that) week|within the (?:(?:next|coming|following) )?week|in the course of the (?:next )?week`,
    1,
    'weeks',
    null,
    ['week'],
  ],
  [
    String.raw`(?:within|in) the (?:next|coming|following) fortnight|within the fortnight`,
    2,
    'weeks',
    null,
    ['fortnight'],
  ],
  [
    String.raw`before the month is out|(?:by|at) the (?:end|close) of (?:the|that) month|within the (?:(?:next|coming|following) )?month|in the course of the month`,
    1,
    'months',
    null,
    ['month'],
  ],
  [
    String.raw`before the (?:quarter|term) is out|by the (?:end|close) of the quarter|within the (?:(?:next|coming|following) )?quarter|in the course of the quarter`,
    3,
    'months',
    null,
    ['quarter', 'term'],
  ],
  [
    String.raw`(?:the )?same (?:evening|night|afternoon|morning)|tonight|today`,
    0,
    'days',
    'same-day',
    ['same ', 'tonight', 'today'],
  ],
  [
    String.raw`as soon as (?:reasonably |it is |is |practically )?(?:possible|practicable|practical|feasible|(?:you|they|we|he|she|i) (?:can|are able|is able|am able))|at the earliest (?:possible )?(?:opportunity|convenience|moment|time)|at (?:your|the|their) (?:first|earliest) opportunity`,
    null,
    'none',
    null,
    ['as soon as', 'earliest', 'opportunity'],
  ],
  [
    String.raw`without (?:undue |unnecessary |any |further )?delay|promptly|swiftly|in a timely (?:manner|way|fashion)|speedily|in good time`,
    null,
    'none',
    null,
    ['delay', 'promptly', 'swiftly', 'timely', 'speedily', 'good time'],
  ],
  [
    String.raw`from time to time|before (?:the|their|your|her|his|a|any) (?:very )?first (?:\p{L}+ )?(?:session|shift|visit|lesson|day|rehearsal|match|game|class|tour|placement|duty)`,
    null,
    'none',
    null,
    ['time to time', 'before'],
  ],
  [String.raw`within the hour`, 1, 'hours', null, ['within the hour']],
  [String.raw`within a quarter of an hour`, 15, 'minutes', null, ['quarter of an hour']],
  [String.raw`within (?:a few|several|some) days`, null, 'days', null, ['within']],
  [String.raw`within a couple of days`, 2, 'days', null, ['couple of days']],
  [
    String.raw`immediately|straight ?away|right away|at once|instantly|forthwith|there and then|without waiting`,
    null,
    'immediate',
    null,
    ['immediately', 'straight', 'right away', 'at once', 'instantly', 'forthwith', 'there and then', 'without waiting'],
  ],
]

const wordForms = words.map(([source, amount, unitName, boundary, hints]) => ({
  pattern: new RegExp(String.raw`(?<![\w-])(?:${source})(?![\w-])`, 'giu'),
  amount,
  unitName,
  boundary,
  hints,
}))

function worded(text: string, low: string): TimescaleWords[] {
  return wordForms.flatMap(({pattern, amount, unitName, boundary, hints}) =>
    matchesOf(text, pattern, low, hints)
      .filter(
        (match) =>
          amount !== null ||
          !(
            /\bnot\s+$/i.test(text.slice(Math.max(0, match.index - 5), match.index)) ||
            /^immediately\s+(?:after|before|prior)/i.test(text.slice(match.index, match.index + match[0].length + 8))
          ),
      )
      .map((match) => ({
        value: match[0],
        start: match.index,
        end: match.index + match[0].length,
        amount,
        unit: unitName,
        boundary,
        recurring: false,
      })),
  )
}

const numberedCycle = new RegExp(
  String.raw`\b(?:every|each)\s+(?:(${numberWords})(?:\s*\(\d{1,2}\))?\s+)?(years?|months?|weeks?|(?:half[- ])?terms?|quarters?)\b|\b(?:every|each)\s+(two|three|four|five)(?=[\s.;,)]*(?:$|[.;,)]|and\b))|\b(${numberWords})[- ](year|month)ly\b|\b(${numberWords})[- ](year)\s+(?:cycle|review|refresher|basis|rolling)`,
  'giu',
)
const wordCycle =
  /\b(annually|yearly|(?:at least )?once (?:a|per|each|every) (?:year|month|week|term)|every year|every (?:other|second) (?:week|month|year|spring|summer|autumn|winter)|biennially|bi-annually|quarterly|monthly|termly|half[- ]yearly|twice a year|on an annual basis|annual(?= (?:refresher|training|update|review|basis|safeguarding (?:training|update|refresher|review)|policy review)))\b/giu

const cycleWords = [
  'annual',
  'year',
  'biennial',
  'quarterly',
  'monthly',
  'termly',
  'once ',
  'every other ',
  'every second ',
]

function cycles(text: string, low: string): TimescaleWords[] {
  const found: TimescaleWords[] = []
  for (const match of matchesOf(text, numberedCycle, low, ['every', 'each', 'year', 'month'])) {
    const amount = numberOf(match[1] ?? match[3] ?? match[4] ?? match[6] ?? 'one')
    const noun = match[2] ?? match[5] ?? match[7] ?? 'years'
    // "Your monthly catch-up" tells which talk is meant.
    if (isOccasion(text, match)) continue
    // "Each week" tells when people meet, "every three weeks" how often something is done.
    if (amount === null || (/week/i.test(noun) && match[1] === undefined)) continue
    const quarter = /quarter/i.test(noun)
    found.push(
      cycle(
        match,
        quarter ? 3 * amount : /term/i.test(noun) ? null : amount,
        quarter ? 'months' : /term/i.test(noun) ? 'none' : unitOf(noun),
      ),
    )
  }
  for (const match of matchesOf(text, wordCycle, low, cycleWords)) {
    if (isOccasion(text, match)) continue
    const word = match[1]!.toLowerCase()
    if (word === 'quarterly') found.push(cycle(match, 3, 'months'))
    else if (/month/.test(word)) found.push(cycle(match, /other|second/.test(word) ? 2 : 1, 'months'))
    else if (/week/.test(word)) found.push(cycle(match, /other|second/.test(word) ? 2 : 1, 'weeks'))
    else if (/term/.test(word)) found.push(cycle(match, null, 'none'))
    else if (/half|twice/.test(word)) found.push(cycle(match, 6, 'months'))
    else found.push(cycle(match, /^bi|other|second/.test(word) ? 2 : 1, 'years'))
  }
  return found
}

/** Whether a word for how often only names an occasion: "at the monthly team meeting", "her quarterly forum". */
function isOccasion(text: string, match: RegExpMatchArray): boolean {
  const start = match.index!
  return (
    /\b(?:the|an?|our|your|their|his|her|its) $/iu.test(text.slice(Math.max(0, start - 8), start)) &&
    /^ (?:[\p{L}'’]+ )?(?:meeting|catch-up|forum|newsletter|supper|service|talk)\b/iu.test(
      text.slice(start + match[0].length, start + match[0].length + 50),
    )
  )
}

function cycle(match: RegExpExecArray | RegExpMatchArray, amount: number | null, unitName: TimeUnit): TimescaleWords {
  const start = match.index ?? 0
  return {value: match[0], start, end: start + match[0].length, amount, unit: unitName, boundary: null, recurring: true}
}
