import type {Group} from '../model/procedures.js'
import type {ContactWords} from '../text/contact.js'
import {contactKeyOf, ownKey} from './contact-keys.js'
import {type Drafted, found, keyOf, readAt} from './fact.js'
import type {Channel, Service} from './reach.js'

/** Services by their keys; the same number under the same key is one service told twice. */
export function keyed(services: readonly Service[], audience: readonly Group[]): Record<string, Drafted> {
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
    const slug = ownKey(keyOf(name))
    const key =
      standard && !(standard in contacts)
        ? standard
        : Object.hasOwn(contacts, slug)
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
