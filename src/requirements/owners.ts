import type {Contact} from '../model/facts.js'
import type {ContactMatches} from '../model/requirement.js'
import type {Span} from '../text/pattern.js'
import type {Reading, Sentence} from '../text/reading.js'
import type {Grounds} from './kind.js'
import {localNames} from './local.js'
import {sentenceAt, sentencesOf} from './sentence-at.js'

/**
 * Whose number it is: for each contact that was read, the contact checks (by their `named` pattern) that it is given
 * for. The nearest service named before the number in its sentence owns it, else the nearest after it, else what
 * stands before it in the passage, else what the headings and column heads name. A number beside one of our own
 * people belongs to no service.
 */
export function ownersOf(grounds: Grounds): ReadonlyMap<Contact, ReadonlySet<string>> {
  const known = memo.get(grounds.facts)
  if (known) return known
  const services = servicesOf(grounds)
  const owners = new Map(grounds.facts.contacts.map((contact) => [contact, ownersOfOne(contact, services, grounds)]))
  memo.set(grounds.facts, owners)
  return owners
}

/** A memo of a pure function, kept as long as the facts that it was made from. */
const memo = new WeakMap<object, ReadonlyMap<Contact, ReadonlySet<string>>>()

/** The `named` patterns of every contact check of the model, each once. */
function servicesOf({model}: Grounds): string[] {
  const checks = model.requirements
    .flatMap(({checks}) => checks)
    .filter((check): check is ContactMatches => check.kind === 'contact-matches')
  return [...new Set(checks.map(({named}) => named))]
}

function ownersOfOne(
  contact: Contact,
  services: readonly string[],
  {reading, facts, model}: Grounds,
): ReadonlySet<string> {
  const at = contact.span?.[0] ?? 0
  const here = sentenceAt(reading, contact.passageId, at)
  if (!here) return new Set()
  const {sentence, index} = here
  if (reading.find.at(index, ourOnCall)) return new Set()
  const mentions = services.flatMap((service) =>
    spansOf(service, index, reading).map(([from, to]) => ({
      service,
      from: offset(sentence, from),
      to: offsetEnd(sentence, to),
    })),
  )
  const own = specific([...mentions, ...namedIn(sentence, model)], sentence).filter(
    ({from, to}) => !isWhenClosed(sentence.passage.text, from, to),
  )
  const before = headOfRow(
    own.filter(({from, to}) => to <= at || from === at),
    sentence,
  )
  const ourOwn = facts.people.findLast(
    ({passageId, role, title, span}) =>
      passageId === contact.passageId &&
      (role !== 'other' || ourPosts.test(title)) &&
      span &&
      span[0] >= sentence.start &&
      span[1] <= at,
  )
  // "The chair, Rex Dunmore, 01632 960613, or the duty desk": the number is his.
  if (ourOwn && before.every(({to}) => to <= ourOwn.span![0])) return new Set()
  if (ourRole.test(sentence.passage.text.slice(sentence.start, at)) && before.every(({to}) => at - to > 24))
    return new Set()
  const body = bodyBefore(sentence.passage.text.slice(0, at))
  if (body !== null && before.every(({to}) => to <= body)) return new Set()
  if (before.length > 0) return nearestBefore(before)
  if (strangerBefore.test(sentence.passage.text.slice(sentence.start, at))) return new Set()
  const after = own.filter(({from, to}) => to > at && from !== at && from - at <= reach)
  if (after.length > 0) return nearestAfter(after)
  for (const earlier of sentencesOf(reading, contact.passageId)
    .filter(({index: i}) => i < index)
    .reverse()) {
    const named = services.filter((service) => spansOf(service, earlier.index, reading).length > 0)
    if (named.length > 0) return new Set(named)
  }
  return new Set(services.filter((service) => reading.find.at(index, `#(${service})`)))
}

/** Whether an owner is a service by its local name (its path in the model), and not by words for its sort. */
export function isByName(owner: string): boolean {
  return owner.startsWith('contacts.')
}

