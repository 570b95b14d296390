import type {Packs} from './model/pack.js'
import {modelFrom} from './new-model.js'
import {interviewOf} from './procedures/new/interview.js'
import type {Answers} from './procedures/new/question.js'
import {readProcedures} from './read/procedures.js'
import {
  configName,
  configText,
  emptyModelText,
  modelName,
  organisationName,
  organisationText,
  takenOf,
} from './setup/files.js'
import {setupKeys, setupQuestions, wantsModel, withAudience} from './setup/questions.js'

export {configName, organisationName, setupQuestions}

/** What init asks. */
export const setupInterview = interviewOf(setupQuestions, setupKeys())

/**
 * The files that the answers come to: the configuration, the profile, and the model unless there is one already.
 * `asOf` is YYYY-MM-DD. Raises InputError for answers that make no model.
 */
export function setupFiles(answers: Answers, packs: Packs, asOf: string): {path: string; content: string}[] {
  const taken = takenOf(setupQuestions(answers), answers)
  const path = modelName(answers)
  return [
    {path: configName, content: configText(answers, taken)},
    {path: organisationName, content: organisationText(taken)},
    ...(answers.procedures ? [] : [{path, content: modelOf(answers, path, packs, asOf)}]),
  ]
}

function modelOf(answers: Answers, path: string, packs: Packs, asOf: string): string {
  const local = withAudience(answers)
  if (wantsModel(answers)) return modelFrom(local, path, packs, asOf).content
  const content = emptyModelText(answers.area!, local.audience!)
  readProcedures([{path, bytes: new TextEncoder().encode(content)}], packs)
  return content
}
