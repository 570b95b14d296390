import {InputError} from '../model/input-error.js'
import type {ProceduresModel} from '../model/procedures.js'
import type {SwitchedOff} from '../model/switched-off.js'
import {nearestName} from '../text/nearest-name.js'
import type {Layer} from './layers.js'

/**
 * What the local models switch off: the list of the last layer that has one, as every list of a layer takes the place
 * of the one under it. So a layer with an empty list asks for everything again.
 */
export function switchedOffIn(layers: readonly Layer[]): readonly SwitchedOff[] {
  const layer = layers.findLast(({fields}) => fields.switchOff !== undefined)
  if (!layer) return []
  const {fields, written, path} = layer
  return (fields.switchOff as readonly Omit<SwitchedOff, 'by' | 'place'>[]).map((each, i) => ({
    ...each,
    by: String(fields.title ?? path),
    place: written.placeOf(['switchOff', i], each.requirement === undefined ? 'topic' : 'requirement'),
  }))
}

/** A model with more of it switched off. Raises InputError for a requirement or topic that the model does not have. */
export function withSwitchedOff(model: ProceduresModel, more: readonly SwitchedOff[]): ProceduresModel {
  if (more.length === 0) return model
  for (const each of more) refuseUnknown(each, model)
  return {...model, switchedOff: [...(model.switchedOff ?? []), ...more]}
}

function refuseUnknown({requirement, topic, by, place}: SwitchedOff, {requirements}: ProceduresModel): void {
  const where = place ?? by
  if (requirement !== undefined && topic !== undefined) {
    throw new InputError(
      'SWITCH_OFF_BOTH',
      where,
      'an entry of switchOff names a requirement and a topic',
      'Make two entries of it, each with its reason.',
    )
  }
  const [what, name, known] =
    requirement === undefined
      ? (['topic', topic ?? '', requirements.map((each) => each.topic)] as const)
      : (['requirement', requirement, requirements.map(({id}) => id)] as const)
  if (known.includes(name)) return
  const near = nearestName(name, [...new Set(known)])
  throw new InputError(
    'SWITCH_OFF_UNKNOWN',
    where,
    `switchOff names the ${what} ${name}, which there is not`,
    near ? `Did you mean ${near}?` : 'Run policy-align explain --list for the names.',
  )
}
