import {type ContactWords, contactOfLink, contactsIn} from '../text/contact.js'
import {sentencesIn} from '../text/sentence.js'
import type {Group} from './audience.js'
import {contactKeyOf} from './contact-keys.js'
import {type ContactName, isService, nameAlone, nameBefore} from './contact-name.js'
import {type Confidence, type Drafted, found, keyOf, type Question, quoteAt, type Read, readAt} from './fact.js'
import {hoursIn} from './hours.js'
import {isBody, type Line} from './line.js'

interface Service {
  readonly name: ContactName
  readonly line: Line
  readonly index: number
  readonly start: number
  readonly confidence: Confidence
  readonly channels: {readonly found: Channel; readonly line: Line}[]
  hours: Read<string> | null
}

interface Channel extends Pick<ContactWords, 'kind' | 'value' | 'normalised' | 'start' | 'end'> {
  readonly isForm: boolean
}

/**
 * The services that the document says how to reach, by their keys in the model, and a question for each number that
 * belongs to nobody named. `national` are the numbers of national services, in digits: they are no local facts.
 */
export function contactsOf(
  lines: readonly Line[],
  audience: readonly Group[],
  national: ReadonlySet<string>,
  inLadders: ReadonlySet<Line>,
): {contacts: Record<string, Drafted>; questions: Question[]} {
  const services: Service[] = []
  const questions: Question[] = []
  let pending: {name: ContactName; line: Line; index: number} | null = null
  for (const [index, line] of lines.entries()) {
    if (!isBody(line) || services.length > mostServices) continue
    const channels = channelsOf(line, national)
    const last = services.at(-1)
    if (channels.length === 0) {
      if (last && index - last.index <= 3 && line.passage !== null) last.hours ??= hoursOf(line, last)
      const alone = line.text.length < 80 ? nameAlone(line.text) : null
      if (alone && isService(alone.name) && hoursIn(line.text).length === 0) pending = {name: alone, line, index}
      continue
    }
    const near: typeof pending =
      pending &&
      index - pending.index <= 4 &&
      (pending.line.passage === null || pending.line.passage.form === line.passage?.form)
        ? pending
        : null
    const told =
      line.passage?.cells && line.passage.cells.length > 1
        ? rowService(line, index, channels, near)
        : lineServices(line, index, channels, inLadders.has(line) ? 'spoken' : near, last)
    services.push(...told.services)
    if (told.unnamed.length > 0) {
      const [first] = told.unnamed as [Channel]
      if (first.kind === 'phone')
        questions.push({ask: `Whose number is ${first.value}?`, quote: quoteAt(line, first.start, first.end)})
    }
  }
  return {contacts: keyed(services, audience), questions}
}

const mostServices = 300
const mostInLine = 40

function channelsOf(line: Line, national: ReadonlySet<string>): Channel[] {
  const written = contactsIn(line.text).map((each) => ({
    ...each,
    isForm: isFormWords(line.text.slice(Math.max(0, each.start - 40), each.start)),
  }))
  const linked = (line.passage?.links ?? []).flatMap(({text, target}): Channel[] => {
    const to = contactOfLink(target)
    const start = line.text.indexOf(text)
    if (!to || start < 0 || written.some(({normalised}) => normalised === to.normalised)) return []
    return [{...to, start, end: start + text.length, isForm: isFormWords(text)}]
  })
  return [...written, ...linked]
    .filter(({kind, normalised}) => kind !== 'phone' || (!national.has(normalised) && normalised.length > 4))
    .sort((a, b) => a.start - b.start)
    .slice(0, mostInLine)
}

function isFormWords(words: string): boolean {
  return /\b(?:form|report|refer|referral|portal|online)\b/iu.test(words)
}

type Told = {services: Service[]; unnamed: Channel[]}
type Pending = {name: ContactName; line: Line; index: number} | null

