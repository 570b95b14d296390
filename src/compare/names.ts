import {localNames} from '../model/fact-path.js'
import type {Facts, Person} from '../model/facts.js'
import {holdersOf} from '../model/organisation.js'
import type {Organisation, ProceduresModel} from '../model/procedures.js'

/**
 * The words that the classes of the lexicon take on for one run: the local names of services and documents, and the
 * names of the people who hold a role, as a policy uses them ("Jas tells the front door").
 */
export function runtimeNames(
  model: ProceduresModel,
  organisation: Organisation | null,
  facts: Facts,
): Record<string, readonly string[]> {
  const names: Record<string, readonly string[]> = {}
  for (const [name, {local, people}] of Object.entries(model.lexicon)) {
    const words = [
      ...(local ?? []).flatMap((path) => localNames(model, path)).flatMap((each) => [each, ...shortOf(each, model)]),
      ...(local ?? []).flatMap((path) => bodiesIn(path, facts)),
      ...(people ?? []).flatMap((role) => peopleIn(role, organisation, facts)).flatMap(callNames),
    ]
    if (words.length > 0) names[name] = [...new Set(words)]
  }
  return names
}

/** What a policy calls a service after the first time: "the Desk", "the Adviser", where no other service is one. */
function shortOf(name: string, {contacts}: ProceduresModel): string[] {
  const short = / (Desk|Gateway|Advis[eo]r|Co-?ordinator|Hub)$/u.exec(name)?.[1]
  const others = Object.values(contacts).filter(
    (contact) => contact.name?.endsWith(short ?? '') && contact.name !== name,
  )
  return short && others.length === 0 ? [`the ${short}`] : []
}

/** The partnerships and boards that the policy itself names, with the letters that it is likely to call them by. */
function bodiesIn(path: string, {partnerships}: Facts): string[] {
  const group = path === 'partnerships.lscp' ? /child/i : path === 'partnerships.sab' ? /adult/i : null
  if (!group) return []
  return partnerships.flatMap(({name}) => (group.test(name) ? [name, initialsOf(name)] : [])).filter(Boolean)
}

/** "North Lincolnshire Safeguarding Adults Board" as NLSAB; '' where that makes no abbreviation. */
function initialsOf(name: string): string {
  const letters = (name.match(/(?<![\p{L}'’])\p{Lu}/gu) ?? []).join('')
  return letters.length >= 3 && letters.length <= 6 ? letters : ''
}

function peopleIn(role: Person['role'], organisation: Organisation | null, facts: Facts): string[] {
  const written = facts.people.filter((person) => person.role === role)
  return [...holdersOf(organisation, role), ...written].flatMap(({name}) => name ?? [])
}

/** What a person is called: the whole name, the first name, the name in brackets ("Jaswinder (Jas) Gill"). */
function callNames(name: string): string[] {
  const nick = name.match(/\((\p{L}+)\)/u)?.[1]
  const plain = name.replace(/\([^)]*\)/g, ' ').replace(/^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Reverend|Fr|Prof)\.?\s+/u, '')
  const first = plain.trim().split(/\s+/)[0]
  return [plain.trim().replace(/\s+/g, ' '), first, nick].filter(
    (part): part is string => part !== undefined && part.length > 1 && !ordinary.has(part.toLowerCase()),
  )
}

/** First names that are everyday words too: "will" is not Will wherever it stands. */
const ordinary: ReadonlySet<string> = new Set(
  'art august bill chance chase christian dawn dean drew faith frank grace grant guy harry hope iris jack joy june lance mark may miles pat patience penny pip rich rob rose rusty sandy say sue summer trust victor will young'.split(
    ' ',
  ),
)
