import type {Contact} from '../model/facts.js'
import type {Expected} from '../model/finding.js'
import type {ContactMatches, Requirement} from '../model/requirement.js'
import {holdsAny, lowered} from '../text/hints.js'
import {blankNumberOf} from './blank-number.js'
import {belongsElsewhereRightly, contactsFor, crossed, isGivenForAnother, mentionsOf} from './contact-given.js'
import {namedRightly, withoutLocalValue} from './contact-named.js'
import {
  isComparable,
  isNeighboursTwin,
  isRight,
  neighbourOf,
  ownerName,
  sameSort,
  writtenValues,
} from './contact-values.js'
import {type Grounds, type Outcome, outcome, type RequirementKind} from './kind.js'
import {expectedOf, isServed, type LocalFact, localContacts, localFactsAt} from './local.js'
import {helplines, police} from './national-contacts.js'
import {isForOutsiders} from './outsiders.js'
import {isByName, ownersOf} from './owners.js'
import {factEvidence} from './quoting.js'
import {likeness} from './role-likeness.js'
import {sentenceAt} from './sentence-at.js'
import {textBefore} from './text-before.js'
import {together} from './together.js'

/**
 * Holds what a policy gives to reach a service against the local model, fact by fact. A value is wrong only where the
 * model gives one of its sort and nothing else bears it out. Without a local value any way to reach the service will do.
 */
export const contactMatches: RequirementKind<ContactMatches> = {
  kind: 'contact-matches',
  summary: 'A telephone number, email, web address or name is the local one.',

  judge(check, requirement, grounds) {
    const facts = check.facts
      .flatMap((path) => localFactsAt(grounds.model, path))
      .filter((fact) => isServed(fact.audience, grounds))
      // A service without the number or address that is asked for is no more to compare with than none.
      .filter((fact) => isNational(check) || check.fields.some((field) => writtenValues(fact, field).length > 0))
    if (check.facts.includes('national.helplines')) return helplines(check, facts, grounds)
    if (check.facts.includes('national.police')) return police(check, grounds)
    const blank = check.fields.includes('phone') ? blankNumberOf(check, grounds) : null
    if (blank) return blank
    if (facts.length === 0)
      return withoutLocalValue(check, requirement, grounds, grounds.model.local && check.facts.some(isLocalPath))
    return together(facts.map((fact) => compared(fact, facts, check, requirement, grounds)))
  },
}

const isNational = ({facts}: ContactMatches): boolean => facts.some((path) => path.startsWith('national.'))

const isLocalPath = (path: string): boolean => /^(?:contacts|partnerships|escalation|forums)\./.test(path)

/** Compares what the policy gives for one service with one local fact. */
function compared(
  fact: LocalFact,
  all: readonly LocalFact[],
  check: ContactMatches,
  requirement: Requirement,
  grounds: Grounds,
): Outcome {
  const wanted = check.fields.filter((field) => writtenValues(fact, field).length > 0)
  const expected = wanted.flatMap((field) =>
    writtenValues(fact, field).map((value) =>
      expectedOf(grounds.model, `${fact.path}.${field}`, value, fact.provenance),
    ),
  )
  if (wanted.length === 0)
    return outcome('inapplicable', `the local model gives no ${check.fields.join(' or ')} for ${fact.path}`)
  if (wanted.every((field) => field === 'name')) return namedRightly(fact, check, expected, grounds)

  const wrong = wrongFor(fact, all, check, requirement, grounds)
  if (wrong.length > 0) return contradicted(wrong, fact, expected, grounds)
  const right = grounds.facts.contacts.filter(
    // An address of no service by name, such as that for escalations, is known by itself.
    (contact) => isRight(contact, fact) && (isNameless(fact) || !isGivenForAnother(contact, check, grounds)),
  )
  const [first] = right
  if (first) {
    const evidence = right.slice(0, 2).map((contact) => factEvidence(contact, grounds))
    const sort = first.kind === 'phone' ? 'number' : 'address'
    return check.fields.includes('name') && fact.names.length > 0 && !isNamedNear(right, fact, grounds)
      ? outcome('weak', `the ${sort} is right, but the service is not called ${fact.names[0]}`, {
          evidence,
          expected,
          remedy: `Call it ${fact.names[0]}.`,
        })
      : outcome('satisfied', `the policy gives the local ${sort}`, {evidence, expected})
  }
  const values = expected.map(({value}) => value)
  const searchedFor = [...fact.names, ...values]
  const mentions = mentionsOf(check, fact, grounds)
  return mentions.length > 0
    ? outcome('weak', 'the policy names the service but gives no way to reach it', {
        evidence: mentions.slice(0, 2),
        expected,
        remedy: `Give ${values.join(' or ')}.`,
        searchedFor,
      })
    : outcome('absent', `the policy does not give ${fact.names[0] ?? 'this contact'}`, {
        expected,
        remedy: `Give ${[fact.names[0], ...values].filter(Boolean).join(', ')}.`,
        searchedFor,
      })
}

