import type {ModelProblem, ProblemSeverity, ValidatedModel} from '../../model/model-problem.js'
import {plain} from '../escape.js'
import {type Palette, paletteOf} from '../palette.js'
import type {TextOptions} from '../reporter.js'
import {counted, listed, sentence} from '../words.js'
import {wrap} from '../wrap.js'

interface ProblemOptions extends TextOptions {
  /** Whether warnings fail the run too. */
  readonly strict: boolean
}

/** The problems of model files for a person: each with its line, what is wrong and what to do. */
export function renderProblems(models: readonly ValidatedModel[], {color, width, strict}: ProblemOptions): string {
  const palette = paletteOf(color)
  const blocks = models.map(({path, problems}) =>
    problems.length === 0
      ? `${palette.bold(plain(path))}\n  ${palette.green('nothing was found')}`
      : [palette.bold(plain(path)), ...problems.map((problem) => line(problem, palette, width))].join('\n'),
  )
  return `${[...blocks, wrap(closing(models, strict), width)].join('\n\n')}\n`
}

function line({severity, rule, place, problem, fix}: ModelProblem, palette: Palette, width: number): string {
  const at = place.line === undefined ? '' : `${place.line}:${place.column ?? 1}`
  const mark = {error: palette.red, warning: palette.amber, note: palette.dim}[severity]
  const text = wrap(`${stopped(problem)} ${sentence(fix)} ${palette.dim(`[${rule}]`)}`, width - 20).replaceAll(
    '\n',
    `\n${' '.repeat(20)}`,
  )
  return `  ${at.padEnd(8)}${mark(severity.padEnd(8))}  ${text}`
}

/** A clause with its full stop. It keeps a small letter: it may begin with the name of a field. */
export function stopped(clause: string): string {
  return /[.!?]$/.test(clause) ? plain(clause) : `${plain(clause)}.`
}

/** One sentence on what was found and which exit code that gives. */
export function closing(models: readonly ValidatedModel[], strict: boolean): string {
  const problems = models.flatMap((model) => model.problems)
  const count = (severity: ProblemSeverity) => problems.filter((each) => each.severity === severity).length
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')]
  const found = listed(
    [
      errors > 0 && counted(errors, 'error'),
      warnings > 0 && counted(warnings, 'warning'),
      notes > 0 && counted(notes, 'note'),
    ].filter((part) => part !== false),
  )
  if (problems.some(({refused}) => refused))
    return `${found}: exit 2, because a model with such an error cannot be used.`
  if (errors > 0) return `${found}: exit 1.`
  if (warnings > 0 && strict) return `${found}: exit 1, because of --strict.`
  return `${found || 'No problem'}: exit 0. Whether the facts are true, only a person who asks can tell.`
}
