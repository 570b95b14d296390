import {type TimescaleWords, timescalesIn} from '../text/timescale.js'

/** More limits than any sentence holds; it bounds what a hostile one can cost. */
export const mostInSentence = 12

/**
 * The limits of a text as `timescalesIn` gives them, with some that procedures say in other words: "one working week",
 * "no longer than ten days", "one further working day". `bare` takes a number of days without "within" as a limit.
 */
export function limitsIn(text: string, bare = false): TimescaleWords[] {
  // Each is put in plainer words of the same length, so that what is found stands at the same place in the text.
  const plainer = text
    .replace(/\b(?:last )?longer than\b/giu, (words) => 'within'.padStart(words.length))
    .replace(/\bworking weeks?\b/giu, (words) => words.slice(8).padStart(words.length))
    .replace(/\b(\p{L}+|\d+) further(?=\s+(?:working|calendar|day|hour))/giu, (words, count: string) =>
      count.padStart(words.length),
    )
  return timescalesIn(plainer, bare).map((limit) => ({...limit, value: text.slice(limit.start, limit.end)}))
}
