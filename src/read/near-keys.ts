import {InputError} from '../model/input-error.js'
import {editsBetween} from '../text/nearest-name.js'
import type {Fields} from './fields.js'
import {knownKeysOf} from './schema-files.js'
import type {Written} from './yaml.js'

const parts = ['partnerships', 'contacts', 'timescales', 'escalation', 'forums', 'documents'] as const

/**
 * Keys of these parts are free, so a slip (ladoNotfy) would make a fact that nothing is ever compared with. A key that
 * is all but a known one, where that one is not given, is a mistake: one InputError each, with its line.
 */
export function* nearKeysIn(written: Written, model: Fields): Generator<InputError> {
  for (const part of parts) {
    const given = new Set(Object.keys((model[part] ?? {}) as Fields))
    const known = part === 'escalation' ? ['children', 'adults'] : knownKeysOf(part)
    for (const key of given) {
      if (known.includes(key) || key.length > 40) continue
      const meant = known.filter((name) => !given.has(name) && isSlipOf(key, name)).join(' or ')
      if (meant === '') continue
      yield new InputError(
        'PROCEDURES_INVALID',
        written.placeOf([part], key),
        `unknown field ${key} in ${part}; did you mean ${meant}?`,
        `Write ${meant}; a key of your own has to differ from it by more.`,
      )
    }
  }
}

/** One slip of the fingers, or two in a long word; short words only where their letters are swapped. */
function isSlipOf(key: string, name: string): boolean {
  if (key.toLowerCase() === name.toLowerCase()) return true
  if (Math.abs(key.length - name.length) > 2) return false
  const edits = editsBetween(key, name)
  if (name.length < 4) return edits === 1 && key.length === name.length && sorted(key) === sorted(name)
  return edits === 1 || (edits === 2 && name.length >= 9)
}

function sorted(word: string): string {
  return [...word].sort().join('')
}
