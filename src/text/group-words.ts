import type {Group} from '../model/procedures.js'

/** The words by which a text names each group. */
export const groupNamed: Readonly<Record<Group, RegExp>> = {children: /\bchild(?:ren)?\b/i, adults: /\badults?\b/i}

/** The one group that a text names; null where it names both or neither. */
export function groupIn(text: string): Group | null {
  const children = groupNamed.children.test(text)
  return children === groupNamed.adults.test(text) ? null : children ? 'children' : 'adults'
}

/** Whether a text names the other group and not this one. */
export function isOnOther(text: string, group: Group): boolean {
  const named = groupIn(text)
  return named !== null && named !== group
}
