import {describe, expect, test} from 'vitest'
import {fillWording} from '../src/compare/wording.js'
import type {Example, Requirement} from '../src/model/requirement.js'
import {judged} from './support/judged.js'
import {eastmere, larkfield} from './support/model.js'

const model = eastmere()
const organisation = larkfield()
const wanted = {meets: 'met', partial: 'partial', conflicts: 'conflict'} as const

/** Every example of the pack, as a policy that says no more than that. Slots stand for local values. */
function examplesOf({examples}: Requirement): {name: string; status: string; example: Example}[] {
  return Object.entries(wanted).flatMap(([sort, status]) =>
    examples[sort as keyof typeof wanted].map((example, i) => ({name: `${sort} ${i + 1}`, status, example})),
  )
}

describe.each(model.requirements.map((requirement) => ({id: requirement.id, requirement})))('$id', ({requirement}) => {
  test.each(examplesOf(requirement))('$name', async ({status, example}) => {
    // Whoever the requirement is for: an example of a school's duty is a school's.
    const {appliesWhen} = requirement
    const own = appliesWhen?.otherwise === 'not-applicable' ? appliesWhen.anyOf : []
    const profile = [...organisation.profile, ...own]
    const text = fillWording(example.text, model, organisation)
    const finding = (await judged(text, model, {...organisation, profile})).get(requirement.id)!
    expect(finding.status, `${text}\n${finding.reason}`).toBe(status)
  })

  test('has examples on both sides', () => {
    const {meets, partial, conflicts} = requirement.examples
    expect(meets.length).toBeGreaterThan(0)
    expect(partial.length + conflicts.length).toBeGreaterThan(0)
  })
})