/** The contacts that the policy gives for this service, or for the other group's, and that no local fact bears out. */
function wrongFor(
  fact: LocalFact,
  all: readonly LocalFact[],
  check: ContactMatches,
  requirement: Requirement,
  grounds: Grounds,
): readonly Contact[] {
  const given = contactsFor(fact, check, requirement, grounds)
  const twins = grounds.facts.contacts.filter((contact) => isNeighboursTwin(contact, fact, grounds))
  return [...new Set([...given, ...crossed(fact, grounds), ...twins])].filter(
    (contact) =>
      !all.some((each) => isRight(contact, each)) &&
      isComparable(contact, fact, grounds) &&
      !isDisowned(contact, grounds) &&
      !isBesideBoth(contact, fact, grounds) &&
      !isElsewhereRight(contact, grounds) &&
      !isOwnTelephone(contact, grounds) &&
      !isBesideItsOwnName(contact, fact, grounds) &&
      !isOwnedByItsOwn(contact, fact, grounds) &&
      (!belongsElsewhereRightly(contact, check, grounds) || !given.includes(contact)),
  )
}

function contradicted(
  wrong: readonly Contact[],
  fact: LocalFact,
  expected: readonly Expected[],
  grounds: Grounds,
): Outcome {
  const first = wrong[0]!
  const whose = ownerName(first, grounds)
  return outcome(
    'contradicted',
    `the policy gives ${first.value}${whose ? `, which is ${whose},` : ''} where the local procedures give ${expected.map(({value}) => value).join(', ')}`,
    {
      evidence: wrong.slice(0, 2).map((contact) => factEvidence(contact, grounds)),
      expected,
      remedy: `Change ${first.value} to ${sameSort(first, fact)}.`,
    },
  )
}

/** "01632 960377 for a child, 01632 960488 for an adult": each group's own number, side by side. */
function isBesideBoth(contact: Contact, fact: LocalFact, {facts, model}: Grounds): boolean {
  const sort = /(?:FrontDoor|OutOfHours)$/.exec(fact.path)?.[0]
  return (
    sort !== undefined &&
    facts.contacts.some(
      (each) => each.passageId === contact.passageId && each.kind === contact.kind && isRight(each, fact),
    ) &&
    localContacts(model).some(
      (other) => other.path.endsWith(sort) && other.audience !== fact.audience && isRight(contact, other),
    )
  )
}

/** "The old number, 0114 496 0301, was switched off": told in order not to be rung. */
function isDisowned(contact: Contact, {reading}: Grounds): boolean {
  const text = sentenceAt(reading, contact.passageId, contact.span?.[0] ?? 0)?.sentence.text ?? ''
  return holdsAny(lowered(text), disownedHints) && disowned.test(text)
}

/** What every such sentence holds. */
const disownedHints = [
  'switched off',
  'no longer',
  'old ',
  'former ',
  'previous ',
  'stopped working',
  ' wrong',
  ' dead',
  ' gone',
  ' closed',
]

