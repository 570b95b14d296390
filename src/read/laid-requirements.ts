import {InputError, type InputPlace} from '../model/input-error.js'
import type {ProceduresModel} from '../model/procedures.js'
import type {Requirement} from '../model/requirement.js'
import {nearestName} from '../text/nearest-name.js'
import {problemsOf} from '../text/pack-patterns.js'
import {byId} from './merge-packs.js'
import {schemaNamed} from './schema-files.js'
import type {Keys} from './yaml-places.js'

/**
 * Requirements laid over others of the same id, field by field; new ones come after the rest. Raises InputError with its
 * place for a new one that says too little and for a pattern that cannot be read; `code` begins its code.
 */
export function laidRequirements(
  under: readonly Requirement[],
  own: readonly Requirement[],
  lexicon: ProceduresModel['lexicon'],
  {code, placeOf}: {readonly code: string; placeOf(requirement: number, keys: Keys): InputPlace},
): readonly Requirement[] {
  if (own.length === 0) return under
  const all = byId(under, own)
  const laid = new Map(all.map((requirement) => [requirement.id, requirement]))
  const ids = under.map(({id}) => id)
  for (const [i, {id}] of own.entries()) {
    const absent = wholeFields().find((field) => !Object.hasOwn(laid.get(id)!, field))
    if (absent === undefined) continue
    const near = nearestName(id, ids)
    throw new InputError(
      `${code}_REQUIREMENT`,
      placeOf(i, []),
      `the requirement ${id} is new, and its field ${absent} is missing`,
      near ? `Add ${absent}, or write ${near} to change that one.` : `Add ${absent}.`,
    )
  }
  const whole = own.map(({id}) => laid.get(id)!)
  for (const {name, pattern, message} of problemsOf({lexicon: {}, requirements: whole}, lexicon)) {
    const at = own.findIndex(({id}) => id === name)
    throw new InputError(
      `${code}_PATTERN`,
      placeOf(at, keysOf(own[at], pattern) ?? []),
      `a pattern cannot be read: ${message}`,
      'Mend the pattern; the requirements of the England pack show the language.',
    )
  }
  return all
}

/** What a requirement must hold, by the schema of packs. */
function wholeFields(): readonly string[] {
  return schemaNamed('pack').$defs!.requirement!.required
}

/** Where a text stands within plain data. */
function keysOf(value: unknown, text: string): Keys | null {
  if (value === text) return []
  if (typeof value !== 'object' || value === null) return null
  for (const [key, each] of Object.entries(value)) {
    const inside = keysOf(each, text)
    if (inside) return [Array.isArray(value) ? Number(key) : key, ...inside]
  }
  return null
}
