import type {ModelProblem, ValidatedModel} from '../../model/model-problem.js'
import {annotationProperty, annotationText} from '../escape.js'
import {sentence} from '../words.js'
import {closing, stopped} from './terminal.js'

/** The problems of model files as annotations that GitHub shows beside their lines. */
export function renderProblemsGithub(models: readonly ValidatedModel[], strict: boolean): string {
  const commands = models.flatMap(({path, problems}) => problems.map((problem) => command(path, problem)))
  return `${[...commands, closing(models, strict)].join('\n')}\n`
}

function command(file: string, {severity, rule, place, problem, fix}: ModelProblem): string {
  const level = severity === 'note' ? 'notice' : severity
  const properties = Object.entries({file, line: place.line, col: place.column, title: rule})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${annotationProperty(String(value))}`)
  return `::${level} ${properties.join(',')}::${annotationText(`${stopped(problem)} ${sentence(fix)}`)}`
}
