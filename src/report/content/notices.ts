import type {Notice} from '../../model/policy.js'

/** Notices of one sort together, in the order of the first of each. */
export function noticesByCode(notices: readonly Notice[]): Notice[][] {
  const groups = new Map<string, Notice[]>()
  for (const notice of notices) groups.set(notice.code, [...(groups.get(notice.code) ?? []), notice])
  return [...groups.values()]
}
