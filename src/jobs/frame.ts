import type {Yardstick, YardstickSources} from '../align.js'
import type {AlignmentReport} from '../model/report.js'
import {type Requirement, unsaved} from '../model/requirement.js'
import type {Cache} from './cache.js'
import {digestOf} from './digest.js'

/** What a report says beside its policies, and what can be asked of one: all that a run needs of its yardstick. */
export interface Frame {
  readonly report: Omit<AlignmentReport, 'policies' | 'verdict'>
  readonly requirements: readonly Requirement[]
}

export interface FrameSettings {
  readonly sources: YardstickSources
  readonly asOf: string
  readonly keepTexts: boolean
  readonly tool: AlignmentReport['tool']
  readonly cache: Cache | null
  /** Digest of the program, which every key holds. */
  readonly program: string
}

/**
 * The frame of a run, from the cache where it is there: then nothing that judges is loaded until `yardstick` is asked
 * for. `key` stands for all that the frame was made from; it is empty where there is no cache. Raises InputError for a
 * model or a profile that cannot be read.
 */
export async function openFrame({sources, asOf, keepTexts, tool, cache, program}: FrameSettings) {
  let read: Promise<Yardstick> | undefined
  const yardstick = (): Promise<Yardstick> => {
    read ??= import('../align.js').then(({readYardstick}) => readYardstick(sources))
    return read
  }
  // A digest of everything that a run is read from, the whole pack too, takes time that only a cache is worth.
  const key = cache === null ? '' : digestOf(['frame', program, sources, asOf, keepTexts, tool])
  const known = await cache?.get(key)
  if (known) return {key, frame: JSON.parse(known) as Frame, yardstick}
  const {reportOn} = await import('../align.js')
  const {model, organisation} = await yardstick()
  const settings = {asOf, keepTexts, tool, failOn: 'never'} as const
  const {policies: _, verdict: __, ...report} = reportOn([], {model, organisation}, settings)
  const frame: Frame = {report, requirements: model.requirements}
  await cache?.put(key, JSON.stringify({report, requirements: model.requirements.map(inShort)}))
  return {key, frame, yardstick}
}

/** A requirement as reports show it: without its patterns and examples, as it is in a report that was saved. */
function inShort({checks, ...requirement}: Requirement): object {
  return {
    ...requirement,
    checks: checks.map(({kind, claim}) => ({kind, claim})),
    ...unsaved,
  }
}
