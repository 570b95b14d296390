/** A sentence and where it stands in its text. */
export interface SentenceSpan {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * The sentences of a text, in order, trimmed. Every character that is not white space stands in exactly one of them.
 * Abbreviations ("e.g.", "s.47", "Dr."), numbers, initials and web addresses do not end a sentence.
 */
export function sentencesIn(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = []
  let from = 0
  for (const match of text.matchAll(/[.!?…]["”’')\]]*(?=\s)|\n+/gu)) {
    const end = match.index + match[0].length
    if (match[0][0] === '.' && isInside(text, match.index, end)) continue
    // A polite "are you sure?" is welcome: a question that is quoted within a sentence does not end it.
    if (/["”’')]$/u.test(match[0]) && /^\s+\p{Ll}/u.test(text.slice(end, end + 12))) continue
    push(spans, text, from, end)
    from = end
  }
  push(spans, text, from, text.length)
  return spans
}

/** A full stop after an abbreviation or an initial, or before a small letter, ends nothing. */
function isInside(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).match(/[\p{L}\p{N}.]+$/u)?.[0] ?? ''
  if (abbreviations.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before) || /^(?:\p{L}\.)+\p{L}$/u.test(before))
    return true
  const after = text.slice(end).match(/^\s+["“‘'(]*(.)/u)?.[1] ?? ''
  return /\p{Ll}/u.test(after)
}

const abbreviations = new Set([
  'eg',
  'ie',
  'etc',
  'vs',
  'dr',
  'mr',
  'mrs',
  'ms',
  'mx',
  'rev',
  'revd',
  'prof',
  'st',
  'no',
  'nos',
  'tel',
  'ext',
  'mob',
  'para',
  'paras',
  'pp',
  'vol',
  'ch',
  'sec',
  'reg',
  'cf',
  'approx',
  'incl',
  'esp',
  'dept',
  'co',
  'ltd',
  'inc',
])

function push(spans: SentenceSpan[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && /\s/u.test(text[start]!)) start++
  while (end > start && /\s/u.test(text[end - 1]!)) end--
  if (end > start) spans.push({text: text.slice(start, end), start, end})
}
