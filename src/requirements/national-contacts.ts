import type {Contact} from '../model/facts.js'
import type {ContactMatches} from '../model/requirement.js'
import {mentionsOf} from './contact-given.js'
import {differingDigits, isRight, writtenValues} from './contact-values.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedOf, type LocalFact} from './local.js'
import {factEvidence} from './quoting.js'
import {textBefore} from './text-before.js'

/**
 * National helplines. A number right beside the name of a helpline is wrong where it is another helpline's, or this one's
 * but for some digits; the number of a helpline that the pack does not know is taken on trust.
 */
export function helplines(check: ContactMatches, facts: readonly LocalFact[], grounds: Grounds): Outcome {
  const [wrong] = grounds.facts.contacts.flatMap((contact) => {
    const fact = namedBeside(contact, facts, grounds)
    return fact &&
      !isRight(contact, fact) &&
      isNearMiss(contact, fact, facts) &&
      !isCalledItself(contact, facts, grounds)
      ? [{contact, fact}]
      : []
  })
  if (wrong) {
    const {contact, fact} = wrong
    const number = writtenValues(fact, 'phone').join(' or ')
    return outcome('contradicted', `${contact.value} is not the number of ${fact.names[0]}`, {
      evidence: [factEvidence(contact, grounds)],
      expected: [expectedOf(grounds.model, `${fact.path}.phone`, number, fact.provenance)],
      remedy: `Give ${number}.`,
    })
  }
  const right = grounds.facts.contacts.filter((contact) => facts.some((fact) => isRight(contact, fact)))
  if (right.length > 0) {
    return outcome('satisfied', 'the numbers of national helplines are right', {
      evidence: right.slice(0, 2).map((contact) => factEvidence(contact, grounds)),
    })
  }
  const given = grounds.facts.contacts.filter((contact) => contact.role === 'helpline')
  if (given.length > 0) {
    return outcome('satisfied', 'the policy gives a national helpline', {
      evidence: given.slice(0, 2).map((contact) => factEvidence(contact, grounds)),
      confidence: 'medium',
    })
  }
  const mentions = mentionsOf(check, null, grounds)
  return mentions.length > 0
    ? outcome('weak', 'a helpline is named without a number', {
        evidence: mentions.slice(0, 1),
        remedy: 'Give its number.',
        searchedFor: [check.claim],
      })
    : outcome('absent', 'no national helpline is given', {remedy: `Say ${check.claim}.`, searchedFor: [check.claim]})
}

/** The helpline whose name stands next to a freephone number, with no other number between. */
function namedBeside(contact: Contact, facts: readonly LocalFact[], grounds: Grounds): LocalFact | undefined {
  if (contact.kind !== 'phone' || contact.span === null || !/^0(?:80|300|303|20)/.test(contact.normalised)) return
  // In a table the name stands in the cell before.
  const before = textBefore(contact, 100, grounds).replace(/\|\s*$/u, '')
  const words = before
    .slice(Math.max(0, ...[...before.matchAll(/\d{3,}|[.;|]\s/gu)].map((match) => match.index + 1)))
    .toLowerCase()
  const ends = facts.flatMap((fact) =>
    fact.names.map((name) => ({fact, at: words.lastIndexOf(name.toLowerCase()), length: name.length})),
  )
  return ends.filter(({at}) => at >= 0).sort((a, b) => b.length - a.length)[0]?.fact
}

/** Another helpline's number, or this one's but for some digits: one that is like neither may be a further line of its own. */
function isNearMiss({normalised}: Contact, {phones}: LocalFact, all: readonly LocalFact[]): boolean {
  return (
    all.some((each) => each.phones.includes(normalised)) ||
    phones.some((phone) => phone.length === normalised.length && differingDigits(phone, normalised) <= 4)
  )
}

/** "NSPCC, for whistleblowing 0800 028 0285": a number that is right for a helpline which its passage names as well. */
function isCalledItself(contact: Contact, facts: readonly LocalFact[], {passages}: Grounds): boolean {
  const text = passages.get(contact.passageId)?.text.toLowerCase() ?? ''
  return facts.some((fact) => isRight(contact, fact) && fact.names.some((name) => text.includes(firstWord(name))))
}

/** "Whistleblowing" tells one number of a body from its other; else the first word of a name will do. */
function firstWord(name: string): string {
  const words = name.toLowerCase().split(' ')
  return words.includes('whistleblowing') ? 'whistle' : words[0]!
}

/** 999 is what matters; 101 is a bonus. */
export function police(check: ContactMatches, grounds: Grounds): Outcome {
  const {emergency} = grounds.model.registers.police
  const numbers = grounds.facts.contacts.filter(({normalised}) => normalised === emergency)
  if (numbers.length > 0)
    return outcome('satisfied', `the policy gives ${emergency}`, {
      evidence: numbers.slice(0, 1).map((contact) => factEvidence(contact, grounds)),
    })
  const mentions = mentionsOf(check, null, grounds)
  return mentions.length > 0
    ? outcome('weak', `the police are named, but ${emergency} is not`, {
        evidence: mentions.slice(0, 1),
        remedy: `Give ${emergency}.`,
        searchedFor: [emergency],
      })
    : outcome('absent', `${emergency} is not given`, {remedy: `Give ${emergency}.`, searchedFor: [emergency]})
}
