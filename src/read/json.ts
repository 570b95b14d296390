import {InputError} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import {decodeText} from './decode.js'
import type {Written} from './yaml.js'

/**
 * Reads JSON that the program wrote itself, of any size; its mistakes are told by the path of the file alone. `wanted`
 * says as an imperative sentence which file to give. Raises InputError for what is not JSON.
 */
export function readJson({path, bytes}: Source, wanted: string): Written {
  const {text} = decodeText(bytes)
  try {
    return {path, value: JSON.parse(text), placeOf: () => ({path}), writtenAt: () => null, lines: () => []}
  } catch {
    throw new InputError('JSON_SYNTAX', path, text.trim() === '' ? 'the file is empty' : 'this is not JSON', wanted)
  }
}
