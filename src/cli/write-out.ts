import {InputError} from '../model/input-error.js'

/**
 * Writes all of it before it returns, so that a long report arrives whole in a pipe. A closed pipe is no error: then it
 * gives false, and nobody reads what would come next. Raises InputError where standard output cannot be written, on a
 * full disk; where that befalls standard error there is nobody to tell, and the exit code says what is to be said.
 */
export async function writeOut(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<boolean> {
  return new Promise<boolean>((done, fail) => {
    stream.write(content, (error) => {
      const isLost = error && (error as NodeJS.ErrnoException).code !== 'EPIPE'
      if (isLost && stream !== process.stderr) fail(unwritable(error))
      else done(!error)
    })
  })
}

/** What the system says of a stream that cannot be written to, in words. */
export function unwritable(error: NodeJS.ErrnoException): InputError {
  const problem = `it cannot be written (${error.code ?? error.message})`
  return new InputError('OUTPUT_NOT_WRITTEN', 'standard output', problem, 'Make room for it, or send it elsewhere.')
}
