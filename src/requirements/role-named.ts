import type {Contact, Person} from '../model/facts.js'
import {type Evidence, type Expected, quote} from '../model/finding.js'
import {allHolders, holdersOf, type RoleHolder} from '../model/organisation.js'
import type {RoleNamed} from '../model/requirement.js'
import {phoneDigits, publicNumbers} from '../text/contact.js'
import {isSlipOf} from './contact-values.js'
import {type Grounds, type Outcome, outcome, type RequirementKind} from './kind.js'
import {expectedHolder} from './own-register.js'
import {excerpt, factEvidence} from './quoting.js'
import {sameName} from './same-name.js'
import {sentenceAt} from './sentence-at.js'
import {textBefore} from './text-before.js'
import {evidenceOf, meetingsOf} from './ways.js'

/**
 * Looks for the person who holds a post, and, where the requirement asks it, for a way to reach them; both are held
 * against the organisation's own register of roles, where its profile has one.
 */
export const roleNamed: RequirementKind<RoleNamed> = {
  kind: 'role-named',
  summary: 'A role is tied to a person and a way to reach them.',

  judge(check, _requirement, grounds) {
    const {facts, organisation} = grounds
    const people = facts.people.filter(({role}) => role === check.role)
    const holders = check.role === 'training-record-owner' ? [] : holdersOf(organisation, check.role)
    const expected = holders.map((holder) => expectedHolder(check.role, holder))
    // A form or a card with a blank on it hides nobody who is named elsewhere.
    const blank = people.length === 0 ? blankRole(check, grounds) : null
    if (blank)
      return outcome('contradicted', 'a blank or a placeholder stands where the person should be', {
        evidence: [blank],
        expected,
        remedy: `Name the person: ${expected[0]?.value ?? check.claim}.`,
      })
    const known = holders.filter(({name}) => name)
    const stranger =
      known.length > 0
        ? people.find((person) => !known.some((holder) => sameName(person.name, holder.name)))
        : undefined
    if (stranger) {
      return outcome(
        'contradicted',
        `the policy names ${stranger.name}; your own register of roles names ${known.map(({name}) => name).join(' and ')}`,
        {
          evidence: [factEvidence(stranger, grounds)],
          expected,
          remedy: `Change the name to ${expected.map(({value}) => value).join(' or ')}.`,
        },
      )
    }
    if (people.length === 0) return unnamed(check, expected, grounds)
    return reached(check, people, holders, expected, grounds)
  },
}

function reached(
  check: RoleNamed,
  people: readonly Person[],
  holders: readonly RoleHolder[],
  expected: readonly Expected[],
  grounds: Grounds,
): Outcome {
  const evidence = people.slice(0, 2).map((person) => factEvidence(person, grounds))
  if (!check.require.includes('contact'))
    return outcome('satisfied', `the policy names ${people[0]!.name}`, {evidence, expected})
  const contacts = people.flatMap((person) => contactsOf(person, check, grounds))
  const known = holders
    .flatMap(({phone, email}) => [phone ? phoneDigits(phone) : '', email?.toLowerCase() ?? ''])
    .filter(Boolean)
  const wrong =
    misprintIn(people, holders, check, grounds) ??
    misprintByName(holders, grounds) ??
    contacts.find(
      (contact) =>
        contact.kind === 'phone' &&
        known.some((value) => /^\d/.test(value)) &&
        !known.includes(contact.normalised) &&
        contact.role !== 'other' &&
        people.length === 1 &&
        people[0]!.passageId === contact.passageId,
    )
  if (wrong) {
    return outcome(
      'contradicted',
      `the policy gives ${wrong.value} for ${nearestPerson(wrong, grounds.facts.people)?.name ?? people[0]!.name}; your own register gives ${known.join(', ')}`,
      {evidence: [factEvidence(wrong, grounds)], expected, remedy: `Change ${wrong.value} to ${expected[0]!.value}.`},
    )
  }
  if (contacts.length > 0)
    return outcome('satisfied', `the policy names ${people[0]!.name} and says how to reach them`, {evidence, expected})
  return outcome('weak', `the policy names ${people[0]!.name} but gives no number or email`, {
    evidence,
    expected,
    remedy: `Add a number or an email${expected[0] ? `: ${expected[0].value}` : ''}.`,
  })
}

