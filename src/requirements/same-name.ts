import {tokensOf} from '../text/token.js'

/** Whether two names are one person's: they share the family name and nothing in the first names speaks against it. */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) =>
    tokensOf(name)
      .map(({lower}) => lower)
      .filter((word) => !titles.has(word)),
  )
  if (!one || !other || one.length === 0 || other.length === 0) return false
  if (one.length === 1 || other.length === 1) return one.some((word) => other.includes(word))
  return one.at(-1) === other.at(-1)
}

const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'rev',
  'revd',
  'reverend',
  'fr',
  'father',
  'sir',
  'prof',
  'professor',
  'canon',
  'pastor',
])
