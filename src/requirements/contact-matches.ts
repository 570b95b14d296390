import type {Contact} from '../model/facts.js'
import {type Evidence, type Expected, quote} from '../model/finding.js'
import type {ContactMatches, Requirement} from '../model/requirement.js'
import {type Grounds, type Outcome, outcome, type RequirementKind} from './kind.js'
import {expectedOf, hostOf, type LocalFact, localFactsAt} from './local.js'
import {helplines, police} from './national-contacts.js'
import {ownersOf, sentenceAt, speaksOfOthers} from './owners.js'
import {excerpt, factEvidence} from './quoting.js'
import {together} from './together.js'
import {evidenceOf, meetingsOf} from './ways.js'

export const contactMatches: RequirementKind<ContactMatches> = {
  kind: 'contact-matches',
  summary: 'A telephone number, email, web address or name is the local one.',

  judge(check, requirement, grounds) {
    const facts = check.facts
      .flatMap((path) => localFactsAt(grounds.model, path))
      .filter((fact) => concerns(fact, grounds))
    if (check.facts.includes('national.helplines')) return helplines(check, facts, grounds)
    if (check.facts.includes('national.police')) return police(check, grounds)
    if (facts.length === 0)
      return grounds.model.local && check.facts.some(isLocal)
        ? named(check, requirement, grounds, true)
        : named(check, requirement, grounds, false)
    return together(facts.map((fact) => compared(fact, facts, check, requirement, grounds)))
  },
}

const isLocal = (path: string): boolean => /^(?:contacts|partnerships|escalation|forums)\./.test(path)

function concerns({audience}: LocalFact, {serves}: Grounds): boolean {
  return audience === null || serves[audience]
}

/** Compares what the policy gives for one service with one local fact. */
function compared(
  fact: LocalFact,
  all: readonly LocalFact[],
  check: ContactMatches,
  requirement: Requirement,
  grounds: Grounds,
): Outcome {
  const wanted = check.fields.filter((field) => valuesOf(fact, field).length > 0)
  const expected = wanted.flatMap((field) =>
    valuesOf(fact, field).map((value) => expectedOf(grounds.model, `${fact.path}.${field}`, value, fact.provenance)),
  )
  if (wanted.length === 0)
    return outcome('inapplicable', `the local model gives no ${check.fields.join(' or ')} for ${fact.path}`)
  if (wanted.every((field) => field === 'name')) return namedRightly(fact, check, expected, grounds)

  const given = contactsFor(fact, check, requirement, grounds)
  const right = grounds.facts.contacts.filter(
    (contact) => isRight(contact, fact) && !isGivenForAnother(contact, check, grounds),
  )
  const wrong = given.filter(
    (contact) =>
      !all.some((each) => isRight(contact, each)) &&
      isComparable(contact, fact, grounds) &&
      !belongsElsewhereRightly(contact, check, grounds),
  )

  if (wrong.length > 0) {
    const [first] = wrong
    const whose = ownerName(first!, grounds)
    return outcome(
      'contradicted',
      `the policy gives ${first!.value}${whose ? `, which is ${whose},` : ''} where the local procedures give ${expected.map(({value}) => value).join(', ')}`,
      {
        evidence: wrong.slice(0, 2).map((contact) => factEvidence(contact, grounds)),
        expected,
        remedy: `Change ${first!.value} to ${sameSort(first!, fact)}.`,
      },
    )
  }
  if (right.length > 0) {
    const evidence = right.slice(0, 2).map((contact) => factEvidence(contact, grounds))
    if (check.fields.includes('name') && fact.names.length > 0 && !isNamedNear(right, fact, check, grounds)) {
      return outcome(
        'weak',
        `the ${right[0]!.kind === 'phone' ? 'number' : 'address'} is right, but the service is not called ${fact.names[0]}`,
        {
          evidence,
          expected,
          remedy: `Call it ${fact.names[0]}.`,
        },
      )
    }
    return outcome('satisfied', `the policy gives the local ${right[0]!.kind === 'phone' ? 'number' : 'address'}`, {
      evidence,
      expected,
    })
  }
  const mentions = mentionsOf(check, fact, grounds)
  if (mentions.length > 0) {
    return outcome('weak', 'the policy names the service but gives no way to reach it', {
      evidence: mentions.slice(0, 2),
      expected,
      remedy: `Give ${expected.map(({value}) => value).join(' or ')}.`,
      searchedFor: [...fact.names, ...expected.map(({value}) => value)],
    })
  }
  return outcome('absent', `the policy does not give ${fact.names[0] ?? 'this contact'}`, {
    expected,
    remedy: `Give ${[fact.names[0], ...expected.map(({value}) => value)].filter(Boolean).join(', ')}.`,
    searchedFor: [...fact.names, ...expected.map(({value}) => value)],
  })
}

