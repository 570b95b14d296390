import {compare} from '../../src/compare/compare.js'
import type {Finding} from '../../src/model/finding.js'
import type {Organisation, ProceduresModel} from '../../src/model/procedures.js'
import {readPolicy} from '../../src/read/policy.js'
import {factsIn} from '../../src/text/facts.js'

/** Reads a Markdown text as a policy and judges it: its findings by requirement. */
export async function judged(
  text: string,
  model: ProceduresModel,
  organisation: Organisation | null = null,
  asOf = '2026-11-23',
): Promise<ReadonlyMap<string, Finding>> {
  const policy = await readPolicy({path: 'policy.md', bytes: new TextEncoder().encode(text)}, {revisions: 'accepted'})
  const findings = compare(policy, factsIn(policy, model.registers), model, organisation, {asOf})
  return new Map(findings.map((finding) => [finding.requirement.id, finding]))
}
