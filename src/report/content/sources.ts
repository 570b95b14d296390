import type {Expected} from '../../model/finding.js'
import {groupedBy} from '../grouped-by.js'

/** The values of the yardstick, those of one source together. */
export function bySource(expected: readonly Expected[]): Expected[][] {
  return groupedBy(expected, ({source: {title, url, verifiedOn}}) => JSON.stringify([title, url, verifiedOn]))
}
