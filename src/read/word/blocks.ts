import type {PassageForm} from '../../model/policy.js'
import type {Printed} from './numbering.js'
import type {ParagraphLook, RunLook} from './styles.js'

/** What a story (the body, a header, a note) holds, in reading order, before its words are known. */
export type Block = Paragraph | Table | Remark

/** Some words of one look, as they will stand in the copy that mammoth reads. */
export interface Piece {
  /** Text, or (for a tab, a break, a symbol) the XML of one run child. */
  readonly text: string
  readonly xml: string
  readonly look: RunLook
  /** True for template residue by its markup: highlighted, a placeholder, an empty field. */
  readonly residue: boolean
  /** True in a table of contents. */
  readonly contents: boolean
  /** Where it leads, when it is a link. */
  readonly link: string | null
  /** The number of its element in its part; null for words that stand in none. */
  readonly at: number | null
}

export interface Paragraph {
  readonly type: 'paragraph'
  /** Its place in the copy that mammoth reads, and the key of its words. */
  readonly id: number
  readonly form: Exclude<PassageForm, 'table-row'>
  /** The part that it stands in. */
  readonly part: string
  /** For a note or comment: the element of the main part that refers to it. */
  readonly reference: number | null
  readonly look: ParagraphLook
  readonly printed: Printed | null
  readonly pieces: readonly Piece[]
  /** What hangs on it: notes, comments, text boxes, pictures. */
  readonly hanging: readonly Block[]
}

export interface Table {
  readonly type: 'table'
  readonly rows: readonly Row[]
}

export interface Row {
  /** True when the file says that it is a row of headers. */
  readonly header: boolean
  /** True when its style prints it in bold, or its cells are shaded. */
  readonly marked: boolean
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly span: number
  /** True when it continues the cell above. */
  readonly merged: boolean
  readonly blocks: readonly Block[]
}

/** Something seen that gives no words, or that the reader should know. */
export interface Remark {
  readonly type: 'remark'
  readonly code: string
  readonly message: string
}