const disowned =
  /\b(?:switched off|no longer (?:works?|rings?|answered|in use|used|ours)|(?:old|former|previous) (?:[\p{L}'’]+ ){0,3}(?:number|line|address|mailbox)\b|stopped working|(?:number|line|address|mailbox) (?:is|was) (?:wrong|dead|gone|closed))/iu

const isNameless = ({names}: LocalFact): boolean => names.length === 0

/** A neighbour's contact in a part for people who live there, a national helpline's own, or a local panel's. */
function isElsewhereRight(contact: Contact, {model, passages, organisation}: Grounds): boolean {
  const passage = passages.get(contact.passageId)
  const neighbour = neighbourOf(contact, model)
  if (neighbour) return passage !== undefined && isForOutsiders(passage, neighbour.name, organisation)
  const known = ['national.helplines', ...Object.keys(model.forums).map((forum) => `forums.${forum}.contact`)]
  return known.some((path) => localFactsAt(model, path).some((fact) => isRight(contact, fact)))
}

/** "One of the three carries the safeguarding telephone, 07700 900320": a telephone of the organisation's own. */
function isOwnTelephone(contact: Contact, grounds: Grounds): boolean {
  return /\b(?:the|our|a) (?:own )?(?:safeguarding|duty|on[- ]call|staff|centre|office|school|club) (?:tele)?(?:phone|mobile)\P{L}*$/iu.test(
    textBefore(contact, 60, grounds),
  )
}

/**
 * Whether a number stands in a sentence with the name of the other service that it rings, and without this one's; or is
 * given for nights and weekends, and rings those who are there then.
 */
function isBesideItsOwnName(contact: Contact, fact: LocalFact, {model, reading}: Grounds): boolean {
  const words = sentenceAt(reading, contact.passageId, contact.span?.[0] ?? 0)?.sentence.text.toLowerCase() ?? ''
  // "Allocated social worker or duty worker": either of the two names it.
  const isNamed = (each: LocalFact): boolean =>
    each.names.some((name) =>
      name
        .toLowerCase()
        .split(' or ')
        .some((either) => words.includes(either)),
    )
  // "Night Desk" for both groups tells the one from the other as little as no name would.
  const shared = new Set(fact.names.map((name) => name.toLowerCase()))
  const rung = localContacts(model)
    .filter((each) => isRight(contact, each))
    .map((each) => ({...each, names: each.names.filter((name) => !shared.has(name.toLowerCase()))}))
  // Under "Private fostering" the number of the private fostering worker stands where it belongs.
  const place = sentenceAt(reading, contact.passageId, contact.span?.[0] ?? 0)?.sentence
  const around = place ? [place.passage.text, place.section.title, ...place.passage.place.headings].join(' ') : ''
  if (
    rung.some(({names}) => names.some((name) => name.includes(' ') && likeness(name, around) >= 0.6)) &&
    !isNamed(fact)
  )
    return true
  const atNight = /OutOfHours$/
  return rung.some(
    (each) =>
      (!isNamed(fact) && isNamed(each)) ||
      (atNight.test(each.path) && !atNight.test(fact.path) && closedHours.test(words)),
  )
}

/** Whether the local name that stands nearest before a number is that of the service which it rings. */
function isOwnedByItsOwn(contact: Contact, {names}: LocalFact, grounds: Grounds): boolean {
  return [...(ownersOf(grounds).get(contact) ?? [])].some(
    (owner) =>
      isByName(owner) &&
      localFactsAt(grounds.model, owner).some(
        (each) => isRight(contact, each) && !each.names.some((name) => names.includes(name)),
      ),
  )
}

const closedHours =
  /\b(?:nights?|weekends?|out[- ]of[- ]hours|outside (?:office |working )?hours|evenings?|bank holidays?)\b/

/** Whether a local name stands in the passage of a right value, in its lead-in or in the headings above. */
function isNamedNear(right: readonly Contact[], fact: LocalFact, {passages}: Grounds): boolean {
  const names = fact.names.map((name) => name.toLowerCase())
  return right.some((contact) => {
    const passage = passages.get(contact.passageId)
    const near = [passage?.text, passage?.leadIn, ...(passage?.place.headings ?? [])].join(' ').toLowerCase()
    return names.some((name) => near.includes(name))
  })
}
