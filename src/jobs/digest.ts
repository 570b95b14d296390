import {createHash} from 'node:crypto'

/** SHA-256 of plain data, in hexadecimal digits: the same data gives the same digits in every run. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, withDigests)).digest('hex')
}

/** Bytes and sets have no JSON of their own; a Buffer has one that lists each byte, so its holder is asked instead. */
function withDigests(this: Record<string, unknown>, key: string, json: unknown): unknown {
  const value = this[key]
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
  return value instanceof Set ? [...value].sort() : json
}
