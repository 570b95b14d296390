import type {ErrorObject} from 'ajv'
import {InputError} from '../model/input-error.js'
import {fixFor, plainly} from './schema-words.js'
import {type SchemaName, validatorFor} from './validators.js'
import type {Written} from './yaml.js'

/**
 * Holds a file against its schema. Raises one InputError, in the words of the person who wrote the file, for the
 * mistake that lies furthest in, with its line and column.
 */
export function validate(written: Written, schema: SchemaName, code: string): void {
  const [worst] = mistakesIn(written, schema, code)
  if (worst) throw worst
}

/** Nobody mends more at once, and each costs a search for what was meant. */
const most = 50

/** The mistakes in a file against its schema, the one that says most first. */
export function mistakesIn(written: Written, schema: SchemaName, code: string): InputError[] {
  const check = validatorFor(schema)
  if (check(written.value)) return []
  return telling(check.errors ?? [])
    .slice(0, most)
    .map((error) => {
      const keys = keysOf(error.instancePath)
      const extra = error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : undefined
      const problem = plainly(error, keys)
      return new InputError(code, written.placeOf(keys, extra), problem, fixFor(error, written.writtenAt(keys), schema))
    })
}

/** The paths of keys that do not hold what their schema says; a field too many spoils nothing beside it. */
export function mistakenKeys(written: Written, schema: SchemaName): (string | number)[][] {
  const check = validatorFor(schema)
  if (check(written.value)) return []
  const spoilt = (check.errors ?? []).filter(({keyword}) => keyword !== 'additionalProperties')
  return spoilt.map(({instancePath}) => keysOf(instancePath))
}

/** The errors that tell something: those of `if` and `anyOf` only sum up others. Furthest in first, then by sort. */
function telling(errors: readonly ErrorObject[]): ErrorObject[] {
  const own = errors.filter(({keyword}) => !summaries.has(keyword))
  const depth = ({instancePath}: ErrorObject): number => instancePath.split('/').length
  const sort = ({keyword}: ErrorObject): number =>
    keyword === 'additionalProperties' ? 0 : keyword === 'required' ? 2 : 1
  const told = new Map<string, ErrorObject>()
  for (const error of own.length > 0 ? own : errors) {
    const about = `${error.instancePath} ${error.params.additionalProperty ?? error.params.missingProperty ?? ''}`
    if (!told.has(about) || error.keyword === 'type') told.set(about, error)
  }
  return [...told.values()].sort((a, b) => depth(b) - depth(a) || sort(a) - sort(b))
}

const summaries = new Set(['if', 'anyOf', 'oneOf', 'allOf'])

/** The keys that a JSON pointer names; digits are places in a list. */
export function keysOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}
