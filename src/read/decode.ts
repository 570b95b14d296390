/** A text file's words, and how sure we are of them. */
export interface Decoded {
  readonly text: string
  /** Set when the bytes are not what they say they are: which of them could not be read, and what was done. */
  readonly doubt: string | null
}

/**
 * Reads UTF-8 and UTF-16, with or without a byte order mark. Bytes that are no UTF-8 are read as Windows-1252, which
 * old editors write, unless the file also holds real UTF-8: then they become replacement characters.
 * Line endings become single line feeds.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const {text, doubt} = decoded(bytes)
  return {text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), doubt}
}

function decoded(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes)
  if (wide) return {text: new TextDecoder(wide).decode(bytes), doubt: null}
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), doubt: null}
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const broken = text.split('\ufffd').length - 1
    // biome-ignore lint/suspicious/noControlCharactersInRegex: whether anything beyond ASCII was read as UTF-8
    const alsoUtf8 = /[^\u0000-\u007f\ufffd]/.test(text)
    if (alsoUtf8) return {text, doubt: `${broken} bytes are not UTF-8 and could not be read`}
    return {
      text: windows1252(bytes),
      doubt: 'the file is not UTF-8; it was read as Windows-1252',
    }
  }
}

/** Whether text is UTF-16, as far as its first bytes tell. */
export function isWide(bytes: Uint8Array): boolean {
  return wideEncoding(bytes) !== null
}

/** UTF-16 by its mark, or by the zero byte of every ASCII letter in the first lines. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 400)
  let even = 0
  let odd = 0
  for (let index = 0; index < start.length; index++) if (start[index] === 0) index % 2 ? odd++ : even++
  const enough = start.length / 4
  if (odd > enough && even === 0) return 'utf-16le'
  if (even > enough && odd === 0) return 'utf-16be'
  return null
}

/** Windows-1252 by hand: some versions of Node read it as Latin-1 and lose its quotation marks. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (byte) => high[byte.charCodeAt(0) - 0x80]!)
}

const high = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'
