import type {Edition} from '../model/procedures.js'

/** Guidance or law that a text names. */
export interface ReferenceWords {
  readonly value: string
  /** The title as printed, without its year and brackets. */
  readonly title: string
  readonly edition: string | null
  readonly document: string | null
  readonly current: boolean | null
  readonly start: number
  readonly end: number
}

/** Every title of the register that a text names, and every other Act, in order and without overlap. */
export function referencesIn(text: string, editions: readonly Edition[]): ReferenceWords[] {
  const found = [...registered(text, editions), ...acts(text, editions)]
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: ReferenceWords[] = []
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each)
  return kept
}

function registered(text: string, editions: readonly Edition[]): ReferenceWords[] {
  const folded = fold(text)
  const found: ReferenceWords[] = []
  for (const entry of editions) {
    for (const name of [entry.title, ...(entry.aliases ?? []), ...(entry.replaces ?? [])]) {
      const capitals = /^[A-Z]{2,8}[a-z]?[A-Z]*$/.test(name)
      const wanted = capitals ? name : fold(name)
      const where = capitals ? text : folded
      for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, at + wanted.length)) {
        if (!isWhole(where, at, at + wanted.length)) continue
        found.push(reference(text, at, at + wanted.length, entry, (entry.replaces ?? []).includes(name)))
      }
    }
  }
  return found
}

function reference(text: string, start: number, titleEnd: number, entry: Edition, replaced: boolean): ReferenceWords {
  const written = text.slice(start, titleEnd)
  const own = written.match(/\b((?:19|20)\d\d)\b/)?.[1]
  const year = own ? {edition: own, end: titleEnd} : yearAfter(text, titleEnd)
  const edition = year?.edition ?? null
  return {
    value: text.slice(start, year?.end ?? titleEnd),
    title: written,
    edition,
    document: entry.id,
    current: replaced ? false : currencyOf(edition, entry),
    start,
    end: year?.end ?? titleEnd,
  }
}

/** The year of an edition after its title: "(2026)", ", 2023", "September 2025", "(HM Government, 2018)". */
function yearAfter(text: string, at: number): {edition: string; end: number} | null {
  const match = text.slice(at, at + 70).match(/^[\s"'”’*]*(?:[,:–-]\s*)?(?:\([^()]{0,40}?|\[)?(?:(?:updated|revised|published|from|dated|version|edition|part one|in|HM Government|HMG|DfE|Home Office|statutory guidance)[\s,]*)*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+)?((?:19|20)\d\d)(?!\d)[)\]]?/iu)
  return match ? {edition: match[1]!, end: at + match[0].length} : null
}

function currencyOf(edition: string | null, {current, superseded, kind}: Edition): boolean | null {
  if (edition === null) return kind === 'act' || current === 'rolling' ? true : null
  if (superseded?.includes(edition)) return false
  if (current === edition || current === 'rolling') return true
  return current !== null && /^\d{4}$/.test(current) && edition < current ? false : null
}

const act = /\b((?:The )?(?:[A-Z][\p{L}'’]*(?:-[\p{L}]+)*|\([A-Z][\p{L} ]{2,20}\))(?:,? (?:[A-Z][\p{L}'’]*(?:-[\p{L}]+)*|\([A-Z][\p{L} ]{2,30}\)|and|of|the|for|to|in|with|on|&)){0,9} (?:Acts?|Regulations|Order|Measure))\s*\(?((?:19|20)\d\d)\)?(?!\d)/gu

/** Acts and Regulations with their year that the register does not hold: law stays in force until it is repealed. */
function acts(text: string, editions: readonly Edition[]): ReferenceWords[] {
  return [...text.matchAll(act)].flatMap((match) => {
    const title = match[1]!.replace(/^(?:The|Under the|See the|In the|Under|See|With the|And the|And|Following the|By the) /, '')
    const start = match.index + match[1]!.lastIndexOf(title)
    const whole = `${title} ${match[2]}`
    const known = editions.find((entry) => [entry.title, ...(entry.aliases ?? [])].some((name) => fold(name) === fold(whole)))
    return [{value: text.slice(start, match.index + match[0].length), title: whole, edition: match[2]!, document: known?.id ?? null, current: known ? currencyOf(match[2]!, known) : true, start, end: match.index + match[0].length}]
  })
}

/** Same length as the text, so that offsets hold. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[\u00a0\t\n]/g, ' ').replace(/[–—‐‑]/g, '-')
}

function isWhole(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')
}
