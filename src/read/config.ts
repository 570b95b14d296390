import type {Config, ConfigFields} from '../model/config.js'
import type {Source} from '../model/source.js'
import {validate} from './schema-errors.js'
import {readYaml} from './yaml.js'

/**
 * Reads a configuration, with the line of each setting. Raises InputError, with line and column, for a file that does
 * not keep to schemas/config.schema.json.
 */
export function readConfig(source: Source): Config {
  const written = readYaml(source, 'a configuration')
  // A file that holds nothing but comments sets nothing.
  if (written.value === null) return {path: source.path, fields: {}, switchedOff: [], lineOf: () => 1}
  validate(written, 'config', 'CONFIG_INVALID')
  const fields = written.value as ConfigFields
  return {
    path: source.path,
    fields,
    switchedOff: (fields.switchOff ?? []).map((each, i) => ({
      ...each,
      by: source.path,
      place: written.placeOf(['switchOff', i], each.requirement === undefined ? 'topic' : 'requirement'),
    })),
    lineOf: (key) => written.placeOf([], key).line ?? 1,
  }
}
