import type {Contact} from '../model/facts.js'
import {allHolders} from '../model/organisation.js'
import {differingDigits, isSlipOf} from './contact-values.js'
import type {Grounds} from './kind.js'
import {textBefore} from './text-before.js'

/**
 * Two numbers beside one name that are the same but for a slip of the pen: the same digits in another order, or, where
 * both places call it by the very same name, one or two digits that differ. Null where there are none.
 */
export function twistedPair(grounds: Grounds): readonly [Contact, Contact] | null {
  const phones = grounds.facts.contacts
    .filter(({kind, normalised}) => kind === 'phone' && normalised.length > 9)
    .slice(0, most)
  const people = namesOfPeople(grounds)
  const called = new Map(phones.map((phone) => [phone, nameBeside(phone, people, grounds)]))
  for (const [i, first] of phones.entries()) {
    const second = phones
      .slice(i + 1)
      .find(
        (each) =>
          isSlipOf(first.normalised, each.normalised) &&
          !standTogether(first, each, grounds) &&
          (isOneName(called.get(first)!, called.get(each)!, first, each, people) || isOneService(first, each)),
      )
    if (second) return [first, second]
  }
  return null
}

/** Whether some passage gives both numbers: a line by day and one by night are no slips of each other. */
export function standTogether(one: Contact, other: Contact, {facts}: Grounds): boolean {
  const passagesWith = ({normalised}: Contact): ReadonlySet<string> =>
    new Set(facts.contacts.filter((each) => each.normalised === normalised).map(({passageId}) => passageId))
  const ofOther = passagesWith(other)
  return [...passagesWith(one)].some((passage) => ofOther.has(passage))
}

/** Each is held against each: a policy with more numbers than this is none that a person reads. */
const most = 300

/** Two places that give the number of one service for nights, or for allegations, alike but for a digit. */
function isOneService(one: Contact, other: Contact): boolean {
  return (
    one.passageId !== other.passageId &&
    one.role === other.role &&
    (one.role === 'out-of-hours' || one.role === 'lado') &&
    differingDigits(one.normalised, other.normalised) === 1
  )
}

function isReordered({normalised: one}: Contact, {normalised: other}: Contact): boolean {
  return [...one].sort().join('') === [...other].sort().join('')
}

function isOneName(
  one: readonly string[],
  other: readonly string[],
  first: Contact,
  second: Contact,
  people: ReadonlySet<string>,
): boolean {
  // "The deputies: 07700 900412 and 07700 900413" gives each of them one.
  if (first.passageId === second.passageId) return false
  const shared = one.filter((word) => other.includes(word))
  if (shared.length === 0 || shared.length < Math.min(one.length, other.length)) return false
  if (shared.length < 2 && !shared.some((word) => people.has(word))) return false
  return isReordered(first, second) || one.length === other.length
}

/** The parts of the names of all people who are known, in small letters. */
function namesOfPeople({facts, organisation}: Grounds): ReadonlySet<string> {
  return new Set(
    [...facts.people, ...allHolders(organisation)].flatMap(({name}) => name?.toLowerCase().split(' ') ?? []),
  )
}

/**
 * The last name in capitals before a number in its passage, or all of its row, in words of lower case. "Mr Oyelaran may be
 * reached by Boarders on": where a person was named, it is theirs.
 */
function nameBeside(contact: Contact, people: ReadonlySet<string>, grounds: Grounds): readonly string[] {
  const names = [...textBefore(contact, 160, grounds).matchAll(capitals)]
    .map(([name]) => name.toLowerCase().split(/[ ’']/u))
    .map((words) => words.filter((word) => !everyday.test(word)))
    .filter((words) => words.length > 0)
  if (grounds.passages.get(contact.passageId)?.form === 'table-row') return [...new Set(names.flat())]
  return names.findLast((words) => words.some((word) => people.has(word))) ?? names.at(-1) ?? []
}

const capitals = /\p{Lu}[\p{L}-]{2,}(?:['’]s)?(?: \p{Lu}[\p{L}-]{2,}(?:['’]s)?){0,4}/gu

/** Words that stand in capitals at the start of a sentence or a cell and name nobody. */
const everyday =
  /^(?:s|the|a|an|our|your|this|that|if|when|where|out|or|and|on|at|in|for|to|ring|call|phone|telephone|tel|text|email|contact|number|speak|tell|mobile|monday|tuesday|wednesday|thursday|friday|saturday|sunday|can|could|do|dial|police)$/iu
