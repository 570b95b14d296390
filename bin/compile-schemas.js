// Compiles the schemas to plain functions, so that no run has to: see src/read/validators.ts, whose place they take.
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'

const require = createRequire(import.meta.url)

/** Writes dist/read/validators.js anew, with functions that it need not compile. */
export function compileSchemas(root, schemaParts) {
  const {Ajv2020} = require('ajv/dist/2020.js')
  const standalone = require('ajv/dist/standalone').default
  const formats = require('ajv-formats').default
  const ajv = new Ajv2020({allErrors: true, strict: false, strictNumbers: true, verbose: true, code: {source: true}})
  formats(ajv, ['date'])
  for (const file of new Set(Object.values(schemaParts).map(([name]) => name)))
    ajv.addSchema(JSON.parse(readFileSync(join(root, 'schemas', `${file}.schema.json`), 'utf8')))
  const names = Object.entries(schemaParts).map(([name, [file, part]], i) => {
    const {$id} = ajv.getSchema(`https://policy-align.example/schemas/${file}.schema.json`).schema
    ajv.addSchema({$id: `validator-${i}`, $ref: $id + part})
    return [name, `v${i}`, `validator-${i}`]
  })
  const code = standalone(ajv, Object.fromEntries(names.map(([, short, id]) => [short, id])))
  writeFileSync(join(root, 'dist', 'read', 'validators.cjs'), code)
  const table = Object.fromEntries(names.map(([name, short]) => [name, short]))
  writeFileSync(
    join(root, 'dist', 'read', 'validators.js'),
    `import {createRequire} from 'node:module'
const require = createRequire(import.meta.url)
export const schemaParts = ${JSON.stringify(schemaParts)}
const names = ${JSON.stringify(table)}
let made
export function validatorFor(name) {
  made ??= require('../read/validators.cjs')
  return made[names[name]]
}
`,
  )
}
