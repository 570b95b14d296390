import type {Stage} from '../model/facts.js'
import type {LocalStage} from '../model/procedures.js'
import {stageMark} from '../text/stage.js'
import {isFor} from './measure.js'

/**
 * The local stages that a stage of the policy can stand for: the one of its number; of branches the one with its letter
 * or its case; all of them where it says neither.
 */
export function branchesFor(stage: Stage, local: readonly LocalStage[]): readonly LocalStage[] {
  const same = local.filter(({order}) => order === stage.order)
  if (same.length < 2) return same
  const {branch} = stageMark(stage.value)
  const lettered =
    branch === null ? [] : same.filter(({label = ''}) => label.toLowerCase().endsWith(`${stage.order}${branch}`))
  if (lettered.length === 1) return lettered
  const fitting = same.filter(({when}) => when !== undefined && isFor(stage.value, when))
  return fitting.length === 1 ? fitting : same
}
