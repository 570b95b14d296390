import {receiversAt, sendersAt} from '../model/escalation.js'
import type {Stage} from '../model/facts.js'
import {holdersOf} from '../model/organisation.js'
import {sectionsOf} from '../model/policy.js'
import {type Escalation, type Group, groups, type LocalStage} from '../model/procedures.js'
import type {StageSequence} from '../model/requirement.js'
import {groupNamed} from '../text/group-words.js'
import {stageNoun} from '../text/stage.js'
import {disagreement} from '../text/stages-of.js'
import {wrongEnding} from './endings.js'
import {type Grounds, type Outcome, outcome, type RequirementKind} from './kind.js'
import {expectedOf} from './local.js'
import {factEvidence} from './quoting.js'
import {likeness, receiversOf, rolesOf} from './role-likeness.js'
import {stagesFor} from './stages-read.js'
import {together} from './together.js'
import {evidenceOf, meetingsOf} from './ways.js'

/**
 * Holds the ladder that a policy gives for each group that the organisation serves against the local one; with `order`,
 * the order of steps that are given as patterns. Without a local ladder two stages in order will do.
 */
export const stageSequence: RequirementKind<StageSequence> = {
  kind: 'stage-sequence',
  summary: 'Stages or steps stand in the local order, with the local roles.',

  judge(check, _requirement, grounds) {
    if (check.order) return stepsInOrder(check.order, check.claim, grounds)
    const served = groups.filter((group) => grounds.serves[group] && grounds.model.escalation[group])
    if (served.length === 0) return withoutLocal(grounds)
    return together(served.map((group) => ofGroup(group, grounds.model.escalation[group]!, grounds)))
  },
}

/** Steps given as patterns: the sentences that meet them must stand in their order, in one section. */
function stepsInOrder(order: NonNullable<StageSequence['order']>, claim: string, {reading}: Grounds): Outcome {
  const found = order.map(({pattern}) => meetingsOf(pattern, reading))
  const sections = new Set(found.flat().map(({sentence}) => sentence.section.id))
  let inOrder: Outcome | null = null
  for (const section of sections) {
    const firsts = found.map((meetings) => meetings.find(({sentence}) => sentence.section.id === section))
    const present = firsts.flatMap((meeting) => (meeting ? [meeting] : []))
    if (present.length < 2) continue
    const ranks = present.map(({index, spans}) => index * 10_000 + Math.min(...spans.map(([from]) => from)))
    const evidence = present.slice(0, 3).flatMap((meeting) => evidenceOf([meeting]))
    if (ranks.some((rank, i) => i > 0 && rank < ranks[i - 1]!)) {
      return outcome(
        'weak',
        `the steps do not stand in the order that is asked: ${order.map(({step}) => step).join(', then ')}`,
        {evidence, remedy: `Put them in this order: ${claim}.`},
      )
    }
    inOrder ??= outcome('satisfied', 'the steps stand in the right order', {evidence})
  }
  return (
    inOrder ??
    outcome('absent', `no order of steps was found: ${claim}`, {
      remedy: `Give the order: ${claim}.`,
      searchedFor: [claim],
    })
  )
}

/** The ladder that the policy gives for a group against the local one. */
function ofGroup(group: Group, escalation: Escalation, grounds: Grounds): Outcome {
  const stages = [...stagesFor(group, grounds)].sort((a, b) => a.place.ordinal - b.place.ordinal)
  const local = [
    ...new Map(escalation.stages.map((stage) => [stage.order, withBranches(stage, escalation.stages)])).values(),
  ]
  const expected = local.map((stage) =>
    expectedOf(grounds.model, `escalation.${group}.stages.${stage.order}`, ladderWords(stage), escalation.provenance),
  )
  const person = group === 'children' ? 'a child' : 'an adult'
  const more = {
    expected,
    remedy: `List the stages of ${escalation.title}: ${expected.map(({value}) => value).join('; ')}.`,
  }
  if (stages.length === 0) {
    return (
      byReference(group, escalation, more.remedy, grounds) ??
      ownLadder(group, local, more, grounds) ??
      outcome('absent', `the stages of an escalation about ${person} are not given`, {
        ...more,
        searchedFor: [escalation.title, 'stage 1', 'stage 2'],
      })
    )
  }
  const wrong = wrongStage(stages, local, more, grounds) ?? wrongEnding(group, escalation, stages, grounds)
  if (wrong) return wrong
  const evidence = stages.slice(0, 4).map((stage) => factEvidence(stage, grounds))
  // What comes before the procedure proper, and what may be left out, a policy need not tell.
  const needed = local.filter(({before, optional}) => !before && !optional)
  const given = needed.filter(({order}) => stages.some((stage) => stage.order === order))
  const leftOut = needed.find(({order}) => !given.some((stage) => stage.order === order))
  if (leftOut && isWhole(stages, grounds)) {
    return outcome(
      'contradicted',
      `the policy has ${stages.length} stages about ${person} where the local procedure has ${local.length}`,
      {...more, evidence},
    )
  }
  return leftOut
    ? outcome('weak', `the policy gives ${given.length} of the ${needed.length} local stages about ${person}`, {
        ...more,
        evidence,
      })
    : outcome('satisfied', `the policy gives all ${needed.length} local stages about ${person} in their order`, {
        expected,
        evidence,
      })
}

