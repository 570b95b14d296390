import type {Expected} from '../../model/finding.js'

/** The values of the yardstick, those of one source together. */
export function bySource(expected: readonly Expected[]): Expected[][] {
  const groups = new Map<string, Expected[]>()
  for (const each of expected) {
    const {title, url, verifiedOn} = each.source
    const key = JSON.stringify([title, url, verifiedOn])
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()]
}
