import {createRequire} from 'node:module'
import type {ValidateFunction} from 'ajv'
import {type SchemaFile, schemaNamed} from './schema-files.js'

const require = createRequire(import.meta.url)

/** Where in the schemas the parts stand that files are held against. */
export const schemaParts = {
  procedures: ['procedures', ''],
  organisation: ['organisation', ''],
  report: ['report', ''],
  'report policy': ['report', '#/$defs/policy'],
  config: ['config', ''],
  waivers: ['waivers', ''],
  baseline: ['baseline', ''],
  pack: ['pack', ''],
  'pack about': ['pack', '#/$defs/about'],
  'pack registers': ['pack', '#/$defs/registers'],
  'pack lexicon': ['pack', '#/$defs/lexicon'],
  'pack requirements': ['pack', '#/$defs/requirements'],
} as const

/** The schemas that a schema takes parts from. */
const parts: Partial<Record<SchemaFile, readonly SchemaFile[]>> = {procedures: ['pack'], config: ['procedures', 'pack']}

/** What a file can be held against: a published schema or a part of one. */
export type SchemaName = keyof typeof schemaParts

// Made on first use: compiling takes time, and a module that throws while loading is reported as a missing command.
const made = new Map<SchemaName, ValidateFunction>()

/**
 * The function that holds plain data against a schema. The build puts functions that it compiled beforehand in the
 * place of this module (see bin/compile-schemas.js), because compiling takes longer than checking a policy.
 */
export function validatorFor(name: SchemaName): ValidateFunction {
  const known = made.get(name)
  if (known) return known
  const {Ajv2020} = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
  const formats = require('ajv-formats') as {default: typeof import('ajv-formats').default}
  const ajv = new Ajv2020({allErrors: true, strict: false, strictNumbers: true, verbose: true, validateSchema: false})
  formats.default(ajv as never, ['date'])
  const [file, part] = schemaParts[name]
  const schema = schemaNamed(file)
  for (const other of parts[file] ?? []) ajv.addSchema(schemaNamed(other))
  ajv.addSchema(schema)
  const validator = ajv.compile({$ref: schema.$id + part})
  made.set(name, validator)
  return validator
}
