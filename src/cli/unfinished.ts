import {rmSync} from 'node:fs'

/** Files that are being written, and are not whole yet. */
const paths = new Set<string>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Says that a file is begun. If the run is ended by a signal before the function that is given back was called, the file
 * is taken away; the run then ends by that signal, as it would have.
 */
export function begun(path: string): () => void {
  if (paths.size === 0) for (const signal of signals) process.on(signal, takeAway)
  paths.add(path)
  return () => {
    if (paths.delete(path) && paths.size === 0) for (const signal of signals) process.off(signal, takeAway)
  }
}

function takeAway(signal: NodeJS.Signals): void {
  for (const path of paths) rmSync(path, {force: true})
  for (const each of signals) process.off(each, takeAway)
  process.kill(process.pid, signal)
}
