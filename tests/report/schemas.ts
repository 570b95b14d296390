import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {expect} from 'vitest'

/** Asserts that data is as a schema of this project says. */
export function expectBySchema(name: 'report' | 'policy' | 'comparison' | 'affected', data: unknown): void {
  const ajv = new Ajv2020({allErrors: true, strict: true, strictTypes: 'log', allowUnionTypes: true})
  // Others lean on what the report's schema says of findings and places.
  if (name !== 'report') ajv.addSchema(schemaOf('report'))
  if (name === 'affected') ajv.addSchema(schemaOf('comparison'))
  const validate = ajv.compile(schemaOf(name))
  validate(data)
  expect(validate.errors?.slice(0, 5) ?? []).toEqual([])
}

function schemaOf(name: string) {
  return JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'))
}
