import type {Confidence} from '../model/finding.js'
import {sentencesIn} from '../text/sentence.js'
import type {TimescaleWords} from '../text/timescale.js'
import {type Drafted, found, readAt} from './fact.js'
import {limitsIn, mostInSentence} from './limit-words.js'
import type {Line} from './line.js'

/** A time limit of a line with what the sentence says of it. */
export interface ClockWords {
  readonly limit: TimescaleWords
  readonly start: number
  readonly end: number
  readonly sentence: string
  readonly event: string | null
  readonly anchor: string | null
  readonly sameAs: TimescaleWords | null
  /** Another limit for a case: "or within 24 hours where a child may be at risk". */
  readonly inCase: {readonly when: string; readonly limit: TimescaleWords} | null
}

/**
 * The time limits of a piece of a line, each with its event and what it counts from. `bare` takes a number of days
 * without "within" as a limit. Limits that only say "at the latest" of the one before them stand alone.
 */
export function clocksIn(text: string, bare = false): ClockWords[] {
  return sentencesIn(text).flatMap(({text: sentence, start}) => {
    const alone = bare || isLimitAlone(sentence)
    const limits = limitsIn(sentence, alone)
      .filter((each) => !each.recurring)
      .slice(0, mostInSentence)
    const clocks: ClockWords[] = []
    for (let i = 0; i < limits.length; i++) {
      const limit = limits[i]!
      const next = limits[i + 1]
      const gap = next ? sentence.slice(limit.end, next.start) : ''
      // "Without delay, and in any case within two days": the second is the limit.
      if (next && isBoundBy(sentence, limit, next)) continue
      let end = limit.end
      let sameAs: TimescaleWords | null = null
      if (
        next &&
        /^\s*(?:\(|or |i\.e\. |that is,? |\/\s*)\s*$/iu.test(gap) &&
        next.unit !== limit.unit &&
        next.amount !== null &&
        !caseAfter(sentence, next.end)
      ) {
        sameAs = next
        end = next.end
        i++
      } else {
        const inBrackets = limitInBrackets(sentence, limit)
        if (inBrackets) {
          sameAs = inBrackets
          end = inBrackets.end
          if (next && next.start < inBrackets.end) i++
        }
      }
      const following = limits[i + 1]
      const when =
        following && /\bor\b/iu.test(sentence.slice(end, following.start)) ? caseAfter(sentence, following.end) : null
      if (following && when) i++
      clocks.push({
        limit,
        sentence,
        start: start + limit.start,
        end: start + end,
        event: eventOf(sentence, limit),
        anchor: anchorAfter(sentence, end),
        sameAs,
        inCase: following && when ? {when, limit: following} : null,
      })
    }
    return clocks
  })
}

/** Whether the next limit says at the latest when: "as soon as possible and always within 24 hours". */
export function isBoundBy(sentence: string, limit: TimescaleWords, next: TimescaleWords): boolean {
  return next.amount !== null && binding.test(sentence.slice(limit.end, next.end))
}

const binding =
  /\b(?:in any (?:case|event)|at (?:the )?(?:very )?latest|(?:and|but) (?:never|no|not) (?:later|more)|(?:and|but) always within|or at most)\b/iu

/** "Time allowed: 3 working days", "2 days.": nothing but a limit, so it needs no "within". */
function isLimitAlone(sentence: string): boolean {
  return (
    /^(?:time ?(?:scales?|frames?|limits?|allowed)?|deadline|by when|when|duration|limit|how long|respond|response time|target)\b[^:–-]{0,20}[:–-]\s*/iu.test(
      sentence,
    ) ||
    (sentence.length < 40 &&
      /^(?:up to |max(?:imum)?(?: of)? )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)\b[^:]*$/iu.test(
        sentence,
      ))
  )
}

const unitWords = /\(\s*([\p{L}\d]{1,12}\s+(?:working |calendar )?(?:hours?|days?|weeks?))\s*\)/iuy

/** "48 hours (two working days)". */
function limitInBrackets(sentence: string, {end, unit}: TimescaleWords): TimescaleWords | null {
  unitWords.lastIndex = end + (sentence.slice(end).match(/^\s*/)?.[0].length ?? 0)
  const match = unitWords.exec(sentence)
  if (!match) return null
  const inner = limitsIn(match[1]!, true)[0]
  if (!inner || inner.unit === unit) return null
  return {...inner, start: match.index, end: match.index + match[0].length}
}

