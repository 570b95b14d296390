import type {Contact} from '../model/facts.js'
import type {Evidence} from '../model/finding.js'
import type {Group} from '../model/procedures.js'
import type {ContactMatches, Requirement} from '../model/requirement.js'
import {isRight} from './contact-values.js'
import {speaksOfOthers} from './group-at.js'
import type {Grounds} from './kind.js'
import {type LocalFact, localContacts, localFactsAt} from './local.js'
import {ownersOf} from './owners.js'
import {sentenceAt} from './sentence-at.js'
import {evidenceOf, meetingsOf} from './ways.js'

/** The contacts that the policy gives for this service. */
export function contactsFor(
  fact: LocalFact,
  check: ContactMatches,
  requirement: Requirement,
  grounds: Grounds,
): Contact[] {
  const owners = ownersOf(grounds)
  const audience = fact.audience ?? (requirement.audience === 'both' ? null : requirement.audience)
  const at = indexOfContact(grounds)
  return grounds.facts.contacts.filter((contact) => {
    if (!owners.get(contact)?.has(check.named)) return false
    const index = at(contact)
    return index === null || !speaksOfOthers(index, audience, grounds.reading)
  })
}

/** A number that is right for another service and stands beside that service's name is no mistake here. */
export function belongsElsewhereRightly(contact: Contact, check: ContactMatches, grounds: Grounds): boolean {
  const others = [...(ownersOf(grounds).get(contact) ?? [])].filter((named) => named !== check.named)
  const index = indexOfContact(grounds)(contact)
  const ofThisGroup = ({audience}: LocalFact): boolean =>
    index === null || !speaksOfOthers(index, audience, grounds.reading)
  return grounds.model.requirements
    .flatMap(({checks}) => checks)
    .some(
      (other) =>
        other.kind === 'contact-matches' &&
        others.includes(other.named) &&
        other.facts.some((path) =>
          localFactsAt(grounds.model, path).some((fact) => isRight(contact, fact) && ofThisGroup(fact)),
        ),
    )
}

/** A right value that is written beside another service's name only. */
export function isGivenForAnother(contact: Contact, check: ContactMatches, grounds: Grounds): boolean {
  const owners = ownersOf(grounds).get(contact)
  if (!owners || owners.size === 0 || owners.has(check.named)) return false
  const at = indexOfContact(grounds)(contact)
  return at !== null && !grounds.reading.find.at(at, check.named)
}

/** The other group's numbers, given in a sentence that speaks of this group alone. */
export function crossed(fact: LocalFact, grounds: Grounds): Contact[] {
  const other = fact.audience === 'adults' ? 'children' : fact.audience === 'children' ? 'adults' : null
  if (!other) return []
  const theirs = localContacts(grounds.model).filter(
    ({audience, phones}) => audience === other && phones.some((phone) => !fact.phones.includes(phone)),
  )
  const at = indexOfContact(grounds)
  const sort = /(?:FrontDoor|OutOfHours)$/.exec(fact.path)?.[0]
  if (!sort) return []
  return grounds.facts.contacts.filter((contact) => {
    if (contact.kind !== 'phone' || isRight(contact, fact)) return false
    if (!theirs.some((each) => each.path.endsWith(sort) && isRight(contact, each))) return false
    const index = at(contact)
    return index !== null && speaksOfOthers(index, other, grounds.reading)
  })
}

/** The sentences that name the service. */
export function mentionsOf(
  check: ContactMatches,
  fact: LocalFact | null,
  grounds: Grounds,
  audience: Group | null = fact?.audience ?? null,
): Evidence[] {
  return meetingsOf(check.named, grounds.reading)
    .filter(({index}) => !speaksOfOthers(index, audience, grounds.reading))
    .flatMap((meeting) => evidenceOf([meeting]))
}

/** The sentence in which a contact stands, as an index into the reading. */
export function indexOfContact({reading}: Grounds): (contact: Pick<Contact, 'passageId' | 'span'>) => number | null {
  return (contact) => sentenceAt(reading, contact.passageId, contact.span?.[0] ?? 0)?.index ?? null
}
