import {expect, test} from 'vitest'
import {fillWording} from '../../src/compare/wording.js'
import type {Finding} from '../../src/model/finding.js'
import type {Organisation, ProceduresModel} from '../../src/model/procedures.js'
import type {Requirement} from '../../src/model/requirement.js'
import {readOrganisation} from '../../src/read/organisation.js'
import {readProcedures} from '../../src/read/procedures.js'
import {golden} from '../support/golden.js'
import {judged} from '../support/judged.js'
import {eastmere, england, fixture, larkfield} from '../support/model.js'
import {packs} from '../support/pack.js'

// tests/pack-examples.test.ts says what the examples of the pack must come to where they are at home. Here all that is found
// in them is held to what it was: at home, where there are no local procedures, and in areas whose ladders, limits and
// contacts are of another shape; with the values of the area itself, and with those of another, as a policy has them
// that was copied.

interface Area {
  readonly model: ProceduresModel
  readonly organisation: Organisation | null
}

const home: Area = {model: eastmere(), organisation: larkfield()}
const at = (path: string): Area => ({
  model: readProcedures([fixture(`${path}/procedures.yaml`)], packs()),
  organisation: readOrganisation(fixture(`${path}/organisation.yaml`)),
})
/** Our organisation in an area whose procedures have something out of the common. */
const moved = (name: string): Area => ({
  model: readProcedures([fixture(`models/${name}.procedures.yaml`)], packs()),
  organisation: larkfield(),
})
const [school, refuge, theatre] = ['greystoke-high', 'thornfield-refuge', 'quayside-theatre'].map((name) =>
  at(`first-sight/${name}`),
)
const hospice = at('labelled/larkspur-hospice/good')

/** Where an example is judged, and whose values stand in it. */
const readings: readonly (readonly [name: string, judgedBy: Area, filledBy: Area])[] = [
  ['at home', home, home],
  ['without local procedures', {model: england(), organisation: null}, home],
  ['where a stage has several clocks', moved('several-clocks'), home],
  ['where steps have branches', moved('steps-and-branches'), home],
  ['where a stage mediates', moved('mediated-ending'), home],
  ['where each agency has its roles', moved('roles-by-agency'), home],
  ['where immediate risk is another matter', moved('immediate-risk'), home],
  ['where a form is all', moved('told-by-form'), home],
  ['in a school', school!, school!],
  ['copied by a school', school!, home],
  ['copied by a refuge', refuge!, home],
  ['in a theatre', theatre!, theatre!],
  ['copied by a theatre', theatre!, home],
  ['in a hospice', hospice, hospice],
  ['copied by a hospice', hospice, school!],
]

test.each(home.model.requirements.map((requirement) => [requirement.id, requirement] as const))(
  'what is found in the examples of %s',
  async (id, requirement) => {
    const lines: string[] = []
    for (const {sort, text} of examplesOf(requirement)) {
      const known = new Set<string>()
      lines.push(`${sort}\n`)
      for (const [where, {model, organisation}, filledBy] of readings) {
        const own = model.requirements.filter((each) => each.id === id)
        const filled = fillWording(text, filledBy.model, filledBy.organisation)
        const found = told((await judged(filled, {...model, requirements: own}, organisation)).get(id)!)
        // What is found in several of them is said once.
        if (!known.has(found)) lines.push(`  ${where}: ${found}\n`)
        known.add(found)
      }
    }
    const all = lines.join('')
    expect(all).toBe(golden(`examples/${id}.txt`, all))
  },
)

function examplesOf({examples}: Requirement): {readonly sort: string; readonly text: string}[] {
  return (['meets', 'partial', 'conflicts'] as const).flatMap((sort) =>
    examples[sort].map(({text}, i) => ({sort: `${sort} ${i + 1}`, text})),
  )
}

function told({status, confidence, reason, remedy, evidence, expected}: Finding): string {
  return [
    `${status}, ${confidence}`,
    reason,
    remedy,
    ...evidence.map(({quote}) => `“${quote}”`),
    ...expected.map(({fact, value}) => `${fact} = ${value}`),
  ]
    .filter(Boolean)
    .map((each) => each.replace(/\s+/g, ' '))
    .join(' | ')
}
