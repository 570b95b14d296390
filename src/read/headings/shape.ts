/** Whether a line could be a heading by its words alone: short, no sentence, no address, no value with its name. */
export function isHeadingShaped(text: string, {numbered, marked}: {numbered: boolean; marked: boolean}): boolean {
  const words = text.match(/\S+/g)?.length ?? 0
  if (text.length > 120 || words > 16 || !/\p{L}{2}/u.test(text)) return false
  if (/[,;]$/.test(text) || (/:$/.test(text) && words > 8)) return false
  // "1. Policy statement." is a heading with a full stop; a longer line with one is a sentence.
  if (/[.!]$/.test(text) && !(numbered && words <= (marked ? 6 : 3) && !/[.!?]\s/.test(text))) return false
  // A line that begins small is the rest of another, unless its look says more than one thing.
  if (!marked && /^["'“‘([]?\p{Ll}/u.test(text)) return false
  return !noHeading.some((pattern) => pattern.test(text)) && (part.test(text) || !value.test(text))
}

/** Whether a line ends as a line of a typed contents table does: in dots, or in a page number. */
export function endsInPage(text: string): boolean {
  return /(?:\.{3}|…|_{3})\s?\d{0,9}$/.test(text) || /\s\d{1,3}$/.test(text)
}

/** "Version: 3.0"; but "Part 2: Reporting" is a heading. */
const value = /^[^:]{1,40}:\s\S/
const part =
  /^(?:part|section|step|stage|chapter|appendix|annex|schedule|article|procedure|policy|standard)\s[\w.]{1,6}\s?:/i

const noHeading: readonly RegExp[] = [
  /^(?:table of )?contents:?$|^index$/i,
  /@\w|www\.|https?:|\d(?:[ -]?\d){5}/,
  /^\d{1,2}(?:st|nd|rd|th)?\s\p{L}+\s\d{4}$|^\p{L}+\s\d{4}$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/u,
  /^(?:signed|signature|print name|dated?|name|position|version|page|review date|enclosure|dear\b.*|yours\b.*)\s?:?[\s._…-]*$/iu,
  /^(?:table|figure|fig\.?|chart|photo|image)\s\d/i,
  /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’-]+\b/u,
  /^(?:\[[^\]]*\][\s,|–-]*)+$|^<[^>]*>$/,
  // "Version 6 | Approved by the committee: 9 February 2026": a row of values with their names.
  /\|[^|:]{1,50}:\s\S/,
]
