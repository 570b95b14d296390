import fc from 'fast-check'
import {expect, test} from 'vitest'
import {compare} from '../src/compare/compare.js'
import {fillWording} from '../src/compare/wording.js'
import {passagesOf} from '../src/model/policy.js'
import {readPolicy} from '../src/read/policy.js'
import {factsIn} from '../src/text/facts.js'
import {eastmere, larkfield} from './support/model.js'

const model = eastmere()
const organisation = larkfield()
const sentences = model.requirements.flatMap(({examples}) =>
  [...examples.meets, ...examples.partial, ...examples.conflicts].map(({text}) =>
    fillWording(text, model, organisation),
  ),
)

/** Policies made of the pack's own wordings, in any order, as paragraphs, lists and tables under headings. */
const policies = fc
  .array(fc.record({text: fc.constantFrom(...sentences), as: fc.constantFrom('paragraph', 'item', 'row', 'heading')}), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) =>
    parts
      .map(({text, as}) => {
        const line = text.replace(/\s+/g, ' ')
        if (as === 'item') return `- ${line}`
        if (as === 'row') return `| Who | What |\n|---|---|\n| Everybody | ${line.replaceAll('|', '/')} |`
        return as === 'heading' ? `## ${line.slice(0, 40).replace(/[#:.]/g, '')}\n\n${line}` : line
      })
      .join('\n\n'),
  )

async function judge(markdown: string, chosen = model) {
  const policy = await readPolicy(
    {path: 'policy.md', bytes: new TextEncoder().encode(markdown)},
    {revisions: 'accepted'},
  )
  return {
    policy,
    findings: compare(policy, factsIn(policy, model.registers), chosen, organisation, {asOf: '2026-11-23'}),
  }
}

test('every requirement gets one finding, in the order of the pack', async () => {
  await fc.assert(
    fc.asyncProperty(policies, async (markdown) => {
      const {findings} = await judge(markdown)
      expect(findings.map(({requirement}) => requirement.id)).toEqual(model.requirements.map(({id}) => id))
    }),
    {numRuns: 15, seed: 2026},
  )
})

test('every quotation stands word for word in the passage that it names', async () => {
  await fc.assert(
    fc.asyncProperty(policies, async (markdown) => {
      const {policy, findings} = await judge(markdown)
      const texts = new Map(passagesOf(policy).map(({id, text}) => [id, text]))
      for (const {evidence} of findings) {
        for (const {quote, passageId} of evidence) {
          expect(quote.length).toBeGreaterThan(0)
          expect(texts.get(passageId)).toContain(quote)
        }
      }
    }),
    {numRuns: 40, seed: 2026},
  )
})

test('what is there is quoted, and what is missing says what was searched for', async () => {
  await fc.assert(
    fc.asyncProperty(policies, async (markdown) => {
      const {findings} = await judge(markdown)
      for (const {status, evidence, searchedFor, reason} of findings) {
        if (status === 'partial' || status === 'conflict') expect(evidence.length).toBeGreaterThan(0)
        if (status === 'missing') expect(searchedFor.length).toBeGreaterThan(0)
        expect(reason).not.toBe('')
      }
    }),
    {numRuns: 25, seed: 2026},
  )
})

test('no finding depends on another requirement being asked for', async () => {
  await fc.assert(
    fc.asyncProperty(policies, fc.nat(model.requirements.length - 1), async (markdown, at) => {
      const one = model.requirements[at]!
      const whole = (await judge(markdown)).findings[at]!
      const alone = (
        await judge(markdown, {
          ...model,
          requirements: [one, ...model.requirements.filter((each) => each !== one).reverse()],
        })
      ).findings[0]!
      expect(alone.status).toBe(whole.status)
      expect(alone.evidence).toEqual(whole.evidence)
    }),
    {numRuns: 15, seed: 2026},
  )
})

test('a policy is judged alike each time', async () => {
  const markdown = sentences.slice(0, 200).join('\n\n')
  expect(JSON.stringify((await judge(markdown)).findings)).toBe(JSON.stringify((await judge(markdown)).findings))
})
