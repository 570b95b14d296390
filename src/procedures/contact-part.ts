import type {LocalContact, ProceduresModel} from '../model/procedures.js'
import type {SheetDetail, SheetPart} from '../model/sheet.js'
import {spaced} from '../model/spaced.js'
import {contactDays} from '../model/staleness.js'
import {capital, keyWords} from './fact-words.js'
import {address, checkOf, detail} from './row.js'

/** Whom to ring: a row for each contact, the ways to reach it under it. */
export function contactPart({contacts, provenance}: ProceduresModel, asOf: string): SheetPart {
  const rows = Object.entries(contacts).map(([key, contact]) => ({
    what: contact.name || capital(spaced(key)),
    value: [contact.phone, ...(contact.otherPhones ?? [])].filter(Boolean).join(' or '),
    details: [...detail('', keyWords('contacts', key)), ...waysTo(contact)],
    check: checkOf(contact, provenance, contactDays, asOf),
  }))
  return {
    heading: 'Whom to contact',
    columns: ['Who', 'Telephone'],
    rows,
    notes: rows.length > 0 ? [{label: 'In immediate danger', value: '999 first'}] : [],
  }
}

function waysTo(contact: LocalContact): SheetDetail[] {
  const {email, otherEmails, formUrl, url, hours, urgentOnly, useFor, notFor, channels = [], note} = contact
  const limited = channels.filter((each) => each.useFor || each.notFor || each.hours || each.kind === 'post')
  return [
    ...detail('hours', hours),
    ...detail(
      'e-mail',
      [email, ...(otherEmails ?? [])].flatMap((each) => each ?? []),
    ),
    ...address('form', formUrl),
    ...address('web', url),
    ...(urgentOnly ? detail('', 'for what cannot wait only') : []),
    ...detail('for', useFor),
    ...detail('not for', notFor),
    ...limited.flatMap(({kind, value, hours: open, useFor: uses = [], notFor: not = []}) =>
      detail(
        kind,
        [value, open, uses.length > 0 && `for ${uses.join(', ')}`, not.length > 0 && `not for ${not.join(', ')}`]
          .filter(Boolean)
          .join('; '),
      ),
    ),
    ...detail('note', note),
  ]
}
