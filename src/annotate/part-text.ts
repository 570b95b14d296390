/** A part as text in which every character can be given back as the bytes that it was made of. */
export interface PartText {
  readonly text: string
  /** The bytes of a text that differs from `text` by ASCII only. */
  bytesOf(text: string): Uint8Array
}

/**
 * Reads an XML part without losing a byte: a byte order mark stays, and bytes that are no UTF-8 are kept as single
 * characters. What is written into it must therefore be ASCII, with references for all other characters.
 */
export function partText(bytes: Uint8Array): PartText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return as(buffer, 'utf16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    const {text} = as(Buffer.from(buffer).swap16(), 'utf16le')
    return {text, bytesOf: (changed) => Buffer.from(changed, 'utf16le').swap16()}
  }
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
    return {text, bytesOf: (changed) => Buffer.from(changed, 'utf8')}
  } catch {
    return as(buffer, 'latin1')
  }
}

function as(buffer: Buffer, encoding: 'utf16le' | 'latin1'): PartText {
  return {text: buffer.toString(encoding), bytesOf: (changed) => Buffer.from(changed, encoding)}
}
