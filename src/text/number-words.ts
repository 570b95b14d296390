/** The numbers below twenty, by their place: "no" limit is of nought. */
export const numberNames =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )

const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const values: Readonly<Record<string, number>> = Object.fromEntries([
  ['a', 1],
  ['an', 1],
  ...numberNames.map((name, value) => [name, value]).slice(1),
  ...tens.map((name, at) => [name, 10 * (at + 2)]),
])

/** A number in figures, or in words below a hundred, as a piece of a regular expression without groups of its own. */
export const numberWords = String.raw`(?:\d{1,3}(?:\.\d)?|an?|(?:${tens.join('|')})(?:[- ](?:${numberNames.slice(1, 10).join('|')}))?|${numberNames.slice(1).join('|')})`

/** The value of a number in figures or words, or null. */
export function numberOf(words: string): number | null {
  const text = words.trim().toLowerCase()
  if (/^\d/.test(text)) return Number(text)
  const parts = text.split(/[- ]/).map((part) => values[part])
  return parts.every((part) => part !== undefined) ? parts.reduce((sum, part) => sum + part, 0) : null
}
