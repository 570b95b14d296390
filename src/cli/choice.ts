import {InputError} from '../model/input-error.js'
import type {Requirement} from '../model/requirement.js'
import {nearestName} from '../text/nearest-name.js'

/**
 * The ids that --only and --skip leave, or undefined where neither is given. Either takes ids of requirements and
 * names of topics. Raises InputError for a name that is neither, and where nothing is left.
 */
export function chosen(
  requirements: readonly Requirement[],
  {only = [], skip = []}: {readonly only?: readonly string[]; readonly skip?: readonly string[]},
): ReadonlySet<string> | undefined {
  if (only.length === 0 && skip.length === 0) return undefined
  const wanted = only.length > 0 ? idsOf(requirements, only, '--only') : new Set(requirements.map(({id}) => id))
  const unwanted = idsOf(requirements, skip, '--skip')
  const left = new Set([...wanted].filter((id) => !unwanted.has(id)))
  if (left.size === 0) throw new InputError('NOTHING_CHOSEN', '--skip', 'nothing is left to check', 'Skip less.')
  return left
}

/** The requirement of an id. Raises InputError, with the id that was probably meant, where there is none. */
export function requirementOf(requirements: readonly Requirement[], id: string): Requirement {
  return requirements.find((requirement) => requirement.id === id) ?? unknown(id, id, requirements)
}

function idsOf(requirements: readonly Requirement[], names: readonly string[], flag: string): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) => {
      const ids = requirements.filter(({id, topic}) => id === name || topic === name).map(({id}) => id)
      return ids.length > 0 ? ids : unknown(name, flag, requirements)
    }),
  )
}

function unknown(name: string, where: string, requirements: readonly Requirement[]): never {
  const near = nearestName(name, [...new Set(requirements.flatMap(({id, topic}) => [id, topic]))])
  throw new InputError(
    'REQUIREMENT_UNKNOWN',
    where,
    `there is no requirement${where === name ? '' : ' or topic'} "${name}"`,
    near ? `Did you mean ${near}?` : 'Run policy-align explain for a list.',
  )
}
