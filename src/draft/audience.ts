import type {Group} from '../model/procedures.js'

/** Whom words speak of: children, adults, both, or nobody in particular. */
export function groupsIn(words: string): readonly Group[] {
  const children = /\b(?:child(?:ren)?(?:['’]s)?|young (?:people|person)|pupils?|LSCP|LSCB|SCP)\b/iu.test(words)
  const adults = /\b(?:adults?(?! (?:who|working|that) works? with child)|SAB|LSAB)\b/iu.test(words)
  return [...(children ? (['children'] as const) : []), ...(adults ? (['adults'] as const) : [])]
}

/** Whom a whole document serves: its title and partnership first, then the words that it uses most. */
export function audienceOf(title: string, bodies: readonly string[], text: string): readonly Group[] {
  const named = groupsIn(bodies.join(' '))
  const titled = groupsIn(title)
  if (titled.length > 0 && named.length !== 2) return titled
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length
  const children = count(/\bchild(?:ren)?\b|\bL?SC[BP]\b/giu)
  const adults = count(/\badults?\b|\bL?SAB\b/giu)
  if (named.length === 1) {
    const other = named[0] === 'children' ? adults : children
    const own = named[0] === 'children' ? children : adults
    // A children's partnership that speaks of adults now and then (parents, staff) still serves children.
    return other > own && other > 3 ? ['children', 'adults'] : named
  }
  if (children > 0 && adults > 0)
    return adults * 6 < children ? ['children'] : children * 6 < adults ? ['adults'] : ['children', 'adults']
  return children > 0 ? ['children'] : adults > 0 ? ['adults'] : []
}
