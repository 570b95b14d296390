import {InputError} from '../../model/input-error.js'
import {nearestName} from '../../text/nearest-name.js'
import type {Answers, Question} from './question.js'

export interface Talk {
  readonly ask: (question: string) => Promise<string>
  readonly tell: (text: string) => Promise<void>
  /** Called after each answer, so that nothing is lost when the person leaves. */
  readonly save: (answers: Answers) => Promise<void>
}

/** The questions that the answers so far lead to, in their order. */
export type Questionnaire = (answers: Answers) => readonly Question[]

/**
 * Asks what is not answered yet, until all is. "?" shows an example, "back" goes one question back. An answer that
 * cannot be is told and asked again.
 */
export async function interview(
  questionsFor: Questionnaire,
  known: Answers,
  {ask, tell, save}: Talk,
): Promise<Answers> {
  let answers = known
  const asked: string[] = []
  for (;;) {
    const questions = questionsFor(answers)
    const question = questions.find(({key}) => answers[key] === undefined)
    if (!question) return answers
    const at = questions.indexOf(question) + 1
    const text = await ask(
      `\n[${at} of ${questions.length}] ${question.ask}\n  ${question.optional ? 'like' : 'needed, like'}: ${question.example}\n> `,
    )
    if (text === '?')
      await tell(
        `  An answer like: ${question.example}${question.optional ? '. Press Enter where there is none.' : '.'}\n`,
      )
    else if (/^back$/i.test(text)) {
      const last = asked.pop()
      if (last === undefined) await tell('  This is the first question.\n')
      else answers = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== last))
    } else {
      const fault = faultIn(question, text)
      if (fault) await tell(`  That cannot be: ${fault}.\n`)
      else {
        answers = {...answers, [question.key]: text}
        asked.push(question.key)
        await save(answers)
      }
    }
  }
}

/**
 * Refuses answers that no question has asked for, and such as cannot be. `where` is the flag or the file that gave
 * them; `keys` are those of every question that there can be. Raises InputError.
 */
function refuseAnswers(questionsFor: Questionnaire, keys: readonly string[], answers: Answers, where: string): void {
  for (const key of Object.keys(answers)) {
    if (keys.includes(key)) continue
    const near = nearestName(key, keys)
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
function lacking(questionsFor: Questionnaire, answers: Answers): Question[] {
  return questionsFor(answers).filter(({key, optional}) => !optional && !answers[key])
}

/** A questionnaire with all that is done with it: its answers refused, those that lack named, the rest asked. */
export function interviewOf(questionsFor: Questionnaire, keys: readonly string[]) {
  return {
    lacking: (answers: Answers) => lacking(questionsFor, answers),
    refuse: (answers: Answers, where: string) => refuseAnswers(questionsFor, keys, answers, where),
    interview: (known: Answers, talk: Talk) => interview(questionsFor, known, talk),
  }
}

/** Why an answer cannot be one, as a clause, or null where it can. */
function faultIn({optional, take}: Question, text: string): string | null {
  if (text === '') return optional ? null : 'this one is needed'
  const taken = take(text)
  return 'refusal' in taken ? taken.refusal : null
}
