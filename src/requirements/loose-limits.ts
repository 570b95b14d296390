import type {Timescale} from '../model/facts.js'
import {groups} from '../model/procedures.js'
import type {TimescaleNoSlowerThan} from '../model/requirement.js'
import {limitWords} from '../text/limit-words.js'
import type {Sentence} from '../text/reading.js'
import {disagreement} from '../text/stages-of.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedOf} from './local.js'
import {measureByLocal} from './measure.js'
import {factEvidence} from './quoting.js'
import {sentenceAt} from './sentence-at.js'
import {standsIn} from './stated-limits.js'
import {evidenceOf} from './ways.js'

/** Words on the speed of an escalation that belong to no stage. */
export function looseLimits(check: TimescaleNoSlowerThan, grounds: Grounds): Outcome | null {
  const about = grounds.reading.find(check.about)
  const loose = grounds.facts.timescales.flatMap((stated) => {
    const place = sentenceAt(grounds.reading, stated.passageId, stated.span?.[0] ?? 0)
    return place && about.has(place.index) && !stated.recurring && isOnDisagreement(place.sentence)
      ? [{stated, place}]
      : []
  })
  const [first] = loose
  if (!first) return null
  // What stands within a stage is measured with it, by all that the local stage says.
  const free = loose.filter(({stated}) => !grounds.facts.stages.some((stage) => standsIn(stage, stated)))
  const slow = free.flatMap(({stated, place}) => tooSlow(stated, wordsUpTo(stated, place.sentence), grounds) ?? [])
  if (slow.length > 0) return slow[0]!
  return outcome('weak', `“${first.stated.value}” is not tied to a stage`, {
    evidence: evidenceOf([{...first.place, spans: []}]),
    remedy: 'Give each stage its own limit.',
    searchedFor: ['a time limit for each stage of an escalation'],
  })
}

/** "Level 2 within six months" is a course; a stage stands in or under words on disagreement. */
function isOnDisagreement({text, passage, section}: Sentence): boolean {
  return disagreement.test([...passage.place.headings, section.title, passage.leadIn ?? '', text].join(' '))
}

/** A sentence up to the end of a limit in it: the stage that it speaks of stands before. */
function wordsUpTo({span}: Timescale, {text, start}: Sentence): string {
  return text.slice(0, (span?.[1] ?? start) - start)
}

/** "Each stage may take a month", "fifteen days at stage 2": slower than every local stage that the words can mean. */
function tooSlow(stated: Timescale, words: string, grounds: Grounds): Outcome | null {
  const order = [...words.matchAll(/\bstage (\d)/giu)].at(-1)?.[1]
  if (!order && !/\b(?:each|every|any|all) (?:\w+ )?(?:stages?|steps?|levels?)\b/iu.test(words)) return null
  const limits = groups
    .filter((group) => grounds.serves[group])
    .flatMap((group) => grounds.model.escalation[group]?.stages ?? [])
    .filter((stage) => !order || stage.order === Number(order))
    .flatMap(({maxDuration}) => (maxDuration ? [maxDuration] : []))
  if (limits.length === 0 || limits.some((limit) => measureByLocal(stated, words, limit).measure !== 'slower'))
    return null
  const expected = [...new Set(limits.map(limitWords))].map((limit) =>
    expectedOf(grounds.model, 'escalation.*.stages.*.maxDuration', limit),
  )
  return outcome(
    'contradicted',
    `the policy gives “${stated.value}” for ${order ? `stage ${order}` : 'each stage'}; locally it is ${expected.map(({value}) => value).join(' or ')}`,
    {
      evidence: [factEvidence(stated, grounds)],
      expected,
      remedy: `Change the limit to ${expected.map(({value}) => value).join(' or ')}.`,
    },
  )
}
