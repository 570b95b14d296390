import type {Limit} from '../../model/procedures.js'
import {limitWords} from '../../text/limit-words.js'
import {timescalesIn} from '../../text/timescale.js'
import type {Keys} from '../yaml-places.js'
import {type Doubt, type Doubtful, setsIn} from './doubt.js'

/**
 * Limits whose printed words say another length than their fields. A policy is judged by the fields and a person reads
 * the words: where the two part, each is sure of something else.
 */
export function* wordsDoubts({model}: Doubtful): Generator<Doubt> {
  for (const [at, fields] of setsIn(model)) {
    const {words, value, unit} = fields
    if (typeof words === 'string' && typeof value === 'number' && typeof unit === 'string')
      yield* parted(fields as unknown as Limit, at)
  }
}

function* parted(limit: Limit, at: Keys): Generator<Doubt> {
  const {words = '', sameAs} = limit
  const said = timescalesIn(words, true).filter(({amount}) => amount !== null)
  if (said.length === 0) return
  const held = [limit, ...(sameAs ? [sameAs] : [])]
  if (said.some(({amount, unit}) => held.some((own) => isSame({value: amount, unit}, own)))) return
  const fields = limitWords({value: limit.value, unit: limit.unit})
  yield {
    severity: 'error',
    rule: 'words-differ',
    at: [...at, 'words'],
    problem: `${at.join('.')} is ${fields} by its value and unit, but its words are “${words.replace(/\s+/g, ' ').slice(0, 80)}”`,
    fix: 'Look at what was printed, and mend the one that is wrong.',
  }
}

interface Length {
  readonly value: number | null
  readonly unit: string | null
}

/** The same length, whichever unit it is written in; nought in days is the same day, working or not. */
function isSame(one: Length, other: Length): boolean {
  if (one.value === 0 && other.value === 0) return true
  const [first, second] = [plainly(one), plainly(other)]
  return first.unit === second.unit && first.value === second.value
}

function plainly({value, unit}: Length): Length {
  const inDays: Readonly<Record<string, number>> = {weeks: 7, hours: 1 / 24, minutes: 1 / 1440}
  if (unit === 'years') return {value: (value ?? 0) * 12, unit: 'months'}
  const days = unit ? inDays[unit] : undefined
  return days ? {value: (value ?? 0) * days, unit: 'days'} : {value, unit}
}
