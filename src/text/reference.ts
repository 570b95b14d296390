import type {Edition, Registers} from '../model/procedures.js'
import {matchesOf} from './hints.js'
import {localTitles} from './local-title.js'
import {overlaps, withoutOverlap} from './overlap.js'

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
export function referencesIn(
  text: string,
  {editions, phantomTitles, otherNations}: Pick<Registers, 'editions' | 'phantomTitles' | 'otherNations'>,
): ReferenceWords[] {
  const instruments = instrumentsIn(text)
  const known = [
    ...instruments,
    ...[
      ...registered(text, editions),
      ...titled(text, phantomTitles, false),
      ...titled(text, otherNations, true),
    ].filter((each) => !overlaps(each, instruments)),
  ]
  const others = [...acts(text, editions), ...codesOfActs(text), ...localTitles(text)]
  return withoutOverlap([...known, ...others.filter((each) => !overlaps(each, known))])
}

/**
 * An entry of a list of guidance is one title, however it is put: "Protecting children at home: code of practice
 * (HMG, 2019)". A known title inside it tells the document. The words of a link are its title even where they add
 * little to a known one.
 */
export function referenceOfEntry(
  text: string,
  registers: Pick<Registers, 'editions' | 'phantomTitles' | 'otherNations'>,
  linked: boolean,
): ReferenceWords | null {
  // "(HM Gov)", "(England only)": who it is by or for is no part of the title.
  const title = text
    .trim()
    // A sentence that follows the title is no part of it, and names other editions at times.
    .replace(/(?<=[\p{Ll}\d)])\. \p{Lu}.*$/su, '')
    .replace(/[.;,]+$/u, '')
    .replace(/ \((?:HM Gov(?:ernment)?|[^()]{4,30} only|(?=[^()]*\b(?:our|not|we|which|whose)\b)[^()]{4,120})\)$/u, '')
    // "– section 47", ", which is where the words come from", "and its code of practice": what is said of it is none either.
    .replace(
      /(?:,? (?:which|that|in particular|especially|including|as amended)\b| and its | and (?=[Cc]ode of [Pp]ractice)).*$/u,
      '',
    )
    .replace(
      /[ ,]+(?:[–—-] )?\(?(?:sections?|ss?\.?|regulations?|part|chapter|schedule) ?\d[^()]{0,30}\)?(?: ?\([^()]{4,80}\))?$/iu,
      '',
    )
  if (title.length > 180 || title.split(/\s+/u).length < 2 || !/^[\p{Lu}"“‘']/u.test(title)) return null
  const known = referencesIn(title, registers)
  const [first] = known
  if (first?.start !== 0 && clause.test(title)) return null
  if (known.length > 1 || (first && first.start > 4 && !/^(?:statutory )?(?:guidance|code)\b/iu.test(title)))
    return null
  if (first && /^[\s(,]*s(?:ection)?\.? ?\d/iu.test(title.slice(first.end))) return null
  if (first && !linked && first.end - first.start >= title.length * 0.7) return null
  const start = text.indexOf(title)
  return {
    value: title,
    title,
    edition: title.match(/(?:19|20)\d\d(?!\d)(?!.*(?:19|20)\d\d(?!\d))/u)?.[0] ?? null,
    document: first?.document ?? null,
    current: first?.current ?? null,
    start,
    end: start + title.length,
  }
}

/** What a sentence has and a title has not. */
const clause =
  /\b(?:is|are|was|were|will|must|should|shall|may|can|has|have|we|our|you|your|they|please|see|contact|e\.g)\b|[.?!] /iu

function registered(text: string, editions: readonly Edition[]): ReferenceWords[] {
  const folded = fold(text)
  const found: ReferenceWords[] = []
  for (const {entry, wanted, capitals, replaced} of namesOf(editions)) {
    const where = capitals ? text : folded
    for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, at + wanted.length)) {
      if (!isWhole(where, at, at + wanted.length)) continue
      found.push(reference(text, at, at + wanted.length, entry, replaced))
    }
  }
  return found
}

/** A name of a document as it is looked for. */
interface Wanted {
  readonly entry: Edition
  readonly wanted: string
  /** Looked for as it is written only. */
  readonly capitals: boolean
  readonly replaced: boolean
}

