import type {Stage} from '../model/facts.js'
import type {Grounds} from './kind.js'

/** The stages that the policy gives for one group: those of its own, else those of nobody in particular. */
export function stagesFor(group: 'children' | 'adults', {facts}: Pick<Grounds, 'facts'>): readonly Stage[] {
  const own = facts.stages.filter(({audience}) => audience === group)
  return own.length > 0 ? own : facts.stages.filter(({audience}) => audience === null)
}