/** "where a child may be at risk": the case that a limit holds for. */
function caseAfter(sentence: string, end: number): string | null {
  const match = /^\s*(?:,\s*)?(?:where|if|when|for|in)\s+([^.;|()]{4,100})/iu.exec(sentence.slice(end))
  return match?.[1]?.trim() ?? null
}

/** What a limit counts from, in the document's words. */
function anchorAfter(sentence: string, end: number): string | null {
  const match =
    /^[\s,)]*(?:(?:starting|counted|counting|running|beginning|calculated)\s+)?(?:of|from|after|following|once|since)\s+(?:when\s+)?([^.;|()]{3,110}?)(?=[.;|()]|,\s|\s+(?:and (?:in any|no later|confirm|send|record|the|a|if|must)|or (?:sooner|earlier)|unless|where|if|so that|in order)\b|$)/iu.exec(
      sentence.slice(end),
    )
  const words = match?.[1]?.trim().replace(/^(?:the )?date of\s+/iu, '')
  return words && !/^(?:each|every|the working|work)\b/iu.test(words) ? words : null
}

/** What must happen within it; null where the sentence only says that the step must be over. */
function eventOf(sentence: string, {start, end}: TimescaleWords): string | null {
  const before = sentence.slice(Math.max(0, start - 130), start)
  const near = before.slice(
    Math.max(before.lastIndexOf(', and '), before.lastIndexOf('; '), before.lastIndexOf(', who '), 0),
  )
  const after = sentence
    .slice(end, end + 60)
    .replace(/(?:^[\s,]*(?:of|from|after|following|once)|\sand|[;:])\s.*$/isu, '')
  for (const words of [near, after, before]) {
    const event = events.find(([, pattern]) => pattern.test(words))?.[0]
    if (event) return event
  }
  return null
}

const events: readonly (readonly [string, RegExp])[] = [
  ['raise', /\b(?:raise[sd]?|raising|lodge[sd]?)\b|^(?:talk|speak|contact|ring|telephone) to\b/iu],
  ['acknowledge', /\backnowledg/iu],
  [
    'write-up',
    /\b(?:in writing|written|letter|confirm\w*|minutes|notes? (?:of|from)|wr(?:ite|ites|itten) up|circulat\w*|record(?:s|ed)? (?:of|is|are) (?:sent|shared))\b/iu,
  ],
  [
    'decide',
    /\b(?:decides?|(?:gives?|reach(?:es)?) (?:a|its|their|his or her) (?:decision|ruling)|makes? (?:a|the|its|their) (?:final )?decision|final decision|rules? on|adjudicat\w*|determines?)\b/iu,
  ],
  ['meet', /\b(?:meets?|meeting|convene[sd]?)\b/iu],
  [
    'respond',
    /\b(?:repl(?:y|ies)|respon[ds]\w*|answers?|gets? back|comes? back|receiving agency|feeds? back|feedback)\b/iu,
  ],
]

/** A clock as a fact of the model. */
export function draftClock(line: Line, clock: ClockWords, offset: number, confidence: Confidence): Drafted {
  const read = <T>(value: T) => readAt(value, line, offset + clock.start, offset + clock.end, confidence)
  const {limit, sameAs, anchor, event, inCase} = clock
  return {
    fields: found({
      event: event === null ? null : read(event),
      ...limitFields(limit, read),
      sameAs: sameAs && read({value: sameAs.amount, unit: sameAs.unit}),
      byPriority: inCase && read([{when: inCase.when, ...plainLimit(inCase.limit)}]),
      anchor: anchor === null ? null : read(anchor),
    }),
  }
}

/** Value, unit, boundary and words of a limit, as the model writes them. */
export function limitFields(limit: TimescaleWords, read: <T>(value: T) => ReturnType<typeof readAt<T>>) {
  const {value, unit, words, boundary} = plainLimit(limit)
  return {
    value: value === null ? null : read(value),
    unit: unit === null ? null : read(unit),
    words: words === undefined ? null : read(words),
    boundary: boundary === undefined ? null : read(boundary),
  }
}

function plainLimit({amount, unit, value, boundary}: TimescaleWords) {
  const numbered = amount !== null && unit !== 'none' && unit !== 'immediate'
  const words = value.replace(/^(?:(?:within|by|on|later)\s+)?the\s+(?=same)|^the\s+/iu, '')
  return {
    value: numbered ? amount : null,
    unit: numbered ? unit : null,
    ...((!numbered || amount === 0) && {words}),
    ...(numbered && boundary === 'close-of-day' && {boundary}),
  }
}
