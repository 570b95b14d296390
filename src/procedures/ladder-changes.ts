import type {Difference} from '../model/difference.js'
import type {Escalation, LocalStage} from '../model/procedures.js'
import type {Fields} from '../read/fields.js'
import {partyWords, stageName} from './fact-words.js'
import {fieldChanges} from './field-changes.js'
import {insteadOf, limitFigures} from './value-words.js'

/** A stage of the older ladder beside the one of the newer that is the same, if only one of the two is there. */
interface Pair {
  readonly before?: {readonly stage: LocalStage; readonly at: number}
  readonly after?: {readonly stage: LocalStage; readonly at: number}
}

/** What two ladders say differently, stage by stage. `at` is the path of the ladder; `unchanged` takes what is alike. */
export function ladderChanges(
  before: Escalation,
  after: Escalation,
  at: string,
  part: string,
  unchanged: string[],
): Difference[] {
  const nouns = [before.stageNoun ?? 'Stage', after.stageNoun ?? 'Stage'] as const
  return pairsOf(before.stages, after.stages).flatMap((pair) => {
    const found = ofPair(pair, nouns, at, part)
    if (found.length === 0) unchanged.push(`${at}.stages.${pair.after!.at}`)
    return found
  })
}

/** The same people at the same place, else the same people, else the same place. */
function pairsOf(before: readonly LocalStage[], after: readonly LocalStage[]): Pair[] {
  const old = before.map((stage, at) => ({stage, at}))
  const matches = new Map<number, number>()
  const rules: readonly ((one: LocalStage, other: LocalStage) => boolean)[] = [
    (one, other) => place(one) === place(other) && partyWords(one) === partyWords(other),
    (one, other) =>
      partyWords(one) !== '' && partyWords(one) === partyWords(other) && !twice(before, one) && !twice(after, other),
    (one, other) => place(one) === place(other),
  ]
  const taken = new Set<number>()
  for (const rule of rules) {
    for (const [at, stage] of after.entries()) {
      if (matches.has(at)) continue
      const found = old.find((each) => !taken.has(each.at) && rule(each.stage, stage))
      if (!found) continue
      matches.set(at, found.at)
      taken.add(found.at)
    }
  }
  const current = after.map((stage, at): Pair => {
    const known = matches.get(at)
    return {after: {stage, at}, ...(known !== undefined && {before: old[known]!})}
  })
  return [...current, ...old.filter(({at}) => !taken.has(at)).map((each): Pair => ({before: each}))]
}

function twice(stages: readonly LocalStage[], stage: LocalStage): boolean {
  return stages.filter((each) => partyWords(each) === partyWords(stage)).length > 1
}

function place({order, label, when, before}: LocalStage): string {
  return `${before ?? false} ${order} ${label ?? ''} ${label ? '' : (when ?? '')}`
}

function ofPair(
  {before, after}: Pair,
  [thenNoun, noun]: readonly [string, string],
  at: string,
  part: string,
): Difference[] {
  const whole = {part, movedFrom: null}
  if (!after) {
    const {stage} = before!
    return [
      {
        ...whole,
        change: 'withdrawn',
        fact: `${at}.stages.${before!.at}`,
        words: `${stageName(stage, thenNoun)} is withdrawn: ${told(stage)}.`,
        before: told(stage),
        after: null,
      },
    ]
  }
  const fact = `${at}.stages.${after.at}`
  const name = stageName(after.stage, noun)
  if (!before)
    return [
      {
        ...whole,
        change: 'added',
        fact,
        words: `${name} is new: ${told(after.stage)}.`,
        before: null,
        after: told(after.stage),
      },
    ]
  const moved = place(before.stage) !== place(after.stage)
  const found: Difference[] = moved
    ? [
        {
          part,
          change: 'moved',
          fact,
          movedFrom: `${at}.stages.${before.at}`,
          words: `${partyWords(after.stage) || name} is now ${lower(name)} instead of ${lower(stageName(before.stage, thenNoun))}.`,
          before: stageName(before.stage, thenNoun),
          after: name,
        },
      ]
    : []
  const changed = (words: string, then: string | null, now: string | null): void => {
    found.push({...whole, change: 'changed', fact, words: `${words}.`, before: then, after: now})
  }
  time(before.stage, after.stage, name, changed)
  const [then, now] = [partyWords(before.stage), partyWords(after.stage)]
  if (then !== now)
    changed(
      `${name} is now ${now || 'between nobody named'} instead of ${then || 'nobody named'}`,
      then || null,
      now || null,
    )
  for (const {clause, before: old, after: current} of fieldChanges(
    before.stage as unknown as Fields,
    after.stage as unknown as Fields,
    toldElsewhere,
  ))
    changed(`${name}: ${clause}`, old, current)
  return found
}

const toldElsewhere = new Set(['order', 'label', 'maxDuration', 'fromRole', 'fromRoles', 'toRole', 'toRoles', 'before'])

function time(
  {maxDuration: then, clocks: thenClocks = []}: LocalStage,
  {maxDuration: now, clocks = []}: LocalStage,
  name: string,
  changed: (words: string, then: string | null, now: string | null) => void,
): void {
  // Several clocks are told one by one, and the main one would be told twice.
  if (thenClocks.length > 1 || clocks.length > 1) return
  const [old, current] = [then && limitFigures(then), now && limitFigures(now)]
  if (then && now) {
    if (fieldChanges({limit: then}, {limit: now}).length > 0)
      changed(`${name} now has ${insteadOf(now, then)}`, old!, current!)
  } else if (now) changed(`${name} now has a limit of ${current}; it had none`, null, current!)
  else if (then) changed(`${name} no longer has a limit; it had ${old}`, old!, null)
}

function told(stage: LocalStage): string {
  return (
    [partyWords(stage), stage.maxDuration && limitFigures(stage.maxDuration)].filter(Boolean).join(', ') ||
    'nothing more is said of it'
  )
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
