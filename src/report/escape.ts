/** One character that could move a cursor, set a colour or turn the reading order of what stands around it. */
const harmful =
  /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/**
 * Text of a policy or a model on one line of a terminal: line ends and tabs become spaces; escape sequences, other
 * control characters and marks that turn the reading order are shown instead of obeyed, so that nothing is hidden.
 */
export function plain(text: string): string {
  return text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ').replace(harmful, (character) => {
    const code = character.codePointAt(0)!
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** JSON that says the same and holds no such character either: each is written as an escape. */
export function plainJson(json: string): string {
  return json.replace(harmful, (character) => {
    if (character === '\n') return character
    return [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join('')
  })
}
