import {InputError} from '../model/input-error.js'
import type {Clock, Escalation, LocalProcedure, LocalStage} from '../model/procedures.js'
import {nearestName} from '../text/nearest-name.js'
import {type Fields, isFields} from './fields.js'
import {refuseNearKeys} from './near-keys.js'
import type {Written} from './yaml.js'

type Keys = readonly (string | number)[]

/**
 * What a schema cannot say: names that lead nowhere, the same thing given twice, a number without its unit, and keys
 * that are a slip of a known one. Raises InputError with its line.
 */
export function refuseContradictions(written: Written): void {
  const model = written.value as Fields
  refuseNearKeys(written)
  refuseHalfLimits(written, model, [])
  for (const [at, each] of escalationsIn(model)) {
    refuseStages(written, at, each)
    refuseRelated(written, at, each, model)
  }
  for (const [key, each] of Object.entries((model.procedures ?? {}) as Record<string, LocalProcedure>))
    refuseNames(written, ['procedures', key], each, model)
  for (const list of ['requirements', 'guidance', 'terms'] as const)
    refuseTwins(written, list, (model[list] ?? []) as readonly {id: string}[])
}

/** Every escalation of the file, in whichever form it is written. */
function escalationsIn({escalation}: Fields): [Keys, Partial<Escalation>][] {
  if (Array.isArray(escalation)) return [[['escalation'], {stages: escalation}]]
  if (!isFields(escalation)) return []
  if (Object.values(escalation).every((each) => isFields(each) || Array.isArray(each)) && !('stages' in escalation)) {
    return Object.entries(escalation).map(([key, each]) => [
      ['escalation', key],
      Array.isArray(each) ? {stages: each} : (each as Partial<Escalation>),
    ])
  }
  return [[['escalation'], escalation]]
}

function refuseStages(written: Written, at: Keys, {stages = [], notifyStage}: Partial<Escalation>): void {
  const orders = stages.map(({order}, i) => order ?? i + 1)
  const last = new Map<number, LocalStage>()
  for (const [i, stage] of stages.entries()) {
    // Two of one order are branches where both say when they are taken.
    const before = last.get(orders[i]!)
    last.set(orders[i]!, stage)
    if (before && (!before.when || !stage.when)) {
      throw new InputError(
        'PROCEDURES_DUPLICATE',
        written.placeOf([...at, 'stages', i], 'order'),
        `stage ${orders[i]} is given twice`,
        'Give each stage its own order, or say with when which branch is taken.',
      )
    }
  }
  if (notifyStage !== undefined && stages.length > 0 && !orders.includes(notifyStage)) {
    throw new InputError(
      'PROCEDURES_DANGLING',
      written.placeOf([...at, 'notifyStage']),
      `notifyStage names stage ${notifyStage}, which does not exist`,
      `Name one of ${orders.join(', ')}.`,
    )
  }
}

/** `see` leads to another part of the model. */
function refuseRelated(written: Written, at: Keys, {related = []}: Partial<Escalation>, model: Fields): void {
  for (const [i, {see}] of related.entries()) {
    if (see === undefined) continue
    const [part, key, ...rest] = see.split('.')
    const known = isFields(model[part!]) ? Object.keys(model[part!] as Fields) : []
    if (key && rest.length === 0 && known.includes(key)) continue
    const near = nearestName(
      see,
      known.map((name) => `${part}.${name}`),
    )
    throw dangling(written, [...at, 'related', i, 'see'], `see names ${see}`, near)
  }
}

/** A procedure names contacts, forums and documents by their keys. */
function refuseNames(written: Written, at: Keys, procedure: LocalProcedure, model: Fields): void {
  for (const part of ['contacts', 'forums', 'documents'] as const) {
    const known = Object.keys((model[part] ?? {}) as Fields)
    // A layer may name what the model under it holds.
    if (known.length === 0) continue
    for (const [i, key] of (procedure[part] ?? []).entries()) {
      if (!known.includes(key))
        throw dangling(written, [...at, part, i], `${part} names ${key}`, nearestName(key, known))
    }
  }
}

function dangling(written: Written, at: Keys, names: string, near: string | null): InputError {
  return new InputError(
    'PROCEDURES_DANGLING',
    written.placeOf(at),
    `${names}, which this file does not hold`,
    near ? `Write ${near}.` : 'Add it, or take the name away.',
  )
}

/** A number without a unit, or a unit without a number, would be judged as no limit at all. */
function refuseHalfLimits(written: Written, value: unknown, at: Keys): void {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) refuseHalfLimits(written, each, [...at, i])
    return
  }
  if (!isFields(value)) return
  if (at.length > 0 && looksLikeLimit(value, at)) {
    const {value: amount, unit, words} = value as Partial<Clock>
    const lacking =
      typeof amount === 'number' && !unit ? 'unit' : unit && amount === undefined && !words ? 'value' : null
    if (lacking) {
      const name = at.findLast((key) => typeof key === 'string' && key !== 'maxDuration')
      throw new InputError(
        'PROCEDURES_INVALID',
        written.placeOf(at),
        `the field ${lacking} is missing in ${name}`,
        lacking === 'unit' ? 'Add unit: hours, days, working-days, weeks, months or years.' : 'Add value, a number.',
      )
    }
  }
  for (const [key, each] of Object.entries(value))
    if (!key.startsWith('x-') && key !== 'requirements') refuseHalfLimits(written, each, [...at, key])
}

/** The parts that hold limits; a channel has a `value` too. */
function looksLikeLimit(value: Fields, at: Keys): boolean {
  return ('value' in value || 'unit' in value) && !('kind' in value) && !at.includes('channels')
}

function refuseTwins(written: Written, list: string, entries: readonly {id: string}[]): void {
  const seen = new Set<string>()
  for (const [i, {id}] of entries.entries()) {
    if (seen.has(id)) {
      throw new InputError(
        'PROCEDURES_DUPLICATE',
        written.placeOf([list, i]),
        `the id ${id} is given twice in ${list}`,
        'Give each entry an id of its own.',
      )
    }
    seen.add(id)
  }
}