/** A row of a table of contacts is one service, save where its first cell is only a label ("Telephone"). */
function rowService(line: Line, index: number, channels: readonly Channel[], near: Pending): Told {
  const cells = line.passage!.cells!
  const naming =
    cells.find(
      ({header, text}) =>
        /\b(?:service|who|name|team|agency|organisation|contact|role|body)\b/iu.test(header ?? '') && nameOfCell(text),
    ) ?? cells.find(({text}) => nameOfCell(text))
  const name = naming ? nameOfCell(naming.text) : null
  const from = name ? {name, line, index} : near
  if (!from || !channels.some(({kind}) => kind !== 'url')) return {services: [], unnamed: []}
  const timed = cells.find(
    (cell) =>
      cell !== naming && /\b(?:open|hours|when|available|times?)\b/iu.test(cell.header ?? '') && cell.text.length > 2,
  )
  const hours = timed ?? cells.find((cell) => cell !== naming && hoursIn(cell.text).length > 0)
  const words = hours && (timed ? hours.text : hoursIn(hours.text)[0]!.value)
  const about = [from.name.about, ...cells.map(({text}) => text)].join(' ')
  return {
    services: [
      {
        name: {...from.name, about},
        line: from.line,
        index,
        start: 0,
        confidence: 'high',
        channels: channels.map((each) => ({found: each, line})),
        hours: words ? readAt(words, line, line.text.indexOf(words)) : null,
      },
    ],
    unnamed: [],
  }
}

function nameOfCell(text: string): ContactName | null {
  return contactsIn(text).length > 0 || hoursIn(text)[0]?.value === text
    ? null
    : nameAlone(text.split(/,\s+for\b/u)[0]!) && {...nameAlone(text.split(/,\s+for\b/u)[0]!)!, about: text}
}

/** The services of a paragraph, item or box: each channel belongs to the name before it. */
function lineServices(
  line: Line,
  index: number,
  channels: readonly Channel[],
  near: Pending | 'spoken',
  last: Service | undefined,
): Told {
  const services: Service[] = []
  const unnamed: Channel[] = []
  const sentences = sentencesIn(line.text)
  let from = 0
  let current: Service | undefined
  // "Duty Team. Telephone ...": a name may stand as the first sentence of its own line.
  const [opening] = sentences
  const named = sentences.length > 1 && opening!.text.length < 70 ? nameAlone(opening!.text) : null
  const runIn: Pending = near !== 'spoken' && named && isService(named.name) ? {name: named, line, index} : null
  for (const channel of channels) {
    const between = line.text.slice(from, channel.start)
    const inSentence = sentences.find(({start, end}) => start <= channel.start && channel.start < end)
    const before = line.text.slice(Math.max(from, inSentence?.start ?? 0), channel.start)
    const name = channel.kind === 'url' ? null : namedIn(before, current !== undefined, line, channel)
    from = channel.end
    if (name) {
      current = {
        name,
        line,
        index,
        start: channel.start,
        confidence: line.text.length < 160 ? 'high' : 'medium',
        channels: [],
        hours: null,
      }
      services.push(current)
    } else if (current && /[.!?]\s+\p{Lu}/u.test(between) && !isOnlyLabel(between)) current = undefined
    const heading: Pending = runIn ?? (near === 'spoken' ? null : near)
    if (!current && !name && heading && (isOnlyLabel(before) || runIn) && channel.kind !== 'url') {
      const same: Service | undefined = !runIn && last && last.line === heading.line ? last : undefined
      current = same ?? {
        name: heading.name,
        line: heading.line,
        index,
        start: 0,
        confidence: 'medium',
        channels: [],
        hours: null,
      }
      if (!same) services.push(current)
    }
    if (current) current.channels.push({found: channel, line})
    else if (last && last.index === index - 1 && isOnlyLabel(before)) last.channels.push({found: channel, line})
    else if (channel.kind !== 'url') unnamed.push(channel)
  }
  for (const service of services) service.hours ??= hoursBeside(line, service, services)
  if (services.length === 0 && last) last.hours ??= last.index >= index - 2 ? hoursOf(line, last) : null
  return {services, unnamed}
}

function namedIn(before: string, follows: boolean, {headings}: Line, {kind}: Channel): ContactName | null {
  const name = nameBefore(
    follows
      ? before.replace(/^[^.;]*?(?=[.;]|$)/u, (words) =>
          nameBefore(words.replace(/^[\s,)]*(?:or|and)\b/iu, '')) ? words : '',
        )
      : before,
  )
  if (!name) return null
  // A form or record is sent to an address: it is not whom one reaches there.
  if (/\b(?:Form|Record|Notification|Template|Notice)\b/u.test(name.name) && kind === 'email') return null
  return {...name, about: [name.about, ...headings.slice(-1)].join(' ')}
}

/** "Tel:", "or email", ")": nothing that could be a name. */
function isOnlyLabel(words: string): boolean {
  return /^(?:[\s,:;().|–—/&-]|\b(?:tel(?:ephone)?|phone|mobile|e-?mail|secure|address|website|web|or|and|at|on|number|no|fax|text|call|ring|online|by|via|us)\b\.?)*$/iu.test(
    words,
  )
}

