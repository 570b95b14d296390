import {plain} from '../report/escape.js'
import {counted} from '../report/words.js'
import {writeOut} from './write-out.js'

/** Tells a person on standard error how far a run has come. */
export interface Progress {
  /** A policy is done: `gaps` are those that nobody has accepted, or null where it could not be judged. */
  tell(path: string, gaps: number | null): Promise<void>
  /** Takes the line away, before anything else is written. */
  clear(): Promise<void>
}

export interface ProgressSettings {
  readonly total: number
  readonly quiet: boolean
  /** A line for each policy, which stays. */
  readonly verbose: boolean
  readonly environment?: NodeJS.ProcessEnv
}

/**
 * On a terminal, one line that is written anew for each of several policies, and taken away at the end; with `verbose`
 * a line for each that stays, also where there is no terminal. Elsewhere, in CI, and with `quiet`, nothing.
 */
export function progressOn(
  stream: NodeJS.WriteStream,
  {total, quiet, verbose, environment = process.env}: ProgressSettings,
): Progress {
  let done = 0
  let found = 0
  if (quiet) return silent
  if (verbose) {
    const tell = async (path: string, gaps: number | null) => {
      done++
      await writeOut(
        stream,
        `policy-align: ${done} of ${total}: ${plain(path)}: ${gaps === null ? 'not done' : counted(gaps, 'gap')}\n`,
      )
    }
    return {tell, clear: async () => {}}
  }
  const isSeen = stream.isTTY === true && environment.TERM !== 'dumb' && !environment.CI
  if (!isSeen || total < 2) return silent
  const clear = async () => {
    if (done > 0) await writeOut(stream, '\r\u001b[K')
  }
  const tell = async (path: string, gaps: number | null) => {
    done++
    found += gaps ?? 0
    const line = `${done} of ${total}, ${counted(found, 'gap')} so far: ${plain(path)}`
    // A line that wraps could not be taken away.
    const most = Math.max(20, (stream.columns || 80) - 1)
    await writeOut(stream, `\r\u001b[K${line.length > most ? `${line.slice(0, most - 1)}…` : line}`)
  }
  return {tell, clear}
}

const silent: Progress = {tell: async () => {}, clear: async () => {}}
