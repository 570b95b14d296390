import {rmSync} from 'node:fs'

/** Files that are being written, and are not whole yet. */
const paths = new Set<string>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let isListening = false

/**
 * Says that a file is begun. If the run is ended by a signal before the function that is given back was called, the file
 * is taken away; the run then ends by that signal, as it would have.
 */
export function begun(path: string): () => void {
  // Node tells of a signal a turn later. Whoever stopped listening when the last file was whole would by then have
  // swallowed a signal that came while it was written, so the run listens from its first file to its end.
  if (!isListening) for (const signal of signals) process.once(signal, takeAway)
  isListening = true
  paths.add(path)
  return () => paths.delete(path)
}

function takeAway(signal: NodeJS.Signals): void {
  for (const path of paths) rmSync(path, {force: true})
  for (const each of signals) process.off(each, takeAway)
  process.kill(process.pid, signal)
}
