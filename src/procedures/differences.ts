import type {Difference, ModelComparison, ModelName} from '../model/difference.js'
import type {Escalation, ProceduresModel, Provenance} from '../model/procedures.js'
import {spaced} from '../model/spaced.js'
import type {FactsByKey, Fields} from '../read/fields.js'
import {capital, keyWords} from './fact-words.js'
import {fieldChanges, isSame} from './field-changes.js'
import {ladderChanges} from './ladder-changes.js'
import {insteadOf, isLimit, valueWords} from './value-words.js'

/** What changed from one model to another, in words a person understands. */
export function differencesBetween(before: ProceduresModel, after: ProceduresModel): ModelComparison {
  const unchanged: string[] = []
  const differences = [
    ...heads(before, after),
    ...partNames.flatMap((part) => partChanges(part, factsOf(part, before), factsOf(part, after), unchanged)),
  ]
  return {
    old: nameOf(before),
    new: nameOf(after),
    differences: sharedOnce(differences, before, after),
    unchanged,
    verifiedSince: verifiedSince(before, after),
  }
}

/** The parts of a model under their headings, and what its packs bring. */
const parts = {
  partnerships: 'Partnerships',
  contacts: 'Whom to contact',
  escalation: 'Escalation',
  otherDisputes: 'Other disputes',
  timescales: 'Time limits',
  procedures: 'Other procedures',
  forums: 'Meetings',
  documents: 'Documents',
  guidance: 'Guidance',
  terms: 'Terms',
  requirements: 'Requirements',
} as const
type Part = keyof typeof parts
const partNames = Object.keys(parts) as Part[]

const registered = new Set<Part>(['guidance', 'terms', 'requirements'])

function factsOf(part: Part, model: ProceduresModel): FactsByKey {
  if (part === 'guidance') return byId(model.registers.editions)
  if (part === 'terms') return byId(model.registers.obsoleteTerms)
  if (part === 'requirements') return byId(model.requirements)
  return (model[part] ?? {}) as unknown as FactsByKey
}

function byId(entries: readonly {readonly id: string}[]): FactsByKey {
  return Object.fromEntries(entries.map((entry) => [entry.id, entry as unknown as Fields]))
}

/** Facts by key; one under a new key that is otherwise the same has moved. */
function partChanges(name: Part, before: FactsByKey, after: FactsByKey, unchanged: string[]): Difference[] {
  const found: Difference[] = []
  const gone = new Set(Object.keys(before).filter((key) => !Object.hasOwn(after, key)))
  for (const [key, now] of Object.entries(after)) {
    const fact = `${name}.${key}`
    const whole = {part: headingOf(name, key), fact, movedFrom: null}
    const subject = subjectOf(name, key, now)
    const then = Object.hasOwn(before, key) ? before[key] : undefined
    if (then) {
      found.push(...changesOf(name, key, then, now, whole, unchanged, before))
      continue
    }
    const from = [...gone].find((old) => isSame(before[old], now))
    if (from !== undefined) {
      gone.delete(from)
      const words = `${subject} now stands under ${key} instead of ${from}.`
      found.push({...whole, change: 'moved', movedFrom: `${name}.${from}`, words, before: from, after: key})
      continue
    }
    const said = summary(name, now)
    found.push({
      ...whole,
      change: 'added',
      words: `${subject} is new${said ? `: ${said}` : ''}.`,
      before: null,
      after: said,
    })
  }
  for (const key of gone) {
    const said = summary(name, before[key]!)
    const subject = subjectOf(name, key, before[key]!)
    found.push({
      part: headingOf(name, key),
      fact: `${name}.${key}`,
      movedFrom: null,
      change: 'withdrawn',
      words: `${subject} is withdrawn${said ? `; it was ${said}` : ''}.`,
      before: said,
      after: null,
    })
  }
  return found
}