/** A number beside one of several holders that is theirs but for a digit or two, and nobody else's of the register. */
function misprintIn(
  people: readonly Person[],
  holders: readonly RoleHolder[],
  check: RoleNamed,
  grounds: Grounds,
): Contact | undefined {
  return people
    .flatMap((person) => {
      const phone = holders.find(({name}) => name && sameName(person.name, name))?.phone
      const beside = contactsOf(person, check, grounds).filter((contact) => isBeside(contact, person))
      return phone ? beside.map((contact) => ({contact, own: phoneDigits(phone)})) : []
    })
    .find(({contact, own}) => {
      if (holders.some(({phone}) => phone && phoneDigits(phone) === contact.normalised)) return false
      return contact.kind === 'phone' && isSlipOf(own, contact.normalised)
    })?.contact
}

/** The same where a card or a poster gives a first name and a number: "Gwen 07700 900301", "Gwen's mobile". */
function misprintByName(holders: readonly RoleHolder[], grounds: Grounds): Contact | undefined {
  const registered = allHolders(grounds.organisation).map(({phone}) => phoneDigits(phone ?? ''))
  return grounds.facts.contacts.find((contact) => {
    const {kind, normalised} = contact
    if (kind !== 'phone' || registered.includes(normalised)) return false
    const beside = new Set(
      /\D*$/u.exec(textBefore(contact, 60, grounds))![0].match(/\p{Lu}(?:[\p{L}-]|['’](?!s\b))+/gu),
    )
    return holders.some(
      ({name, phone}) =>
        phone && isSlipOf(phoneDigits(phone), normalised) && name?.split(' ').some((part) => beside.has(part)),
    )
  })
}

function unnamed(check: RoleNamed, expected: readonly Expected[], grounds: Grounds): Outcome {
  const mentions = meetingsOf(check.named, grounds.reading)
  const remedy = `Name the person and how to reach them${expected[0] ? `: ${expected[0].value}` : ''}.`
  if (mentions.length > 0) {
    return outcome('weak', 'the role is spoken of, but nobody is named', {
      evidence: mentions.slice(0, 2).flatMap((meeting) => evidenceOf([meeting])),
      expected,
      remedy,
      searchedFor: [check.claim],
    })
  }
  return outcome('absent', `nothing was found that says ${check.claim}`, {expected, remedy, searchedFor: [check.claim]})
}

/** The contacts that stand beside a person, or that were read as the role's and stand beside nobody. */
function contactsOf(person: Person, check: RoleNamed, {facts}: Grounds): Contact[] {
  return facts.contacts.filter((contact) => {
    if (publicNumbers.includes(contact.normalised)) return false
    const beside = nearestPerson(contact, facts.people)
    return beside ? beside.name === person.name : contact.role === check.role
  })
}

/** Whether a contact follows a name within a line of text: one further on may be a telephone that is handed round. */
function isBeside({passageId, span}: Contact, person: Person): boolean {
  if (passageId !== person.passageId || !span || !person.span) return false
  const between = span[0] - person.span[1]
  return between >= 0 && between <= 60
}

/** Whose contact it is in its passage: the last person named before it, else the first after it. */
function nearestPerson(contact: Contact, people: readonly Person[]): Person | undefined {
  const start = ({span}: Person | Contact) => span?.[0] ?? 0
  const here = people.filter(({passageId}) => passageId === contact.passageId).sort((a, b) => start(a) - start(b))
  return here.findLast((person) => start(person) <= start(contact)) ?? here[0]
}

/** A placeholder in the same sentence as the role. */
function blankRole(check: RoleNamed, grounds: Grounds): Evidence | null {
  const named = new Set(meetingsOf(check.named, grounds.reading).map(({index}) => index))
  const blank = grounds.facts.placeholders.find(({passageId, span, text}) => {
    const place = sentenceAt(grounds.reading, passageId, span?.[0] ?? 0)
    return place !== null && named.has(place.index) && !/^\[ ?\]/.test(text) && !isOfForm(place.sentence.text)
  })
  if (!blank) return null
  const passage = grounds.passages.get(blank.passageId)!
  return quote(passage, excerpt(passage.text, blank.span?.[0] ?? 0))
}

/** "Given to the lead at ____": a line of a form that is filled in each time. */
function isOfForm(text: string): boolean {
  return /\b(?:given|passed|told|handed|reported|sent|signed|received|completed|seen|shown|date|time)\b[^_.…]{0,40}(?:_{2,}|\.{4,}|…{2,}|\[ ?\])/iu.test(
    text,
  )
}
