import type {Channel, LocalContact} from '../../model/procedures.js'
import {phoneDigits} from '../../text/contact.js'
import {emailFault, phoneFault, urlFault} from '../../text/contact-faults.js'
import {nearestName} from '../../text/nearest-name.js'
import type {Fields} from '../fields.js'
import {extendsFile} from '../model-checks.js'
import type {Keys} from '../yaml-places.js'
import {type Doubt, type Doubtful, factsOf, setsIn} from './doubt.js'

/** Numbers and addresses that cannot be ones, wherever they stand, and contacts that lead nowhere. */
export function* contactDoubts({model}: Doubtful): Generator<Doubt> {
  yield* valuesAmiss(model)
  yield* neighbours(model)
  for (const [key, fact] of factsOf(model, 'contacts')) {
    const contact = fact as Partial<LocalContact>
    // A layer may name a contact whose number stands in the model under it.
    if (!extendsFile(model) && reaches.every((field) => !contact[field]?.length)) {
      yield {
        severity: 'warning',
        rule: 'contact-empty',
        at: ['contacts', key],
        problem: `contacts.${key} gives no number, address or form`,
        fix: 'Add phone, email, url or formUrl, or leave the contact out.',
      }
    }
  }
  for (const [key, {contact}] of factsOf(model, 'forums')) yield* forumContact(key, contact, model)
}

const reaches = ['phone', 'otherPhones', 'email', 'otherEmails', 'url', 'formUrl', 'channels'] as const

type Sort = 'phone' | 'email' | 'url'
const sorts: ReadonlyMap<string, Sort> = new Map(
  Object.entries({
    phone: 'phone',
    phones: 'phone',
    otherPhones: 'phone',
    email: 'email',
    emails: 'email',
    otherEmails: 'email',
    url: 'url',
    formUrl: 'url',
    sourceUrl: 'url',
    proceduresUrl: 'url',
    reviewsUrl: 'url',
    trainingUrl: 'url',
  } as const),
)
const faults = {phone: phoneFault, email: emailFault, url: urlFault} as const
const fixes: Readonly<Record<Sort, string>> = {
  phone: 'Copy the number anew from where the service publishes it, and ring it.',
  email: 'Copy the address anew from where the service publishes it.',
  url: 'Copy the address anew from the browser.',
}

function* valuesAmiss(model: Fields): Generator<Doubt> {
  for (const [at, fields] of setsIn(model)) {
    for (const [key, each] of Object.entries(fields)) {
      const inChannel = key === 'value' && at.includes('channels')
      const sort = inChannel ? channelSorts.get((fields as Fields & Channel).kind) : sorts.get(key)
      if (!sort) continue
      if (Array.isArray(each)) for (const [i, one] of each.entries()) yield* valueAmiss(one, sort, [...at, key, i])
      else yield* valueAmiss(each, sort, [...at, key])
    }
  }
}

const channelSorts: ReadonlyMap<Channel['kind'], Sort> = new Map([
  ['phone', 'phone'],
  ['email', 'email'],
  ['form', 'url'],
  ['portal', 'url'],
])

function* valueAmiss(value: unknown, sort: Sort, at: Keys): Generator<Doubt> {
  const problem = typeof value === 'string' ? faults[sort](value) : null
  if (problem)
    yield {severity: 'error', rule: `contact-${sort}`, at, problem: `${at.join('.')}: ${problem}`, fix: fixes[sort]}
}

/** A number of the next area among one's own is how a wrong number gets into a policy. */
function* neighbours(model: Fields): Generator<Doubt> {
  const areas = (model.neighbours ?? []) as readonly {
    name?: string
    phones?: readonly string[]
    emails?: readonly string[]
  }[]
  const theirs = new Map(
    areas.flatMap(({name, phones = [], emails = []}) =>
      [...phones.map(phoneDigits), ...emails.map((email) => email.toLowerCase())].map(
        (value) => [value, name ?? ''] as const,
      ),
    ),
  )
  for (const [key, fact] of factsOf(model, 'contacts')) {
    const {phone, email} = fact as Partial<LocalContact>
    for (const [field, value] of [
      ['phone', phone && phoneDigits(phone)],
      ['email', email?.toLowerCase()],
    ] as const) {
      const area = value ? theirs.get(value) : undefined
      if (area === undefined) continue
      yield {
        severity: 'error',
        rule: 'contact-of-neighbour',
        at: ['contacts', key, field],
        problem: `contacts.${key}.${field} is also given as one of the neighbouring area${area ? ` ${area}` : ''}`,
        fix: 'Find out whose it is, and take it away from the other.',
      }
    }
  }
  const named = ((model.area as {neighbours?: readonly string[]} | undefined)?.neighbours ?? []).entries()
  const known = areas.flatMap(({name}) => name ?? [])
  for (const [i, name] of named) {
    if (known.includes(name) || known.length === 0) continue
    const near = nearestName(name, known)
    yield {
      severity: 'warning',
      rule: 'dangling-name',
      at: ['area', 'neighbours', i],
      problem: `area.neighbours names ${name}, of which neighbours says nothing`,
      fix: near
        ? `Write ${near}.`
        : 'Add it under neighbours, with its numbers, so that they are known when a policy gives them.',
    }
  }
}

/** A forum's contact is an address, a number or the key of a contact. */
function* forumContact(key: string, contact: unknown, model: Fields): Generator<Doubt> {
  if (typeof contact !== 'string' || extendsFile(model)) return
  const at = ['forums', key, 'contact']
  if (contact.includes('@')) yield* valueAmiss(contact, 'email', at)
  else if (/^[+\d][\d\s()-]{4,}$/.test(contact)) yield* valueAmiss(contact, 'phone', at)
  else if (/^[a-z]+[A-Z]\w*$/.test(contact)) {
    const known = factsOf(model, 'contacts').map(([name]) => name)
    if (known.includes(contact)) return
    const near = nearestName(contact, known)
    yield {
      severity: 'warning',
      rule: 'dangling-name',
      at,
      problem: `contact names ${contact}, which contacts does not hold`,
      fix: near ? `Write ${near}.` : 'Add it under contacts, or write the address itself.',
    }
  }
}
