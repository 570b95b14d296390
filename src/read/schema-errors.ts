import {createRequire} from 'node:module'
import type {ErrorObject, ValidateFunction} from 'ajv'
import {InputError} from '../model/input-error.js'
import {nearestName} from '../text/nearest-name.js'
import type {Written} from './yaml.js'

// The schemas are published files beside the program; src/read and dist/read stand equally deep.
const require = createRequire(import.meta.url)

export type SchemaName = 'procedures' | 'organisation' | 'pack'

/**
 * Holds a file against its schema. Raises one InputError, in the words of the person who wrote the file, for the
 * mistake that lies furthest in, with its line and column.
 */
export function validate(written: Written, schema: SchemaName, code: string): void {
  const check = validatorFor(schema)
  if (check(written.value)) return
  const error = deepest(check.errors ?? [])
  const keys = keysOf(error.instancePath)
  const extra = error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : undefined
  throw new InputError(code, written.placeOf(keys, extra), plain(error, keys), fix(error, schema))
}

// Made on first use: compiling takes time, and a module that throws while loading is reported as a missing command.
const made = new Map<SchemaName, ValidateFunction>()

function validatorFor(name: SchemaName): ValidateFunction {
  const known = made.get(name)
  if (known) return known
  const {Ajv2020} = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
  const formats = require('ajv-formats') as {default: typeof import('ajv-formats').default}
  const ajv = new Ajv2020({allErrors: true, strict: false, verbose: true})
  formats.default(ajv as never, ['date'])
  const validator = ajv.compile(require(`../../schemas/${name}.schema.json`))
  made.set(name, validator)
  return validator
}

/** The error that lies furthest in says most; errors of `if` and `anyOf` only sum up others. */
function deepest(errors: readonly ErrorObject[]): ErrorObject {
  const telling = errors.filter(({keyword}) => !['if', 'anyOf', 'oneOf', 'allOf'].includes(keyword))
  const depth = ({instancePath}: ErrorObject): number => instancePath.split('/').length
  return (telling.length > 0 ? telling : errors).reduce((most, error) => (depth(error) > depth(most) ? error : most))
}

/** The keys that a JSON pointer names; digits are places in a list. */
export function keysOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

function plain(
  {keyword, params, message, parentSchema, data}: ErrorObject,
  keys: readonly (string | number)[],
): string {
  const field = nameOf(keys)
  switch (keyword) {
    case 'required':
      return `the field ${params.missingProperty} is missing${keys.length > 0 ? ` in ${field}` : ''}`
    case 'additionalProperties': {
      const written = String(params.additionalProperty)
      const near = nearestName(written, Object.keys((parentSchema as {properties?: object}).properties ?? {}))
      return `unknown field ${written}${near ? `; did you mean ${near}?` : ''}`
    }
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).filter((value) => value !== null).map(String)
      const near = typeof data === 'string' ? nearestName(data, allowed) : null
      return `${field} must be one of ${allowed.join(', ')}${near ? `; did you mean ${near}?` : ''}`
    }
    case 'type':
      return `${field} must be ${article([params.type].flat() as string[])}, not ${kindOf(data)}`
    case 'format':
      return `${field} must be a date such as 2026-06-30; ${String(data)} is none`
    case 'minLength':
      return `${field} is empty`
    default:
      return `${field} ${message ?? 'is not as it should be'}`
  }
}

function nameOf(keys: readonly (string | number)[]): string {
  const last = keys.at(-1)
  if (last === undefined) return 'the file'
  return typeof last === 'number' ? `entry ${last + 1} of ${keys.at(-2) ?? 'the list'}` : last
}

function article(types: readonly string[]): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    object: 'a set of fields',
    array: 'a list',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    null: 'null',
  }
  return types.map((type) => words[type] ?? type).join(' or ')
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a set of fields'
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? `the number ${value}` : String(value)
}

function fix({keyword, params}: ErrorObject, schema: SchemaName): string {
  if (keyword === 'required') return `Add ${params.missingProperty}.`
  if (keyword === 'type' && params.type === 'string') return 'Put the value in quotation marks.'
  return `schemas/${schema}.schema.json lists the fields and what they may hold.`
}