function valuesOf(fact: LocalFact, field: 'name' | 'phone' | 'email' | 'url'): readonly string[] {
  return field === 'name'
    ? fact.names.slice(0, 1)
    : field === 'phone'
      ? fact.phones.map(spaced)
      : field === 'email'
        ? fact.emails
        : fact.urls
}

/** A number as people write it: 01632 960303. */
function spaced(phone: string): string {
  return /^0\d{10}$/.test(phone) ? `${phone.slice(0, 5)} ${phone.slice(5)}` : phone
}

/** Whether a contact that was read is the local one. */
export function isRight(contact: Contact, fact: LocalFact): boolean {
  if (contact.kind === 'phone') return fact.phones.includes(contact.normalised)
  if (contact.kind === 'email') return fact.emails.includes(contact.normalised)
  return fact.urls.some((url) => url === contact.normalised || hostOf(url) === hostOf(contact.normalised))
}

/** The contacts that the policy gives for this service. */
function contactsFor(fact: LocalFact, check: ContactMatches, requirement: Requirement, grounds: Grounds): Contact[] {
  const owners = ownersOf(grounds)
  const audience = fact.audience ?? (requirement.audience === 'both' ? null : requirement.audience)
  const at = indexOfContact(grounds)
  return grounds.facts.contacts.filter((contact) => {
    if (!owners.get(contact)?.has(check.named)) return false
    const index = at(contact)
    return index === null || !speaksOfOthers(index, audience, grounds.reading)
  })
}

/** A value can only be wrong where the model gives one of its sort; an unknown web page is not wrong. */
function isComparable(contact: Contact, fact: LocalFact, grounds: Grounds): boolean {
  if (contact.normalised === '999' || contact.normalised === '112') return false
  if (contact.kind === 'phone') return fact.phones.length > 0
  if (contact.kind === 'email') return fact.emails.length > 0
  return grounds.model.neighbours.some(({domains}) =>
    domains?.some((domain) => hostOf(contact.normalised).endsWith(domain)),
  )
}

/** A number that is right for another service and stands beside that service's name is no mistake here. */
function belongsElsewhereRightly(contact: Contact, check: ContactMatches, grounds: Grounds): boolean {
  const others = [...(ownersOf(grounds).get(contact) ?? [])].filter((named) => named !== check.named)
  return grounds.model.requirements
    .flatMap(({checks}) => checks)
    .some(
      (other) =>
        other.kind === 'contact-matches' &&
        others.includes(other.named) &&
        other.facts.some((path) => localFactsAt(grounds.model, path).some((fact) => isRight(contact, fact))),
    )
}

/** A right value that is written beside another service's name only. */
function isGivenForAnother(contact: Contact, check: ContactMatches, grounds: Grounds): boolean {
  const owners = ownersOf(grounds).get(contact)
  if (!owners || owners.size === 0 || owners.has(check.named)) return false
  const at = indexOfContact(grounds)(contact)
  return at !== null && !grounds.reading.find(check.named).has(at)
}

function ownerName(contact: Contact, {model}: Grounds): string | null {
  const neighbour = model.neighbours.find(
    ({phones, emails, domains}) =>
      phones?.some((phone) => phone.replace(/\D/g, '') === contact.normalised) ||
      emails?.some((email) => email.toLowerCase() === contact.normalised) ||
      (contact.kind !== 'phone' &&
        domains?.some(
          (domain) => hostOf(contact.normalised) === domain || hostOf(contact.normalised).endsWith(`.${domain}`),
        )),
  )
  if (neighbour) return `${neighbour.name}'s`
  const own = Object.keys(model.contacts)
    .flatMap((key) => localFactsAt(model, `contacts.${key}`))
    .find((fact) => isRight(contact, fact))
  return own ? `the one for ${own.names[0]}` : null
}

function sameSort(contact: Contact, fact: LocalFact): string {
  const values = contact.kind === 'phone' ? fact.phones.map(spaced) : contact.kind === 'email' ? fact.emails : fact.urls
  return values[0] ?? fact.names[0] ?? ''
}

function isNamedNear(right: readonly Contact[], fact: LocalFact, check: ContactMatches, grounds: Grounds): boolean {
  const names = fact.names.map((name) => name.toLowerCase())
  return (
    right.some((contact) => {
      const passage = grounds.passages.get(contact.passageId)
      const near = [passage?.text, passage?.leadIn, ...(passage?.place.headings ?? [])].join(' ').toLowerCase()
      return names.some((name) => near.includes(name))
    }) || check.facts.length === 0
  )
}