/** Every name of a register's documents, made once: every passage is held against them. */
function namesOf(editions: readonly Edition[]): readonly Wanted[] {
  let known = wantedNames.get(editions)
  if (!known) {
    known = editions.flatMap((entry) =>
      [entry.title, ...(entry.aliases ?? []), ...(entry.replaces ?? [])].map((name): Wanted => {
        // A short title is everyday words in small letters ("working together"): it counts as it is written only.
        const capitals = name.split(' ').length < 3
        const wanted = capitals ? name : foldTitle(name)
        return {entry, wanted, capitals, replaced: (entry.replaces ?? []).includes(name)}
      }),
    )
    wantedNames.set(editions, known)
  }
  return known
}

const wantedNames = new WeakMap<readonly Edition[], readonly Wanted[]>()

function reference(text: string, start: number, titleEnd: number, entry: Edition, replaced: boolean): ReferenceWords {
  const tail = text.slice(titleEnd, titleEnd + 40).match(/^(?:\s*[:–-])?\s+advice for practitioners/iu)
  if (tail) return reference(text, start, titleEnd + tail[0].length, entry, replaced)
  const printed = yearOfTitle(text, titleEnd)
  const written = text.slice(start, printed ?? titleEnd)
  // The year of an Act in the title of guidance on it is not the guidance's own.
  const own =
    entry.kind === 'guidance' && /\d{4}/u.test(entry.title) ? undefined : written.match(/\b((?:19|20)\d\d)\b/)?.[1]
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

/** A year that is written as part of the title: "Working Together 2026", "Data Protection Act (1998)". */
function yearOfTitle(text: string, at: number): number | null {
  const bare = text.slice(at, at + 12).match(/^ (?:19|20)\d\d(?!\d)/)
  const act = /act$/i.test(text.slice(at - 3, at)) ? text.slice(at, at + 12).match(/^ \((?:19|20)\d\d\)/) : null
  const match = bare ?? act
  return match ? at + match[0].length : null
}

/** The year of an edition after its title: "(2026)", ", 2023", "September 2025", "(HM Government, 2018)". */
function yearAfter(text: string, at: number): {edition: string; end: number} | null {
  const match = text
    .slice(at, at + 70)
    .match(
      /^[\s"'”’*]*(?:(?:for|in) England(?: and Wales)?[\s"'”’*]*)?(?:[,:|–-]\s*)?(?:\([^()]{0,40}?|\[)?(?:(?:as|of|updated|revised|published|from|dated|version|edition|part one|in|HM Government|HMG|DfE|Home Office|statutory guidance)[\s,]*)*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+)?((?:19|20)\d\d)(?!\d)[)\]]?/iu,
    )
  return match ? {edition: match[1]!, end: at + match[0].length} : null
}

function currencyOf(edition: string | null, {current, superseded, kind}: Edition): boolean | null {
  if (edition === null) return kind === 'act' || current === 'rolling' ? true : null
  if (superseded?.includes(edition)) return false
  if (current === edition || current === 'rolling') return true
  return current !== null && /^\d{4}$/.test(current) && edition < current ? false : null
}

const act =
  /\b((?:The )?(?:[A-Z][\p{L}'’]*(?:-[\p{L}]+)*|\([A-Z][\p{L} ]{2,20}\))(?:,? (?:[A-Z][\p{L}'’]*(?:-[\p{L}]+)*|\([A-Z][\p{L} ]{2,30}\)|and|of|the|for|to|in|with|on|&)){0,9} (?:Acts?|Regulations|Order|Measure))(?: of(?= (?:19|20)\d\d and ))?\s*(?:\| ?|\()?((?:19|20)\d\d)\)?(?!\d)/gu

/** Acts and Regulations with their year that the register does not hold: law stays in force until it is repealed. */
function acts(text: string, editions: readonly Edition[]): ReferenceWords[] {
  return matchesOf(text, act, text, ['Act', 'Regulations', 'Order', 'Measure']).flatMap((match) => {
    const whole = match[0]
    const cut = Math.max(
      ...[' and the ', ' with the ', ' under the ', ' to the ', ' with ', 'The '].map((words) =>
        whole.includes(words) ? whole.lastIndexOf(words) + words.length : 0,
      ),
    )
    const printed = whole.slice(cut)
    // In a table the year has a cell of its own, and is no part of the title.
    const [title = printed, cell] = printed.split(/ \| ?/u)
    const start = match.index + cut
    const edition = match[2]!
    const first = {
      value: printed,
      title,
      edition,
      ...entryOf(cell ? `${title} ${cell}` : title, edition, editions),
      start,
      end: start + printed.length,
    }
    const more = text.slice(first.end, first.end + 20).match(/^ and ((?:19|20)\d\d)(?!\d)/)
    if (!more) return [first]
    // "The Children Acts 1989 and 2004" are two, each with an entry of its own; "Act 1989 and 2004" stays as it is printed.
    const isPlural = /\bActs\b/u.test(title)
    const name = title.replace(/(?: of)?\s*\(?(?:19|20)\d\d\)?$/u, '').replace(/\bActs\b/u, 'Act')
    const second = more[1]!
    return [
      {...first, title: isPlural ? `${name} ${edition}` : title, ...entryOf(`${name} ${edition}`, edition, editions)},
      {
        value: `${title}${more[0]}`,
        title: isPlural ? `${name} ${second}` : `${title}${more[0]}`,
        edition: second,
        ...entryOf(`${name} ${second}`, second, editions),
        start: first.end,
        end: first.end + more[0].length,
      },
    ]
  })
}

/** What the register says of an Act of a year; law that it does not hold stays in force until it is repealed. */
function entryOf(
  title: string,
  year: string,
  editions: readonly Edition[],
): Pick<ReferenceWords, 'document' | 'current'> {
  const known = editions.find((entry) =>
    [entry.title, ...(entry.aliases ?? [])].some((name) => foldTitle(name) === fold(title)),
  )
  return {document: known?.id ?? null, current: known ? currencyOf(year, known) : true}
}

/**
 * "Health and Social Care Act 2008 (Regulated Activities) Regulations 2014", "Care Quality Commission (Registration)
 * Regulations 2009": neither the Act within it is cited nor what stands between its brackets.
 */
function instrumentsIn(text: string): ReferenceWords[] {
  return matchesOf(text, instrument, text, ['Regulations', 'Order', 'Rules']).map((match) => {
    const title = match[1]!.replace(/^The /u, '')
    return outsideRegister(title, match.index + match[0].length - title.length, match[2]!, true)
  })
}

const instrument =
  /(?<![\p{L}])((?:[A-Z][\p{L}-]{1,30} (?:(?:and|of|for) )?){1,7}(?:Act (?:19|20)\d\d )?\([A-Z][^()]{2,60}\) (?:Regulations|Order|Rules) ((?:19|20)\d\d))(?!\d)/gu

/** "The Mental Capacity Act 2005 and its Code of Practice" names two documents. */
function codesOfActs(text: string): ReferenceWords[] {
  return matchesOf(text, codeOfAct, text, ['ode of ', 'odes of ']).map(({0: title, index}) =>
    outsideRegister(title, index, null, null),
  )
}

const codeOfAct = /(?<=\d{4}\)?,? (?:and|with) (?:its )?)Codes? of Practice\b/giu

/** Titles of a plain list, whatever their edition. */
function titled(text: string, titles: readonly string[], current: boolean): ReferenceWords[] {
  const folded = fold(text)
  return titles.flatMap((title) => {
    const start = folded.indexOf(foldTitle(title))
    if (start < 0) return []
    const printed = text.slice(start, start + title.length)
    return [outsideRegister(printed, start, title.match(/\d{4}/)?.[0] ?? null, current)]
  })
}

/** A title as it is printed, which no entry of the register is for. */
function outsideRegister(
  title: string,
  start: number,
  edition: string | null,
  current: boolean | null,
): ReferenceWords {
  return {value: title, title, edition, document: null, current, start, end: start + title.length}
}

/** A title of a register, which every passage is held against, is folded once. */
function foldTitle(title: string): string {
  let folded = foldedTitles.get(title)
  if (folded === undefined) {
    folded = fold(title)
    foldedTitles.set(title, folded)
  }
  return folded
}

/** A memo of a pure function: it grows no further than the registers. */
const foldedTitles = new Map<string, string>()

/** Same length as the text, so that offsets hold. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u00a0\t\n]/g, ' ')
    .replace(/[–—‐‑]/g, '-')
}

function isWhole(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')
}
