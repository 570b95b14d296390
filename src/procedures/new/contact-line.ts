import {emailFault, phoneFault, urlFault} from '../../text/contact-faults.js'
import type {Taken} from './question.js'

/**
 * A contact written on one line as a website prints it: "Northmoor MASH, 01632 960301, mash@northmoor.example,
 * Mon-Fri 9am-5pm". Each piece is known by its shape; the first that is nothing else is the name.
 */
export function contactLine(text: string): Taken {
  const found: Found = {phones: [], emails: [], urls: [], hours: [], aliases: []}
  for (const piece of piecesOf(text)) {
    const fault = place(piece, found)
    if (fault) return {refusal: fault}
  }
  const {name, phones, emails, urls, hours, aliases} = found
  if (!name) return nameless
  const [phone, ...otherPhones] = phones
  const [email, ...otherEmails] = emails
  const isForm = (url: string) => /form|refer|report|concern|portal/i.test(url)
  const [form, page] = [urls.find(isForm), urls.find((url) => !isForm(url))]
  return {
    value: {
      name,
      ...(aliases.length > 0 && {aliases}),
      ...(phone && {phone}),
      ...(otherPhones.length > 0 && {otherPhones}),
      ...(email && {email}),
      ...(otherEmails.length > 0 && {otherEmails}),
      ...(form && {formUrl: form}),
      ...(page && {url: page}),
      ...(hours.length > 0 && {hours: hours.join(', ')}),
    },
  }
}

interface Found {
  name?: string
  readonly phones: string[]
  readonly emails: string[]
  readonly urls: string[]
  readonly hours: string[]
  readonly aliases: string[]
}

/** A body written on one line: "Northmoor Safeguarding Children Partnership, www.northmoorscp.example". */
export function bodyLine(text: string): Taken {
  const [name, ...rest] = piecesOf(text)
  if (!name || /^(?:https?:|www\.)/i.test(name)) return nameless
  const url = rest.find((piece) => /\./.test(piece))
  const fault = url && urlFault(url)
  if (fault) return {refusal: fault}
  const aliases = rest.filter((piece) => piece !== url)
  return {value: {name, ...(aliases.length > 0 && {aliases}), ...(url && {url: wholeUrl(url)})}}
}

const nameless: Taken = {refusal: 'its name is missing: write it first, then a comma'}

/** The pieces of a line between commas, semicolons or bars. */
export function piecesOf(text: string): string[] {
  return text
    .split(/[,;]|\s\|\s/)
    .map((piece) => piece.trim())
    .filter(Boolean)
}

/** Puts a piece where it belongs; gives why it cannot be one where it cannot. */
function place(piece: string, found: Found): string | null {
  if (piece.includes('@')) {
    found.emails.push(piece)
    return emailFault(piece)
  }
  if (/^(?:https?:|www\.)/i.test(piece) || /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(piece)) {
    found.urls.push(wholeUrl(piece))
    return urlFault(piece)
  }
  if (/^[+\d(][\d\s()+-]*(?:\s*(?:ext|option|x)\b.*)?$/i.test(piece) && piece.replace(/\D/g, '').length >= 3) {
    found.phones.push(piece)
    return phoneFault(piece)
  }
  if (open.test(piece)) found.hours.push(piece)
  else if (found.name === undefined) found.name = piece
  else found.aliases.push(piece)
  return null
}

const open =
  /\b(?:mon|tue|wed|thu|fri|sat|sun)(?:\w*day)?s?\b|\b\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm)\b|\b24 ?(?:hours|\/ ?7)|\bweekends?\b|\bbank holidays?\b|\boffice hours\b|\b\d\d:\d\d\b/i

/** An address with its scheme. */
export function wholeUrl(url: string): string {
  return /^https?:/i.test(url) ? url : `https://${url}`
}
