import type {Stage} from '../model/facts.js'
import type {Escalation, LocalStage} from '../model/procedures.js'
import type {TimescaleNoSlowerThan} from '../model/requirement.js'
import {compareLimits} from '../text/compare-limits.js'
import {limitWords} from '../text/limit-words.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedOf} from './local.js'
import {sentenceAt} from './owners.js'
import {factEvidence} from './quoting.js'
import {stagesFor} from './stages-read.js'
import {together} from './together.js'
import {evidenceOf} from './ways.js'

/** The limits of escalation stages against the local ones, stage by stage and group by group. */
export function stagedLimits(check: TimescaleNoSlowerThan, grounds: Grounds): Outcome {
  const loose = looseLimits(check, grounds)
  const outcomes = (['children', 'adults'] as const)
    .filter((group) => grounds.serves[group] && grounds.model.escalation[group])
    .map((group) => ofGroup(group, grounds.model.escalation[group]!, grounds))
  if (outcomes.length === 0) return withoutLocal(loose, grounds)
  const stated = outcomes.filter(({result}) => result !== 'absent')
  if (stated.length === 0 && loose) return loose
  return together(outcomes)
}

function ofGroup(group: 'children' | 'adults', escalation: Escalation, grounds: Grounds): Outcome {
  const stages = stagesFor(group, grounds)
  const timed = stages.flatMap((stage) => {
    const local = escalation.stages.find(({order}) => order === stage.order)
    return local ? [compared(stage, local, group, grounds)] : []
  })
  const known = timed.filter(({result}) => result !== 'absent')
  if (known.length === 0) {
    const expected = escalation.stages.flatMap((stage) =>
      stage.maxDuration
        ? [expectedOf(grounds.model, `escalation.${group}.stages.${stage.order}`, limitWords(stage.maxDuration))]
        : [],
    )
    return outcome(
      'absent',
      `no time limit is given for the stages of an escalation about ${group === 'children' ? 'a child' : 'an adult'}`,
      {
        expected,
        remedy: `Give the limit of each stage: ${expected.map(({value}) => value).join(', ')}.`,
        searchedFor: ['a time limit for each stage of an escalation'],
      },
    )
  }
  return together(known)
}

function compared(stage: Stage, local: LocalStage, group: string, grounds: Grounds): Outcome {
  const stated = limitOf(stage, grounds)
  const limit = local.maxDuration
  if (!stated || !limit) return outcome('absent', `stage ${stage.order} has no limit`)
  const words = limitWords(limit)
  const expected = [
    expectedOf(grounds.model, `escalation.${group}.stages.${stage.order}.maxDuration`, words, limit.provenance),
  ]
  const evidence = [factEvidence(stated, grounds)]
  if (stated.unit === 'none')
    return outcome('weak', `“${stated.value}” is no limit for stage ${stage.order}; it is ${words}`, {
      evidence,
      expected,
      remedy: `Give stage ${stage.order} a limit of ${words}.`,
    })
  switch (compareLimits(stated, limit)) {
    case 'ok':
      return outcome('satisfied', `stage ${stage.order} is no slower than ${words}`, {evidence, expected})
    case 'weekend-only':
      return outcome('weak', `stage ${stage.order} (“${stated.value}”) ends later than ${words} over a weekend`, {
        evidence,
        expected,
        remedy: `Give stage ${stage.order} ${words}.`,
      })
    case 'slower':
      return outcome(
        'contradicted',
        `the policy gives stage ${stage.order} “${stated.value}”; locally it is ${words}`,
        {evidence, expected, remedy: `Change the limit of stage ${stage.order} to ${words}, or quicker.`},
      )
    case 'incomparable':
      return outcome('undecidable', `“${stated.value}” and ${words} cannot be compared`, {evidence, expected})
  }
}

/** The limit that was read within a stage's words. */
function limitOf(stage: Stage, {facts}: Grounds): Grounds['facts']['timescales'][number] | null {
  if (!stage.within) return null
  return (
    facts.timescales.find(({passageId, value}) => passageId === stage.passageId && stage.within!.includes(value)) ??
    facts.timescales.find(({passageId, value}) => passageId === stage.passageId && value.includes(stage.within!)) ??
    null
  )
}

/** Words on the speed of an escalation that belong to no stage. */
function looseLimits(check: TimescaleNoSlowerThan, grounds: Grounds): Outcome | null {
  const about = grounds.reading.find(check.about)
  const loose = grounds.facts.timescales.flatMap((stated) => {
    const place = sentenceAt(grounds.reading, stated.passageId, stated.span?.[0] ?? 0)
    return place && about.has(place.index) && !stated.recurring ? [{stated, place}] : []
  })
  const [first] = loose
  if (!first) return null
  return outcome('weak', `“${first.stated.value}” is not tied to a stage`, {
    evidence: evidenceOf([{...first.place, spans: []}]),
    remedy: 'Give each stage its own limit.',
    searchedFor: ['a time limit for each stage of an escalation'],
  })
}

/** Without a local ladder, one stage with a limit is what can be asked. */
function withoutLocal(loose: Outcome | null, grounds: Grounds): Outcome {
  const timed = grounds.facts.stages.filter((stage) => limitOf(stage, grounds))
  if (timed.length > 0)
    return outcome('satisfied', 'stages of escalation carry time limits', {
      evidence: timed.slice(0, 2).map((stage) => factEvidence(stage, grounds)),
      confidence: 'medium',
    })
  return (
    loose ??
    outcome('absent', 'no time limit is given for escalation', {
      remedy: 'Give each stage of escalation a time limit.',
      searchedFor: ['a time limit for each stage of an escalation'],
    })
  )
}
