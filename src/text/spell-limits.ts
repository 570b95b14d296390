import {numberOf, numberWords} from './number-words.js'
import {unitOf} from './time-unit.js'
import type {TimescaleWords} from './timescale.js'

/**
 * Limits told by the length of a spell, without "within" or "no later than": how long a thing has lasted before somebody
 * acts, how soon what was kept is done away with, how often a round is made, and a number that nobody has filled in.
 */
export function spellLimits(text: string): TimescaleWords[] {
  return [
    ...found(text, lasting, false),
    ...found(text, unused, false),
    ...found(text, doneAway, false),
    ...found(text, pension, false),
    ...found(text, exception, false),
    ...found(text, round, true),
    ...found(text, onceIn, true),
    ...found(text, unfilled, false),
  ]
}

/** Whether the words of a limit tell how long a thing has lasted: they are when a duty begins, and no time to do it in. */
export function isSpell(value: string): boolean {
  return / or (?:more|longer)$| (?:without|with no) (?:any )?\p{L}+(?: seen)?$/iu.test(value)
}

/** Each pattern holds the words of the limit as `told`, its number as `count`, if it has one, and its unit as `noun`. */
function found(text: string, pattern: RegExp, recurring: boolean): TimescaleWords[] {
  return [...text.matchAll(pattern)].map((match) => {
    const {told, count, noun} = match.groups!
    const start = match.index + match[0].lastIndexOf(told!)
    return {
      value: told!,
      start,
      end: start + told!.length,
      amount: count === undefined ? null : numberOf(count),
      unit: unitOf(noun!),
      boundary: null,
      recurring,
    }
  })
}

const count = String.raw`(?<count>${numberWords})`
const several = String.raw`(?!an?\b)${count}`

/**
 * "Stays for 28 days or more", "after three school days without contact": how long a thing lasts before there is
 * something to do. An age is told in years, and is no spell.
 */
const lasting = new RegExp(
  String.raw`(?<!\b(?:within|inside|under|by|in) )\b(?<told>${several} (?:consecutive |continuous )?(?<noun>(?:(?:working|business|school) )?days|weeks) (?:or (?:more|longer)|(?:without|with no) (?:any )?(?:contact|sight|sign|explanation|being seen)))\b`,
  'giu',
)

/** "Lockers unopened for 72 hours", "left unclaimed for two weeks". */
const unused = new RegExp(
  String.raw`\b(?:un(?:opened|claimed|collected|attended|answered|read)|not (?:been )?(?:opened|claimed|collected|answered)) (?<told>for (?:more than )?${several} (?<noun>hours|days|weeks|months))\b`,
  'giu',
)

/** "Shredded after six months", "footage overwrites itself after 30 days". */
const doneAway = new RegExp(
  String.raw`\b(?:shred|destroy|delet|eras|overwrit|wip|purg|dispos|discard|thrown away)\p{L}*(?: [\p{L}-]+){0,4} (?<told>after ${several} (?<noun>hours|days|weeks|months|years))\b(?! of )`,
  'giu',
)

/** "Until normal pension age or ten years, whichever is longer": how long papers on an allegation are kept. */
const pension = new RegExp(
  String.raw`\b(?<told>(?:until|till) (?:\p{L}+ ){0,4}(?:pension|retirement) age,? or (?:for )?${several} (?<noun>years)(?:,? (?:whichever is (?:the )?longer|if (?:that is |that['’]s )?longer))?)\b`,
  'giu',
)

/** "Within two hours (one hour for under 14s)": another limit for some stands in brackets behind the first. */
const exception = new RegExp(
  String.raw`\((?:or )?(?<told>${count} (?<noun>minutes?|hours?|(?:(?:working|business|school) )?days?|weeks?|months?|years?)) (?:for|if|where|when|in the case of)\b`,
  'giu',
)

/** "Room checks every two hours", "every 30 minutes". */
const round = new RegExp(
  String.raw`\b(?<told>(?:every|each) ${several} (?<noun>minutes|hours|(?:(?:working|business|school) )?days))\b`,
  'giu',
)

/** "At least once in twelve months", "once in any two-year period". */
const onceIn = new RegExp(
  String.raw`\b(?<told>(?:at least )?once (?:in|within) (?:(?:every|each|any) (?:period of )?)?${several}[ -](?<noun>weeks?|months?|years?)(?: period)?)\b`,
  'giu',
)

/** "Kept for XX years", "within [X] working days": a limit, though nobody has said how long. */
const unfilled =
  /(?<told>(?:(?<![\p{L}\p{N}])X{1,3}|\[(?:X{1,3}|\.{2,6}|_{2,6}|…|number|insert number|insert)\]|(?<!_)_{3,12}|(?<!\.)\.{4,12}) (?<noun>minutes|hours|(?:(?:working|business|school) )?days|weeks|months|years))(?!\p{L})/gu