/**
 * Whether stages are told as a whole ladder, row by row or item by item, from the first on: then one that is not there
 * is left out. In running text it may only not have been read.
 */
function isWhole(stages: readonly Stage[], {passages}: Grounds): boolean {
  const forms = new Set(stages.map(({passageId}) => passages.get(passageId)?.form))
  return (
    stages.length >= 2 &&
    stages.every(({order}, i) => order === i + 1) &&
    forms.size === 1 &&
    (forms.has('table-row') || forms.has('list-item'))
  )
}

/** The first stage that stands against the local ladder: it leads to strangers, out of order, or to people of another. */
function wrongStage(
  stages: readonly Stage[],
  local: readonly LocalStage[],
  more: Pick<Outcome, 'expected' | 'remedy'>,
  grounds: Grounds,
): Outcome | null {
  const against = (reason: string, of: readonly Stage[]): Outcome =>
    outcome('contradicted', reason, {...more, evidence: of.map((stage) => factEvidence(stage, grounds))})
  const outside = stages.find(
    (stage) => foreignRole.test(stage.to ?? '') && !local.some((own) => foreignRole.test(rolesOf(own))),
  )
  if (outside) return against(`a stage goes to ${outside.to}, who has no part in the local stages`, [outside])
  const inside = stages.find(({to, order}) => order > 1 && to !== null && isOurs(to, grounds))
  if (inside) return against(`a stage goes to ${inside.to}, inside the organisation`, [inside])
  if (!isAscending(stages)) return against('the stages do not stand in order', stages.slice(0, 4))
  const swapped = misplaced(stages, local)
  if (swapped) {
    const {stage, to, local: own} = swapped
    return against(`stage ${stage.order} goes to ${to}, which locally is stage ${own.order}`, [stage])
  }
  const exchanged = exchangedStarters(stages, local)
  if (!exchanged) return null
  const [one, other] = exchanged
  return against(
    `stage ${one.order} is taken by ${one.from} and stage ${other.order} by ${other.from}; locally it is the other way round`,
    exchanged,
  )
}

/** A stage that has branches leads to the people of all of them. */
function withBranches(stage: LocalStage, all: readonly LocalStage[]): LocalStage {
  const branches = all.filter(({order}) => order === stage.order)
  if (branches.length < 2) return stage
  return {...stage, toRole: undefined, toRoles: [...new Set(branches.flatMap(receiversAt))]}
}

/** Naming the local procedure without its stages is allowed, but leaves a reader in a hurry without the steps. */
function byReference(group: Group, escalation: Escalation, remedy: string, grounds: Grounds): Outcome | null {
  const names = [escalation.title, ...(escalation.aliases ?? [])].map((name) => name.toLowerCase())
  const passage = [...grounds.passages.values()].find(({text}) =>
    names.some((name) => text.toLowerCase().includes(name)),
  )
  if (!passage) return null
  return outcome('weak', `the policy names the local procedure for ${group} without its stages`, {
    evidence: [factEvidence({passageId: passage.id, span: null}, grounds)],
    remedy,
  })
}

/** A part on disagreements about this group that names nobody of the local ladder gives a ladder of its own. */
function ownLadder(
  group: Group,
  local: readonly LocalStage[],
  more: Pick<Outcome, 'expected' | 'remedy'>,
  grounds: Grounds,
): Outcome | null {
  const own = sectionsOf(grounds.policy).find(({title, place}) => {
    const above = place.headings.join(' ')
    return disagreement.test(`${above} ${title}`) && groupNamed[group].test(title)
  })
  const words = own?.passages.map(({text}) => text).join(' ') ?? ''
  const named =
    local.flatMap(receiversAt).some((role) => likeness(role, words) > 0.6) ||
    /\b(?:other agency|council|local authority|social care|partnership|board)\b/i.test(words)
  if (!own || words.length < 40 || named) return null
  return outcome('contradicted', `what the policy says on disagreements about ${group} has none of the local stages`, {
    ...more,
    evidence: own.passages.slice(0, 1).map((passage) => factEvidence({passageId: passage.id, span: null}, grounds)),
    confidence: 'medium',
  })
}

