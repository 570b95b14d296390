import type {Provenance} from '../../model/procedures.js'
import {contactDays, daysBetween, lastDayOf, procedureDays} from '../../model/staleness.js'
import type {Fields} from '../fields.js'
import {escalationsIn} from '../model-checks.js'
import type {Keys} from '../yaml-places.js'
import {type Doubt, type Doubtful, factParts, factsOf, setsIn} from './doubt.js'

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
  yield* dates(model, asOf)
  yield* drafts(model)
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
    ...escalationsIn(model),
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
function* dates(model: Fields, asOf: string): Generator<Doubt> {
  for (const [at, fields] of setsIn(model)) {
    for (const [key, each] of Object.entries(fields)) {
      // In a field that the schema does not know, or knows otherwise, anything may stand.
      if (typeof each !== 'string' || !/^\d{4}(?:-\d\d){0,2}$/.test(each)) continue
      const where = [...at, key]
      if (key === 'reviewOn' && lastDayOf(each) < asOf)
        yield warning('review-overdue', where, `${where.join('.')} was due on ${each}`, 'Look for the new edition.')
      else if ((key === 'verifiedOn' || key === 'retrievedOn') && each > asOf)
        yield warning('date-ahead', where, `${where.join('.')} is ${each}, which is after ${asOf}`, 'Mend the date.')
    }
  }
}

/** A draft was read by a program: a person has yet to hold it against the original. */
function* drafts(model: Fields): Generator<Doubt> {
  for (const [at, {status, quotation}] of setsIn(model)) {
    if (status !== 'draft') continue
    const what = at.length === 0 ? 'the whole file' : at.join('.')
    const words =
      typeof quotation === 'string' ? `; it was read from “${quotation.replace(/\s+/g, ' ').slice(0, 120)}”` : ''
    yield warning(
      'draft',
      [...at, 'status'],
      `${what} is a draft that nobody has confirmed${words}`,
      'Hold it against the original, then write status: verified.',
    )
  }
}

function warning(rule: string, at: Keys, problem: string, fix: string): Doubt {
  return {severity: 'warning', rule, at, problem, fix}
}
