import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import {numberOf, numberWords} from '../text/number-words.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedOf} from './local.js'
import {evidenceOf, meetingsOf} from './ways.js'

/**
 * More ticks on the risk checklist than the area asks for before a case goes to MARAC. Fewer are stricter, and right.
 * Without a number in the local model the 14 of SafeLives' guidance on MARAC hold.
 */
export function maracThreshold(_check: ProhibitedStatementAbsent, {model, reading}: Grounds): Outcome {
  const {marac} = model.forums
  const local = marac?.threshold ?? national
  for (const meeting of meetingsOf('#(@marac | DASH | risk checklist)', reading)) {
    const asked = ticksIn(meeting.sentence.text)
    if (asked === null || asked <= local) continue
    return outcome('contradicted', `the policy asks for ${asked} ticks where the procedures ask for ${local}`, {
      evidence: evidenceOf([meeting]),
      expected: [expectedOf(model, 'forums.marac.threshold', `${local} ticks`, marac?.provenance)],
      remedy: `Change ${asked} to ${local}.`,
    })
  }
  return outcome('clear', 'no higher number of ticks is asked for')
}

const national = 14

/** The number of ticks, points or yeses that a sentence asks for, or null. */
function ticksIn(text: string): number | null {
  const words = ticked.exec(text) ?? scored.exec(text)
  const number = words?.[1] ? numberOf(words[1]) : null
  return number !== null && number >= fewest ? number : null
}

/** Below this a number counts something else than the ticks of a checklist of some two dozen questions. */
const fewest = 5

const ticked = new RegExp(
  `\\b(${numberWords})\\+? (?:or more |or above |or over )?(?:['"‘“]?yes['"’”]? )?(?:ticks?|points?|answers?|boxes|yeses|indicators)\\b`,
  'i',
)
const scored = new RegExp(
  `\\b(?:scor(?:e|es|ing)|total|reach(?:es)?|comes? to)\\b[^.;:]{0,24}?\\b(${numberWords})\\b(?! (?:days?|hours?|weeks?|years?|months?))`,
  'i',
)
