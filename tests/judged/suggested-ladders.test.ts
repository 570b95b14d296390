import {describe, expect, test} from 'vitest'
import {fillWording} from '../../src/compare/wording.js'
import type {ProceduresModel} from '../../src/model/procedures.js'
import {readProcedures} from '../../src/read/procedures.js'
import {judged} from '../support/judged.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'

const model = (name: string): ProceduresModel => readProcedures([fixture(`models/${name}.procedures.yaml`)], packs())

/** Who takes the words that are suggested for a ladder meets what is asked of it. */
describe.each([
  ['eastmere', 'children and adults', 'met', 'met'],
  ['joint-board', 'children and adults', 'met', 'met'],
  ['steps-and-branches', 'adults', 'met', 'met'],
  ['several-clocks', 'children', 'met', 'met'],
  ['county-manual', 'children', 'met', 'met'],
  ['mediated-ending', 'adults', 'met', 'met'],
] as const)('%s', (name, whom, sequence, timescales) => {
  const own = model(name)
  const policy = (id: string) => {
    const {suggestedWording} = own.requirements.find((requirement) => requirement.id === id)!
    return `# Safeguarding policy\n\nWe work with ${whom}.\n\n## Disagreeing with another agency\n\n${fillWording(suggestedWording, own, null)}\n`
  }

  test.each([
    ['escalation-stage-sequence', sequence],
    ['escalation-timescales', timescales],
  ] as const)('%s', async (id, status) => {
    const finding = (await judged(policy(id), own)).get(id)!
    expect(`${finding.status}: ${finding.reason}`).toMatch(new RegExp(`^${status}`))
  })
})

test('a wording asks for no ladder that the area does not have', () => {
  const own = model('mediated-ending')
  for (const {id, suggestedWording} of own.requirements.filter(({id}) => /escalation-(?:stage|time)/.test(id)))
    expect(fillWording(suggestedWording, own, null), id).not.toMatch(/\[|children/)
})
