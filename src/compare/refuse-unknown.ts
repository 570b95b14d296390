import {InputError, type InputPlace} from '../model/input-error.js'
import type {Requirement} from '../model/requirement.js'
import {nearestName} from '../text/nearest-name.js'

/** Raises InputError, with its place, for the name of a requirement that does not exist. */
export function refuseUnknown(
  named: string,
  requirements: readonly Requirement[],
  code: 'IGNORE_UNKNOWN' | 'WAIVER_UNKNOWN',
  place: InputPlace | string,
): void {
  const ids = requirements.map(({id}) => id)
  if (ids.includes(named)) return
  const meant = nearestName(named, ids)
  const fix = meant ? `Did you mean ${meant}?` : 'Run policy-align explain for the list of requirements.'
  throw new InputError(code, place, `there is no requirement ${named}`, fix)
}
