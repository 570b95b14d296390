import type {
  Contact,
  DocumentDate,
  Facts,
  ObsoleteTerm,
  PartnershipName,
  Person,
  Placeholder,
  Reference,
  Timescale,
} from '../model/facts.js'
import {type Passage, type Policy, passagesOf} from '../model/policy.js'
import type {Registers} from '../model/procedures.js'
import {contactOfLink, contactsIn, policeNumbers} from './contact.js'
import {contactRoleOf} from './contact-role.js'
import {dateKindOf, datesIn, historyYears} from './date.js'
import {keepsItsName, obsoleteIn} from './obsolete.js'
import {overlaps} from './overlap.js'
import {partnershipsIn} from './partnership.js'
import {peopleIn} from './person.js'
import {placeholdersIn} from './placeholder.js'
import {referenceOfEntry, referencesIn} from './reference.js'
import {sentencesIn} from './sentence.js'
import {stagesOf} from './stages-of.js'
import {timescalesIn} from './timescale.js'
import {timescaleRoleOf} from './timescale-role.js'
import {triggerAfter} from './trigger.js'

/** Every typed fact of a policy, in the order of the document. Linear in its length. */
export function factsIn(policy: Policy, registers: Registers): Facts {
  // A contents table says nothing of its own.
  const passages = passagesOf(policy).filter(({form}) => form !== 'contents')
  const each = <T>(read: (passage: Passage) => readonly T[]): T[] => passages.flatMap((passage) => read(passage))
  return {
    contacts: each((passage) => contactsOf(passage)),
    timescales: each((passage) => timescalesOf(passage)),
    references: withoutShort(each((passage) => referencesOf(passage, registers))),
    dates: each((passage) => datesOf(passage, registers)),
    people: each((passage) => peopleOf(passage)),
    partnerships: each((passage) => partnershipsOf(passage)),
    obsolete: each((passage) => obsoleteOf(passage, registers)),
    placeholders: each((passage) => placeholdersOf(passage, registers)),
    stages: stagesOf(policy),
  }
}

/** What a fact says of where it stands. */
function at({id, place}: Passage, span: readonly [number, number] | null, value: string) {
  return {value, passageId: id, place, span}
}

/** 999 and 101 are the police's, whatever stands around them. */
function roleOf(normalised: string, ...about: readonly string[]): Contact['role'] {
  return policeNumbers.includes(normalised) ? 'police' : contactRoleOf(...about)
}

function contactsOf(passage: Passage): Contact[] {
  const {text} = passage
  const written = contactsIn(text).map((found): Contact => {
    const about = wordsAbout(passage, found.start, found.end)
    return {
      ...at(passage, [found.start, found.end], found.value),
      kind: found.kind,
      normalised: found.normalised,
      for: about.near,
      role: roleOf(found.normalised, about.near, about.row, about.above),
    }
  })
  const linked = (passage.links ?? []).flatMap(({text: words, target}): Contact[] => {
    const found = contactOfLink(target)
    if (!found || written.some(({normalised}) => normalised === found.normalised)) return []
    const start = text.indexOf(words)
    const about = start < 0 ? {near: words, row: '', above: ''} : wordsAbout(passage, start, start + words.length)
    const named = words.includes('@') || /^(?:https?:|www\.)/i.test(words) ? about.near : words
    return [
      {
        ...at(passage, null, found.value),
        kind: found.kind,
        normalised: found.normalised,
        for: named,
        role: roleOf(found.normalised, named, about.near, about.row, about.above),
      },
    ]
  })
  return distinct([...written, ...linked], ({kind, normalised, span}) => `${kind} ${normalised} ${span?.[0]}`)
}

