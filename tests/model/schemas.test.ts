import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {describe, expect, test} from 'vitest'
import {root} from '../program.js'

const require = createRequire(import.meta.url)
const {Ajv2020} = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
const addFormats = (require('ajv-formats') as {default: typeof import('ajv-formats').default}).default

type Node = {readonly [key: string]: unknown}

const schemas = ['procedures', 'organisation', 'pack', 'config', 'waivers', 'baseline', 'report', 'comparison'].map(
  (name) => ({
    name,
    schema: JSON.parse(readFileSync(`${root}/schemas/${name}.schema.json`, 'utf8')) as Node,
  }),
)

/** Every property that a schema describes, with where it stands. */
function* propertiesOf(node: unknown, at = '#'): Generator<readonly [string, Node]> {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' && !at.endsWith('/if')) {
      for (const [name, property] of Object.entries(value as Node)) yield [`${at}/${name}`, property as Node]
    }
    if (key !== 'examples' && key !== 'required') yield* propertiesOf(value, `${at}/${key}`)
  }
}

describe.each(schemas)('$name', ({name, schema}) => {
  test('is a schema of its draft, and its examples keep to it', () => {
    const ajv = new Ajv2020({strict: false, allErrors: true})
    addFormats(ajv as never, ['date'])
    for (const other of schemas) ajv.addSchema(other.schema)
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true)
    for (const [at, property] of propertiesOf(schema)) {
      const check = ajv.compile(withWholeRefs(property, String(schema.$id)))
      for (const example of (property.examples ?? []) as unknown[])
        expect(check(example), `${at} ${JSON.stringify(example)}`).toBe(true)
    }
  })

  test('says what each property is, for an editor to show', () => {
    for (const [at, property] of propertiesOf(schema)) {
      if (property.$ref || at.includes('/allOf/')) continue
      expect(property.description, at).toBeTruthy()
    }
  })

  test('has a name, a title and a description', () => {
    expect(schema).toMatchObject({title: expect.any(String), description: expect.any(String)})
    expect(schema.$id).toMatch(new RegExp(`/${name}\\.schema\\.json$`))
  })
})

/** References of a part taken out of its schema, written out. */
function withWholeRefs(node: Node, id: string): Node {
  const text = JSON.stringify(node)
    .replaceAll('"$ref":"#', `"$ref":"${id}#`)
    .replace(/"\$ref":"(pack|procedures|report)/g, (_, file: string) => `"$ref":"${new URL(file, id)}`)
  return JSON.parse(text) as Node
}
