import type {Contact} from '../model/facts.js'
import type {NeighbouringArea, ProceduresModel} from '../model/procedures.js'
import {emergencyNumbers, phoneDigits} from '../text/contact.js'
import type {Grounds} from './kind.js'
import {hostOf, type LocalFact, localContacts} from './local.js'

/** The values of a local fact in one of its fields, as people write them. */
export function writtenValues(fact: LocalFact, field: 'name' | 'phone' | 'email' | 'url'): readonly string[] {
  return field === 'name'
    ? fact.names.slice(0, 1)
    : field === 'phone'
      ? fact.phones.map(spaced)
      : field === 'email'
        ? fact.emails
        : fact.urls
}

/** A number as people write it: 01632 960303, 0114 496 0220, 0800 496 0001, 020 7946 0018. */
function spaced(phone: string): string {
  if (/^0(?:[38]\d{2}|1(?:1\d|\d1))\d{7}$/.test(phone))
    return `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`
  if (/^02\d{9}$/.test(phone)) return `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
  return /^0\d{10}$/.test(phone) ? `${phone.slice(0, 5)} ${phone.slice(5)}` : phone
}

/** In how many of its places the digits of one number differ from those of another. */
export function differingDigits(one: string, other: string): number {
  return [...one].filter((digit, at) => digit !== other[at]).length
}

/** Whether one number is another with a slip of the pen: as long, and one or two digits are others. */
export function isSlipOf(one: string, other: string): boolean {
  const differing = differingDigits(one, other)
  return one.length === other.length && differing > 0 && differing <= 2
}

/** Whether a contact that was read is the local one. */
export function isRight(contact: Contact, fact: LocalFact): boolean {
  if (contact.kind === 'phone') return fact.phones.includes(contact.normalised)
  if (contact.kind === 'email') return fact.emails.includes(contact.normalised)
  return fact.urls.some((url) => url === contact.normalised || hostOf(url) === hostOf(contact.normalised))
}

/** A value can only be wrong where the model gives one of its sort; an unknown web page is not wrong. */
export function isComparable(contact: Contact, fact: LocalFact, grounds: Grounds): boolean {
  if (emergencyNumbers.includes(contact.normalised)) return false
  if (contact.kind === 'phone') return fact.phones.length > 0
  if (contact.kind === 'email') return fact.emails.length > 0
  // The host of a board that was abolished is wrong wherever it leads today.
  if (/lscb|acpc/.test(hostOf(contact.normalised))) return true
  return grounds.model.neighbours.some(({domains}) => domains?.some((domain) => isHostOf(contact.normalised, domain)))
}

/**
 * A neighbour's address with the name of the local one: riskforum@ of another board is that board's risk forum, and
 * eastmeresab.example the page of its board for adults.
 */
export function isNeighboursTwin(contact: Contact, fact: LocalFact, {model}: Grounds): boolean {
  const nameOf = {phone: null, email: boxOf, url: bodyOf}[contact.kind]
  const name = nameOf?.(contact.normalised)
  const own = contact.kind === 'email' ? fact.emails : fact.urls
  return (
    Boolean(name) &&
    own.some((address) => address !== contact.normalised && nameOf!(address) === name) &&
    neighbourOf(contact, model) !== undefined
  )
}

/** The letters of a body at the end of a host's name. */
function bodyOf(url: string): string {
  return /(?:sab|scp|scb)(?=\.)/u.exec(hostOf(url))?.[0] ?? ''
}

function boxOf(email: string): string {
  return email.slice(0, email.indexOf('@'))
}

/** Whether an address stands at a domain or below it. */
function isHostOf(address: string, domain: string): boolean {
  const host = hostOf(address)
  return host === domain || host.endsWith(`.${domain}`)
}

/** The neighbouring area that a contact belongs to, where the model knows it. */
export function neighbourOf(contact: Contact, model: ProceduresModel): NeighbouringArea | undefined {
  return model.neighbours.find((area) => isContactOf(contact, area))
}

/** Whether a number, an email or a link is one of a neighbouring area. */
export function isContactOf({kind, normalised}: Contact, {phones, emails, domains}: NeighbouringArea): boolean {
  if (kind === 'phone') return phones?.some((phone) => phoneDigits(phone) === normalised) ?? false
  return (
    emails?.some((email) => email.toLowerCase() === normalised) ||
    domains?.some((domain) => isHostOf(normalised, domain)) ||
    false
  )
}

/** Whose a wrong value is, where the model knows: a neighbour's, or another of its own services'. */
export function ownerName(contact: Contact, {model}: Grounds): string | null {
  const neighbour = neighbourOf(contact, model)
  if (neighbour) return `${neighbour.name}'s`
  const own = localContacts(model).find((fact) => isRight(contact, fact))
  return own ? `the one for ${own.names[0]}` : null
}

/** What should stand where a wrong value stands: the local value of the same sort. */
export function sameSort(contact: Contact, fact: LocalFact): string {
  const values = contact.kind === 'phone' ? fact.phones.map(spaced) : contact.kind === 'email' ? fact.emails : fact.urls
  return values[0] ?? fact.names[0] ?? ''
}
