import {afterAll, describe, expect, test} from 'vitest'
import {fillWording} from '../../src/compare/wording.js'
import type {Requirement} from '../../src/model/requirement.js'
import {judged} from '../support/judged.js'
import {eastmere, larkfield} from '../support/model.js'
import {type Change, changes} from './changes.js'

/**
 * At least this share of the changes of each sort must be seen; the aim is 0.97 for every sort. Some denials are made
 * where the sentence does not say what is asked ("our lead never goes to the network"), and are rightly not seen.
 */
const least: Readonly<Record<string, number>> = {
  'limit slowed': 0.9,
  'trigger moved': 0.9,
  'digit changed': 0.88,
  'sentence negated': 0.65,
}
const aim = 0.97

const model = eastmere()
const organisation = larkfield()
const counts = new Map<string, {seen: number; all: number; unseen: string[]}>()

/**
 * Makes the change, again where other words still say the same. Gives the changed text if it is judged as met all the
 * same, '' if the change is seen, and null where there is nothing to change.
 */
async function unseen(change: Change, text: string, requirement: Requirement): Promise<string | null> {
  const {appliesWhen} = requirement
  const own = appliesWhen?.otherwise === 'not-applicable' ? appliesWhen.anyOf : []
  const whose = {...organisation, profile: [...organisation.profile, ...own]}
  let now = text
  for (let round = 0; round < (change.repeats ? 4 : 1); round++) {
    const finding = (await judged(now, model, whose)).get(requirement.id)!
    if (finding.status !== 'met') return round === 0 ? null : ''
    const next = change.make(now, finding, model)
    if (next === null) return round === 0 ? null : now
    now = next
  }
  return (await judged(now, model, whose)).get(requirement.id)!.status === 'met' ? now : ''
}

describe.each(changes.map((change) => ({name: change.name, change})))('$name', ({name, change}) => {
  const count = {seen: 0, all: 0, unseen: [] as string[]}
  counts.set(name, count)

  test('changes what the finding says', {timeout: 300_000}, async () => {
    for (const requirement of model.requirements) {
      if (!change.applies(requirement.checks)) continue
      for (const example of requirement.examples.meets) {
        const text = fillWording(example.text, model, organisation)
        const left = await unseen(change, text, requirement)
        if (left === null) continue
        count.all++
        if (left === '') count.seen++
        else count.unseen.push(`${requirement.id}: ${left}`)
      }
    }
    expect(count.all).toBeGreaterThan(0)
    expect(count.seen / count.all, count.unseen.join('\n\n')).toBeGreaterThanOrEqual(least[name] ?? aim)
  })
})

afterAll(() => {
  const lines = [...counts].map(([name, {seen, all}]) => `${name}: ${seen} of ${all}`)
  console.log(`Changes that were seen\n${lines.join('\n')}`)
})
