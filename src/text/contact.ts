import {overlaps} from './overlap.js'
/** A telephone number, email or web address in a text. */
export interface ContactWords {
  readonly kind: 'phone' | 'email' | 'url'
  readonly value: string
  readonly normalised: string
  readonly start: number
  readonly end: number
}

/** Every way to reach somebody that a text gives, in order. */
export function contactsIn(text: string): ContactWords[] {
  const emails = emailsIn(text)
  const taken = [...emails, ...urlsIn(text).filter((url) => !overlaps(url, emails))]
  const phones = phonesIn(text).filter((phone) => !overlaps(phone, taken))
  return [...taken, ...phones].sort((a, b) => a.start - b.start)
}

/** What a link leads to, as a contact; null for a place in the document or a script. */
export function contactOfLink(target: string): Pick<ContactWords, 'kind' | 'value' | 'normalised'> | null {
  const mail = target.match(/^mailto:([^?\s]+)/i)?.[1]
  if (mail) return {kind: 'email', value: mail, normalised: mail.toLowerCase()}
  const tel = target.match(/^tel:([+\d\s().-]+)/i)?.[1]
  if (tel) return {kind: 'phone', value: tel, normalised: phoneDigits(tel)}
  if (!/^https?:\/\/\S+\.\S+/i.test(target)) return null
  return {kind: 'url', value: target, normalised: bareAddress(target)}
}

const email = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu
const spelt = /\b([\w.-]{1,64})\s?[[(]at[\])]\s?([\w-]{1,63}(?:\s?(?:[[(]dot[\])]|\.)\s?[\w-]{1,20}){1,5})/giu

function emailsIn(text: string): ContactWords[] {
  const plain = (text.includes('@') ? [...text.matchAll(email)] : []).map((match) => {
    const value = match[0].replace(/[.'-]+$/, '').replace(/^['.]+/, '')
    const start = match.index + match[0].indexOf(value)
    return {kind: 'email' as const, value, normalised: value.toLowerCase(), start, end: start + value.length}
  })
  const written = (/[[(]at[\])]/i.test(text) ? [...text.matchAll(spelt)] : []).map((match) => {
    const host = match[2]!.replace(/\s?[[(]dot[\])]\s?/gi, '.').replace(/\s/g, '')
    return {
      kind: 'email' as const,
      value: match[0],
      normalised: `${match[1]}@${host}`.toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }
  })
  return [...plain, ...written]
}

const address =
  /(?:https?:\/\/|www\.)[^\s<>"“”|]{3,500}|(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:uk|com|org|net|info|example|wales|scot|london|church|charity)(?:\/[^\s<>"“”|]{0,300})?(?![\w@])/giu

function urlsIn(text: string): ContactWords[] {
  if (!/\.[^\s<>"“”|]|:\/\//u.test(text)) return []
  return [...text.matchAll(address)].flatMap((match) => {
    let value = match[0].replace(/[.,;:!?'’*_]+$/u, '')
    while (value.endsWith(')') && !value.includes('(')) value = value.slice(0, -1).replace(/[.,;:]+$/, '')
    if (value.length < 5) return []
    return [
      {
        kind: 'url' as const,
        value,
        normalised: bareAddress(value),
        start: match.index,
        end: match.index + value.length,
      },
    ]
  })
}

const longNumber =
  /(?<![\d.,/£$-])(?:\(?(?:\+\s?44|0044)\)?[\s-]?(?:\(0\))?[\s-]?|\(?0)\d?(?:[\s().-]{0,3}\d){6,9}(?![\d%])/gu
const shortNumber = /(?<![\d.,/£$-])(?:999|101|111|112|119)(?![\d%]|[.,]\d)/gu
const spacedShort = /(?<![\d.,/£$-])(?:116[ -]?\d{3}|105)(?![\d%]|[.,]\d)/gu

function phonesIn(text: string): ContactWords[] {
  if (!/\d/.test(text)) return []
  const long = [...text.matchAll(longNumber)].flatMap((match) => {
    const written = match[0].trim().replace(/[\s(.-]+$/, '')
    // "The lead (01632 960581, Monday to Friday)": the bracket is not the number's.
    const value = written.startsWith('(') && !written.includes(')') ? written.slice(1) : written
    const normalised = phoneDigits(value)
    const length = normalised.length
    const plausible =
      normalised.startsWith('0') && (length === 10 || length === 11 || (length === 8 && normalised.startsWith('0800')))
    if (!plausible || isDateLike(value)) return []
    const start = match.index + match[0].indexOf(value)
    return [{kind: 'phone' as const, value: balanced(value), normalised, start, end: start + balanced(value).length}]
  })
  const short = [...text.matchAll(shortNumber), ...text.matchAll(spacedShort)]
    .filter((match) => match[0] === '999' || isCalled(text, match.index, match.index + match[0].length))
    .map((match) => ({
      kind: 'phone' as const,
      value: match[0],
      normalised: match[0].replace(/\D/g, ''),
      start: match.index,
      end: match.index + match[0].length,
    }))
  return [...long, ...short]
    .sort((a, b) => a.start - b.start)
    .filter((phone, i, all) => i === 0 || phone.start >= all[i - 1]!.end)
}

/** A short number counts only where somebody is to be rung. */
function isCalled(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - 90), end + 40)
  if (/^\s*(?:children|people|young|adults|members|staff|pages|days|places)/i.test(text.slice(end))) return false
  return (
    /\b(?:call|ring|dial|phone|telephone|tel|contact|police|non-?emergency|emergency|NHS|samaritans|via|number)\b|\bon\s*$|999/i.test(
      near,
    ) ||
    /\|\s*$/.test(text.slice(0, start)) ||
    text.trim().length <= 5
  )
}

function isDateLike(value: string): boolean {
  return /^0?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(value)
}

/** A number without a bracket that was opened outside it. */
function balanced(value: string): string {
  const opened = value.split('(').length
  const closed = value.split(')').length
  return closed > opened ? value.replace(/\)[^)]*$/, '') : value
}

/** What anybody in danger rings. */
export const emergencyNumbers: readonly string[] = ['999', '112']

/** Those and the police's number when there is no emergency. */
export const policeNumbers: readonly string[] = [...emergencyNumbers, '101']

/** Those and the NHS's: none of them is a local service's. */
export const publicNumbers: readonly string[] = [...policeNumbers, '111']

/** The digits of a number, +44 and 0044 as 0. An extension is not part of it. */
export function phoneDigits(value: string): string {
  return value
    .replace(/^\s*\(?(?:\+\s?44|0044)\)?\s*-?\s*(?:\(0\))?/, '0')
    .replace(/\D/g, '')
    .replace(/^00/, '0')
}

/** Host in small letters and path, without scheme, www and a closing slash. */
export function bareAddress(value: string): string {
  const bare = value
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/.]+$/, '')
  const slash = bare.indexOf('/')
  return slash < 0 ? bare.toLowerCase() : bare.slice(0, slash).toLowerCase() + bare.slice(slash)
}
