import type {Channel} from '../model/procedures.js'
import type {Fields} from './fields.js'

/** A contact with its channels told in the short form too: the first of each sort is the main one. */
export function throughChannels(contact: Fields): Fields {
  const channels = (contact.channels ?? []) as readonly Channel[]
  const of = (...kinds: readonly Channel['kind'][]): readonly Channel[] =>
    channels.filter(({kind}) => kinds.includes(kind))
  const [phone, ...phones] = of('phone')
  const [email, ...emails] = of('email')
  const [form] = of('form', 'portal')
  const derived = {
    phone: phone?.value,
    otherPhones: phones.length > 0 ? phones.map(({value}) => value) : undefined,
    email: email?.value,
    otherEmails: emails.length > 0 ? emails.map(({value}) => value) : undefined,
    formUrl: form?.value,
    hours: phone?.hours ?? email?.hours,
  }
  return {...known(derived), ...contact}
}

function known(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
