/** Whether a stream takes colour: a terminal does, unless the user or the environment says no. */
export function takesColor(stream: NodeJS.WriteStream, refused: boolean, environment = process.env): boolean {
  if (refused || environment.NO_COLOR) return false
  if (environment.FORCE_COLOR && environment.FORCE_COLOR !== '0') return true
  return stream.isTTY === true && environment.TERM !== 'dumb'
}

/** Characters a line: those of the terminal within reason, and 100 where there is none. */
export function widthOf(stream: NodeJS.WriteStream): number {
  return stream.isTTY ? Math.min(120, Math.max(40, stream.columns ?? 80)) : 100
}
