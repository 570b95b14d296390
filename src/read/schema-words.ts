import type {ErrorObject} from 'ajv'
import {nearestName} from '../text/nearest-name.js'
import type {Keys} from './yaml-places.js'

/** A validator's error in the words of the person who wrote the file: one clause in lower case, without a full stop. */
export function plainly({keyword, params, message, parentSchema, data}: ErrorObject, keys: Keys): string {
  const field = nameOf(keys)
  switch (keyword) {
    case 'required':
      return `the field ${params.missingProperty} is missing${keys.length > 0 ? ` in ${field}` : ''}`
    case 'additionalProperties': {
      const written = String(params.additionalProperty)
      const near = nearestName(written, Object.keys((parentSchema as {properties?: object}).properties ?? {}))
      return `unknown field ${shown(written)}${near ? `; did you mean ${near}?` : ''}`
    }
    case 'enum':
    case 'const': {
      const allowed = ((params.allowedValues ?? [params.allowedValue]) as unknown[])
        .filter((value) => value !== null)
        .map(String)
      const near = typeof data === 'string' ? nearestName(data, allowed) : null
      return `${field} must be ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}${near ? `; did you mean ${near}?` : ''}`
    }
    case 'type':
      return `${field} must be ${listed([params.type].flat() as string[])}, not ${kindOf(data)}`
    case 'format':
    case 'pattern': {
      const wanted = (parentSchema as {title?: string}).title
      return `${field} must be ${wanted ?? 'a date such as 2026-06-30'}; ${shown(data)} is none`
    }
    case 'minLength':
      return `${field} is ${data === '' ? 'empty' : 'too short'}`
    case 'minItems':
      return `${field} is an empty list`
    case 'minimum':
    case 'exclusiveMinimum':
      return `${field} must be ${keyword === 'minimum' ? 'at least' : 'more than'} ${params.limit}, not ${shown(data)}`
    default:
      return `${field} ${message ?? 'is not as it should be'}`
  }
}

/** What to do about it, as an imperative sentence. `source` is the value as it was written, where it is a plain one. */
export function fixFor(error: ErrorObject, source: string | null, schema: string): string {
  const {keyword, params, data} = error
  if (keyword === 'required') return `Add ${params.missingProperty}.`
  if (keyword === 'type' && params.type === 'string' && typeof data === 'number')
    return `Put it in quotation marks: "${source ?? data}".`
  if (keyword === 'type' && data === null) return 'Fill it in, or leave the field out.'
  if (keyword === 'format') return 'Write the date as year-month-day.'
  return `See schemas/${schema.split(' ')[0]}.schema.json for the fields and what they may hold.`
}

function nameOf(keys: Keys): string {
  const last = keys.at(-1)
  if (last === undefined) return 'the file'
  return typeof last === 'number' ? `entry ${last + 1} of ${shown(keys.at(-2) ?? 'the list')}` : shown(last)
}

function listed(types: readonly string[]): string {
  return types.map((type) => words[type] ?? type).join(' or ')
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a set of fields',
  array: 'a list',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a set of fields'
  if (typeof value === 'string') return value.length <= 30 ? `the text ${shown(value)}` : 'text'
  return typeof value === 'number' ? (Number.isFinite(value) ? `the number ${value}` : String(value)) : String(value)
}

/** A value in a message: one line, and not a whole paragraph. */
function shown(value: unknown): string {
  const text = String(value).replace(/\s+/g, ' ')
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
