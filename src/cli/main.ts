import {Config} from '@oclif/core/config'
import {run} from '@oclif/core/run'
import {exitCode} from './exit-code.js'
import {tellError} from './tell-error.js'
import {unwritable} from './write-out.js'

/** Runs the program. Every error ends here: told in one line on standard error, with exit code 2. */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that closes its end early ("| head") is no error of ours.
  process.stderr.on('error', () => {})
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') void end(error)
  })
  // What is thrown where nobody waits for it: oclif throws what befalls standard output, and others may a fault.
  process.on('uncaughtException', end)
  try {
    await run(withHelpFlag(argv), import.meta.url)
  } catch (error) {
    process.exitCode = exitCode.notDone
    const {commandIDs} = await Config.load(import.meta.url)
    if (!ending) await tellError(error, commandIDs)
  }
}

let ending = false

/** Ends a run that cannot go on. */
async function end(error: NodeJS.ErrnoException): Promise<void> {
  if (ending) return
  ending = true
  await tellError(error.syscall === 'write' ? unwritable(error) : error)
  process.exit(exitCode.notDone)
}

/** `policy-align help check` is what many people type for `policy-align check --help`. */
function withHelpFlag([first, ...rest]: readonly string[]): string[] {
  if (first === undefined) return []
  return first === 'help' ? [...rest, '--help'] : [first, ...rest]
}
