import type {Organisation} from '../model/procedures.js'
import type {Source} from '../model/source.js'
import {validate} from './schema-errors.js'
import {readYaml} from './yaml.js'

/**
 * Reads an organisation profile. Raises InputError, with line and column, for a file that does not keep to
 * schemas/organisation.schema.json.
 */
export function readOrganisation(source: Source): Organisation {
  const written = readYaml(source, 'an organisation file')
  validate(written, 'organisation', 'ORGANISATION_INVALID')
  const fields = written.value as Omit<Organisation, 'path' | 'profile'> & {profile?: readonly string[]}
  return {...fields, path: source.path, profile: fields.profile ?? []}
}
