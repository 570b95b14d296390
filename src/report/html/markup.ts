import {printable} from '../escape.js'

/** HTML that is written already; every other text is escaped when it is put into a page. */
export interface Markup {
  readonly markup: string
}

/** What may stand in a template: text, HTML that is written already, lists of both, or nothing. */
export type Piece = string | number | false | null | undefined | Markup | readonly Piece[]

/** Writes HTML from a template. Whatever is put in is escaped, in text and in attributes alike, unless it is Markup. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return {markup: parts.map((part, at) => part + (at < pieces.length ? written(pieces[at]) : '')).join('')}
}

/** HTML of our own making, such as a style sheet. Never for text that came from a document. */
export function trusted(markup: string): Markup {
  return {markup}
}

/** Pieces with something between them. */
export function joined(pieces: readonly Piece[], between: Piece): Markup {
  return {markup: pieces.map(written).join(written(between))}
}

function written(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return ''
  if (typeof piece === 'string') return escaped(piece)
  if (typeof piece === 'number') return String(piece)
  if ('markup' in piece) return piece.markup
  return piece.map(written).join('')
}

/** Text in an element or in a quoted attribute; what could not be seen or would turn the reading order is shown. */
function escaped(text: string): string {
  return printable(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}
