// Tries mutated inputs on the built program: npm run fuzz -- [--count N] [--seed N] [--from N] [--quick] [--show N]
//
// An input is known by its seed and number: a run that was stopped goes on with --from. --show writes the files of one
// input into a new folder, and tries it alone.
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {parseArgs} from 'node:util'
import {fuzz} from './fuzz.js'
import {openInputs} from './input.js'

const text = {type: 'string'}
const {values} = parseArgs({options: {count: text, seed: text, from: text, show: text, quick: {type: 'boolean', default: false}}})
const seed = Number(values.seed ?? 1)
const {quick} = values

if (values.show !== undefined) await show(Number(values.show))
else await run(Number(values.from ?? 0), Number(values.count ?? 5000))

async function show(number) {
  const inputs = await openInputs(seed, quick)
  const {sort, files} = inputs.show(number)
  const folder = mkdtempSync(join(tmpdir(), 'policy-align-fuzz-'))
  for (const {path, bytes} of files) writeFileSync(join(folder, basename(path)), bytes)
  console.log(`${sort}: ${files.map(({path}) => join(folder, basename(path))).join(', ')}`)
  const started = performance.now()
  await inputs.attempt(number)
  console.log(`nothing wrong, in ${Math.round(performance.now() - started)} ms`)
}

async function run(from, count) {
  const started = Date.now()
  let tried = 0
  const {faults, sorts, slowest} = await fuzz({
    seed,
    from,
    count,
    quick,
    tell({number, fault}) {
      tried++
      if (fault) console.log(`\nseed ${seed}, number ${number}: ${fault}`)
      if (tried % 1000 === 0) console.log(`${tried} of ${count}, ${Math.round((Date.now() - started) / 1000)} s; to go on from here: --seed ${seed} --from ${number + 1}${quick ? ' --quick' : ''}`)
    },
  })
  for (const [sort, {count: times, time}] of Object.entries(sorts).sort()) console.log(`${sort.padEnd(20)} ${String(times).padStart(7)}  ${(time / times).toFixed(1).padStart(7)} ms each`)
  console.log(`slowest: ${slowest.map(({number, sort, time}) => `${number} (${sort}) ${Math.round(time)} ms`).join(', ')}`)
  console.log(`${count} inputs of seed ${seed}, ${faults.length} faults, ${Math.round((Date.now() - started) / 1000)} s`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
