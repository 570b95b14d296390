import type {ValidatedModel} from '../../model/model-problem.js'
import {plainJson} from '../escape.js'

/** The problems of model files for programs. */
export function renderProblemsJson(models: readonly ValidatedModel[]): string {
  const problems = models.flatMap((model) => model.problems)
  const tally = {error: 0, warning: 0, note: 0}
  for (const {severity} of problems) tally[severity]++
  const told = {
    schemaVersion: 1,
    models: models.map(({path, problems: own}) => ({
      path,
      usable: !own.some(({refused}) => refused),
      problems: own.map(({severity, rule, fact, place, problem, fix}) => ({
        severity,
        rule,
        fact: fact || null,
        line: place.line ?? null,
        column: place.column ?? null,
        problem,
        fix,
      })),
    })),
    tally,
  }
  return `${plainJson(JSON.stringify(told, null, 2))}\n`
}
