// Fits the weights of the one global calibrator: npm run bench:calibrate [-- FOLDER...]
//
// The calibrator (src/text/calibration.ts) is asked only where no pattern of a requirement is met: how likely is it that
// the nearest sentence says it all the same? So the examples are just those: each check of a labelled policy that no
// pattern answers. The reader's verdict is the answer: met is said, missing is not; partial does not tell which check.
// Without folders the project's own fixtures are used, and ../shared/corpus/policies where it stands beside the project.
//
// The weights are fitted by logistic regression (Newton's steps, a light ridge), classes weighed alike. Every figure is
// held out by organisation: the examples of one are judged with the weights of all the others.
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {likeliest} from '../../dist/requirements/likeliest.js'
import {affirmedOccurrencesOf} from '../../dist/requirements/ways.js'
import {areaUnder, brierOf, fitted, probability, reliability} from './logistic.js'
import {alignPolicy, casesIn, loadEnglandPack, nearestOf} from './pipeline.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const beside = resolve(root, '../shared/corpus/policies')
const own = join(root, 'fixtures/labelled')
const folders = process.argv.length > 2 ? process.argv.slice(2) : [own, ...(existsSync(beside) ? [beside] : [])]
const names = ['share', 'score', 'likeness']

const pack = await loadEnglandPack()
const examples = []
for (const folder of folders.flatMap((each) => casesIn(resolve(each)))) {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
  const {reading, model, facts} = await alignPolicy(folder, pack, '2026-11-23')
  const nearest = nearestOf(model, reading)
  for (const requirement of model.requirements) {
    const label = truth.requirements[requirement.id]
    if (!label || !['met', 'missing'].includes(label.verdict)) continue
    for (const check of requirement.checks) {
      if (check.kind !== 'statement-present' || check.optional) continue
      if ((check.ways ?? []).some((way) => affirmedOccurrencesOf(way, reading).length > 0)) continue
      const best = likeliest(check, {reading, facts, nearest: nearest.get(requirement.id)})
      if (!best || best.isDoubtful()) continue
      examples.push({group: groupOf(folder), said: label.verdict === 'met', x: featuresOf(best)})
    }
  }
}

/** An organisation's policies are one group: two versions of one policy must not be on both sides. */
function groupOf(folder) {
  return folder.startsWith(own) ? dirname(folder) : folder
}

/** The features as the calibrator takes them, with its caps. */
function featuresOf({share, score, likeness}) {
  return [1, share, Math.min(score, 30), Math.min(likeness, 1)]
}

const weights = fitted(examples)
const groups = [...new Set(examples.map(({group}) => group))]
const heldOut = groups.flatMap((group) => {
  const others = fitted(examples.filter((each) => each.group !== group))
  return examples.filter((each) => each.group === group).map((each) => ({...each, likely: probability(others, each.x)}))
})

const round = (x) => Math.round(x * 1000) / 1000
const said = examples.filter((each) => each.said).length
console.log(`${examples.length} checks that no pattern answers, of ${groups.length} organisations: ${said} said, ${examples.length - said} not`)
console.log(`weights  bias ${round(weights[0])}  ${names.map((name, i) => `${name} ${round(weights[i + 1])}`).join('  ')}`)
console.log(`held out by organisation: area under the curve ${round(areaUnder(heldOut))}, Brier score ${round(brierOf(heldOut))}`)
console.log('reliability in five bins (classes weighed alike): predicted, said, number')
for (const {predicted, observed, n} of reliability(heldOut)) console.log(`  ${round(predicted)}  ${round(observed)}  ${n}`)
console.log('above a threshold: share of what is said that is found, share of what is not said that is taken for it')
for (const least of [0.5, 0.7, 0.8, 0.9, 0.95]) {
  const above = (part) => round(part.filter(({likely}) => likely >= least).length / part.length)
  console.log(`  ${least}  ${above(heldOut.filter((each) => each.said))}  ${above(heldOut.filter((each) => !each.said))}`)
}
