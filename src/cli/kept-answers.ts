import {existsSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {InputError} from '../model/input-error.js'
import {readSource} from './files.js'
import {writeFiles} from './write-files.js'

export type Answers = Readonly<Record<string, string>>

/** The file that keeps the answers to questions that somebody has left, beside the file that they are for. */
export function answersBeside(output: string): string {
  return `${output}.answers.json`
}

/** The answers that were kept, if any. Raises InputError for a file that holds none. */
export async function keptAnswers(path: string): Promise<Answers> {
  if (!existsSync(path)) return {}
  const {bytes} = await readSource(path, 'answers')
  try {
    const known: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    if (typeof known === 'object' && known !== null && Object.values(known).every((each) => typeof each === 'string'))
      return known as Answers
  } catch {
    // Told below: whatever it is, it holds no answers.
  }
  throw new InputError('ANSWERS_INVALID', path, 'this file holds no answers', 'Take it away to begin anew.')
}

export async function keepAnswers(path: string, answers: Answers): Promise<void> {
  await writeFiles([{path, content: `${JSON.stringify(answers, null, 2)}\n`}])
}

export async function dropAnswers(path: string): Promise<void> {
  await rm(path, {force: true})
}
