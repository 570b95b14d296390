// How the built program fares with many policies: npm run bench:scale [-- --long]
//
// Makes policies out of the project's fixtures, no two alike, and tells in one run: policies a second with one and two
// workers, and over a second run with a cache; the most memory at 100 and 1,000 policies, and 10,000 with --long; and
// whether eight parts, run as processes and put together, are to the byte what one run writes.
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {performance} from 'node:perf_hooks'
import {fileURLToPath} from 'node:url'
import {casesIn} from './pipeline.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const long = process.argv.includes('--long')
const sizes = long ? [100, 1_000, 10_000] : [100, 1_000]
const most = sizes.at(-1)
const parts = 8

const folder = mkdtempSync(join(tmpdir(), 'policy-align-scale-'))
process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
const at = (name) => join(folder, name)
const school = join(root, 'fixtures/labelled/quarry-lane-school/good')
const model = ['--procedures', join(school, 'procedures.yaml'), '--as-of', '2026-11-23', '--no-config', '--fail-on', 'never', '--quiet']

console.log(`${new Date().toISOString().slice(0, 10)}, node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model}), ${Math.round(totalmem() / 2 ** 30)} GB`)
for (const size of sizes) writePolicies(size)

console.log('\nPolicies a second, 1,000 policies')
const some = sizes[1]
for (const jobs of [1, 2]) told(`${jobs} worker${jobs > 1 ? 's' : ''}`, some, await check(some, '--jobs', `${jobs}`))
const cache = ['--cache', '--cache-location', at('cache')]
told('2 workers, filling a cache', some, await check(some, '--jobs', '2', ...cache))
told('again, all in the cache', some, await check(some, '--jobs', '2', ...cache))

console.log('\nMost memory, 2 workers, a report as JSON written to a file')
let single
for (const size of sizes) {
  single = at(`single-${size}.json`)
  told(`${size} policies`, size, await check(size, '--jobs', '2', '--output', single))
}

console.log(`\n${parts} parts of ${most} policies, two at a time, put together`)
const started = performance.now()
for (let part = 1; part <= parts; part += 2) {
  await Promise.all([part, part + 1].map((each) => check(most, '--jobs', '1', '--shard', `${each}/${parts}`, '--output', at(`part-${each}.json`))))
}
const files = Array.from({length: parts}, (_, i) => at(`part-${i + 1}.json`))
const merged = await run(['report', ...files, '--quiet', '--output', at('merged.json')])
console.log(`  ${seconds(performance.now() - started)} in all, of which ${seconds(merged.ms)} and ${merged.megabytes} MB for putting them together`)
const [one, other] = [await digest(single), await digest(at('merged.json'))]
console.log(`  one run  ${one} (${Math.round(statSync(single).size / 2 ** 20)} MB)\n  merged   ${other}: ${one === other ? 'the same' : 'NOT the same'}`)
process.exitCode = one === other ? 0 : 1

/** Policies that differ: another fixture, other numbers, and sections left out by turns. */
function writePolicies(count) {
  const texts = casesIn(join(root, 'fixtures/labelled')).map((path) => readFileSync(join(path, 'policy.md'), 'utf8'))
  mkdirSync(at(`p${count}`))
  for (let i = 0; i < count; i++) {
    const blocks = texts[i % texts.length].split(/(?<=\n\n)/)
    const kept = blocks.filter((_, at) => at === 0 || (at * 7 + i) % 11 !== 0).join('')
    const text = `${kept.replace(/01632 960\d\d\d/g, (number) => `${number.slice(0, -1)}${(Number(number.at(-1)) + i) % 10}`)}\n\nCopy ${i}.\n`
    writeFileSync(at(`p${count}/policy-${String(i).padStart(5, '0')}.md`), text)
  }
}

function check(count, ...args) {
  return run(['check', at(`p${count}`), ...model, ...args])
}

/** Runs the program: how long it took, and the most memory that it held. */
function run(args) {
  const started = performance.now()
  const program = [join(root, 'tests/bench/peak.js'), join(root, 'bin/run.js'), ...args]
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, program, {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']})
    let errors = ''
    child.stderr.on('data', (data) => {
      errors += data
    })
    child.on('close', (code) => {
      if (code !== 0) failed(new Error(`${args.slice(0, 2).join(' ')} ended with ${code}: ${errors.slice(0, 300)}`))
      else done({ms: performance.now() - started, megabytes: Math.round(Number(errors.trim().split('\n').at(-1)) / 1024)})
    })
  })
}

function told(name, count, {ms, megabytes}) {
  const rate = (count / ms) * 1000
  console.log(`  ${name.padEnd(28)} ${seconds(ms).padStart(8)}  ${rate.toFixed(rate < 100 ? 1 : 0).padStart(6)} a second  ${String(megabytes).padStart(5)} MB`)
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

async function digest(path) {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex').slice(0, 16)
}
