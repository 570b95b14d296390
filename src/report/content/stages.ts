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
  const escalations = report.yardstick?.escalation ?? {}
  const local = Object.hasOwn(escalations, audience) ? escalations[audience] : undefined
  const gaps = new Set([...groups.today, ...groups.next, ...groups.later].map(({id}) => id))
  const written = (policy.text?.stages ?? []).filter((stage) => stage.audience === null || stage.audience === audience)
  const orders = [...new Set([...(local?.stages ?? []), ...written].map(({order}) => order))].sort((a, b) => a - b)
  const pairs = orders.flatMap((order): StagePair[] => {
    const theirs = (local?.stages ?? []).filter((stage) => stage.order === order)
    const ours = written.filter((stage) => stage.order === order)
    return Array.from({length: Math.max(theirs.length, ours.length)}, (_, at) => ({
      label: (theirs[at] ?? theirs[0])?.label ?? `Stage ${order}`,
      theirs: theirs[at] ?? null,
      ours: ours[at] ? {from: ours[at].from, to: ours[at].to, clock: ours[at].within, told: null} : null,
      flagged: ours[at]
        ? distinct((marks.get(ours[at].passageId) ?? []).map(({reference}) => reference)).filter(
            ({id, finding}) => gaps.has(id) && finding.requirement.topic === 'escalation',
          )
        : [],
    }))
  })
  return {local, pairs}
}

function distinct(references: readonly Reference[]): Reference[] {
  return [...new Set(references)].sort((a, b) => a.number - b.number)
}

/** Which escalations are worth showing: those that a finding leans on, and those for which the policy has stages. */
export function audiencesOf({policy, report}: Chapter): string[] {
  const leantOn = policy.findings.flatMap(({expected}) =>
    expected.flatMap(({fact}) => (fact.startsWith('escalation.') ? [fact.split('.')[1]!] : [])),
  )
  const stages = policy.text?.stages ?? []
  const written = stages.flatMap(({audience}) => audience ?? [])
  const local = Object.keys(report.yardstick?.escalation ?? {})
  const all = [...new Set([...leantOn.filter((key) => key !== '*' && local.includes(key)), ...written])]
  // Stages that name neither group are told once, against the only ladder there is or against none.
  return all.length === 0 && stages.length > 0 ? [''] : all
}

/** Whom the stages are for, as a heading. */
export function audienceWords(audience: string): string {
  return audience === '' ? 'Escalation' : sentence(factWords(`for ${audience}`)).replace(/\.$/, '')
}
