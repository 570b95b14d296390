import type {Clock} from '../model/procedures.js'
import type {StatedLimit} from './stated-limits.js'

/** What happens within a limit, by the words for it. A new sort of event is a line here. */
const events: readonly (readonly [string, RegExp])[] = [
  ['acknowledge', /\backnowledg\p{L}*|\breceipt\b/giu],
  ['write-up', /\b(?:writ(?:e|es|ing|ten)|write-up|letter|record(?:s|ed|ing)?|confirm\p{L}*|minutes?|minuted)\b/giu],
  ['meet', /\b(?:meet|meets|meeting|met|convene[sd]?|discuss\p{L}*)\b/giu],
  ['decide', /\b(?:agree(?:s|d|ment)?|decid\p{L}*|decisions?|resolv\p{L}*|resolution|settle[sd]?)\b/giu],
  ['respond', /\b(?:respon\p{L}*|repl(?:y|ies|ied)|answer\p{L}*|feed ?back|comes? back)\b/giu],
  [
    'raise',
    /\b(?:rais\p{L}*|tells?|told|contact\p{L}*|notif\p{L}*|rings?|challeng\p{L}*|begin\p{L}*|start\p{L}*|initiat\p{L}*)\b/giu,
  ],
]

/**
 * The clocks of a step that a stated limit can be measured by: those of the event that its clause tells of. None where
 * it tells of no event that has a clock.
 */
export function clocksFor({before, about}: StatedLimit, clocks: readonly Clock[]): readonly Clock[] {
  const event = eventOf(before) ?? eventsIn(about.slice(before.length))[0]
  return clocks.filter(({event: own}) => event && own !== undefined && eventOf(own) === event)
}

/** The event that words tell of last; null where they tell of none. */
export function eventOf(words: string): string | null {
  return eventsIn(words).at(-1) ?? null
}

/** The events that a text tells of, in its order. */
function eventsIn(text: string): string[] {
  return events
    .flatMap(([name, pattern]) => [...text.matchAll(pattern)].map(({index}) => ({name, index})))
    .sort((a, b) => a.index - b.index)
    .map(({name}) => name)
}
