import type {Facts, Person} from '../model/facts.js'
import {holdersOf, type Organisation, type RoleHolder} from '../model/organisation.js'
import type {Passage} from '../model/policy.js'

/**
 * The facts, and in them the people of the organisation's own register wherever the policy names them: "Sir Martin
 * Oakes holds the brief on the board" names a holder, though no title stands beside him. Somebody who holds two posts
 * is a person for each; and so is anybody whom the policy calls by a title of the register ("the Protection Lead, Karen
 * Doyle"), whom it may know by no other. Passages that speak of nothing to do with safeguarding, and those on who wrote
 * the policy or signed it, do not count.
 */
export function withOwnPeople(facts: Facts, passages: readonly Passage[], organisation: Organisation | null): Facts {
  const posts = postsOf(organisation)
  if (posts.length === 0) return facts
  const found = passages
    .filter(({text, place}) => subject.test(`${place.headings.join(' ')} ${text}`) && !authorship.test(text))
    .flatMap((passage) => posts.flatMap((post) => [...namedIn(passage, post), ...titledIn(passage, post)]))
  const people = found.filter(
    (person) =>
      !facts.people.some(
        ({passageId, role, span}) =>
          passageId === person.passageId && role === person.role && span?.[0] === person.span?.[0],
      ),
  )
  return people.length === 0 ? facts : {...facts, people: [...facts.people, ...people].sort(byPlace(passages))}
}

const subject = /safeguard|child protection|welfare|protect|concern/iu

/** Who wrote or signed the policy does not tell what they do in it. */
const authorship = /\b(?:approved|ratified|adopted|agreed|signed|author|written|reviewed|version|owner)\b/iu

interface Post {
  readonly role: Person['role']
  readonly holder: RoleHolder
}

function postsOf(organisation: Organisation | null): readonly Post[] {
  return (['dsl', 'deputy', 'board-lead', 'chair'] as const)
    .flatMap((role) => holdersOf(organisation, role).map((holder) => ({role, holder})))
    .filter(({holder}) => /\s/u.test(holder.name?.trim() ?? ''))
}

function namedIn({id, text, place}: Passage, {role, holder}: Post): Person[] {
  const start = text.indexOf(holder.name)
  if (start < 0) return []
  const span = [start, start + holder.name.length] as const
  return [{role, title: holder.title ?? '', name: holder.name, value: holder.name, passageId: id, place, span}]
}

/** Whoever stands in apposition to a title of the register of more than one word. */
function titledIn({id, text, place}: Passage, {role, holder: {title}}: Post): Person[] {
  if (!title?.includes(' ')) return []
  return occurrencesIn(text, title).flatMap((at): Person[] => {
    const match = text.slice(at + title.length).match(apposition)
    if (!match) return []
    const start = at + title.length + match[1]!.length
    return [
      {role, title, name: match[2]!, value: match[2]!, passageId: id, place, span: [start, start + match[2]!.length]},
    ]
  })
}

const apposition = /^(, | is )(\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+)(?=,| on | at |\.|$)/u

function occurrencesIn(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push(at)
  return found
}

function byPlace(passages: readonly Passage[]): (a: Person, b: Person) => number {
  const order = new Map(passages.map(({id}, at) => [id, at]))
  const at = ({passageId}: Person) => order.get(passageId) ?? passages.length
  return (a, b) => at(a) - at(b) || (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0)
}
