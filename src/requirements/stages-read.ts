import type {Stage} from '../model/facts.js'
import type {Passage} from '../model/policy.js'
import type {Escalation, Group} from '../model/procedures.js'
import {stageMark} from '../text/stage.js'
import type {Grounds} from './kind.js'
import {likeness, rolesOf} from './role-likeness.js'

/**
 * The stages that the policy gives for one group: those of its own, else those of nobody in particular. A ladder that
 * is told without numbers takes the numbers of the local stages that lead to the same people.
 */
export function stagesFor(group: Group, {facts, model}: Pick<Grounds, 'facts' | 'model'>): readonly Stage[] {
  const own = facts.stages.filter(({audience}) => audience === group)
  const stages = own.length > 0 ? own : facts.stages.filter(({audience}) => audience === null)
  const local = model.escalation[group]
  if (!local) return stages
  return stages.every(({numbered}) => !numbered) ? numberedAs(local, stages) : throughHalves(local, stages)
}

/** "Formal stage 1" is the first of the formal ones, whatever its number in a ladder that counts on through both halves. */
function throughHalves({stages: local}: Escalation, stages: readonly Stage[]): readonly Stage[] {
  const own = local.filter(({before}) => !before)
  const halves = {informal: own.filter(({informal}) => informal), formal: own.filter(({informal}) => !informal)}
  if (halves.informal.length === 0) return stages
  return stages.map((stage) => {
    const {formality} = stageMark(stage.value)
    if (!formality || halves[formality].some(({order}) => order === stage.order)) return stage
    const order = halves[formality][stage.order - 1]?.order
    return order === undefined ? stage : {...stage, order}
  })
}

function numberedAs({stages: local}: Escalation, told: readonly Stage[]): readonly Stage[] {
  let last = 0
  return told.map((stage): Stage => {
    const [best] = local
      .map((each) => ({order: each.order, fit: stage.to ? likeness(stage.to, rolesOf(each)) : 0}))
      .sort((a, b) => b.fit - a.fit)
    // Somebody whom no local stage names is taken for the next step up.
    last = best && best.fit >= 0.6 ? best.order : last + 1
    return {...stage, order: last}
  })
}

/** Whether a passage stands below the ladder of the other group, so that "the whole" and "at Step 4" are of that one. */
export function isBelowOther({place}: Passage, group: Group, {facts}: Pick<Grounds, 'facts'>): boolean {
  const above = facts.stages.findLast(
    (stage) => stage.place.ordinal <= place.ordinal && stage.place.headings.join() === place.headings.join(),
  )
  return above !== undefined && above.audience !== null && above.audience !== group
}
