import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {expect} from 'vitest'

/** Asserts that data is as a schema of this project says. */
export function expectBySchema(name: 'report' | 'policy', data: unknown): void {
  const schema = JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'))
  const validate = new Ajv2020({allErrors: true, strict: true, strictTypes: 'log', allowUnionTypes: true}).compile(
    schema,
  )
  validate(data)
  expect(validate.errors?.slice(0, 5) ?? []).toEqual([])
}
