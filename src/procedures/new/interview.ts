import type {Answers, Question} from './question.js'
import {questionsFor} from './questions.js'

export interface Talk {
  readonly ask: (question: string) => Promise<string>
  readonly tell: (text: string) => Promise<void>
  /** Called after each answer, so that nothing is lost when the person leaves. */
  readonly save: (answers: Answers) => Promise<void>
}

/**
 * Asks what is not answered yet, until all is. "?" shows an example, "back" goes one question back. An answer that
 * cannot be is told and asked again.
 */
export async function interview(known: Answers, {ask, tell, save}: Talk): Promise<Answers> {
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

/** Why an answer cannot be one, as a clause, or null where it can. */
export function faultIn({optional, take}: Question, text: string): string | null {
  if (text === '') return optional ? null : 'this one is needed'
  const taken = take(text)
  return 'refusal' in taken ? taken.refusal : null
}
