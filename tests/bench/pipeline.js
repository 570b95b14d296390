// What the benches need of the built program: a case read, compared, and laid out for the baselines.
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {compare, soundOf} from '../../dist/compare/compare.js'
import {readOrganisation} from '../../dist/read/organisation.js'
import {readPolicy} from '../../dist/read/policy.js'
import {readProcedures} from '../../dist/read/procedures.js'
import {factsIn} from '../../dist/text/facts.js'
import {runtimeNames} from '../../dist/compare/names.js'
import {readingOf} from '../../dist/text/reading.js'
import {nearestTo, profilesOf} from '../../dist/text/search.js'

const source = (path) => ({path, bytes: new Uint8Array(readFileSync(path))})

/** The England pack as the build compiled it. */
export function loadEnglandPack() {
  return {england: JSON.parse(readFileSync(new URL('../../dist/packs/england.json', import.meta.url), 'utf8'))}
}

/** Reads a case folder and lays its policy out for judging. */
export async function readCase(folder, packs) {
  const path = ['policy.docx', 'policy.md'].map((name) => join(folder, name)).find(existsSync)
  const optional = (name) => (existsSync(join(folder, name)) ? source(join(folder, name)) : null)
  const procedures = optional('procedures.yaml')
  const profile = optional('organisation.yaml')
  const policy = await readPolicy(source(path))
  const model = readProcedures(procedures ? [procedures] : [], packs)
  const organisation = profile ? readOrganisation(profile) : null
  const facts = factsIn(policy, model.registers)
  const reading = readingOf(policy, model.lexicon, runtimeNames(model, organisation, facts))
  return {policy, model, organisation, facts, reading}
}

/** Reads and judges a case folder; `ranks` holds, for each requirement, its best plain BM25 score in the policy. */
export async function alignPolicy(folder, packs, asOf) {
  const {policy, model, organisation, facts, reading} = await readCase(folder, packs)
  const findings = compare(policy, facts, model, organisation, {asOf})
  const profiles = profilesOf(model.requirements.map(({title, cues, suggestedWording}) => [title, ...cues, suggestedWording].join('\n')))
  const ranks = new Map(model.requirements.map(({id}, i) => [id, nearestTo(profiles[i], reading.sentences, 1)[0]?.score ?? 0]))
  return {policy, findings, facts, reading, ranks, model}
}

/** The folders below a path that hold a labelled policy: policy.md or policy.docx, and truth.json. */
export function casesIn(path) {
  if (existsSync(join(path, 'truth.json'))) return [path]
  return readdirSync(path)
    .map((name) => join(path, name))
    .filter((each) => statSync(each).isDirectory())
    .flatMap(casesIn)
}

/** The sentences that search finds nearest to each requirement, as the engine asks for them: by id. */
export function nearestOf(model, reading) {
  const profiles = profilesOf(model.requirements.map(soundOf))
  return new Map(model.requirements.map(({id}, i) => [id, nearestTo(profiles[i], reading.sentences, 8)]))
}
