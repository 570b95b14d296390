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

/** Text of one line or several, each as `plain` shows it. */
export function plainLines(text: string): string {
  return text
    .split(/\r\n|[\n\v\f\r\u2028\u2029]/)
    .map(plain)
    .join('\n')
}

/** The same without what XML 1.0 and HTML have no place for, however it is written. Nothing is escaped yet. */
export function printable(text: string): string {
  return plainLines(text).replace(/[\ufffe\uffff]/g, '\ufffd')
}

/** Text within an XML element. */
export function xml(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => entities[character]!)
}

/** Text of an XML attribute within double quotation marks; there a line's end is read as a space unless it is an entity. */
export function xmlAttribute(text: string): string {
  return xml(text).replaceAll('\n', '&#10;')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** A spreadsheet may drop spaces before it looks, and takes the wide forms of East Asian keyboards as well. */
export const startsFormula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/

/** A field of a CSV file. A leading apostrophe keeps a spreadsheet from running text as a formula. */
export function csvField(text: string): string {
  const shown = plainLines(text)
  const inert = startsFormula.test(shown) ? `'${shown}` : shown
  return `"${inert.replaceAll('"', '""')}"`
}

/**
 * Text on one line of Markdown, shown as it is: no markup, no table cell's end, no HTML, no link but to a mail address,
 * and nobody mentioned and no issue referred to where the Markdown is a comment on a code host.
 */
export function markdown(text: string): string {
  return plain(text)
    .trim()
    .replace(/[\\`*_[\]<>&|~#$]/g, '\\$&')
    .replace(/^(\d{1,9})(?=[.)])|^(?=[-+=])/, '$1\\')
    .replace(/(?<![\w.+-])@(?=\w)|\\#(?=\d)|(?:https?|ftp):(?=\/\/)|www(?=\.)/gi, '$&<!-- -->')
}

/** Text after the second `::` of a workflow command. Also safe on a line of its own after words of ours. */
export function annotationText(text: string): string {
  // The older form of a command is obeyed wherever it stands in a line.
  return plainLines(text).replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('##[', '## [')
}

/** A value among the properties of a workflow command. */
export function annotationProperty(text: string): string {
  return annotationText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Text of a SARIF message, in which `[words](address)` would be shown as a link. */
export function sarifText(text: string): string {
  return plainLines(text).replaceAll('](', '] (')
}

/** A path as a URI reference: relative where the path is, else with the scheme `file`. */
export function pathUri(path: string): string {
  const drive = /^[A-Za-z]:(?=[\\/])/.exec(path)?.[0] ?? ''
  const rest = drive ? path.slice(drive.length).replaceAll('\\', '/') : path.replace(/^\.\//, '')
  const encoded = rest
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (drive) return `file:///${drive}${encoded}`
  return encoded.startsWith('/') ? `file://${encoded}` : encoded
}
