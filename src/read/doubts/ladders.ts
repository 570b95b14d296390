import type {Clock, Escalation, Limit, LocalStage} from '../../model/procedures.js'
import {limitWords} from '../../text/limit-words.js'
import {mainClock} from '../complete.js'
import {escalationsIn} from '../model-checks.js'
import type {Keys} from '../yaml-places.js'
import type {Doubt, Doubtful} from './doubt.js'

/** Escalations that contradict themselves: steps out of order, limits that do not add up, units that nobody explains. */
export function* ladderDoubts({model}: Doubtful): Generator<Doubt> {
  for (const [at, escalation] of escalationsIn(model)) {
    const stages = (escalation.stages ?? []).map((stage, i): LocalStage => ({...stage, order: stage.order ?? i + 1}))
    const inFields = at.length === 1 ? model[at[0]!] : (model[at[0]!] as Record<string, unknown>)[at[1]!]
    const stagesAt = Array.isArray(inFields) ? at : [...at, 'stages']
    yield* order(stages, stagesAt)
    yield* sum(escalation, stages, at)
    yield* units(stages, stagesAt)
    yield* told(escalation, stages, at)
  }
}

function* order(stages: readonly LocalStage[], at: Keys): Generator<Doubt> {
  for (const [i, stage] of stages.entries()) {
    const before = stages[i - 1]
    if (!before) continue
    if (stage.order < before.order) {
      yield {
        severity: 'error',
        rule: 'stages-order',
        at: [...at, i, 'order'],
        problem: `stage ${stage.order} stands after stage ${before.order}`,
        fix: 'Put the stages in their order, or mend the numbers.',
      }
    } else if (stage.order > before.order + 1) {
      yield {
        severity: 'warning',
        rule: 'stages-gap',
        at: [...at, i, 'order'],
        problem: `stage ${before.order} is followed by stage ${stage.order}; stage ${before.order + 1} is not given`,
        fix: `Add stage ${before.order + 1}, or number the stages as they are printed.`,
      }
    }
  }
}

/** The stages one after another may not take longer than the whole; of branches one is taken. */
function* sum(escalation: Partial<Escalation>, stages: readonly LocalStage[], at: Keys): Generator<Doubt> {
  const {overallMax} = escalation
  if (!overallMax || /whichever/i.test(overallMax.qualifier ?? '')) return
  const limits = stages
    .filter(({before, optional}) => !before && !optional)
    .map((stage) => ({stage, limit: limitOf(stage)}))
  const working = limits.some(({limit}) => limit?.unit === 'working-days')
  const cap = daysIn(overallMax, working)
  if (cap === null) return
  const byOrder = new Map<number, number>()
  for (const {stage, limit} of limits) {
    const days = limit ? (daysIn(limit, working) ?? 0) : 0
    const known = byOrder.get(stage.order)
    byOrder.set(stage.order, known === undefined ? days : Math.min(known, days))
  }
  const total = [...byOrder.values()].reduce((all, days) => all + days, 0)
  if (total <= cap) return
  yield {
    severity: 'error',
    rule: 'overall-short',
    at: [...at, 'overallMax'],
    problem: `the whole may take ${limitWords(overallMax)}, but its stages together take ${round(total)} ${working ? 'working days' : 'days'}`,
    fix: 'Mend the one that is wrong; where the whole goes before the stages, say so in qualifier: whichever is less.',
  }
}

function limitOf({maxDuration, clocks}: LocalStage): Limit | undefined {
  return maxDuration ?? mainClock(clocks)
}

/** A length in days as a calendar counts them, or in working days where the ladder counts those. */
function daysIn({value, unit}: Limit, working: boolean): number | null {
  if (typeof value !== 'number' || !unit) return null
  const days = {
    minutes: 1 / 1440,
    hours: 1 / 24,
    days: 1,
    'working-days': 1,
    weeks: working ? 5 : 7,
    months: working ? 21 : 30,
    years: working ? 250 : 365,
  }
  return value * days[unit]
}

function round(days: number): string {
  return String(Math.round(days * 10) / 10)
}

/** Hours run at weekends and working days do not: where both are used, a reader has to be told which rules hold. */
function* units(stages: readonly LocalStage[], at: Keys): Generator<Doubt> {
  const clocks = stages.flatMap(({maxDuration, clocks: all = []}, i): [Keys, Limit][] => [
    ...(maxDuration ? [[[...at, i, 'maxDuration'], maxDuration] as [Keys, Limit]] : []),
    ...all.map((clock: Clock, j): [Keys, Limit] => [[...at, i, 'clocks', j], clock]),
  ])
  const inWorkingDays = clocks.some(([, {unit}]) => unit === 'working-days')
  for (const [place, limit] of clocks) {
    const {value, unit, words = '', sameAs, weekends} = limit
    const printsOther =
      unit === 'hours' ? /working day/i.test(words) : unit === 'working-days' && /\bhours?\b/i.test(words)
    if (printsOther && !sameAs) {
      yield {
        severity: 'warning',
        rule: 'units-mixed',
        at: place,
        problem: `“${words}” gives two units, and only ${unit} is in the fields`,
        fix: 'Add sameAs: {value: ..., unit: ...} with the other one.',
      }
    } else if (unit === 'hours' && typeof value === 'number' && value >= 24 && inWorkingDays && !sameAs && !weekends) {
      yield {
        severity: 'warning',
        rule: 'units-mixed',
        at: place,
        problem: `${limitWords(limit)} stands beside working days without saying which rules hold at a weekend`,
        fix: 'Add weekends with the rule in words, or sameAs with the working days that it stands for.',
      }
    }
  }
}

/** Who is told, and by which form. */
function* told(escalation: Partial<Escalation>, stages: readonly LocalStage[], at: Keys): Generator<Doubt> {
  const {notifyStage, form, otherForms = [], notifications = []} = escalation
  const first = stages.find(({notify, notifications: own = []}) => notify || own.length > 0)
  if (
    notifyStage !== undefined &&
    first &&
    first.order !== notifyStage &&
    stages.some((stage) => stage.order === notifyStage)
  ) {
    yield {
      severity: 'warning',
      rule: 'notify-stage',
      at: [...at, 'notifyStage'],
      problem: `notifyStage says stage ${notifyStage}, but stage ${first.order} is the first that tells somebody`,
      fix: 'Mend the one that is wrong.',
    }
  }
  const titles = [form, ...otherForms].flatMap((each) => each?.title ?? [])
  for (const [i, {form: named}] of notifications.entries()) {
    if (named === undefined || titles.length === 0 || titles.includes(named)) continue
    yield {
      severity: 'warning',
      rule: 'dangling-name',
      at: [...at, 'notifications', i, 'form'],
      problem: `the form “${named}” is neither form nor one of otherForms`,
      fix: `Write one of ${titles.join(', ')}, or add the form.`,
    }
  }
}
