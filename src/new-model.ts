import {InputError} from './model/input-error.js'
import {faultIn, interview, type Talk} from './procedures/new/interview.js'
import {modelText, slug} from './procedures/new/model-text.js'
import type {Answers, Question} from './procedures/new/question.js'
import {knownKeys, nearKey, questionsFor} from './procedures/new/questions.js'
import type {Packs} from './read/pack.js'
import {validateModel} from './read/validate-model.js'

export type {Answers, Question, Talk}
export {interview, knownKeys, questionsFor, slug}

/**
 * Refuses answers that no question has asked for, and such as cannot be. `where` is the flag or the file that gave them.
 * Raises InputError.
 */
export function refuseAnswers(answers: Answers, where: string): void {
  const known = new Set(knownKeys())
  for (const key of Object.keys(answers)) {
    if (known.has(key)) continue
    const near = nearKey(key)
    throw new InputError(
      'ANSWER_UNKNOWN',
      where,
      `there is no question ${key}`,
      near ? `Did you mean ${near}?` : 'See --questions.',
    )
  }
  for (const question of questionsFor(answers)) {
    const text = answers[question.key]
    const fault = text === undefined ? null : faultIn(question, text.trim())
    if (fault)
      throw new InputError(
        'ANSWER_REFUSED',
        where,
        `${question.key}: ${fault}`,
        `Answer like this: ${question.example}`,
      )
  }
}

/** The questions that have to be answered and are not. */
export function lacking(answers: Answers): Question[] {
  return questionsFor(answers).filter(({key, optional}) => !optional && !answers[key])
}

/** The model that the answers come to, looked over as procedures validate does, with how many warnings that gives. */
export function modelFrom(
  answers: Answers,
  path: string,
  packs: Packs,
  asOf: string,
): {content: string; warnings: number} {
  const content = modelText(answers, asOf)
  const {problems} = validateModel({path, bytes: new TextEncoder().encode(content)}, [], packs, asOf)
  const [error] = problems.filter(({severity}) => severity === 'error')
  if (error) throw new InputError('ANSWERS_DISAGREE', path, error.problem, error.fix)
  return {content, warnings: problems.filter(({severity}) => severity === 'warning').length}
}
