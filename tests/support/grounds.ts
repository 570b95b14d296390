import {runtimeNames} from '../../src/compare/names.js'
import {passagesOf} from '../../src/model/policy.js'
import type {ProceduresModel} from '../../src/model/procedures.js'
import {readMarkdown} from '../../src/read/markdown/index.js'
import type {Grounds} from '../../src/requirements/kind.js'
import {factsIn} from '../../src/text/facts.js'
import {readingOf} from '../../src/text/reading.js'
import {england} from './model.js'

/** What is the same in every invented area: the nation's registers and words. */
const nation = {...england(), local: true, requirements: []} as ProceduresModel

/** An invented area: the nation with these local facts. */
export function areaOf(local: Partial<ProceduresModel>): ProceduresModel {
  return {...nation, ...local}
}

/** All that a judgement may rest on: a policy in Markdown against an area, without a profile on a day in November 2026. */
export function groundsOf(text: string, local: Partial<ProceduresModel> = {}, more: Partial<Grounds> = {}): Grounds {
  const model = areaOf(local)
  const policy = readMarkdown({path: 'policy.md', bytes: new TextEncoder().encode(text)})
  const facts = factsIn(policy, model.registers)
  const organisation = more.organisation ?? null
  const reading = readingOf(policy, model.lexicon, runtimeNames(model, organisation, facts))
  const passages = new Map(passagesOf(policy).map((passage) => [passage.id, passage]))
  const serves = {children: true, adults: true}
  return {policy, passages, reading, facts, model, organisation, asOf: '2026-11-23', serves, nearest: [], ...more}
}
