// Stands in the copy for tests/support/judged.ts: most tests ask for one finding of ninety, so the others are judged only
// where they are asked for. A finding that is judged alone can differ from what it is among all, so a run takes a mutant for
// killed only when the test fails with all of them too.
import {compare} from '../../src/compare/compare.js'
import {readPolicy} from '../../src/read/policy.js'
import {factsIn} from '../../src/text/facts.js'
import {judged as judgedWhole} from './judged-whole.js'

export async function judged(text, model, organisation = null, asOf = '2026-11-23') {
  if (globalThis.$mutant.whole) return judgedWhole(text, model, organisation, asOf)
  const policy = await readPolicy({path: 'policy.md', bytes: new TextEncoder().encode(text)}, {revisions: 'accepted'})
  const facts = factsIn(policy, model.registers)
  return {
    get(id) {
      const requirements = model.requirements.filter((requirement) => requirement.id === id)
      return compare(policy, facts, {...model, requirements}, organisation, {asOf})[0]
    },
  }
}
