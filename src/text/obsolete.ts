import type {ObsoleteEntry} from '../model/procedures.js'

/** A superseded term in a text. */
export interface ObsoleteWords {
  readonly term: string
  readonly entry: ObsoleteEntry
  readonly start: number
  readonly end: number
}

/** Every superseded term that a sentence uses as if it were current, the longest first where terms overlap. */
export function obsoleteIn(text: string, entries: readonly ObsoleteEntry[]): ObsoleteWords[] {
  const found: ObsoleteWords[] = []
  const folded = text.toLowerCase().replace(/[’]/g, "'").replace(/[‐‑–]/g, '-')
  for (const entry of entries) {
    const excused = (entry.exceptions ?? []).some((exception) => folded.includes(exception.toLowerCase()))
    if (excused || isHistoric(text)) continue
    for (const term of entry.terms) {
      const capitals = /^[A-Z]{2,6}$/.test(term)
      const wanted = capitals ? term : term.toLowerCase()
      const where = capitals ? text : folded
      for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, at + 1)) {
        const end = endOfTerm(where, at + wanted.length)
        if (/[\p{L}\p{N}]/u.test(where[at - 1] ?? ' ') || end === null) continue
        found.push({term: text.slice(at, end), entry, start: at, end})
      }
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter(
    (each, i) =>
      !found.some(
        (other, j) =>
          j !== i &&
          other.start <= each.start &&
          other.end >= each.end &&
          (other.end - other.start > each.end - each.start || j < i),
      ),
  )
}

/** A plural belongs to the term; other letters make another word of it. */
function endOfTerm(text: string, at: number): number | null {
  const rest = text.slice(at, at + 3)
  if (!/^[\p{L}\p{N}]/u.test(rest)) return at
  return /^s(?![\p{L}\p{N}])/u.test(rest) ? at + 1 : null
}

/** Whether a sentence tells what something was called or what went before it, so that an old name in it is no use of it. */
export function isHistoric(sentence: string): boolean {
  return historic.test(sentence.toLowerCase())
}

const historic = new RegExp(
  `\\b(?:${[
    'formerly',
    'previously (?:known|called)',
    'used to (?:be|say|call|speak)',
    'replaced (?:the|by)',
    'replac(?:es|ing)',
    'superseded',
    'now (?:known|called|replaced)',
    'once called',
    'old(?:er)? (?:name|word|term|form|poster|paper|leaflet|sign|copies|copy|version|edition)s?',
    'no longer (?:used|called|exists?)',
    'was known as',
    'historically',
    'instead of the (?:old|term)',
    'tak(?:es|en|ing) over from',
    'took over from',
    'gave way to',
    '(?:took|tak(?:es|en|ing)) the place of',
    'in (?:the )?place of',
    'successors? (?:to|of)',
    'predecessors?',
    'the (?:old|former|abolished)',
    'abolished',
    'did away with',
    '(?:we|they|people) (?:once |then )?called',
    'still (?:bear|bears|carry|carries|say|says|show|shows)',
    'before (?:19|20)\\d\\d',
  ].join('|')})\\b`,
)