function namedRightly(
  fact: LocalFact,
  check: ContactMatches,
  expected: readonly Expected[],
  grounds: Grounds,
): Outcome {
  const evidence = [...grounds.passages.values()].flatMap((passage) => {
    const at = fact.names
      .map((name) => passage.text.toLowerCase().indexOf(name.toLowerCase()))
      .find((found) => found >= 0)
    return at === undefined ? [] : [quote(passage, excerpt(passage.text, at))]
  })
  if (evidence.length > 0)
    return outcome('satisfied', `the policy names ${fact.names[0]}`, {evidence: evidence.slice(0, 1), expected})
  const others = grounds.model.neighbours.flatMap(({partnershipNames}) => partnershipNames ?? [])
  const foreign = [...grounds.passages.values()].find(({text}) => others.some((name) => text.includes(name)))
  if (foreign) {
    const name = others.find((other) => foreign.text.includes(other))!
    return outcome('contradicted', `the policy names ${name}, which is another area's, and not ${fact.names[0]}`, {
      evidence: [quote(foreign, excerpt(foreign.text, foreign.text.indexOf(name)))],
      expected,
      remedy: `Name ${fact.names[0]} instead.`,
    })
  }
  const generic = mentionsOf(check, fact, grounds)
  return generic.length > 0
    ? outcome('weak', `the policy does not name ${fact.names[0]}`, {
        evidence: generic.slice(0, 1),
        expected,
        remedy: `Name ${fact.names[0]}.`,
        searchedFor: fact.names,
      })
    : outcome('absent', `the policy does not name ${fact.names[0]}`, {
        expected,
        remedy: `Name ${fact.names[0]}.`,
        searchedFor: fact.names,
      })
}

/** Without a local name to hold it against, a name of any area counts; "the local partnership" does not. */
function namedAtAll(check: ContactMatches, grounds: Grounds): Outcome {
  const proper = grounds.facts.partnerships.filter(({name}) => !/^(?:local |joint )?safeguarding/i.test(name))
  if (proper.length > 0) {
    return outcome('satisfied', `the policy names ${proper[0]!.name}`, {
      evidence: [factEvidence(proper[0]!, grounds)],
      confidence: 'medium',
    })
  }
  const mentions = mentionsOf(check, null, grounds)
  const remedy = 'Name it.'
  return mentions.length > 0
    ? outcome('weak', `it is not named: ${check.claim}`, {
        evidence: mentions.slice(0, 1),
        remedy,
        searchedFor: [check.claim],
      })
    : outcome('absent', `the policy does not say ${check.claim}`, {remedy, searchedFor: [check.claim]})
}

/** Without a local value: is the service named, with any way at all to reach it? */
function named(check: ContactMatches, requirement: Requirement, grounds: Grounds, local: boolean): Outcome {
  if (local && !check.facts.some((path) => path.startsWith('contacts.')))
    return outcome('inapplicable', 'the local model says nothing on this')
  if (check.fields.every((field) => field === 'name')) return namedAtAll(check, grounds)
  const owners = ownersOf(grounds)
  const at = indexOfContact(grounds)
  const audience = requirement.audience === 'both' ? null : requirement.audience
  const wantsWebsite = check.fields.every((field) => field === 'url')
  const given = grounds.facts.contacts.filter((contact) => {
    if (!owners.get(contact)?.has(check.named) || contact.normalised === '999') return false
    if (wantsWebsite && contact.kind !== 'url') return false
    const index = at(contact)
    return index === null || !speaksOfOthers(index, audience, grounds.reading)
  })
  const dead = given.find(
    ({kind, normalised}) =>
      kind === 'email' && grounds.model.registers.retiredEmailDomains.some((domain) => normalised.endsWith(domain)),
  )
  if (dead) {
    return outcome('contradicted', `${dead.value} is at a domain that has been closed`, {
      evidence: [factEvidence(dead, grounds)],
      remedy: `Ask for the address that has replaced ${dead.value}.`,
    })
  }
  if (given.length > 0) {
    return outcome('satisfied', 'the policy names the service and says how to reach it', {
      evidence: given.slice(0, 2).map((contact) => factEvidence(contact, grounds)),
    })
  }
  // Naming a partnership is no step towards giving its website.
  const mentions = wantsWebsite ? [] : mentionsOf(check, null, grounds, audience)
  if (mentions.length > 0) {
    return outcome('weak', 'the policy names the service but gives no number, email or address for it', {
      evidence: mentions.slice(0, 2),
      remedy: 'Give a number, an email or a web address.',
      searchedFor: [check.claim],
    })
  }
  return outcome('absent', `the policy does not say ${check.claim}`, {
    remedy: `Say ${check.claim}.`,
    searchedFor: [check.claim],
  })
}

/** The sentences that name the service. */
export function mentionsOf(
  check: ContactMatches,
  fact: LocalFact | null,
  grounds: Grounds,
  audience: 'children' | 'adults' | null = fact?.audience ?? null,
): Evidence[] {
  return meetingsOf(check.named, grounds.reading)
    .filter(({index}) => !speaksOfOthers(index, audience, grounds.reading))
    .flatMap((meeting) => evidenceOf([meeting]))
}

function indexOfContact({reading}: Grounds): (contact: Contact) => number | null {
  return (contact) => sentenceAt(reading, contact.passageId, contact.span?.[0] ?? 0)?.index ?? null
}
