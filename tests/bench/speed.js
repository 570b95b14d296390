// How fast the built program is, side by side with others in one run: npm run bench [-- --rounds N]
//
// Whole commands are run in turn, round after round, so that what else the machine does meets all of them; the table gives
// the median, the quarter and three-quarter points, and the ratio of medians to what stands beside. textlint and
// remark-lint are installed at fixed versions into a folder for caches when they are not there; without a network they
// are left out. Then the parts of one check are timed in this process, and what doubling its sentences or its
// requirements costs.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {performance} from 'node:perf_hooks'
import {fileURLToPath} from 'node:url'
import {Document, HeadingLevel, Packer, Paragraph} from 'docx'
import {align} from '../../dist/align.js'
import {compare, soundOf} from '../../dist/compare/compare.js'
import {runtimeNames} from '../../dist/compare/names.js'
import {reporters} from '../../dist/report/index.js'
import {readPolicy} from '../../dist/read/policy.js'
import {factsIn} from '../../dist/text/facts.js'
import {readingOf} from '../../dist/text/reading.js'
import {nearestToEach, profilesOf} from '../../dist/text/search.js'
import {casesIn, loadEnglandPack, readCase} from './pipeline.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1] || 0) || 11
const others = join(root, 'node_modules/.cache/policy-align-bench')
const rivals = ['textlint@15.8.0', 'textlint-rule-terminology@5.2.16', 'remark-cli@12.0.1', 'remark-preset-lint-recommended@7.0.1']

const folder = mkdtempSync(join(tmpdir(), 'policy-align-bench-'))
process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
const samples = await writeSamples()

console.log(`${new Date().toISOString().slice(0, 10)}, node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model}), ${Math.round(totalmem() / 2 ** 30)} GB, ${rounds} rounds\n`)
console.log('Whole commands, ms: median (quarter to three quarters)')
wholeCommands()
await stages()

