import type {Stage} from '../model/facts.js'
import {type Clock, type Escalation, type Group, groups, type Limit, type LocalStage} from '../model/procedures.js'
import type {TimescaleNoSlowerThan} from '../model/requirement.js'
import {isOnOther} from '../text/group-words.js'
import {limitWords} from '../text/limit-words.js'
import {capOutcomes} from './cap.js'
import {clocksFor, eventOf} from './clock-for.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedOf} from './local.js'
import {branchesFor} from './local-branch.js'
import {looseLimits} from './loose-limits.js'
import {measureByLocal, sayWords} from './measure.js'
import {factEvidence} from './quoting.js'
import {likeness, receiversOf} from './role-likeness.js'
import {stagesFor} from './stages-read.js'
import {limitsWithin, type StatedLimit} from './stated-limits.js'
import {together} from './together.js'

/** The limits of escalation stages against the local ones, stage by stage and group by group. */
export function stagedLimits(check: TimescaleNoSlowerThan, grounds: Grounds): Outcome {
  const loose = looseLimits(check, grounds)
  const outcomes = groups
    .filter((group) => grounds.serves[group] && grounds.model.escalation[group])
    .map((group) => ofGroup(group, grounds.model.escalation[group]!, grounds))
  if (outcomes.length === 0) return withoutLocal(loose, grounds)
  const stated = outcomes.filter(({result}) => result !== 'absent')
  if (loose && (stated.length === 0 || loose.result === 'contradicted')) return loose
  return together(outcomes)
}

function ofGroup(group: Group, escalation: Escalation, grounds: Grounds): Outcome {
  const stages = stagesFor(group, grounds)
  const leavesOut =
    new Set(stages.map(({order}) => order)).size < new Set(escalation.stages.map(({order}) => order)).size
  const timed = stages.flatMap((stage) => {
    const local = branchesFor(leavesOut ? asReceived(stage, escalation.stages) : stage, escalation.stages)
    return local.length > 0 ? [branched(stage, local, group, grounds)] : []
  })
  // One stage that is too slow is the reason why all of them are; it is told once.
  const isSlow = timed.some(({result}) => result === 'contradicted')
  const caps = capOutcomes(escalation, isSlow ? [] : stages, group, grounds)
  const known = [...timed, ...caps].filter(({result}) => result !== 'absent')
  return known.length > 0 ? together(known) : untimed(group, escalation, grounds)
}

/** A ladder without a limit: what is expected are those of the local stages, else that of the whole. */
function untimed(group: Group, {stages, overallMax}: Escalation, {model}: Grounds): Outcome {
  const path = `escalation.${group}`
  const ofStages = stages.flatMap(({order, maxDuration}) =>
    maxDuration ? [expectedOf(model, `${path}.stages.${order}`, limitWords(maxDuration))] : [],
  )
  const isWhole = ofStages.length === 0 && overallMax !== undefined
  const expected = isWhole ? [expectedOf(model, `${path}.overallMax`, limitWords(overallMax))] : ofStages
  return outcome(
    'absent',
    `no time limit is given for the stages of an escalation about ${group === 'children' ? 'a child' : 'an adult'}`,
    {
      expected,
      remedy: `Give the limit of ${isWhole ? 'the whole' : 'each stage'}: ${expected.map(({value}) => value).join(', ')}.`,
      searchedFor: ['a time limit for each stage of an escalation'],
    },
  )
}

/**
 * Where a ladder leaves a stage out, its numbers are not the local ones: a stage that plainly goes to the people of another
 * local stage, and not to those of its number, is measured by that one.
 */
function asReceived(stage: Stage, local: readonly LocalStage[]): Stage {
  const {to} = stage
  const own = local.find(({order}) => order === stage.order)
  const likenessTo = (each: LocalStage): number => likeness(to ?? '', receiversOf(each))
  if (!to || (own && likenessTo(own) > 0.5)) return stage
  const best = Math.max(...local.map(likenessTo))
  const theirs = local.filter((each) => likenessTo(each) === best)
  const isPlain = best >= 0.99 || (best >= 0.6 && (!own || likenessTo(own) === 0))
  return isPlain && theirs.length === 1 ? {...stage, order: theirs[0]!.order} : stage
}

/** A stage against the local one of its number; against each branch where it does not say which it is. */
function branched(stage: Stage, local: readonly LocalStage[], group: Group, grounds: Grounds): Outcome {
  const outcomes = local.map((each) => compared(stage, each, group, grounds))
  const known = outcomes.filter(({result}) => result !== 'absent')
  if (known.length < 2 || known.every(({result}) => result === known[0]!.result)) return known[0] ?? outcomes[0]!
  const cases = local.flatMap(({when, maxDuration}) => (maxDuration ? [`${limitWords(maxDuration)} (${when})`] : []))
  return outcome('weak', `stage ${stage.order} does not tell the cases apart; locally it has ${cases.join(', ')}`, {
    evidence: known[0]!.evidence,
    expected: known.flatMap(({expected}) => expected),
    remedy: `Give stage ${stage.order} a limit for each case: ${cases.join(', ')}.`,
  })
}

