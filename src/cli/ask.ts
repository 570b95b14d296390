import {createInterface} from 'node:readline/promises'
import {InputError} from '../model/input-error.js'

/** Whether somebody sits at a terminal and can answer. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true
}

/**
 * Asks questions on standard error, so that standard output stays for results, and gives the answers without spaces
 * around them. `work` may ask as often as it likes. Ctrl-C and Ctrl-D raise InputError.
 */
export async function asking<T>(work: (ask: (question: string) => Promise<string>) => Promise<T>): Promise<T> {
  const prompt = createInterface({input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY === true})
  const left = new Promise<never>((_, fail) => {
    const leave = (): void =>
      fail(
        new InputError(
          'QUESTIONS_LEFT',
          'standard input',
          'the questions were left',
          'Run the same command again to go on.',
        ),
      )
    prompt.once('SIGINT', leave)
    prompt.once('close', leave)
  })
  // Told where it is raced; nobody else has to hear of it.
  left.catch(() => {})
  try {
    return await work(async (question) => (await Promise.race([prompt.question(question), left])).trim())
  } finally {
    prompt.close()
  }
}
