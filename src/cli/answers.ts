import {InputError} from '../model/input-error.js'
import {asking, canAsk} from './ask.js'
import {type Answers, keepAnswers, keptAnswers} from './kept-answers.js'
import {writeOut} from './write-out.js'

/** What is asked, and how the answers are held against it: see src/procedures/new/interview.ts. */
export interface Interview {
  readonly lacking: (answers: Answers) => readonly {readonly key: string; readonly example: string}[]
  readonly refuse: (answers: Answers, where: string) => void
  readonly interview: (
    known: Answers,
    talk: {
      readonly ask: (question: string) => Promise<string>
      readonly tell: (text: string) => Promise<void>
      readonly save: (answers: Answers) => Promise<void>
    },
  ) => Promise<Answers>
}

/**
 * The answers of a person: those given by flags, those kept from a run that was left, and in a terminal what is asked
 * now, each kept in `file` as it comes. `opening` is said before the first question. Raises InputError for an answer
 * that cannot be, and without a terminal for one that is needed and not given.
 */
export async function answersFor(
  {lacking, refuse, interview}: Interview,
  given: Answers,
  {file, opening}: {readonly file: string; readonly opening: string},
): Promise<Answers> {
  refuse(given, '--answer')
  const left = await keptAnswers(file)
  refuse(left, file)
  const known = {...left, ...given}
  if (canAsk()) {
    const tell = async (text: string) => void (await writeOut(process.stderr, text))
    const again = Object.keys(left).length
    await tell(again > 0 ? `Going on where you left: ${again} answers are known.\n` : opening)
    const save = (answers: Answers) => keepAnswers(file, answers)
    return asking((ask) => interview(known, {ask, tell, save}))
  }
  const [lacks] = lacking(known)
  if (!lacks) return known
  throw new InputError(
    'ANSWER_NOT_GIVEN',
    '--answer',
    `${lacks.key} is not answered, and there is no terminal to ask in`,
    `Give --answer "${lacks.key}=${lacks.example}"; --questions lists all.`,
  )
}

/** Answers given as QUESTION=ANSWER. Raises InputError for a text without its question. */
export function answersGiven(texts: readonly string[]): Answers {
  const pairs = texts.map((text) => {
    const at = text.indexOf('=')
    if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const
    throw new InputError(
      'ANSWER_FORM',
      '--answer',
      `“${text}” is no answer`,
      'Write it as QUESTION=ANSWER: --answer audience=both.',
    )
  })
  return Object.fromEntries(pairs)
}

/** Questions as a list to read: the name of each, what it asks, and an answer that it takes. */
export function questionList(questions: readonly {key: string; ask: string; example: string}[]): string {
  return questions.map(({key, ask, example}) => `${key}\n  ${ask}\n  like: ${example}\n`).join('')
}