function changesOf(
  name: Part,
  key: string,
  then: Fields,
  now: Fields,
  whole: Pick<Difference, 'part' | 'fact' | 'movedFrom'>,
  unchanged: string[],
  before: FactsByKey,
): Difference[] {
  const found: Difference[] = []
  const subject = subjectOf(name, key, now)
  if (name === 'timescales' && isLimit(then) && isLimit(now)) {
    const [clause] = fieldChanges({limit: then}, {limit: now})
    if (clause)
      found.push({
        ...whole,
        change: 'changed',
        words: `${subject}: now ${insteadOf(now, then)}.`,
        before: clause.before,
        after: clause.after,
      })
  } else {
    const derived = 'channels' in then && 'channels' in now ? throughChannels : nothing
    const skip = new Set([...derived, 'stages'])
    for (const {field, clause, before: old, after: current} of fieldChanges(then, now, skip)) {
      const whose = field === 'phone' || field === 'email' ? ownerOf(field, current, key, before) : ''
      found.push({...whole, change: 'changed', words: `${subject}: ${clause}${whose}.`, before: old, after: current})
    }
  }
  const own = found.length === 0
  if (name === 'escalation' || name === 'otherDisputes')
    found.push(
      ...ladderChanges(then as unknown as Escalation, now as unknown as Escalation, whole.fact, whole.part, unchanged),
    )
  // What the packs bring is no fact of the area's.
  if (own && !registered.has(name)) unchanged.push(whole.fact)
  return found
}

const throughChannels = ['phone', 'otherPhones', 'email', 'otherEmails', 'formUrl', 'hours']
const nothing: readonly string[] = []

/** A number that was somebody else's is how calls go astray. */
function ownerOf(field: string, value: string | null, key: string, before: FactsByKey): string {
  const other = Object.entries(before).find(([name, fact]) => name !== key && value !== null && fact[field] === value)
  return other ? ` (${value} was that of ${subjectOf('contacts', other[0], other[1])})` : ''
}

function subjectOf(part: Part, key: string, fact: Fields): string {
  if (part === 'timescales') return capital(keyWords(part, key))
  return String(fact.name || fact.title || (fact.terms as readonly string[] | undefined)?.[0] || capital(spaced(key)))
}

function headingOf(part: Part, key: string): string {
  return part === 'escalation' ? `${parts[part]} (${spaced(key)})` : parts[part]
}

/** What a fact is, where it is new or gone. */
function summary(part: Part, fact: Fields): string {
  if (part === 'timescales') return valueWords(fact)
  if (part === 'contacts')
    return [fact.phone, fact.email, fact.formUrl, fact.url].flatMap((each) => each ?? []).join(', ')
  if (part === 'escalation' || part === 'otherDisputes') return `${(fact.stages as readonly unknown[]).length} stages`
  return [fact.edition ?? fact.current, fact.replacement, fact.url].flatMap((each) => each ?? []).join(', ')
}

/** What the file says of itself. */
function heads(before: ProceduresModel, after: ProceduresModel): Difference[] {
  const of = (model: ProceduresModel): Fields => Object.fromEntries(headFields.map((field) => [field, model[field]]))
  return fieldChanges(of(before), of(after)).map(({field, clause, before: then, after: now}) => ({
    part: 'The procedures',
    change: 'changed',
    fact: field,
    movedFrom: null,
    words: `${capital(clause)}.`,
    before: then,
    after: now,
  }))
}

const headFields = [
  'title',
  'edition',
  'status',
  'publishedOn',
  'approvedBy',
  'approvedOn',
  'reviewOn',
  'amendments',
  'audience',
  'area',
  'footprint',
  'neighbours',
] as const

/** A ladder, or a board, that both groups share is told once. */
function sharedOnce(differences: readonly Difference[], before: ProceduresModel, after: ProceduresModel): Difference[] {
  const shared = (model: ProceduresModel, part: 'escalation' | 'partnerships', one: string, other: string): boolean =>
    isSame((model[part] as Fields)[one], (model[part] as Fields)[other])
  const ladders = [before, after].every((model) => shared(model, 'escalation', 'children', 'adults'))
  const told = ladders
    ? differences
        .filter(({part}) => part !== 'Escalation (adults)')
        .map((each) => (each.part === 'Escalation (children)' ? {...each, part: 'Escalation'} : each))
    : differences
  const seen = new Set<string>()
  return told.filter(({part, words}) => part !== 'Partnerships' || (!seen.has(words) && seen.add(words)))
}

function verifiedSince(before: ProceduresModel, after: ProceduresModel): string[] {
  return partNames
    .filter((part) => !registered.has(part))
    .flatMap((part) =>
      Object.entries(factsOf(part, after)).flatMap(([key, fact]) => {
        const [now, then] = [fact, factsOf(part, before)[key]].map(
          (each) => (each?.provenance as Provenance | undefined)?.verifiedOn,
        )
        return now && then && now > then ? [`${part}.${key}`] : []
      }),
    )
}

function nameOf({id, title, edition, path, sha256}: ProceduresModel): ModelName {
  return {id, title, edition: edition ?? null, path, sha256}
}
