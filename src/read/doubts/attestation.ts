import type {Provenance} from '../../model/procedures.js'
import {contactDays, daysBetween, lastDayOf, procedureDays} from '../../model/staleness.js'
import {type Fields, isFields} from '../fields.js'
import type {Keys} from '../yaml-places.js'
import {type Doubt, type Doubtful, factParts, factsOf} from './doubt.js'

/** Where facts came from, who looked when, and what nobody has confirmed yet. */
export function* attestationDoubts({model, asOf}: Doubtful): Generator<Doubt> {
  const own = (model.provenance ?? {}) as Provenance
  if (!own.source && !own.sourceUrl) {
    yield warning(
      'source-missing',
      ['provenance'],
      'the file does not say where its facts come from',
      'Add provenance with source and sourceUrl.',
    )
  }
  yield* contacts(model, own, asOf)
  yield* procedures(model, own, asOf)
  yield* dates(model, [], asOf)
  yield* drafts(model, [])
}

function* contacts(model: Fields, own: Provenance, asOf: string): Generator<Doubt> {
  const facts = factsOf(model, 'contacts').map(([key, fact]) => ({
    key,
    provenance: fact.provenance as Provenance | undefined,
  }))
  if (facts.length === 0) return
  const borrowed = facts.filter(({provenance}) => !provenance?.verifiedOn)
  if (borrowed.length > 0 && !own.verifiedOn) {
    const which = borrowed.length === facts.length ? 'no contact' : borrowed.map(({key}) => key).join(', ')
    const says =
      borrowed.length === facts.length
        ? 'says when it was verified'
        : `${borrowed.length === 1 ? 'does' : 'do'} not say when verified`
    yield warning(
      'contact-unverified',
      ['contacts'],
      `${which} ${says}`,
      'Ring each, then run policy-align procedures verify.',
    )
  }
  if (borrowed.length > 0 && own.verifiedOn && isOld(own.verifiedOn, asOf, contactDays)) {
    const count = `${borrowed.length} ${borrowed.length === 1 ? 'contact was' : 'contacts were'}`
    yield warning(
      'contact-old',
      ['provenance', 'verifiedOn'],
      `${count} verified on ${own.verifiedOn}, more than ${contactDays} days before ${asOf}`,
      'Ring each, then run policy-align procedures verify.',
    )
  }
  for (const {key, provenance} of facts) {
    if (!provenance?.verifiedOn || !isOld(provenance.verifiedOn, asOf, contactDays)) continue
    const at = ['contacts', key, 'provenance', 'verifiedOn']
    yield warning(
      'contact-old',
      at,
      `contacts.${key} was verified on ${provenance.verifiedOn}, more than ${contactDays} days before ${asOf}`,
      `Ring it, then run policy-align procedures verify FILE ${key}.`,
    )
  }
}

function* procedures(model: Fields, own: Provenance, asOf: string): Generator<Doubt> {
  const seen = seenOn(own)
  if (!seen)
    yield warning(
      'procedures-undated',
      ['provenance'],
      'the file does not say when it was last held against what is published',
      'Add provenance with retrievedOn or verifiedOn.',
    )
  else if (isOld(seen, asOf, procedureDays)) {
    yield warning(
      'procedures-old',
      ['provenance'],
      `the procedures were last looked at on ${seen}, more than a year before ${asOf}`,
      'Look for a newer edition, and mend the dates.',
    )
  }
  const facts = [
    ...factParts
      .filter((part) => part !== 'contacts')
      .flatMap((part) => factsOf(model, part).map(([key, fact]) => [[part, key], fact] as const)),
    ...ladders(model),
  ]
  for (const [at, {provenance}] of facts) {
    const date = provenance ? seenOn(provenance as Provenance) : undefined
    if (date && isOld(date, asOf, procedureDays))
      yield warning(
        'procedures-old',
        [...at, 'provenance'],
        `${at.join('.')} was last looked at on ${date}, more than a year before ${asOf}`,
        'Look for a newer edition, and mend the date.',
      )
  }
}

function ladders({escalation}: Fields): (readonly [Keys, Fields])[] {
  if (!isFields(escalation)) return []
  if ('stages' in escalation) return [[['escalation'], escalation]]
  return Object.entries(escalation).flatMap(([key, each]) =>
    isFields(each) ? [[['escalation', key], each] as const] : [],
  )
}

function seenOn({verifiedOn, retrievedOn}: Provenance): string | undefined {
  return [verifiedOn, retrievedOn]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
}

function isOld(date: string, asOf: string, days: number): boolean {
  return daysBetween(date, asOf) > days
}

/** Review dates that are past, and checks that are said to have been made in the future. */
function* dates(value: unknown, at: Keys, asOf: string): Generator<Doubt> {
  if (Array.isArray(value)) for (const [i, each] of value.entries()) yield* dates(each, [...at, i], asOf)
  if (!isFields(value)) return
  for (const [key, each] of Object.entries(value)) {
    if (elsewhere.has(key) || key.startsWith('x-')) continue
    const where = [...at, key]
    if (typeof each !== 'string') yield* dates(each, where, asOf)
    // In a field that the schema does not know, or knows otherwise, anything may stand.
    else if (!/^\d{4}(?:-\d\d){0,2}$/.test(each)) continue
    else if (key === 'reviewOn' && lastDayOf(each) < asOf)
      yield warning('review-overdue', where, `${where.join('.')} was due on ${each}`, 'Look for the new edition.')
    else if ((key === 'verifiedOn' || key === 'retrievedOn') && each > asOf)
      yield warning('date-ahead', where, `${where.join('.')} is ${each}, which is after ${asOf}`, 'Mend the date.')
  }
}

const elsewhere = new Set(['requirements', 'guidance', 'terms'])

/** A draft was read by a program: a person has yet to hold it against the original. */
function* drafts(value: unknown, at: Keys): Generator<Doubt> {
  if (Array.isArray(value)) for (const [i, each] of value.entries()) yield* drafts(each, [...at, i])
  if (!isFields(value)) return
  if (value.status === 'draft') {
    const what = at.length === 0 ? 'the whole file' : at.join('.')
    const quotation =
      typeof value.quotation === 'string'
        ? `; it was read from “${value.quotation.replace(/\s+/g, ' ').slice(0, 120)}”`
        : ''
    yield warning(
      'draft',
      [...at, 'status'],
      `${what} is a draft that nobody has confirmed${quotation}`,
      'Hold it against the original, then write status: verified.',
    )
  }
  for (const [key, each] of Object.entries(value))
    if (!elsewhere.has(key) && !key.startsWith('x-')) yield* drafts(each, [...at, key])
}

function warning(rule: string, at: Keys, problem: string, fix: string): Doubt {
  return {severity: 'warning', rule, at, problem, fix}
}
