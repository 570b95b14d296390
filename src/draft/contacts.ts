import type {Group} from '../model/procedures.js'
import {contactsIn} from '../text/contact.js'
import {type SentenceSpan, sentencesIn} from '../text/sentence.js'
import {type ContactName, isService, nameAlone, nameBefore} from './contact-name.js'
import {type Drafted, type Question, quoteAt, readAt} from './fact.js'
import {hoursIn} from './hours.js'
import {isBody, type Line} from './line.js'
import {type Channel, channelsOf, type Service} from './reach.js'
import {keyed} from './reach-facts.js'
import {hoursBeside, hoursOf} from './reach-hours.js'

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
  let pending: Pending = null
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
    const near: Pending =
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

/** The services of a line, and the ways to reach somebody that belong to nobody named. */
type Told = {services: Service[]; unnamed: Channel[]}
/** A name that stands by itself and waits for its number. */
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
  if (contactsIn(text).length > 0 || hoursIn(text)[0]?.value === text) return null
  const name = nameAlone(text.split(/,\s+for\b/u)[0]!)
  return name && {...name, about: text}
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
    const earlier = current || name || !isOnlyLabel(before) ? null : namedBefore(sentences, inSentence)
    const heading: Pending = earlier ? {name: earlier, line, index} : (runIn ?? (near === 'spoken' ? null : near))
    if (!current && !name && heading && (isOnlyLabel(before) || runIn) && channel.kind !== 'url') {
      const same: Service | undefined = !runIn && !earlier && last && last.line === heading.line ? last : undefined
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

/** "Report it to the Contact Point within a day. Telephone ...": the service that the sentence before names. */
function namedBefore(sentences: readonly SentenceSpan[], own: SentenceSpan | undefined): ContactName | null {
  const before = own && sentences[sentences.indexOf(own) - 1]
  if (!before || contactsIn(before.text).length > 0) return null
  const named = [...before.text.matchAll(capitals)].map(([words]) => words).filter(isService)
  return named.length === 1 ? {name: named[0]!.replace(/^The\s+/u, ''), alias: null, about: before.text} : null
}

const capitals = /(?<![\p{L}])\p{Lu}[\p{L}'’-]*(?:\s+(?:(?:of|and|for)\s+)?\p{Lu}[\p{L}'’-]*){1,7}/gu

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
