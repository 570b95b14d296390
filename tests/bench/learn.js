// Learns from the labelled policies and sentences of the project: npm run learn
//
// Writes src/learned/england/classifier.json, a linear classifier of sentences (logistic regression with an L1 penalty,
// fitted one sample at a time by FTRL-Proximal: McMahan et al. 2013), and verdict.json, which weighs what it and the
// patterns come to (multinomial logistic regression). The second is fitted to fixtures/first-sight/at-first-sight.tsv: how
// policies were judged before anything was mended with them, for afterwards the patterns know their words by heart.
//
// npm run learn -- --record FILE FOLDER... appends to such a file how the policies of the folders are judged by the program
// as built, with a classifier that has not seen them. Build the program with the pack of the time for that.
import {appendFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {judgedByPatterns} from '../../dist/compare/compare.js'
import {isWeighedByWords} from '../../dist/compare/reconsider.js'
import {signsOfVerdict} from '../../dist/compare/weigh.js'
import {scoresOf} from '../../dist/text/classifier.js'
import {signsOf} from '../../dist/text/signs.js'
import {firstSightRows, fitVerdict} from './fit-verdict.js'
import {fitClassifier} from './fit-classifier.js'
import {readSentences, wordingsOf} from './labelled-sentences.js'
import {casesIn, loadEnglandPack, readCase} from './pipeline.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packs = await loadEnglandPack()
const folders = ['first-sight', 'exemplary'].map((name) => join(root, 'fixtures', name))
const [option, file, ...recorded] = process.argv.slice(2)

if (option === '--record') await record(resolve(file), recorded.map((each) => resolve(each)))
else await learn()

async function learn() {
  const classifier = fitClassifier(await samplesOf(folders.flatMap(casesIn)), console.log)
  const rows = firstSightRows(readFileSync(join(root, 'fixtures/first-sight/at-first-sight.tsv'), 'utf8'))
  const verdict = fitVerdict(rows)
  const to = join(root, 'src/learned/england')
  mkdirSync(to, {recursive: true})
  writeFileSync(join(to, 'classifier.json'), `${JSON.stringify(classifier, null, 1)}\n`)
  writeFileSync(join(to, 'verdict.json'), `${JSON.stringify(verdict, null, 2)}\n`)
  console.log(`${rows.length} judgements at first sight`)
}

async function record(to, asked) {
  const cases = asked.flatMap(casesIn)
  const unseen = new Set(cases.map((path) => basename(path)))
  const seen = folders.flatMap(casesIn).filter((path) => !unseen.has(basename(path)))
  const classifier = fitClassifier(await samplesOf(seen), console.log)
  for (const path of cases) {
    const {policy, facts, model, organisation} = await readCase(path, packs)
    const {ruled, reading} = judgedByPatterns(policy, facts, model, organisation, {asOf: '2026-11-23'})
    const scores = scoresOf(classifier, reading, Object.keys(model.lexicon))
    const {requirements} = JSON.parse(readFileSync(join(path, 'truth.json'), 'utf8'))
    for (const [{requirement, outcomes}, {status}] of ruled) {
      const label = requirements[requirement.id]
      const signs = label && isWeighedByWords(outcomes) ? signsOfVerdict(requirement.id, status, outcomes, scores) : null
      if (!signs) continue
      const accepted = [label.verdict, ...[label.alsoAcceptable ?? []].flat()].join(',')
      const told = Object.entries(signs).map(([name, value]) => `${name}=${Number(value.toFixed(3))}`)
      const place = [basename(path), model.local ? 'local' : 'national', requirement.id, accepted, status]
      appendFileSync(to, `${[...place, told.join(';')].join('\t')}\n`)
    }
  }
}

/** Every sentence of the policies, whose readers quoted what they judged by, and of fixtures/wordings, with the outputs that it is an example of. */
async function samplesOf(paths) {
  const {england} = packs
  const ids = england.requirements.map(({id}) => id)
  const samples = []
  for (const path of paths) {
    const {reading, model} = await readCase(path, packs)
    const labelled = readSentences(reading, JSON.parse(readFileSync(join(path, 'truth.json'), 'utf8')), ids)
    for (const [i, signs] of signsOf(reading, Object.keys(model.lexicon)).entries()) samples.push({signs, outputs: labelled[i]})
  }
  return {ids, samples: [...samples, ...wordingsOf(england, ids)]}
}
