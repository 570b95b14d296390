import {pathRoot, valuesAt} from '../model/fact-path.js'
import type {Expected} from '../model/finding.js'
import type {Limit, Organisation, ProceduresModel, Provenance} from '../model/procedures.js'
import {spaced} from '../model/spaced.js'
import {expectedOf} from '../requirements/local.js'
import {limitWords} from '../text/limit-words.js'

/** What the model and the profile say at the paths that a requirement leans on, as a person reads it. */
export function localValuesAt(
  paths: readonly string[],
  model: ProceduresModel,
  organisation: Organisation | null,
): readonly Expected[] {
  const root = pathRoot(model, organisation)
  return paths
    .flatMap((path) => valuesAt(root, path))
    .flatMap(([fact, value]) => {
      const words = inWords(value)
      const from = typeof value === 'object' ? (value as {provenance?: Provenance}).provenance : undefined
      return words === '' ? [] : [expectedOf(model, fact, words, from)]
    })
}

/** A value of the model in words, by its shape: a limit, a list, a contact or any other set of fields. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join('; ')
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = value as Readonly<Record<string, unknown>>
  if ('unit' in fields || 'words' in fields) return limitInWords(fields as Partial<Limit>)
  return Object.entries(fields)
    .filter(([name]) => !silent.has(name))
    .map(([name, each]) => {
      const words = inWords(each)
      return words === '' ? '' : selfEvident.has(name) ? words : `${spaced(name)} ${words}`
    })
    .filter(Boolean)
    .join(', ')
}

/** A limit; without a number and without words it says nothing. */
function limitInWords({value, unit, words, boundary}: Partial<Limit>): string {
  return words || (value !== undefined && value !== null)
    ? limitWords({value: value ?? null, unit: unit ?? null, words, boundary})
    : ''
}

/** The fields whose values tell by themselves what they are. */
const selfEvident = new Set(['name', 'title', 'phone', 'email', 'url', 'hours'])
const silent = new Set([
  'provenance',
  'status',
  'quotation',
  'confidence',
  'aliases',
  'formerNames',
  'renamedOn',
  'channels',
  'useFor',
  'notFor',
  'note',
])