/** "If it cannot wait until the desk opens": whose hours are told is not who is rung. */
function isWhenClosed(text: string, from: number, to: number): boolean {
  return (
    /\b(?:until|till|when|once|while|whenever)(?: the| our)? $/iu.test(text.slice(Math.max(0, from - 16), from)) &&
    /^(?:['’]s| is| are)? (?:open|closed|shut)/iu.test(text.slice(to, to + 12))
  )
}

/** A service that is named further on than this, in letters, is told of by itself: "ring 01632 960742, or the police". */
const reach = 60

interface Mention {
  readonly service: string
  readonly from: number
  readonly to: number
}

/** Where a sentence calls a local service by its name: the name owns what follows it, also where no check asks for it. */
function namedIn({text, start}: Sentence, model: Grounds['model']): Mention[] {
  const words = text.toLowerCase()
  const named = localNames(model).flatMap(({path, name}) => {
    const at = words.indexOf(name.toLowerCase())
    return at < 0 ? [] : [{service: path, from: start + at, to: start + at + name.length}]
  })
  // "The Night Desk, adults' line" is not the Night Desk.
  return named.filter(
    ({from, to}) => !named.some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from),
  )
}

/** A row begins with what it is about: what its other cells name by the way is not whom the number rings. */
function headOfRow(mentions: readonly Mention[], {passage}: Sentence): readonly Mention[] {
  const [first] = passage.form === 'table-row' ? (passage.cells ?? []) : []
  const head = first ? mentions.filter(({to}) => to <= first.text.length) : []
  if (head.length === 0) return mentions
  // "The night team, whenever the front door is closed": what comes first is what the row is about.
  const opens = head.reduce((earliest, mention) => (mention.from < earliest.from ? mention : earliest))
  return head.filter(({from}) => from < opens.to)
}

/** "The LADO at Northmoor Council, 01632 960303": the council's name tells where a service is, unless it stands alone. */
function specific(mentions: readonly Mention[], {passage}: Sentence): readonly Mention[] {
  const named = mentions.filter(({from, to}) => !/\b(?:council|authority)$/i.test(passage.text.slice(from, to)))
  return named.length > 0 ? named : mentions
}

/** Posts that an organisation fills itself, and no service that it rings. */
const ourPosts =
  /^(?:chief executive|CEO|chair|vice.chair|trustee|governor|principal|head ?teacher|head|vicar|minister)\b/i

/** "Welfare Officer 07700 900211": a post of ours by its title alone. */
const ourRole =
  /\b(?:(?:(?:welfare|safeguarding|child protection) (?:officer|lead|manager)|DSL|deput(?:y|ies)|(?:duty|on[- ]call) (?:phone|mobile))(?: on|:|,)? |(?:(?:registered|branch|centre|club|house|site|shift|line) manager|(?:on[- ]call )?supervisor)(?: on|:|,)? \(?)$/i

/** "One of the three is always on call": people of our own, not the council's duty team. */
const ourOnCall = 'on call & !(@council | @lado | emergency | duty | EDT)'

/** "CQC on 03000 616161, the Desk": a name that stands right before a number owns it, whoever is named after it. */
const strangerBefore =
  /(?<!\p{L})(?!(?:Tel|Telephone|Phone|Call|Ring|E-?mail|Contact|Number|Text|Write|Mobile|Or|By|Available)\b)\p{Lu}[\p{L}'’&]+(?: (?:of|and|the|for|\p{Lu}[\p{L}'’&]+)){0,6}(?: is)?(?:: ?| (?:on|at) )$|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+, $/u

/** Where the body is named to whose name an address stands in brackets: "the exploitation panel (panel@...)". */
function bodyBefore(before: string): number | null {
  return (
    /\b(?:panel|board|group|conference|project|charity|clinic|forum|helpline|MARAC|MARM|meeting|unit)(?: \p{Ll}+)?(?: is)?(?:\s?\(|, ?| (?:at|on|via|by (?:e-?mail|telephone|phone)(?: (?:at|on))?) )$/iu.exec(
      before,
    )?.index ?? null
  )
}

/** Those whose name ends last before the number, and those that share its words. */
function nearestBefore(mentions: readonly {service: string; from: number; to: number}[]): ReadonlySet<string> {
  const last = mentions.reduce((latest, mention) => (mention.to > latest.to ? mention : latest))
  return new Set(mentions.filter(({to}) => to > last.from).map(({service}) => service))
}

function nearestAfter(mentions: readonly {service: string; from: number}[]): ReadonlySet<string> {
  const first = Math.min(...mentions.map(({from}) => from))
  return new Set(mentions.filter(({from}) => from === first).map(({service}) => service))
}

function spansOf(service: string, index: number, reading: Reading): readonly Span[] {
  return (reading.find.at(index, service) ?? []).filter(([from, to]) => to > from)
}

function offset(sentence: Sentence, token: number): number {
  return sentence.tokens[token]!.start - sentence.shift
}

function offsetEnd(sentence: Sentence, token: number): number {
  return sentence.tokens[token - 1]!.end - sentence.shift
}