/** A page of Markdown, a policy of some 2,300 words in Word and one of some 10,500, made of the project's own fixtures. */
async function writeSamples() {
  const school = join(root, 'fixtures/labelled/quarry-lane-school/good')
  const texts = casesIn(join(root, 'fixtures/labelled'))
    .filter((path) => path.endsWith('good'))
    .map((path) => readFileSync(join(path, 'policy.md'), 'utf8'))
  const page = readFileSync(join(school, 'policy.md'), 'utf8').split(/(?<=\n\n)/)
  let words = 0
  writeFileSync(
    join(folder, 'page.md'),
    page.filter((block) => (words += block.split(/\s+/).length) < 520).join(''),
  )
  const paragraphs = texts
    .join('\n\n')
    .split(/\n{2,}|\n(?=[-*|#]|\d+\.)/)
    .map((block) => {
      const heading = /^(#{1,6})\s+(.*)/s.exec(block)
      const text = (heading?.[2] ?? block).replace(/[*_|]/g, ' ').trim()
      return new Paragraph({text, heading: heading ? HeadingLevel[`HEADING_${heading[1].length}`] : undefined})
    })
  writeFileSync(join(folder, 'long.docx'), await Packer.toBuffer(new Document({sections: [{children: paragraphs}]})))
  return {
    page: join(folder, 'page.md'),
    school: join(school, 'policy.docx'),
    long: join(folder, 'long.docx'),
    with: ['--procedures', join(school, 'procedures.yaml'), '--organisation', join(school, 'organisation.yaml'), '--no-config', '--fail-on', 'never'],
  }
}

function wholeCommands() {
  const run = join(root, 'bin/run.js')
  const mammoth = (path) => ['-e', `import('mammoth').then(({default: m}) => m.convertToHtml({path: ${JSON.stringify(path)}})).then(({value}) => process.stdout.write(value))`]
  const lint = installRivals()
  const table = [
    {name: 'node -e 0', args: ['-e', '0']},
    {name: '--version', args: [run, '--version'], beside: 'node -e 0'},
    {name: '--help', args: [run, '--help'], beside: 'node -e 0'},
    {name: 'check, a page of Markdown', args: [run, 'check', samples.page, ...samples.with], beside: 'node -e 0'},
    ...(lint
      ? [
          {name: 'textlint, the same page', args: [join(others, 'node_modules/textlint/bin/textlint.js'), '--rule', 'terminology', samples.page], beside: 'check, a page of Markdown', cwd: others},
          {name: 'remark-lint, the same page', args: [join(others, 'node_modules/remark-cli/cli.js'), '--quiet', '--use', 'remark-preset-lint-recommended', samples.page], beside: 'check, a page of Markdown', cwd: others},
        ]
      : []),
    {name: 'mammoth, a Word policy', args: mammoth(samples.school)},
    {name: 'check, a Word policy', args: [run, 'check', samples.school, ...samples.with], beside: 'mammoth, a Word policy'},
    {name: 'mammoth, a long Word policy', args: mammoth(samples.long)},
    {name: 'check, a long Word policy', args: [run, 'check', samples.long, ...samples.with], beside: 'mammoth, a long Word policy'},
  ]
  const times = new Map(table.map(({name}) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const {name, args, cwd = root} of table) {
      const started = performance.now()
      const {status, stderr} = spawnSync(process.execPath, args, {cwd, encoding: 'utf8', maxBuffer: 2 ** 28})
      if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}: ${stderr.slice(0, 300)}`)
      // The first round warms the disk's cache.
      if (round > 0) times.get(name).push(performance.now() - started)
    }
  }
  for (const {name, beside} of table) {
    const ratio = beside ? `${(median(times.get(name)) / median(times.get(beside))).toFixed(2)} x ${beside}` : ''
    console.log(`  ${name.padEnd(30)} ${told(times.get(name)).padEnd(22)} ${ratio}`)
  }
  if (!lint) console.log('  textlint and remark-lint could not be installed and are left out.')
}

/** Whether textlint and remark-lint are there, installed where they were not. */
function installRivals() {
  if (!existsSync(join(others, 'node_modules/textlint')) || !existsSync(join(others, 'node_modules/remark-cli'))) {
    mkdirSync(others, {recursive: true})
    writeFileSync(join(others, 'package.json'), '{"private": true}')
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '-E', ...rivals], {cwd: others})
  }
  return existsSync(join(others, 'node_modules/textlint')) && existsSync(join(others, 'node_modules/remark-cli'))
}

/** The parts of one check in this process: the first time, as a command pays it, and the median of later ones. */
async function stages() {
  const packs = await loadEnglandPack()
  const {model, organisation, facts, reading} = await readCase(join(root, 'fixtures/labelled/quarry-lane-school/good'), packs)
  const source = {path: samples.long, bytes: new Uint8Array(readFileSync(samples.long))}
  const long = await readPolicy(source)
  const named = runtimeNames(model, organisation, facts)
  const profiles = profilesOf(model.requirements.map(soundOf))
  const asOf = '2026-11-23'
  console.log('\nThe parts of one check of the long Word policy, ms: first time, then median of later ones')
  const longFacts = factsIn(long, model.registers)
  await timed('unzip and read', () => readPolicy(source))
  await timed('facts', () => factsIn(long, model.registers))
  await timed('lay out', () => readingOf(long, model.lexicon, named))
  const laid = readingOf(long, model.lexicon, named)
  await timed('retrieve', () => nearestToEach(profiles, laid.sentences, 8))
  await timed('lay out, retrieve and judge', () => compare(long, longFacts, model, organisation, {asOf}))
  const [procedures, profile] = ['procedures.yaml', 'organisation.yaml'].map((name) => {
    const path = join(root, 'fixtures/labelled/quarry-lane-school/good', name)
    return {path, bytes: new Uint8Array(readFileSync(path))}
  })
  const tool = {name: 'policy-align', version: '0'}
  const sources = {procedures: [procedures], organisation: profile, packs}
  const report = await align([source], sources, {asOf, failOn: 'never', tool, revisions: 'accepted', keepTexts: true})
  for (const format of ['terminal', 'json', 'html']) {
    const render = await reporters.find(({name}) => name === format).load()
    await timed(`render ${format}`, () => render(report, {show: 'gaps', colour: false, color: false, width: 100}))
  }

  const requirements = model.requirements
  const half = requirements.filter((_, i) => i % 2 === 0)
  const repeated = (times) => ({...long, sections: Array.from({length: times}, (_, i) => renamed(long.sections, i)).flat()})
  console.log(`\nDoubling, ms (median): ${reading.sentences.length} sentences in the school's policy, ${laid.sentences.length} in the long one`)
  const one = await measure(() => compare(long, longFacts, model, organisation, {asOf}))
  const double = repeated(2)
  const doubleFacts = factsIn(double, model.registers)
  const two = await measure(() => compare(double, doubleFacts, model, organisation, {asOf}))
  const fewer = {...model, requirements: half}
  const halved = await measure(() => compare(long, longFacts, fewer, organisation, {asOf}))
  console.log(`  sentences: ${one.toFixed(0)} for all, ${two.toFixed(0)} for twice as many: ${(two / one).toFixed(2)} x`)
  console.log(`  requirements: ${halved.toFixed(0)} for ${half.length}, ${one.toFixed(0)} for ${requirements.length}: ${(one / halved).toFixed(2)} x`)
}

/** The same sections again, under ids of their own. */
function renamed(sections, copy) {
  return sections.map((section) => ({
    ...section,
    id: `${section.id}-${copy}`,
    passages: section.passages.map((passage) => ({...passage, id: `${passage.id}-${copy}`})),
    sections: renamed(section.sections, copy),
  }))
}

async function timed(name, work) {
  const started = performance.now()
  await work()
  const first = performance.now() - started
  console.log(`  ${name.padEnd(30)} ${first.toFixed(0).padStart(5)} ${(await measure(work)).toFixed(0).padStart(6)}`)
}

async function measure(work) {
  const times = []
  for (let i = 0; i < 7; i++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return median(times)
}

function told(times) {
  return `${median(times).toFixed(0)} (${at(times, 0.25).toFixed(0)} to ${at(times, 0.75).toFixed(0)})`
}

function median(times) {
  return at(times, 0.5)
}

function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}
