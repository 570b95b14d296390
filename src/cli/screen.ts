import type {TextOptions} from '../report/reporter.js'

/** How to write into a file, wherever the program runs. */
export const fileOptions: TextOptions = {color: false, width: 100}

/** How to write to standard output: as wide as the terminal within reason. `noColor` says that the user refuses colour. */
export function screenOptions(noColor: boolean): TextOptions {
  const {stdout} = process
  const width = stdout.isTTY ? Math.min(120, Math.max(40, stdout.columns ?? 80)) : fileOptions.width
  return {color: takesColor(stdout, noColor), width}
}

/** Whether a stream takes colour: a terminal does, unless the user or the environment says no. */
export function takesColor(stream: NodeJS.WriteStream, refused: boolean, environment = process.env): boolean {
  if (refused || environment.NO_COLOR) return false
  if (environment.FORCE_COLOR && environment.FORCE_COLOR !== '0') return true
  return stream.isTTY === true && environment.TERM !== 'dumb'
}