/** The words about a contact: the cell or clause before it, its row or sentence, and the headings above. */
function wordsAbout(passage: Passage, start: number, end: number): {near: string; row: string; above: string} {
  const {text, cells, leadIn, place} = passage
  const heads = place.headings.slice(-2).join(' ')
  if (cells && cells.length > 1) {
    const naming = cells.filter((cell) => contactsIn(cell.text).length === 0).map((cell) => cell.text)
    return {near: naming.join(' ').slice(0, 120), row: text, above: heads}
  }
  const before = text.slice(Math.max(0, start - 160), start)
  const clause = before
    .slice(Math.max(...['. ', '; ', ' / ', ' or ', ') ', '| '].map((mark) => before.lastIndexOf(mark))) + 1)
    .replace(
      /\b(?:tel(?:ephone)?|phone|mobile|mob|email|e-mail|on|at|via|call|ring|contact|or|and|number|website)\b[.:]?/giu,
      ' ',
    )
  const near = clause.replace(/[^\p{L}\p{N}'’()&:-]+/gu, ' ').trim()
  const brackets = text.slice(end, end + 40).match(/^\s*\(([^)]{2,30})\)/u)?.[1] ?? ''
  return {near: `${near} ${brackets}`.trim() || (leadIn ?? heads), row: `${before} ${leadIn ?? ''}`, above: heads}
}

function timescalesOf(passage: Passage): Timescale[] {
  if (passage.form === 'comment') return []
  const {text, cells} = passage
  const bare = cells?.some(
    (cell) =>
      cell.text.length < 40 && /\b(?:within|time|limit|deadline|when|how (?:soon|long))\b/iu.test(cell.header ?? ''),
  )
  // "Samaritans | 116 123 | 24 hours": beside a number, the hours of the clock tell when it is answered.
  if (cells?.some((cell) => /^(?:free, )?24 hours$/iu.test(cell.text.trim())) && contactsIn(text).length > 0) return []
  const clock = cells?.find(({header}) => clockHeader.test(header ?? ''))
  return sentencesIn(text).flatMap(({text: sentence, start}) =>
    timescalesIn(sentence, bare, text.slice(Math.max(0, start - 400), start)).map((found): Timescale => {
      const trigger = triggerAfter(sentence, found.end) ?? (clock ? triggerAfter(`from ${clock.text}`, 0) : null)
      const action = sentence.slice(Math.max(0, found.start - 90), found.start).trim()
      return {
        ...at(passage, [start + found.start, start + found.end], found.value),
        amount: found.amount,
        unit: found.unit,
        boundary: found.boundary,
        recurring: found.recurring,
        trigger: trigger?.trigger ?? null,
        triggerWords: trigger?.words ?? null,
        action,
        role: timescaleRoleOf(sentence, [passage.leadIn ?? '', ...passage.place.headings].join(' '), found),
      }
    }),
  )
}

/** The column of a table that says what its limits count from. */
const clockHeader = /\b(?:count(?:s|ed|ing)?|start(?:s|ed|ing)?|runs?|begins?|clock)\b|^from\b/iu

function referencesOf(passage: Passage, registers: Registers): Reference[] {
  if (passage.form === 'comment') return []
  const {text} = passage
  const listed = isListOfGuidance(passage)
  const links = (passage.links ?? []).map((link) => link.text)
  const whole = [...links, ...(listed && !links.includes(text) ? [text] : [])].flatMap((words) => {
    const from = text.indexOf(words)
    const entry = from < 0 ? null : referenceOfEntry(words, registers, links.includes(words))
    const told =
      entry &&
      (entry.document ||
        entry.edition ||
        (listed && links.includes(words) && /\b(?:guidance|guidelines|guide|code|framework|statement)\b/iu.test(words)))
    return told ? [{...entry, start: from + entry.start, end: from + entry.end}] : []
  })
  const rest = referencesIn(text, registers).filter((each) => !overlaps(each, whole))
  const found = [...distinct(whole, ({start}) => `${start}`), ...rest].sort((a, b) => a.start - b.start)
  return found.map(({value, title, edition, document, current, start, end}) => ({
    ...at(passage, [start, end], value),
    title,
    edition,
    document,
    current,
  }))
}

/**
 * "The Care Act" in a policy that names the Care Act 2014 elsewhere is no second reference, and
 * neither is "KCSIE" behind the full title with its year: without a year it is no other edition.
 */
function withoutShort(references: readonly Reference[]): Reference[] {
  const longest = new Map<string, number>()
  for (const {document, title, current, edition} of references) {
    if (document && (current || edition)) longest.set(document, Math.max(longest.get(document) ?? 0, title.length))
  }
  return references.filter(
    ({document, edition, current, title}) =>
      !(document && edition === null && current !== false && title.length < (longest.get(document) ?? 0)),
  )
}

/** An item under a heading or lead-in that promises law and guidance. */
function isListOfGuidance({form, leadIn, place}: Passage): boolean {
  return (
    form === 'list-item' &&
    /\b(?:legislation|legal framework|statutory|guidance|guidelines|references|bibliography|further reading|publications|policy documents)\b/iu.test(
      `${leadIn ?? ''} ${place.headings.at(-1) ?? ''}`,
    )
  )
}

function datesOf(passage: Passage, registers: Registers): DocumentDate[] {
  const {text, cells, leadIn, place, form} = passage
  const label = [leadIn ?? '', place.headings.at(-1) ?? ''].join(' ')
  const cited = referencesIn(text, registers)
  const told: {what: DocumentDate['what']; end: number}[] = []
  const dates = datesIn(text).flatMap(({value, iso, start, end}): DocumentDate[] => {
    // "Working Together (December 2023)" in a list of guidance: the month is of that edition, and not of this document.
    if (overlaps({start, end}, cited)) return []
    const header = cells?.find((cell) => cell.text.includes(value))?.header ?? ''
    const what = dateKindOf(`${header} ${text.slice(0, start)}`.trimEnd(), label) ?? following(told.at(-1), start, text)
    const control =
      form === 'property' ||
      form === 'footer' ||
      form === 'header' ||
      /version|document control|review|history|amendment|about this (?:document|policy)|approval/i.test(label)
    const version = /(?:\bv(?:ersion|\.)? ?[\d.]{1,8}|^\d{1,2}(?:\.\d{1,2}){1,2})[\s,(–—-]{0,4}$/iu.test(
      text.slice(0, start),
    )
    if (!what && !control && !version) return []
    told.push({what: what ?? 'other', end})
    return [{...at(passage, [start, end], value), what: what ?? 'other', iso}]
  })
  const years = historyYears(text)
    .filter((year) => !overlaps(year, cited))
    .map(({value, iso, start, end}) => ({
      ...at(passage, [start, end], value),
      what: dateKindOf(text.slice(0, start).trimEnd(), '') ?? ('other' as const),
      iso,
    }))
  return [...dates, ...years].sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))
}

