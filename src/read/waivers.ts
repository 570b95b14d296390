import type {Waiver} from '../model/accepted.js'
import type {Source} from '../model/source.js'
import {validate} from './schema-errors.js'
import {readYaml} from './yaml.js'

/**
 * Reads a file of waivers, YAML or JSON. Raises InputError, with line and column, for a file that does not keep to
 * schemas/waivers.schema.json.
 */
export function readWaivers(source: Source): readonly Waiver[] {
  const written = readYaml(source, 'a file of waivers')
  validate(written, 'waivers', 'WAIVERS_INVALID')
  const {waivers} = written.value as {
    readonly waivers: readonly (Omit<Waiver, 'policy' | 'place'> & {policy?: string})[]
  }
  return waivers.map(({requirement, policy = null, reason, approver, expires}, i) => ({
    requirement,
    policy,
    reason,
    approver,
    expires,
    place: written.placeOf(['waivers', i]),
  }))
}
