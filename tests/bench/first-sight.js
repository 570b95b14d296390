// How policies fare whose wording nobody foresaw: npm run bench:first-sight [-- FOLDER...]
//
// The labelled policies were read while the pack was written, so they say little of the next one. Here a part of the checks
// is made blind to the policy in hand: every way that it meets is taken out, as if no one had thought of it, and so for
// contradictions. Which checks, follows from a hash of their names and a seed: the same at each run. The shares are those
// that single wordings by a writer who had not seen the pack came to: 41 % of statements unforeseen, 60 % of contradictions.
import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {compare} from '../../dist/compare/compare.js'
import {affirmedOccurrencesOf, occurrencesOf} from '../../dist/requirements/ways.js'
import {agreement} from './measures.js'
import {casesIn, loadEnglandPack, readCase} from './pipeline.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const beside = ['../shared/corpus/policies', '../shared/corpus/cases'].map((path) => resolve(root, path))
const folders = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'fixtures/labelled'), ...beside.filter(existsSync)]
const unforeseen = {said: 0.41, vague: 0.3, wrong: 0.6}
const seeds = ['a', 'b', 'c']

const packs = await loadEnglandPack()
console.log('as read / at first sight (three seeds); gap and each status: precision/recall/F1')
for (const folder of folders) {
  const cases = await Promise.all(
    casesIn(resolve(folder)).map(async (path) => ({
      ...(await readCase(path, packs)),
      name: path.split(/[\\/]/).slice(-2).join('/'),
      truth: JSON.parse(readFileSync(join(path, 'truth.json'), 'utf8')),
    })),
  )
  console.log(folder)
  console.log(`  ${told(cases.flatMap((each) => rowsOf(each, each.model)))}`)
  console.log(`  ${told(seeds.flatMap((seed) => cases.flatMap((each) => rowsOf(each, blind(each, seed)))))}`)
}

function rowsOf({policy, facts, organisation, truth}, model) {
  return compare(policy, facts, model, organisation, {asOf: '2026-11-23'}).flatMap(({requirement, status}) => {
    const label = truth.requirements[requirement.id]
    if (!label) return []
    return [{right: [label.alsoAcceptable].flat().includes(status) ? status : label.verdict, ours: status}]
  })
}

/** The model without the ways that this policy meets, for a share of the checks. */
function blind({model, reading, name}, seed) {
  const requirements = model.requirements.map((requirement) => ({
    ...requirement,
    checks: requirement.checks.map((check, i) => withoutMet(check, `${seed} ${name} ${requirement.id} ${i}`, reading)),
  }))
  return {...model, requirements}
}

function withoutMet(check, key, reading) {
  const unmet = (ways = []) => ways.filter((way) => occurrencesOf(way, reading).length === 0)
  if (check.kind === 'prohibited-statement-absent' && chance(key) < unforeseen.wrong) return {...check, ways: unmet(check.ways)}
  if (check.kind !== 'statement-present' || chance(key) >= unforeseen.said) return check
  return {
    ...check,
    ways: (check.ways ?? []).filter((way) => affirmedOccurrencesOf(way, reading).length === 0),
    weak: chance(`${key} weak`) < unforeseen.vague ? unmet(check.weak) : check.weak,
    list: undefined,
  }
}

/** A number from 0 to 1 that follows from a text: FNV-1a, and its bits mixed. */
function chance(text) {
  let hash = 2_166_136_261
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

function told(rows) {
  const {kappa, accuracy, macroF1, gap, ...each} = agreement(rows, 'ours')
  const three = ({precision, recall, f1}) => `${precision}/${recall}/${f1}`
  const rest = Object.entries(each).map(([status, figures]) => `${status} ${three(figures)}`)
  return `kappa ${kappa}  accuracy ${accuracy}  macro-F1 ${macroF1}  gap ${three(gap)}  ${rest.join('  ')}`
}
