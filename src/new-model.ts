import {InputError} from './model/input-error.js'
import type {Packs} from './model/pack.js'
import {interview, interviewOf, type Talk} from './procedures/new/interview.js'
import {modelText, slug} from './procedures/new/model-text.js'
import type {Answers, Question} from './procedures/new/question.js'
import {knownKeys, questionsFor} from './procedures/new/questions.js'
import {validateModel} from './read/validate-model.js'

export type {Answers, Question, Talk}
export {interview, questionsFor, slug}

/** What procedures new asks. */
export const modelInterview = interviewOf(questionsFor, knownKeys())

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