/** "Amended January 2019 (officer), April 2020 (online), September 2023": what goes on in one breath is of one sort. */
function following(
  last: {readonly what: DocumentDate['what']; readonly end: number} | undefined,
  start: number,
  text: string,
): DocumentDate['what'] | null {
  return last && /^(?: ?\([^()]{2,40}\))?(?:,| and| &)+ $/u.test(text.slice(last.end, start)) ? last.what : null
}

function peopleOf(passage: Passage): Person[] {
  if (passage.form === 'comment') return []
  // "Concern is about | Go to": the first column tells who is accused, not who holds which post.
  const [first] = passage.cells ?? []
  const from = first?.header && /\b(?:about|against|concerning|accused)\b/iu.test(first.header) ? first.text.length : 0
  const told = peopleIn(passage.text.slice(from)).map(({role, title, name, start, end}) => ({
    ...at(passage, [from + start, from + end], name),
    role,
    title,
    name,
  }))
  return told.length > 0 ? told : peopleUnderHeaders(passage)
}

/** "Tom Ashby" in the column "Deputy lead". */
function peopleUnderHeaders(passage: Passage): Person[] {
  return (passage.cells ?? []).flatMap(({header, text}) => {
    if (!header || text.length > 60) return []
    const [first] = peopleIn(`${header}: ${text}`)
    const start = first ? passage.text.indexOf(first.name) : -1
    if (!first || start < 0) return []
    const {role, title, name} = first
    return [{...at(passage, [start, start + name.length], name), role, title, name}]
  })
}

function partnershipsOf(passage: Passage): PartnershipName[] {
  return partnershipsIn(passage.text).map(({name, start, end}) => ({...at(passage, [start, end], name), name}))
}

function obsoleteOf(passage: Passage, {obsoleteTerms, retiredEmailDomains}: Registers): ObsoleteTerm[] {
  if (passage.form === 'comment' || passage.quoted) return []
  const sentences = sentencesIn(passage.text)
  const inText = sentences.flatMap(({text, start}, i) =>
    (keepsItsName(sentences[i + 1]?.text ?? '') ? [] : obsoleteIn(text, obsoleteTerms)).map(
      ({term, entry, start: from, end}): ObsoleteTerm => ({
        ...at(passage, [start + from, start + end], term),
        term,
        replacement: entry.replacement,
        entry: entry.id,
      }),
    ),
  )
  const domains = contactsIn(passage.text)
    .filter(({kind}) => kind === 'email')
    .flatMap(({normalised, start, end, value}): ObsoleteTerm[] => {
      const domain = retiredEmailDomains.find(
        (each) => normalised.endsWith(`@${each}`) || normalised.endsWith(`.${each}`),
      )
      return domain
        ? [
            {
              ...at(passage, [start, end], value),
              term: domain,
              replacement: "the council's present address",
              entry: 'retired-email-domain',
            },
          ]
        : []
    })
  return [...inText, ...domains]
}

function placeholdersOf(passage: Passage, {placeholders}: Registers): Placeholder[] {
  const {text, form, residue} = passage
  const marked = (residue ?? []).map((words): Placeholder => {
    const bare = words.replace(/^\[ ?\]\s*/, '')
    const start = text.indexOf(bare)
    return {...at(passage, start < 0 ? null : [start, start + bare.length], bare), text: bare}
  })
  if (form === 'comment') return [{...at(passage, [0, text.length], text), text}]
  const written = placeholdersIn(text, placeholders).map(
    ({text: words, start, end}): Placeholder => ({...at(passage, [start, end], words), text: words}),
  )
  return distinct([...written, ...marked], (each) => each.text)
}

function distinct<T>(list: readonly T[], key: (each: T) => string): T[] {
  return [...new Map(list.map((each) => [key(each), each] as const)).values()]
}
