// Scores drafted models against those that a person read: npm run bench:draft [-- NAME...] [--fields]
//
// A case is a folder under fixtures/procedures with procedure.docx, .md or .html and model.yaml. --fields lists what
// was read wrong and what was not read.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {draftModel} from '../../dist/draft-model.js'
import {packs} from '../../dist/cli/packs.js'
import {heldAgainst} from './draft-fields.js'

const args = process.argv.slice(2)
const shown = args.includes('--fields') && args.splice(args.indexOf('--fields'), 1).length > 0
const home = new URL('../../fixtures/procedures', import.meta.url).pathname
const names = args.length > 0 ? args : readdirSync(home).sort()
const known = await packs()
const totals = {right: 0, wrong: 0, lacking: 0}

console.log('document               right  wrong  not read  precision  recall')
for (const name of names) {
  const folder = join(home, name)
  const file = readdirSync(folder).find((each) => each.startsWith('procedure.'))
  const source = {path: file, bytes: readFileSync(join(folder, file))}
  const {yaml} = await draftModel(source, known, {source: file, tool: 'policy-align'})
  const held = heldAgainst(parse(yaml), parse(readFileSync(join(folder, 'model.yaml'), 'utf8')))
  const counts = {right: held.right.length, wrong: held.wrong.length, lacking: held.lacking.length}
  for (const each of Object.keys(totals)) totals[each] += counts[each]
  row(name, counts)
  if (shown) for (const each of [...held.wrong.map((field) => `  wrong     ${field}`), ...held.lacking.map((field) => `  not read  ${field}`)]) console.log(each)
}
row('all', totals)

function row(name, {right, wrong, lacking}) {
  const share = (some, all) => (all === 0 ? 'none' : (some / all).toFixed(3))
  const cells = [String(right).padStart(5), String(wrong).padStart(6), String(lacking).padStart(9), share(right, right + wrong).padStart(10), share(right, right + lacking).padStart(7)]
  console.log(`${name.padEnd(22)} ${cells.join(' ')}`)
}
