/**
 * A text in small letters, as a pattern sees it that takes capitals for small ones: for a look at whether it holds a word
 * without which the pattern cannot be met. That look costs a hundredth of the pattern, and most sentences hold none.
 */
export function lowered(text: string): string {
  // Of all letters only this one is taken for another and has no capital that it is the small letter of.
  return text.toLowerCase().replaceAll('ſ', 's')
}

/** Whether a text holds one of some words, or parts of words. */
export function holdsAny(text: string, hints: readonly string[]): boolean {
  for (const hint of hints) if (text.includes(hint)) return true
  return false
}

/** Where a text meets a pattern, which it cannot where it holds none of the hints. */
export function matchesOf(
  text: string,
  pattern: RegExp,
  within: string,
  hints: readonly string[],
): readonly RegExpExecArray[] {
  return holdsAny(within, hints) ? [...text.matchAll(pattern)] : []
}
