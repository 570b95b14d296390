import type {Group} from '../model/procedures.js'
import {type FactsByKey, isFields, type Move} from './fields.js'

/**
 * The escalation procedures in their one form: by the group that they serve. They may be written as a list of stages,
 * as one procedure for all, or by key; one with a key of its own stands for each group that has none. Disputes of
 * another kind (a complaint, a reviewing officer's) are kept apart: they never stand in for the escalation.
 */
export function escalationsOf(
  written: unknown,
  audience: readonly Group[],
): {own: FactsByKey | undefined; others: FactsByKey | undefined; moves: readonly Move[]} {
  if (written === undefined) return {own: undefined, others: undefined, moves: []}
  if (Array.isArray(written)) {
    const own = Object.fromEntries(audience.map((group) => [group, {stages: written}]))
    return {
      own,
      others: undefined,
      moves: audience.map((to) => ({from: ['escalation'], to: ['escalation', to, 'stages']})),
    }
  }
  const fields = written as Readonly<Record<string, unknown>>
  if (!Object.values(fields).every((each) => isFields(each) || Array.isArray(each)) || 'stages' in fields) {
    const own = Object.fromEntries(audience.map((group) => [group, fields]))
    return {own, others: undefined, moves: audience.map((to) => ({from: ['escalation'], to: ['escalation', to]}))}
  }
  return byKey(fields, audience)
}

function byKey(fields: Readonly<Record<string, unknown>>, audience: readonly Group[]) {
  const own: Record<string, FactsByKey[string]> = {}
  const others: Record<string, FactsByKey[string]> = {}
  const moves: Move[] = []
  const joint: [string, FactsByKey[string]][] = []
  for (const [key, each] of Object.entries(fields)) {
    if (key.startsWith('x-')) continue
    const whole = Array.isArray(each) ? {stages: each} : (each as FactsByKey[string])
    if (Array.isArray(each)) moves.push({from: ['escalation', key], to: ['escalation', key, 'stages']})
    const kind = whole.kind ?? 'inter-agency'
    if (kind !== 'inter-agency') {
      others[key] = whole
      moves.push({from: ['escalation', key], to: ['otherDisputes', key]})
    } else if (key === 'children' || key === 'adults') own[key] = whole
    else joint.push([key, whole])
  }
  for (const [key, whole] of joint) {
    for (const group of (whole.serves as readonly Group[] | undefined) ?? audience) {
      if (own[group]) continue
      own[group] = whole
      const stages = Array.isArray(fields[key]) ? ['stages'] : []
      moves.push({from: ['escalation', key], to: ['escalation', group, ...stages]})
    }
  }
  return {own, others: Object.keys(others).length > 0 ? others : undefined, moves}
}
