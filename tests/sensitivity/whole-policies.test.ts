import {expect, test} from 'vitest'
import {compare} from '../../src/compare/compare.js'
import type {Finding} from '../../src/model/finding.js'
import type {Requirement} from '../../src/model/requirement.js'
import {readOrganisation} from '../../src/read/organisation.js'
import {readPolicy} from '../../src/read/policy.js'
import {readProcedures} from '../../src/read/procedures.js'
import {factsIn} from '../../src/text/facts.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'
import {changes} from './changes.js'

/**
 * Policies in which all is right, changed for one requirement at a time in every sentence that its finding quotes. Such
 * a policy may say the same elsewhere, and a quotation may only stand beside what decides, so that not every change
 * makes it wrong; but a sentence that was turned round must not be taken for what it said before.
 */
const policies = ['brookside-rugby', 'larchfield-care']

/** What was reached on 29 November 2026, less a little. */
const least: Readonly<Record<string, number>> = {'sentence negated': 0.45, 'limit slowed': 0.7, 'digit changed': 0.9}

const asked = changes.filter(({name}) => least[name] !== undefined)

test.each(asked)('$name is seen in whole policies', {timeout: 240_000}, async (change) => {
  const unseen: string[] = []
  let made = 0
  for (const name of policies) {
    const {text, judged, model} = aligned(name)
    const before = await judged(text, model.requirements)
    for (const requirement of model.requirements) {
      const finding = before.get(requirement.id)!
      const changed = change.applies(requirement.checks) ? change.make(text, finding, model) : null
      if (finding.status !== 'met' || changed === null) continue
      made++
      const {status, evidence} = (await judged(changed, [requirement])).get(requirement.id)!
      if (status === 'met') unseen.push(`${name}, ${requirement.id}: ${evidence.map(({quote}) => quote).join(' | ')}`)
    }
  }
  console.log(`${change.name}: ${made - unseen.length} of ${made} seen in whole policies`)
  expect(made).toBeGreaterThan(3)
  expect(1 - unseen.length / made, unseen.join('\n\n')).toBeGreaterThanOrEqual(least[change.name]!)
})

/** A policy of the fixtures with its local model, and how a text in its place is judged for some requirements. */
function aligned(name: string) {
  const model = readProcedures([fixture(`exemplary/${name}/procedures.yaml`)], packs())
  const organisation = readOrganisation(fixture(`exemplary/${name}/organisation.yaml`))
  const text = new TextDecoder().decode(fixture(`exemplary/${name}/policy.md`).bytes)
  const judged = async (words: string, requirements: readonly Requirement[]): Promise<ReadonlyMap<string, Finding>> => {
    const source = {path: 'policy.md', bytes: new TextEncoder().encode(words)}
    const policy = await readPolicy(source, {revisions: 'accepted'})
    const facts = factsIn(policy, model.registers)
    const findings = compare(policy, facts, {...model, requirements}, organisation, {asOf: '2026-11-23'})
    return new Map(findings.map((finding) => [finding.requirement.id, finding]))
  }
  return {text, judged, model}
}
