// Compiles the schemas to plain functions, so that no run has to: see src/read/validators.ts, whose place they take.
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
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
  rmSync(join(root, 'dist', 'validators'), {recursive: true, force: true})
  mkdirSync(join(root, 'dist', 'validators'))
  for (const [i, [name, [file, part]]] of Object.entries(schemaParts).entries()) {
    const {$id} = ajv.getSchema(`https://policy-align.example/schemas/${file}.schema.json`).schema
    ajv.addSchema({$id: `validator-${i}`, $ref: $id + part})
    // One file each: a run needs two or three of them, and they are long.
    writeFileSync(
      join(root, 'dist', 'validators', `${fileOf(name)}.cjs`),
      standalone(ajv, ajv.getSchema(`validator-${i}`)),
    )
  }
  writeFileSync(
    join(root, 'dist', 'read', 'validators.js'),
    `import validatorFor from './validator.cjs'
export {validatorFor}
export const schemaParts = ${JSON.stringify(schemaParts)}
`,
  )
  // Not by a require that is made at run time: the program's own loads what was compiled beforehand.
  writeFileSync(
    join(root, 'dist', 'read', 'validator.cjs'),
    `module.exports = (name) => require('../validators/' + name.replaceAll(' ', '-') + '.cjs')
`,
  )
}

function fileOf(name) {
  return name.replaceAll(' ', '-')
}