/** The hours that stand in the stretch of a line that speaks of one service. */
function hoursBeside(line: Line, service: Service, all: readonly Service[]): Read<string> | null {
  const sentences = sentencesIn(line.text)
  const next = all[all.indexOf(service) + 1]
  const own = sentences.find(({start, end}) => start <= service.start && service.start < end)
  const earlier = all[all.indexOf(service) - 1]
  const from = Math.max(
    own?.start ?? 0,
    earlier ? Math.max(...earlier.channels.filter((each) => each.line === line).map(({found: {end}}) => end), 0) : 0,
  )
  const nextSentence = next && sentences.find(({start, end}) => start <= next.start && next.start < end)
  const to = next
    ? nextSentence && nextSentence.start > service.start
      ? nextSentence.start
      : next.start
    : line.text.length
  const stretch = hoursIn(line.text).filter(({start, end}) => start >= from && end <= to)
  const after = stretch.find(({start}) => start > service.start)
  const best = after ?? stretch[0]
  return best ? readAt(best.value, line, best.start, best.end, service.confidence) : null
}

/** Hours in a line of their own: "Open Monday to Friday, 9am to 5pm". */
function hoursOf(line: Line, service: Service): Read<string> | null {
  if (line.text.length > 120 || line.passage?.form !== (service.channels.at(-1)?.line ?? service.line).passage?.form)
    return null
  const [hours] = hoursIn(line.text)
  return hours && hours.value.length * 2 > line.text.length - 16
    ? readAt(hours.value, line, hours.start, hours.end)
    : null
}

/** Services by their keys; the same number under the same key is one service told twice. */
function keyed(services: readonly Service[], audience: readonly Group[]): Record<string, Drafted> {
  const contacts: Record<string, Drafted> = {}
  const taken = new Map<string, Service>()
  for (const service of services) {
    if (!service.channels.some(({found: {kind}}) => kind !== 'url')) continue
    const {name, about} = service.name
    const known = contactKeyOf(name, `${about} ${service.hours?.value ?? ''}`, service.hours?.value ?? '', audience)
    const standard = known === 'partnership' ? null : known
    const twin = [...taken].find(
      ([key, each]) => isSame(each, service) && (key === standard || standard === null || each.name.name === name),
    )
    if (twin) {
      contacts[twin[0]] = merged(contacts[twin[0]]!, draftService(service))
      continue
    }
    const slug = keyOf(name)
    const key =
      standard && !(standard in contacts)
        ? standard
        : slug in contacts
          ? `${slug}${Object.keys(contacts).length}`
          : slug
    contacts[key] = draftService(service)
    taken.set(key, service)
  }
  return contacts
}

function isSame(a: Service, b: Service): boolean {
  return a.channels.some((one) =>
    b.channels.some((other) => one.found.kind !== 'url' && one.found.normalised === other.found.normalised),
  )
}

function merged(one: Drafted, other: Drafted): Drafted {
  return {...one, fields: {...other.fields, ...one.fields}}
}

function draftService({name, line, start, channels, hours, confidence}: Service): Drafted {
  const all = (kind: ContactWords['kind']) => channels.filter(({found: each}) => each.kind === kind)
  const read = (each: (typeof channels)[number] | undefined) =>
    each && readAt(printed(each.found), each.line, each.found.start, each.found.end, confidence)
  const rest = (each: readonly (typeof channels)[number][]) =>
    each.length > 1 ? {...read(each[1])!, value: each.slice(1).map(({found: channel}) => printed(channel))} : null
  const [phones, emails, urls] = [all('phone'), all('email'), all('url')]
  return {
    fields: found({
      name: readAt(name.name, line, start, start, confidence),
      aliases: name.alias && name.alias !== name.name ? readAt([name.alias], line, start, start, confidence) : null,
      phone: read(phones[0]),
      otherPhones: rest(distinct(phones)),
      email: read(emails[0]),
      otherEmails: rest(distinct(emails)),
      formUrl: read(urls.find(({found: {isForm}}) => isForm)),
      url: read(urls.find(({found: {isForm}}) => !isForm)),
      hours,
    }),
  }
}

/** An address that is spelt out ("name [at] host") is written as one, and a bracket that opens round a number is none of it. */
function printed({kind, value, normalised}: Channel): string {
  if (kind === 'email') return value.includes('@') ? value : normalised
  return value.startsWith('(') && !value.includes(')') ? value.slice(1) : value
}

function distinct(channels: Service['channels']): Service['channels'] {
  return [...new Map(channels.map((each) => [each.found.normalised, each])).values()]
}
