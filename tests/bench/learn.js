// Learns from the labelled policies and sentences of the project: npm run learn
//
// Writes src/learned/england/classifier.json, a classifier of sentences (fit-classifier.js), and verdict.json, which weighs
// what it and the patterns come to (multinomial logistic regression: fit-verdict.js). The second has to know how both fare on a policy that is new to
// them. So it is fitted to fixtures/first-sight/at-first-sight.tsv, which says what the patterns came to before anything
// was mended with a policy, and each policy is scored by a classifier that was fitted without a fifth of them, its own.
//
// npm run learn -- --record FILE FOLDER... appends to such a file what the patterns come to, as built, on the policies of
// the folders. Build the program with the pack of the time for that, and look at nothing before.
import {appendFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import {judgedByPatterns} from '../../dist/compare/compare.js'
import {isWeighedByWords} from '../../dist/compare/reconsider.js'
import {foundBy, signsOfVerdict} from '../../dist/compare/weigh.js'
import {weighable} from '../../dist/model/learned.js'
import {scoresOf} from '../../dist/text/classifier.js'
import {signsOf} from '../../dist/text/signs.js'
import {fitVerdict} from './fit-verdict.js'
import {readSentences, turnedRound, wordingsOf} from './labelled-sentences.js'
import {isSaid} from './negated.js'
import {casesIn, loadEnglandPack, readCase} from './pipeline.js'
import {wordVectors} from './word-vectors.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packs = await loadEnglandPack()
const ids = packs.england.requirements.map(({id}) => id)
/** The requirements, by their place, whose sentences a "not" turns round. */
const turnable = new Set(
  packs.england.requirements.flatMap(({checks}, at) => (checks.every(isSaid) ? [at] : [])),
)
const folds = 5
/** What a row tells of what the patterns found, in this order. */
const sharesTold = ['satisfied', 'weak', 'absent', 'nothing asked']
const [option, file, ...recorded] = process.argv.slice(2)

if (option === '--record') await record(resolve(file), recorded.map((each) => resolve(each)))
else await learn()

async function learn() {
  const policies = []
  for (const folder of ['first-sight', 'exemplary']) {
    for (const path of casesIn(join(root, 'fixtures', folder))) policies.push(await labelled(path))
  }
  const wordings = wordingsOf(packs.england, ids, turnable)
  const without = (fold) => policies.filter((_, i) => i % folds !== fold).flatMap(({samples}) => samples)
  const [classifier, ...apart] = await twoAtATime(
    [-1, ...Array(folds).keys()].map((fold) => () => fittedTo([...without(fold), ...wordings])),
  )
  const scores = new Map(
    policies.map(({name, reading, classes}, i) => [name, scoresOf(apart[i % folds], reading, classes)]),
  )
  const rows = firstSightRows(readFileSync(join(root, 'fixtures/first-sight/at-first-sight.tsv'), 'utf8'), scores)
  const to = join(root, 'src/learned/england')
  mkdirSync(to, {recursive: true})
  writeFileSync(join(to, 'classifier.json'), `${JSON.stringify(classifier, null, 1)}\n`)
  writeFileSync(join(to, 'verdict.json'), `${JSON.stringify(fitVerdict(rows), null, 1)}\n`)
  const sentences = wordings.length + policies.reduce((sum, {samples}) => sum + samples.length, 0)
  const weights = Buffer.from(classifier.weights, 'base64').length
  console.log(
    `${policies.length} policies, ${sentences} sentences, ${classifier.signs.split('\n').length} signs, ${weights} weights; ${rows.length} judgements at first sight`,
  )
}

/** A policy with every sentence of it as an example, of what its reader quoted it for. */
async function labelled(path) {
  const {reading, model} = await readCase(path, packs)
  const classes = Object.keys(model.lexicon)
  const outputs = readSentences(reading, JSON.parse(readFileSync(join(path, 'truth.json'), 'utf8')), ids)
  const samples = signsOf(reading, classes).map((signs, i) => ({signs, outputs: outputs[i]}))
  const turned = turnedRound(reading, outputs, packs.england, turnable)
  return {name: basename(path), reading, classes, samples: [...samples, ...turned]}
}

function fittedTo(samples) {
  return new Promise((resolved, rejected) => {
    new Worker(new URL('fit-apart.js', import.meta.url), {workerData: {ids, samples, vectors: wordVectors()}})
      .once('message', resolved)
      .once('error', rejected)
  })
}

async function twoAtATime(tasks) {
  const results = []
  const left = [...tasks.entries()]
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await next[1]()
  }
  await Promise.all([work(), work()])
  return results
}

/** The judgements that a file tells of, each with the signs of its verdict. */
function firstSightRows(text, scores) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([policy, kind, requirement, accepted, ruled, ...found]) => {
      const [right] = accepted.split(',')
      if (!weighable.includes(right) || !weighable.includes(ruled)) return []
      const shares = Object.fromEntries(sharesTold.map((share, i) => [share, Number(found[i])]))
      const signs = signsOfVerdict(requirement, ruled, shares, scores.get(policy))
      return [{isLocal: kind === 'local', right, ruled, signs}]
    })
}

async function record(to, asked) {
  for (const path of asked.flatMap(casesIn)) {
    const {policy, facts, model, organisation} = await readCase(path, packs)
    const {ruled} = judgedByPatterns(policy, facts, model, organisation, {asOf: '2026-11-23'})
    const {requirements} = JSON.parse(readFileSync(join(path, 'truth.json'), 'utf8'))
    for (const [{requirement, outcomes}, {status}] of ruled) {
      const label = requirements[requirement.id]
      if (!label || !isWeighedByWords(outcomes)) continue
      const accepted = [label.verdict, ...[label.alsoAcceptable ?? []].flat()].join(',')
      const found = foundBy(outcomes)
      const shares = sharesTold.map((share) => Number(found[share].toFixed(3)))
      const place = [basename(path), model.local ? 'local' : 'national', requirement.id, accepted, status]
      appendFileSync(to, `${[...place, ...shares].join('\t')}\n`)
    }
  }
}
