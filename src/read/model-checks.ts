import {InputError} from '../model/input-error.js'
import type {Clock, Escalation, LocalProcedure, LocalStage} from '../model/procedures.js'
import {nearestName} from '../text/nearest-name.js'
import {type Fields, isFields} from './fields.js'
import {nearKeysIn} from './near-keys.js'
import type {Written} from './yaml.js'
import type {Keys} from './yaml-places.js'

/**
 * What a schema cannot say: names that lead nowhere, the same thing given twice, a number without its unit, and keys
 * that are a slip of a known one. Raises InputError with its line.
 */
export function refuseContradictions(written: Written): void {
  for (const contradiction of contradictionsIn(written)) throw contradiction
}

/** The same one by one, for who wants all of them. `model` is what to look at where it is not all that was written. */
export function* contradictionsIn(written: Written, model = written.value as Fields): Generator<InputError> {
  yield* nearKeysIn(written, model)
  yield* halfLimits(written, model, [])
  for (const [at, each] of escalationsIn(model)) {
    yield* stagesAmiss(written, at, each)
    yield* relatedAmiss(written, at, each, model)
  }
  for (const [key, each] of Object.entries((model.procedures ?? {}) as Record<string, LocalProcedure>))
    yield* namesAmiss(written, ['procedures', key], each, model)
  for (const list of ['requirements', 'guidance', 'terms'] as const)
    yield* twinsIn(written, list, (model[list] ?? []) as readonly {id: string}[])
}

/** Every escalation of the file, in whichever form it is written. */
export function escalationsIn({escalation}: Fields): [Keys, Partial<Escalation>][] {
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

function* stagesAmiss(
  written: Written,
  at: Keys,
  {stages = [], notifyStage}: Partial<Escalation>,
): Generator<InputError> {
  const orders = stages.map(({order}, i) => order ?? i + 1)
  const last = new Map<number, LocalStage>()
  for (const [i, stage] of stages.entries()) {
    // Two of one order are branches where both say when they are taken.
    const before = last.get(orders[i]!)
    last.set(orders[i]!, stage)
    if (before && (!before.when || !stage.when)) {
      yield new InputError(
        'PROCEDURES_DUPLICATE',
        written.placeOf([...at, 'stages', i], 'order'),
        `stage ${orders[i]} is given twice`,
        'Give each stage its own order, or say with when which branch is taken.',
      )
    }
  }
  if (notifyStage !== undefined && stages.length > 0 && !orders.includes(notifyStage)) {
    yield new InputError(
      'PROCEDURES_DANGLING',
      written.placeOf([...at, 'notifyStage']),
      `notifyStage names stage ${notifyStage}, which does not exist`,
      `Name one of ${orders.join(', ')}.`,
    )
  }
}

/** `see` leads to another part of the model. */
function* relatedAmiss(
  written: Written,
  at: Keys,
  {related = []}: Partial<Escalation>,
  model: Fields,
): Generator<InputError> {
  for (const [i, {see}] of related.entries()) {
    if (see === undefined) continue
    const [part, key, ...rest] = see.split('.')
    const known = isFields(model[part!]) ? Object.keys(model[part!] as Fields) : []
    if (key && rest.length === 0 && known.includes(key)) continue
    const near = nearestName(
      see,
      known.map((name) => `${part}.${name}`),
    )
    yield dangling(written, [...at, 'related', i, 'see'], `see names ${see}`, near)
  }
}

/** A procedure names contacts, forums and documents by their keys. */
function* namesAmiss(written: Written, at: Keys, procedure: LocalProcedure, model: Fields): Generator<InputError> {
  for (const part of ['contacts', 'forums', 'documents'] as const) {
    const known = Object.keys((model[part] ?? {}) as Fields)
    // A layer may name what the model under it holds.
    if (known.length === 0 || extendsFile(model)) continue
    for (const [i, key] of (procedure[part] ?? []).entries()) {
      if (!known.includes(key))
        yield dangling(written, [...at, part, i], `${part} names ${key}`, nearestName(key, known))
    }
  }
}

/** Whether there is a file underneath; the pack alone holds no contacts. */
export function extendsFile({extends: names}: Fields): boolean {
  return [names ?? []].flat().some((name) => name !== 'england')
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
function* halfLimits(written: Written, value: unknown, at: Keys): Generator<InputError> {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) yield* halfLimits(written, each, [...at, i])
    return
  }
  if (!isFields(value)) return
  if (at.length > 0 && looksLikeLimit(value, at)) {
    const {value: amount, unit, words} = value as Partial<Clock>
    const lacking =
      typeof amount === 'number' && !unit ? 'unit' : unit && amount === undefined && !words ? 'value' : null
    if (lacking) {
      const name = at.findLast((key) => typeof key === 'string' && key !== 'maxDuration')
      yield new InputError(
        'PROCEDURES_INVALID',
        written.placeOf(at),
        `the field ${lacking} is missing in ${name}`,
        lacking === 'unit' ? 'Add unit: hours, days, working-days, weeks, months or years.' : 'Add value, a number.',
      )
    }
  }
  for (const [key, each] of Object.entries(value))
    if (!key.startsWith('x-') && key !== 'requirements') yield* halfLimits(written, each, [...at, key])
}

/** The parts that hold limits; a channel has a `value` too. */
function looksLikeLimit(value: Fields, at: Keys): boolean {
  return ('value' in value || 'unit' in value) && !('kind' in value) && !at.includes('channels')
}

function* twinsIn(written: Written, list: string, entries: readonly {id: string}[]): Generator<InputError> {
  const seen = new Set<string>()
  for (const [i, {id}] of entries.entries()) {
    if (seen.has(id)) {
      yield new InputError(
        'PROCEDURES_DUPLICATE',
        written.placeOf([list, i]),
        `the id ${id} is given twice in ${list}`,
        'Give each entry an id of its own.',
      )
    }
    seen.add(id)
  }
}
