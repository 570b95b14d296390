import type {Contact, Person} from '../model/facts.js'
import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import {phoneDigits} from '../text/contact.js'
import {isRight, isSlipOf} from './contact-values.js'
import {groupAt} from './group-at.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {localFactsAt} from './local.js'
import {isForOutsiders} from './outsiders.js'
import {isByName, ownersOf} from './owners.js'
import {factEvidence} from './quoting.js'
import {sentenceAt} from './sentence-at.js'
import {standTogether, twistedPair} from './twisted-numbers.js'

/** One contact given in two forms: two numbers for one service, or two people in one post. */
export function contactConsistency(_check: ProhibitedStatementAbsent, grounds: Grounds): Outcome {
  const [one, other] = rivals(grounds)
  if (one && other) {
    return outcome('contradicted', `${one.name} and ${other.name} are both named as ${one.title}`, {
      evidence: [one, other].map((person) => factEvidence(person, grounds)),
      remedy: 'Keep the right name and change the other.',
    })
  }
  const owners = ownersOf(grounds)
  const byService = new Map<string, Contact[]>()
  const national = localFactsAt(grounds.model, 'national.helplines')
  for (const contact of grounds.facts.contacts) {
    const own = [...(owners.get(contact) ?? [])]
    if (contact.kind !== 'phone' || contact.normalised.length <= 4 || isForNeighbours(contact, grounds)) continue
    if (national.some((helpline) => isRight(contact, helpline))) continue
    for (const service of own) {
      // A helpline may give a second number; a service of the local model has the numbers that the model gives.
      if (contact.role === 'helpline' && !isByName(service)) continue
      byService.set(service, [...(byService.get(service) ?? []), contact])
    }
  }
  for (const [service, contacts] of byService) {
    const pair = pairOf(contacts, isByName(service), grounds)
    if (pair) return bothGiven(pair, grounds)
  }
  const twisted = twistedPair(grounds)
  return twisted && !bothRight(...twisted, grounds)
    ? bothGiven(twisted, grounds)
    : outcome('clear', 'each contact has one value throughout')
}

function bothGiven([first, second]: readonly [Contact, Contact], grounds: Grounds): Outcome {
  return outcome(
    'contradicted',
    `${first.value} and ${second.value} are both given for ${first.for || 'one service'}`,
    {
      evidence: [first, second].map((contact) => factEvidence(contact, grounds)),
      remedy: 'Keep the right number and change the other; better, hold each number in one place only.',
      confidence: 'medium',
    },
  )
}

/** A number in a part for people who live elsewhere is not the one of the service here. */
function isForNeighbours({passageId}: Contact, {model, passages, organisation}: Grounds): boolean {
  const passage = passages.get(passageId)
  return (
    passage !== undefined &&
    model.neighbours.some(({name}) => passage.text.includes(name) && isForOutsiders(passage, name, organisation))
  )
}

/** The first two numbers of one service that differ; where both stand beside its local name, it is one service. */
function pairOf(contacts: readonly Contact[], byName: boolean, grounds: Grounds): readonly [Contact, Contact] | null {
  for (const [i, first] of contacts.entries()) {
    const second = contacts.slice(i + 1).find(
      (each) =>
        each.normalised !== first.normalised &&
        // A line by day and a line by night stand side by side.
        each.passageId !== first.passageId &&
        (byName || isOneService(first, each, grounds)) &&
        !bothRight(first, each, grounds) &&
        !standTogether(first, each, grounds) &&
        isAtNight(first, grounds) === isAtNight(each, grounds),
    )
    if (second) return [first, second]
  }
  return null
}

function familyName(name: string): string {
  return (name.match(/\p{L}+/gu) ?? []).at(-1)?.toLowerCase() ?? ''
}

/**
 * The holders of the leading role who cannot both be right. A post may be shared, which one sentence tells that names
 * them together, or split between groups or places, which the titles tell.
 */
function rivals({facts, reading}: Grounds): readonly Person[] {
  const leads = facts.people.filter(({role}) => role === 'dsl')
  if (leads.some(({title}) => /\b(?:adult|child(?!\s*(?:protection|welfare))|site|venue|branch)/i.test(title)))
    return []
  const families = new Map(leads.map((person) => [familyName(person.name), person]))
  const bySentence = new Map<number, Set<string>>()
  for (const {name, passageId, span} of leads) {
    const index = sentenceAt(reading, passageId, span?.[0] ?? 0)?.index ?? -1
    bySentence.set(index, (bySentence.get(index) ?? new Set()).add(familyName(name)))
  }
  const joint = new Set([...bySentence.values()].filter(({size}) => size > 1).flatMap((names) => [...names]))
  const strangers = [...families.keys()].filter((family) => !joint.has(family))
  if (joint.size === 0) return families.size > 1 ? [...families.values()] : []
  return strangers.length > 0 ? [families.get([...joint][0]!)!, families.get(strangers[0]!)!] : []
}

/** Whether two places give a number for the same service: by its local name, or in words of their own. */
function isOneService(one: Contact, other: Contact, {model, reading}: Grounds): boolean {
  // A number that is another but for a digit or two is the same one, whatever else its sentence speaks of.
  const slip = isSlipOf(one.normalised, other.normalised)
  if (!slip && !one.role.startsWith(other.role) && !other.role.startsWith(one.role)) return false
  const groups = [one, other].map(({passageId, span}) => {
    const place = sentenceAt(reading, passageId, span?.[0] ?? 0)
    return place && groupAt(place.index, reading)
  })
  if (groups[0] !== groups[1] && groups.every((group) => group !== null)) return false
  const local = Object.values(model.contacts).flatMap(({name, aliases}) => [name, ...(aliases ?? [])])
  return (
    slip ||
    sameWords(one, other) ||
    local.some((name) => name?.includes(' ') && one.for.includes(name) && other.for.includes(name))
  )
}

/** Whether two places call what they give a number for by the same words: each area has a team of its own. */
function sameWords(one: Contact, other: Contact): boolean {
  const [area, otherArea] = [one, other].map(
    ({for: words}) => /^(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*) \p{Ll}/u.exec(words)?.[1],
  )
  if (area && otherArea && area !== otherArea) return false
  const [a, b] = [one, other].map(
    (contact) => new Set((contact.for.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []).filter((word) => !slight.test(word))),
  )
  const shared = [...a!].filter((word) => b!.has(word))
  return shared.length > 0 && shared.length >= Math.min(a!.size, b!.size) / 2
}

/** Whether the words around a number say that it is for nights and weekends. */
function isAtNight({passageId, span}: Contact, {passages}: Grounds): boolean {
  const [start, end] = span ?? [0, 0]
  const around = passages.get(passageId)?.text.slice(Math.max(0, start - 60), end + 50) ?? ''
  return /\b(?:out[- ]of[- ]hours|evenings?|nights?|weekends?|bank holidays?|after hours|emergency duty)\b/iu.test(
    around,
  )
}

/** Words that tell no service from another. */
const slight =
  /^(?:section|page|flowchart|appendix|the|and|for|team|service|number|call|ring|contact|out|hours|evenings?|nights?|weekends?|bank|holidays?)$/

/** Both may be right: an office line and a mobile of the local model, or day and night. */
function bothRight(one: Contact, other: Contact, {model}: Grounds): boolean {
  const known = new Set(
    Object.values(model.contacts)
      .flatMap((contact) => [contact.phone, ...(contact.otherPhones ?? [])])
      .flatMap((phone) => (phone ? [phoneDigits(phone)] : [])),
  )
  return known.has(one.normalised) && known.has(other.normalised)
}
