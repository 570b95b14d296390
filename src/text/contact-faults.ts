import {phoneDigits} from './contact.js'

/**
 * Why a text cannot be a telephone number that rings in the United Kingdom, as a clause, or null where it can. It knows
 * lengths and prefixes only; whether somebody answers, a person finds out by ringing.
 */
export function phoneFault(text: string): string | null {
  const number = text.replace(
    /(?:[,;]?\s*(?:\b(?:extension|ext|option|opt)\b\.?|\bx|#)\s*\d{1,6}|\s*\((?=[^)]*\p{L})[^)]*\))\s*$/iu,
    '',
  )
  if (/\p{L}/u.test(number)) return `“${shown(text)}” is not only a number`
  if (/\d\D*(?:\/|,|;|&)\D*0\d/.test(number)) return `“${shown(text)}” holds more than one number`
  const digits = phoneDigits(number).replace(/^1800[12](?=0)/, '')
  if (digits === '') return `“${shown(text)}” holds no digits`
  if (shortCode.test(digits)) return null
  if (/^\s*(?:\+\s?(?!44)\d|00(?!44))/.test(number)) return `“${shown(text)}” is an international number`
  if (!digits.startsWith('0')) return `“${shown(text)}” does not begin with 0`
  if (digits === '08001111' || /^08454(?:64\d|7)$/.test(digits)) return null
  const prefix = prefixes.find(([pattern]) => pattern.test(digits))
  if (!prefix) return `no number in the United Kingdom begins with ${digits.slice(0, 4)}`
  const [, lengths] = prefix
  if (lengths.includes(digits.length)) return null
  return `“${shown(text)}” has ${digits.length} digits where such a number has ${lengths.join(' or ')}`
}

/** Emergency, public and text numbers. */
const shortCode = /^(?:999|112|101|111|105|119|123|159|18000|116\d{3}|[68]\d{4})$/

/** Area codes with numbers of five digits; the rest of the country has six. */
const shorterAreas =
  /^01(?:204|208|254|276|297|298|363|364|384|386|404|420|460|461|480|488|524|527|562|566|606|629|635|647|659|695|697|726|744|750|768|827|837|884|900|905|935|946|949|963|995)/

const prefixes: readonly (readonly [RegExp, readonly number[]])[] = [
  [shorterAreas, [10, 11]],
  [/^01[1-9]/, [11]],
  [/^02(?:0|3|4|8|9)/, [11]],
  [/^03(?:0|3|4|7)/, [11]],
  [/^05(?:5|6)/, [11]],
  [/^0500/, [10]],
  [/^07/, [11]],
  [/^0800/, [10, 11]],
  [/^08(?:08|4[345]|7[0123])/, [11]],
  [/^09[018]/, [11]],
]

/** Why a text cannot be an e-mail address that reaches somebody, or null where it can. */
export function emailFault(text: string): string | null {
  const [local = '', host = '', ...more] = text.trim().split('@')
  if (text.length > 254 || local === '' || more.length > 0 || /[\s,;<>()]/.test(text.trim()))
    return `“${shown(text)}” is not one e-mail address`
  if (/^\.|\.\.|\.$/.test(local)) return `“${shown(text)}” has a full stop where none can stand`
  return hostFault(host, text)
}

/** Why a text cannot be a web address that opens for everybody, or null where it can. A missing https:// is no fault. */
export function urlFault(text: string): string | null {
  const address = text.trim()
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(address)?.[1]?.toLowerCase()
  if (scheme && scheme !== 'http' && scheme !== 'https')
    return `“${shown(text)}” is no web address: it begins with ${scheme}:`
  if (/\s/.test(address)) return `“${shown(text)}” has a space in it`
  const host = address
    .replace(/^https?:\/*/i, '')
    .split(/[/?#]/)[0]!
    .replace(/^[^@]*@/, '')
    .replace(/:\d{1,5}$/, '')
  return hostFault(host, text)
}

function hostFault(host: string, text: string): string | null {
  const labels = host.split('.')
  if (labels.length < 2) return `“${shown(text)}” lacks the end of its host, such as .gov.uk`
  if (labels.some((label) => !/^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label)))
    return `“${host.slice(0, 60)}” cannot be the name of a host`
  if (!/^(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/iu.test(labels.at(-1)!))
    return `“${host.slice(0, 60)}” does not end as a host does`
  return null
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
