/** A number in figures or in words, as a piece of a regular expression without groups of its own. */
export const numberWords = String.raw`(?:\d{1,3}(?:\.\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[- ](?:one|four|five|eight))?|thirty(?:[- ](?:five|six))?|forty(?:[- ](?:five|eight))?|sixty|seventy[- ]two|ninety)`

const values: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  sixty: 60,
  ninety: 90,
}

/** The value of a number in figures or words, or null. */
export function numberOf(words: string): number | null {
  const text = words.trim().toLowerCase()
  if (/^\d/.test(text)) return Number(text)
  const parts = text.split(/[- ]/).map((part) => values[part] ?? (part === 'seventy' ? 70 : undefined))
  return parts.every((part) => part !== undefined) ? parts.reduce((sum, part) => sum! + part!, 0)! : null
}
