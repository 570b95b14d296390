import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {describe, expect, test} from 'vitest'

// What an editor shows of a file that a person writes: each field says what it is for and what goes there, and what it
// gives as an example may stand there.

interface Schema {
  readonly $ref?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly type?: unknown
  readonly enum?: unknown
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly [keyword: string]: unknown
}

const written = ['procedures', 'organisation', 'config', 'waivers', 'baseline', 'pack'] as const
const schemas = new Map<string, Schema>(
  written.map((name) => [
    name,
    JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')),
  ]),
)

const ajv = new Ajv2020({strict: false, allErrors: false})
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
for (const schema of schemas.values()) ajv.addSchema(schema)

/** Every field of a schema with its place; parts of a condition only say more of fields that stand elsewhere. */
function fieldsOf(name: string, schema: Schema, place = '#'): {place: string; field: Schema; name: string}[] {
  const own = Object.entries(schema.properties ?? {}).map(([key, field]) => ({
    place: `${place}/properties/${key}`,
    field,
    name,
  }))
  const deeper = Object.entries(schema).flatMap(([keyword, value]) => {
    if (['examples', 'default', 'if', 'then', 'else', 'not', 'allOf'].includes(keyword)) return []
    if (typeof value !== 'object' || value === null) return []
    return fieldsOf(name, value as Schema, `${place}/${keyword.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  })
  return [...own, ...deeper]
}

/** A field says it itself, or the part of a schema that it refers to does. */
function says(name: string, field: Schema, what: (schema: Schema) => boolean): boolean {
  if (what(field)) return true
  if (field.$ref === undefined) return false
  const [file, path = ''] = field.$ref.split('#')
  const target = file ? file.replace('.schema.json', '') : name
  const part = path
    .split('/')
    .slice(1)
    .reduce((at, key) => at[key] as Schema, schemas.get(target)!)
  return says(target, part, what)
}

const hasExample = ({examples, type, enum: values, const: value, ...rest}: Schema): boolean =>
  examples !== undefined ||
  values !== undefined ||
  value !== undefined ||
  type === 'boolean' ||
  (type === 'array' && (rest.items as Schema)?.enum !== undefined)

describe.each(written)('%s', (name) => {
  const fields = fieldsOf(name, schemas.get(name)!)

  test('has fields', () => expect(fields.length).toBeGreaterThan(3))

  test.each(fields.map(({place, field}) => [place, field] as const))('%s', (place, field) => {
    expect(
      says(name, field, ({description}) => (description ?? '').length > 3),
      'a description',
    ).toBe(true)
    expect(says(name, field, hasExample), 'an example').toBe(true)
    const validate = ajv.compile({$ref: `${schemas.get(name)!.$id}${encodeURI(place)}`})
    for (const example of field.examples ?? [])
      expect([example, validate(example), validate.errors?.[0]]).toEqual([example, true, undefined])
  })
})
