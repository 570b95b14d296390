import type {Stage} from '../model/facts.js'
import type {Escalation, Group, Limit, LocalStage} from '../model/procedures.js'
import {limitWords} from '../text/limit-words.js'
import {disagreement} from '../text/stages-of.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedOf} from './local.js'
import {measureByLocal, working} from './measure.js'
import {factEvidence} from './quoting.js'
import {sentenceAt} from './sentence-at.js'
import {isBelowOther} from './stages-read.js'
import {limitsWithin} from './stated-limits.js'

/** The cap on a whole ladder, where the local procedure has one: what the policy says of the whole, and what its stages add up to. */
export function capOutcomes(
  {overallMax, stages: local}: Escalation,
  stages: readonly Stage[],
  group: Group,
  grounds: Grounds,
): readonly Outcome[] {
  if (!overallMax) return []
  const words = limitWords(overallMax)
  const expected = [expectedOf(grounds.model, `escalation.${group}.overallMax`, words, overallMax.provenance)]
  const said = wholeLimits(group, grounds).map((stated) => {
    const evidence = [factEvidence(stated, grounds)]
    const {measure} = measureByLocal(stated, stated.action, working(overallMax))
    if (measure === 'ok') return outcome('satisfied', `the whole is no slower than ${words}`, {evidence, expected})
    const result = measure === 'slower' ? 'contradicted' : measure === 'incomparable' ? 'undecidable' : 'weak'
    return outcome(result, `the policy gives the whole “${stated.value}”; locally it is ${words}`, {
      evidence,
      expected,
      remedy: `Change the limit of the whole to ${words}, or quicker.`,
    })
  })
  return [...said, ...summed(overallMax, local, stages, expected, grounds)]
}

/** Limits in sentences on disagreement that speak of all of it. */
function wholeLimits(group: Group, grounds: Grounds) {
  const {facts, reading} = grounds
  return facts.timescales.filter((stated) => {
    if (stated.recurring || stated.amount === null) return false
    const place = sentenceAt(reading, stated.passageId, stated.span?.[0] ?? 0)
    if (!place) return false
    const {sentence} = place
    const about = `${sentence.section.place.headings.join(' ')} ${sentence.section.title} ${sentence.text}`
    return whole.test(sentence.text) && disagreement.test(about) && !isBelowOther(sentence.passage, group, grounds)
  })
}

const whole =
  /\b(?:the (?:whole|entire|full|overall)|overall|altogether|in total|in all|from (?:start|beginning) to (?:finish|end)|(?:all|every) (?:of the )?(?:stages?|steps?|levels?)(?: together| combined)?)\b/i

/** Stages that each look quick may pass the cap together. Lengths are counted low and the cap high, so that only a plain excess tells. */
function summed(
  cap: Limit,
  local: readonly LocalStage[],
  stages: readonly Stage[],
  expected: Outcome['expected'],
  grounds: Grounds,
): readonly Outcome[] {
  const most = workingDays(working(cap), 'high')
  const timed = stages.flatMap((stage) =>
    limitsWithin(stage, grounds)
      .slice(0, 1)
      .map(({stated}) => ({stage, stated})),
  )
  const byOrder = new Map<number, number>()
  for (const {stage, stated} of timed) {
    const days = workingDays({value: stated.amount, unit: stated.unit}, 'low') ?? 0
    byOrder.set(stage.order, Math.min(byOrder.get(stage.order) ?? Number.POSITIVE_INFINITY, days))
  }
  const total = [...byOrder.values()].reduce((sum, days) => sum + days, 0)
  if (most === null || timed.length === 0) return []
  const evidence = timed.slice(0, 4).map(({stated}) => factEvidence(stated, grounds))
  // The local stages may together pass the cap themselves; who keeps to each of them is not slower than they are.
  const allowed = local.reduce(
    (sum, {maxDuration}) => sum + (maxDuration ? (workingDays(working(maxDuration), 'high') ?? 0) : 0),
    0,
  )
  if (total > Math.max(most, allowed)) {
    return [
      outcome(
        'contradicted',
        `the stages of the policy together take longer than ${limitWords(cap)}, which is all that the whole may take`,
        {
          evidence,
          expected,
          remedy: `Shorten the stages, so that the whole takes ${limitWords(cap)} at most.`,
        },
      ),
    ]
  }
  // Where no local stage has a limit of its own, keeping to the cap is what there is to keep to.
  return local.some(({maxDuration}) => maxDuration)
    ? []
    : [outcome('satisfied', `the stages together keep to ${limitWords(cap)}`, {evidence, expected})]
}

function workingDays(
  {value, unit}: {readonly value: number | null; readonly unit: string | null},
  way: 'low' | 'high',
): number | null {
  if (value === null) return null
  const inWeek = way === 'low' ? 5 / 7 : 1
  const days: Readonly<Record<string, number>> = {
    minutes: 0,
    hours: inWeek / 24,
    days: inWeek,
    'working-days': 1,
    weeks: 5,
    months: way === 'low' ? 20 : 23,
    years: 250,
  }
  return unit !== null && unit in days ? value * days[unit]! : null
}