/** Bodies that no partnership's ladder leads to. */
const foreignRole =
  /\b(?:ofsted|cqc|member of parliament|\bMP\b|ombudsman|complaint|newspaper|press|media|solicitor)\b/i

/** "Our own trustees", "the chief executive and me": nobody of another agency. */
function isOurs(to: string, {organisation}: Grounds): boolean {
  if (/\b(?:partnership|council|agency|agencies|their|independent)\b/iu.test(to)) return false
  const people = (['dsl', 'board-lead', 'chair'] as const).flatMap((role) => holdersOf(organisation, role))
  return (
    /^(?:our )?own \p{L}+|^our (?:board|trustees|governors|committee|chair)|\b(?:me|us)$/iu.test(to) ||
    people.some((person) => person.name !== undefined && to.includes(person.name))
  )
}

function isAscending(stages: readonly Stage[]): boolean {
  return stages.every((stage, i) => i === 0 || stage.order >= stages[i - 1]!.order)
}

/** A stage whose receiver is plainly that of another local stage and plainly not its own. */
function misplaced(
  stages: readonly Stage[],
  local: readonly LocalStage[],
): {stage: Stage; to: string; local: LocalStage} | null {
  for (const stage of stages) {
    const own = local.find(({order}) => order === stage.order)
    const receiver = stage.to ?? (stage.from === null ? bareReceiver(stage.value) : null)
    if (!own || !receiver) continue
    // "Head of service; the business manager is told": whoever is told besides does not receive the matter.
    const to = receiver.split(/[;,(]/u)[0]!
    const fit = likeness(to, receiversOf(own))
    const better = local.find((other) => other.order !== stage.order && likeness(to, receiversOf(other)) >= 0.99)
    if (better && fit <= 0.5) return {stage, to, local: better}
  }
  return null
}

/** Two stages whose people on our side have changed places: each is plainly the local starter of the other's stage. */
function exchangedStarters(stages: readonly Stage[], local: readonly LocalStage[]): readonly [Stage, Stage] | null {
  const startersAt = (order: number): string => {
    const own = local.find((stage) => stage.order === order)
    return own ? sendersAt(own).join(' ') : ''
  }
  const belongs = (stage: Stage, order: number): number => likeness(stage.from ?? '', startersAt(order))
  for (const one of stages) {
    const other = stages.find(
      (each) =>
        each.order > one.order &&
        belongs(one, each.order) >= 0.99 &&
        belongs(each, one.order) >= 0.99 &&
        belongs(one, one.order) === 0 &&
        belongs(each, each.order) === 0,
    )
    if (other) return [one, other]
  }
  return null
}

const stageNumber = new RegExp(String.raw`^\s*${stageNoun}?\s*\w+\s*[:.)–-]\s*`, 'iu')

/** "Stage 1: head of service": a stage that names one post and nothing else. */
function bareReceiver(value: string): string | null {
  const words = value.replace(stageNumber, '').replace(/[.;]\s*$/u, '')
  return words.length <= 40 && !/\b(?:to|with|and|then|speaks?|meets?|calls?)\b/iu.test(words) ? words : null
}

function ladderWords(stage: LocalStage): string {
  const parties = [sendersAt(stage), receiversAt(stage)].map((roles) => roles.join(' or '))
  return `${stage.order} ${parties.filter(Boolean).join(' to ')}`
}

/** Without a local ladder: two stages or more in order. */
function withoutLocal(grounds: Grounds): Outcome {
  const {stages} = grounds.facts
  const evidence = stages.slice(0, 3).map((stage) => factEvidence(stage, grounds))
  if (stages.length >= 2)
    return outcome('satisfied', 'the policy gives stages of escalation in order', {evidence, confidence: 'medium'})
  if (stages.length === 1)
    return outcome('weak', 'only one stage of escalation is given', {
      evidence,
      remedy: 'List every stage of the local procedure.',
    })
  return outcome('absent', 'no stages of escalation are given', {
    remedy: 'List the stages of the local procedure.',
    searchedFor: ['stages of escalation between agencies'],
  })
}
