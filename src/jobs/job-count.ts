import {availableParallelism} from 'node:os'
import {InputError} from '../model/input-error.js'

/** Fewer policies than this for each worker, and starting it takes longer than it saves. */
const fewest = 4
/** More threads than any machine that runs this has cores. */
const most = 256

/**
 * How many policies to judge at once: as many as asked for, but no more than there are policies. `auto` is one a core,
 * if each gets enough to do. Raises InputError for what is neither a number from 1 nor auto.
 */
export function jobCount(asked: string | number, policies: number, cores = availableParallelism()): number {
  if (asked === 'auto') return Math.max(1, Math.min(cores, Math.floor(policies / fewest)))
  const number = /^[1-9]\d{0,2}$/.test(String(asked)) ? Number(asked) : 0
  if (number < 1 || number > most) {
    throw new InputError('JOBS_INVALID', '--jobs', `"${asked}" is no number of jobs`, `Give 1 to ${most}, or auto.`)
  }
  return Math.max(1, Math.min(number, policies))
}