function compared(stage: Stage, local: LocalStage, group: Group, grounds: Grounds): Outcome {
  const limit = local.maxDuration
  // "Children two working days, adults one": the first is no limit of an adult's stage.
  const all = limitsWithin(stage, grounds).filter(({before}) => !isOnOther(before, group))
  const numbered = all.filter(({stated: {unit}}) => unit !== 'none')
  // "Promptly, and within two working days": the number is the limit.
  const stated = numbered.length > 0 ? numbered : all
  const clocks = local.clocks ?? []
  if (clocks.length > 1 && stated.length > 0) {
    return together(stated.map((each) => byClocks(each, clocks, limit, {stage, local, group, grounds})))
  }
  if (!limit) return outcome('absent', `stage ${stage.order} has no limit`)
  const setting = {stage, local, group, grounds}
  if (stated.length === 0) {
    const says = limit.value === null && limit.words && sayWords(stage.value, limit.words)
    return says
      ? satisfied(limitWords(limit), factEvidence(stage, grounds), limit, setting)
      : outcome('absent', `stage ${stage.order} has no limit`)
  }
  const cases = limit.byPriority ? stated : stated.slice(0, 1)
  return together(cases.map((each) => byOne(each, limit, setting)))
}

interface Setting {
  readonly stage: Stage
  readonly local: LocalStage
  readonly group: Group
  readonly grounds: Grounds
}

/** Of several clocks the one of the event that the policy tells of; where it tells of none, they all have a say. */
function byClocks(each: StatedLimit, clocks: readonly Clock[], main: Limit | undefined, setting: Setting): Outcome {
  const own = clocksFor(each, clocks)
  const [first] = own
  if (first) {
    const outcomes = own.map((clock) => byOne(each, clock, setting))
    return outcomes.find(({result}) => result === 'satisfied') ?? outcomes[0]!
  }
  const outcomes = clocks
    .filter(({event = ''}) => eventOf(event) !== 'write-up')
    .map((clock) => byOne(each, clock, setting))
  const byMain = main ? byOne(each, main, setting) : outcomes[0]
  if (!byMain) return outcome('absent', `stage ${setting.stage.order} has no limit`)
  const isPlain = byMain.result !== 'contradicted' || outcomes.every(({result}) => result === 'contradicted')
  if (isPlain) return byMain
  const all = clocks.map((clock) => `${clock.event ?? 'in all'} ${limitWords(clock)}`).join(', ')
  return outcome(
    'weak',
    `“${each.stated.value}” does not say for what it is; locally stage ${setting.stage.order} has ${all}`,
    {
      evidence: byMain.evidence,
      expected: byMain.expected,
      remedy: `Say what has to happen by when: ${all}.`,
    },
  )
}

function byOne({stated, about}: StatedLimit, limit: Limit, setting: Setting): Outcome {
  const {stage, grounds} = setting
  const {measure, words} = measureByLocal(stated, about, limit)
  const expected = expectedIn(limit, words, setting)
  const evidence = [factEvidence(stated, grounds)]
  const weak = (reason: string): Outcome =>
    outcome('weak', reason, {evidence, expected, remedy: `Give stage ${stage.order} a limit of ${words}.`})
  if (measure === 'ok') return satisfied(words, evidence[0]!, limit, setting)
  if (stated.unit === 'none') return weak(`“${stated.value}” is no limit for stage ${stage.order}; it is ${words}`)
  switch (measure) {
    case 'weekend-only':
      return weak(`stage ${stage.order} (“${stated.value}”) ends later than ${words} over a weekend`)
    case 'guide':
      return weak(`stage ${stage.order} (“${stated.value}”) is slower than ${words}, which locally is a guide`)
    case 'by-case':
      return weak(`stage ${stage.order} (“${stated.value}”) is right for some cases only; locally it is ${words}`)
    case 'vague':
      return weak(`stage ${stage.order} gives “${stated.value}” where locally it is ${words}`)
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

function satisfied(words: string, evidence: Outcome['evidence'][number], limit: Limit, setting: Setting): Outcome {
  const expected = expectedIn(limit, words, setting)
  return outcome('satisfied', `stage ${setting.stage.order} is no slower than ${words}`, {
    evidence: [evidence],
    expected,
  })
}

function expectedIn(limit: Limit, words: string, {stage, group, grounds}: Setting): Outcome['expected'] {
  const event = (limit as Clock).event
  const path = `escalation.${group}.stages.${stage.order}.${event ? `clocks.${event}` : 'maxDuration'}`
  return [expectedOf(grounds.model, path, words, limit.provenance)]
}

/** Without a local ladder, one stage with a limit is what can be asked. */
function withoutLocal(loose: Outcome | null, grounds: Grounds): Outcome {
  const timed = grounds.facts.stages.filter((stage) => limitsWithin(stage, grounds).length > 0)
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
