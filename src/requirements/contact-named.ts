import {type Expected, quote} from '../model/finding.js'
import type {ContactMatches, Requirement} from '../model/requirement.js'
import {emergencyNumbers} from '../text/contact.js'
import {indexOfContact, mentionsOf} from './contact-given.js'
import {speaksOfOthers} from './group-at.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import type {LocalFact} from './local.js'
import {ownersOf} from './owners.js'
import {excerpt, factEvidence} from './quoting.js'

/** Whether the policy uses the local name, and not a neighbour's. */
export function namedRightly(
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

/**
 * Without a local value: is the service named, with any way at all to reach it? `hasLocal` says that there are local
 * procedures, which then give no such value.
 */
export function withoutLocalValue(
  check: ContactMatches,
  requirement: Requirement,
  grounds: Grounds,
  hasLocal: boolean,
): Outcome {
  if (hasLocal && !check.facts.some((path) => path.startsWith('contacts.')))
    return outcome('inapplicable', 'the local model says nothing on this')
  if (check.fields.every((field) => field === 'name')) return namedAtAll(check, grounds)
  const owners = ownersOf(grounds)
  const at = indexOfContact(grounds)
  const audience = requirement.audience === 'both' ? null : requirement.audience
  const wantsWebsite = check.fields.every((field) => field === 'url')
  const given = grounds.facts.contacts.filter((contact) => {
    if (!owners.get(contact)?.has(check.named) || emergencyNumbers.includes(contact.normalised)) return false
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
