import type {Stage} from '../../model/facts.js'
import type {Clock, Escalation, Limit, LocalStage} from '../../model/procedures.js'
import {factWords, sentence} from '../words.js'
import type {Chapter, Reference} from './chapter.js'

/** Who goes to whom at a stage. */
export interface Side {
  readonly from: string | null
  readonly to: string | null
}

/** A rung of a ladder: who to whom, within what time in words, and who is told. */
export interface Rung extends Side {
  readonly clock: string | null
  readonly told: string | null
}

/** The same stage on both sides. */
export interface StagePair {
  readonly label: string
  readonly theirs: Rung | null
  readonly ours: Rung | null
  /** The gaps that quote the policy's stage, worst first. */
  readonly flagged: readonly Reference[]
}

/** The stages of the local procedure and of the policy for one group, those of the same number together. */
export function stagePairs(audience: string, {report, policy, marks, groups}: Chapter) {
  const escalations: Readonly<Record<string, Escalation | undefined>> = report.yardstick?.model.escalation ?? {}
  const local = Object.hasOwn(escalations, audience) ? escalations[audience] : undefined
  const gaps = new Set([...groups.today, ...groups.next, ...groups.later].map(({id}) => id))
  const written = (policy.read?.facts.stages ?? []).filter(
    (stage) => stage.audience === null || stage.audience === audience,
  )
  const orders = [...new Set([...(local?.stages ?? []), ...written].map(({order}) => order))].sort((a, b) => a - b)
  const pairs = orders.flatMap((order): StagePair[] => {
    const theirs = (local?.stages ?? []).filter((stage) => stage.order === order)
    const ours = written.filter((stage) => stage.order === order)
    return Array.from({length: Math.max(theirs.length, ours.length)}, (_, at) => ({
      label: labelOf(theirs[at] ?? theirs[0], order, local?.stageNoun),
      theirs: theirs[at] ? localRung(theirs[at]) : null,
      ours: ours[at] ? writtenRung(ours[at]) : null,
      flagged: ours[at]
        ? distinct((marks.get(ours[at].passageId) ?? []).map(({reference}) => reference)).filter(
            ({id, finding}) => gaps.has(id) && finding.requirement.topic === 'escalation',
          )
        : [],
    }))
  })
  const overall = local?.overallMax ? clockWords(local.overallMax) : null
  const atRisk = local?.immediateRisk
    ? [local.immediateRisk.route, local.immediateRisk.maxDuration && clockWords(local.immediateRisk.maxDuration)]
        .filter(Boolean)
        .join(', ')
    : null
  return {local, pairs, overall, atRisk}
}

function labelOf(stage: LocalStage | undefined, order: number, noun = 'Stage'): string {
  const number = stage?.label ?? String(order)
  const extras = [stage?.name, stage?.when, stage?.informal ? 'informal' : null].filter(Boolean)
  return `${noun} ${number}${extras.length > 0 ? `: ${extras.join(', ')}` : ''}`
}

function localRung(stage: LocalStage): Rung {
  const {fromRole, fromRoles, toRole, toRoles, maxDuration, clocks, notify} = stage
  const clock = maxDuration
    ? clockWords(maxDuration)
    : (clocks ?? []).map((each: Clock) => `${each.event ? `${each.event} ` : ''}${clockWords(each)}`).join('; ')
  return {
    from: fromRole ?? (fromRoles?.join(' or ') || null),
    to: toRole ?? (toRoles?.join(' or ') || null),
    clock: clock || null,
    told: notify ?? null,
  }
}

function writtenRung({from, to, within}: Stage): Rung {
  return {from, to, clock: within, told: null}
}

/** A limit as it stands on a clock: "2 working days". */
function clockWords({value, unit, words, boundary}: Limit): string {
  if (words) return words
  if (value === null || unit === null) return 'no stated limit'
  if (value === 0) return unit === 'working-days' ? 'the same working day' : 'the same day'
  const noun = unit.replace('-', ' ').replace(/s$/, value === 1 ? '' : 's')
  return `${boundary === 'close-of-day' ? 'by the close of ' : 'within '}${value} ${noun}`
}

function distinct(references: readonly Reference[]): Reference[] {
  return [...new Set(references)].sort((a, b) => a.number - b.number)
}

/** Which escalations are worth showing: those that a finding leans on, and those for which the policy has stages. */
export function audiencesOf({policy, report}: Chapter): string[] {
  const leantOn = policy.findings.flatMap(({expected}) =>
    expected.flatMap(({fact}) => (fact.startsWith('escalation.') ? [fact.split('.')[1]!] : [])),
  )
  const stages = policy.read?.facts.stages ?? []
  const written = stages.flatMap(({audience}) => audience ?? [])
  const local = Object.keys(report.yardstick?.model.escalation ?? {})
  const all = [...new Set([...leantOn.filter((key) => key !== '*' && local.includes(key)), ...written])]
  // Stages that name neither group are told once, against the only ladder there is or against none.
  return all.length === 0 && stages.length > 0 ? [''] : all
}

/** Whom the stages are for, as a heading. */
export function audienceWords(audience: string): string {
  return audience === '' ? 'Escalation' : sentence(factWords(`for ${audience}`)).replace(/\.$/, '')
}
