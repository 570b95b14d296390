import {receiversAt} from '../model/escalation.js'
import type {LocalStage} from '../model/procedures.js'
import {stemOf} from '../text/stem.js'
import {tokensOf} from '../text/token.js'

/** Everybody to whom a local stage takes a matter or whom it tells of it, as one text. */
export function rolesOf(stage: LocalStage): string {
  return [receiversOf(stage), stage.notify].filter(Boolean).join(' ')
}

/** Those who receive the matter at a local stage: the posts of single agencies and their substitutes too. */
export function receiversOf(stage: LocalStage): string {
  const {rolesByAgency = {}, substitutes = {}} = stage
  return [...receiversAt(stage), ...Object.values(rolesByAgency), ...Object.values(substitutes)].join(' ')
}

/** The share of the policy's words for a role that the local words hold. */
export function likeness(policy: string, local: string): number {
  const stems = tokensOf(policy)
    .map(({stem}) => stem)
    .filter((stem) => !filler.has(stem))
  const own = new Set(tokensOf(local).map(({stem}) => stem))
  return stems.length === 0 ? 0 : stems.filter((stem) => own.has(stem)).length / stems.length
}

const filler = new Set('the a an of our their in at to and or other agency relevant'.split(' ').map(stemOf))
