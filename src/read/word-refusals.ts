import {InputError} from '../model/input-error.js'

/** A Word file that nobody can read without its password. */
export function lockedWord(path: string): InputError {
  return new InputError(
    'WORD_ENCRYPTED',
    path,
    'this file is locked with a password',
    'Open it in Word, remove the password under File, Info, Protect Document, save it as .docx, and give that file.',
  )
}

/** A Word file that would cost more than a policy ever does. */
export function boundlessWord(path: string, problem: string): InputError {
  const fix = 'Copy its text into a new Word document, save it as .docx, and give that file.'
  return new InputError('WORD_LIMIT', path, `this file is beyond what is read safely: ${problem}`, fix)
}

/** A Word file that is damaged; Word itself can often mend it. */
export function corruptWord(path: string, problem: string): InputError {
  const fix = 'Open it in Word, let Word repair it, save it as .docx, and give that file.'
  return new InputError('WORD_CORRUPT', path, problem, fix)
}
