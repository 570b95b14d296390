import {xml} from '../report/escape.js'

/** Who the comments and insertions are by. */
export const author = {name: 'policy-align', initials: 'PA'} as const

/** A day as Word writes the time of a change. */
export function timeOf(asOf: string): string {
  return `${asOf}T00:00:00Z`
}

/** A run of plain text in Word's markup; `look` is the markup of how it looks. */
export function runOf(text: string, prefix: string, look = ''): string {
  return `<${prefix}:r>${look}<${prefix}:t xml:space="preserve">${ascii(text)}</${prefix}:t></${prefix}:r>`
}

/** Text within an element, in ASCII alone, so that it can be put into a part in any encoding. */
function ascii(text: string): string {
  return xml(text).replace(/[^\n\x20-\x7e]/gu, (sign) => `&#x${sign.codePointAt(0)!.toString(16).toUpperCase()};`)
}
