import type {Group} from '../model/procedures.js'
import {type FactsByKey, type Fields, isFields, type Move} from './fields.js'

/** Which step of which procedure is which limit. A new one is a line here. */
const known: readonly {
  readonly procedure: RegExp
  readonly event: RegExp
  readonly group?: Group
  readonly limit: string
}[] = [
  {
    procedure: /^referral/i,
    event: /^(?:telephone|phone|ring|call|raise|refer|report|tell)/i,
    group: 'children',
    limit: 'childReferral',
  },
  {procedure: /^referral/i, event: /^(?:write|confirm|form|follow)/i, group: 'children', limit: 'childReferralWritten'},
  {
    procedure: /^referral/i,
    event: /^(?:decide|decision|answer|respond|feed)/i,
    group: 'children',
    limit: 'childReferralDecision',
  },
  {
    procedure: /^referral/i,
    event: /^(?:telephone|phone|ring|call|raise|refer|report|tell)/i,
    group: 'adults',
    limit: 'adultConcern',
  },
  {
    procedure: /^referral/i,
    event: /^(?:decide|decision|answer|respond|feed)/i,
    group: 'adults',
    limit: 'adultConcernFeedback',
  },
  {
    procedure: /^(?:lado|allegation)/i,
    event: /^(?:tell|told|notify|report|refer|contact|raise|consult)/i,
    limit: 'ladoNotify',
  },
  {procedure: /^(?:pipot|position)/i, event: /^(?:tell|told|notify|report|refer|contact|raise)/i, limit: 'pipotNotify'},
  {procedure: /^fgm/i, event: /^(?:tell|told|notify|report|refer|contact|telephone)/i, limit: 'fgm'},
]

/**
 * The limits that the steps of a file's procedures give and its timescales do not: a policy is judged by them wherever
 * they are written. A referral that does not say whom it serves is one of children.
 */
export function procedureLimits(
  procedures: FactsByKey | undefined,
  timescales: FactsByKey | undefined,
): {readonly limits: FactsByKey; readonly moves: readonly Move[]} {
  const limits: Record<string, Fields> = {}
  const moves: Move[] = []
  for (const [key, procedure] of Object.entries(procedures ?? {})) {
    if (key.startsWith('x-') || !Array.isArray(procedure.steps)) continue
    const serves = (procedure.serves as readonly Group[] | undefined) ?? ['children']
    for (const [i, step] of procedure.steps.entries()) {
      for (const limit of limitsOf(key, procedure, step, serves)) {
        if (timescales?.[limit] || limits[limit]) continue
        const {event: _, anchor, ...own} = step as Fields
        limits[limit] = {
          ...(anchor !== undefined && {trigger: anchor}),
          ...own,
          ...(procedure.status !== undefined && {status: procedure.status}),
          ...(procedure.provenance !== undefined && {provenance: procedure.provenance}),
        }
        const from = ['procedures', key, 'steps', i]
        moves.push({from, to: ['timescales', limit]}, {from, to: from})
      }
    }
  }
  return {limits, moves}
}

function limitsOf(key: string, {kind}: Fields, step: unknown, serves: readonly Group[]): string[] {
  if (!isFields(step) || typeof step.event !== 'string') return []
  const {event} = step
  return known
    .filter(
      (each) =>
        (each.procedure.test(key) || each.procedure.test(String(kind ?? ''))) &&
        each.event.test(event) &&
        (!each.group || serves.includes(each.group)),
    )
    .map(({limit}) => limit)
}
