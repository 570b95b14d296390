import type {Origin} from '../model/origin.js'
import type {Link, PassageForm} from '../model/policy.js'

/** What every reader sees in a document, in reading order. `outlineOf` makes sections and passages of it. */
export type Mark = HeadingMark | BlockMark | RowMark | NoticeMark

interface MarkBase {
  /** First and last line, counted from 1; left out where the format has no lines. */
  readonly lines?: readonly [number, number]
  readonly links?: readonly Link[]
  readonly residue?: readonly string[]
  /** Where its words stand in the file; left out where the format has lines. */
  readonly origin?: Origin
}

export interface HeadingMark extends MarkBase {
  readonly type: 'heading'
  /** 1 for the outermost. A heading may skip levels. */
  readonly level: number
  /** The printed number ("3.2"), whether typed or automatic, without the words; null when there is none. */
  readonly number: string | null
  /** The words without the number, with single spaces. */
  readonly text: string
  /** Why it was taken for a heading, when no style or markup says so. */
  readonly inferred?: string
}

/** A paragraph, list item, note, text box, header, footer, comment or property. */
export interface BlockMark extends MarkBase {
  readonly type: 'block'
  readonly form: Exclude<PassageForm, 'table-row'>
  /** The number or letter printed before it ("3.2", "a)"); null for bullets and plain text. */
  readonly label: string | null
  /** Plain words with single spaces. A mark whose text is empty gives no passage. */
  readonly text: string
  /**
   * For a list item, how deep its list stands: 0 for an outermost list. A further paragraph of the same item has
   * the same depth and `continues`.
   */
  readonly depth?: number
  readonly continues?: boolean
  /** True inside a quotation block. */
  readonly quoted?: boolean
  /** For text in a table that is no row of values: the header of its column, or the first cell of its row. */
  readonly under?: string
  /** How a paragraph looks, for finding headings that no style marks. Not kept in the outline. */
  readonly look?: Look
}

/** What a reader can tell about the look of a whole paragraph; left out where it cannot tell. */
export interface Look {
  /** True when every word is bold. */
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underlined?: boolean
  /** True when it is set in capitals by its format; typed capitals show in the text. */
  readonly capitals?: boolean
  readonly centred?: boolean
  /** Size in points of most of its words. */
  readonly size?: number
  /** Space before and after, in points. */
  readonly before?: number
  readonly after?: number
  /** True when it is kept with the next paragraph, or has an outline level short of a heading. */
  readonly keepNext?: boolean
  /** True when it stands in a text box, frame or other place beside the running text. */
  readonly aside?: boolean
  /** Name of its style, as the author sees it. */
  readonly style?: string
  /** Level that the format itself hints at: the depth of an automatic number, counted from 1. */
  readonly level?: number
}

/** One row of a table. Rows of one table share `table`; nested tables come as tables of their own, after the row. */
export interface RowMark extends MarkBase {
  readonly type: 'row'
  /** Any number that is the same for the rows of one table and differs from that of its neighbours. */
  readonly table: number
  /** True for a row of header cells: it gives the headers of the rows under it. */
  readonly header: boolean
  /** Cells from the left. A cell that spans columns comes once, with `span`. */
  readonly cells: readonly CellMark[]
}

export interface CellMark {
  /** Plain words with single spaces; the cell's paragraphs are joined by a space. */
  readonly text: string
  /** Columns that it covers; 1 when left out. */
  readonly span?: number
  /** True when it continues the cell above it: its text is then that of the cell above, or empty. */
  readonly merged?: boolean
}

/** Something that was seen but not read, or that the reader should know, at this place in the document. */
export interface NoticeMark extends MarkBase {
  readonly type: 'notice'
  /** Lower case with hyphens: "image-not-read". */
  readonly code: string
  readonly message: string
}
