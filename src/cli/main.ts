import {Config} from '@oclif/core/config'
import {run} from '@oclif/core/run'
import {exitCode} from './exit-code.js'
import {tellError} from './tell-error.js'

/** Runs the program. Every error ends here: told in one line on standard error, with exit code 2. */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that closes its end early ("| head") is no error of ours.
  process.stderr.on('error', () => {})
  try {
    await run(withHelpFlag(argv), import.meta.url)
  } catch (error) {
    process.exitCode = exitCode.notDone
    const {commandIDs} = await Config.load(import.meta.url)
    await tellError(error, commandIDs)
  }
}

/** `policy-align help check` is what many people type for `policy-align check --help`. */
function withHelpFlag([first, ...rest]: readonly string[]): string[] {
  if (first === undefined) return []
  return first === 'help' ? [...rest, '--help'] : [first, ...rest]
}
