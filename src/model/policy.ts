/** Where a passage or a section stands. Word has no lines, so `lines` is null there. */
export interface Place {
  /** Titles of the sections it stands in, outermost first. */
  readonly headings: readonly string[]
  /** The number that is printed before the passage or its heading ("3.2", "(a)"), or null. */
  readonly number: string | null
  /** Position in reading order, counted from 1 over the whole document. */
  readonly ordinal: number
  /** First and last line, counted from 1, or null where the format has no lines. */
  readonly lines: readonly [number, number] | null
}

/**
 * What sort of text a passage is. The first six are the running text and are judged; the rest are
 * read for facts (versions and dates in footers, values in front matter) and for drafting residue, save the lines of
 * a contents table, which only say again what the headings say.
 */
export type PassageForm = BodyForm | MarginForm
export type BodyForm = 'paragraph' | 'list-item' | 'table-row' | 'footnote' | 'endnote' | 'text-box'
export type MarginForm = 'header' | 'footer' | 'comment' | 'property' | 'contents'

export const bodyForms: readonly PassageForm[] = [
  'paragraph',
  'list-item',
  'table-row',
  'footnote',
  'endnote',
  'text-box',
]

/** One cell of a table row, with the text of the header cell above it where the table has one. */
export interface Cell {
  readonly header: string | null
  readonly text: string
}

/** A link in a passage: its words as they stand in `text`, and where it goes (never a script). */
export interface Link {
  readonly text: string
  readonly target: string
}

/** The smallest quotable piece of a policy. `text` is plain: no markup, single spaces, no soft hyphens. */
export interface Passage {
  readonly id: string
  readonly form: PassageForm
  /** The number or letter printed before it ("3.2", "(a)"); null for bullets and plain text. */
  readonly label: string | null
  readonly text: string
  readonly place: Place
  /** For a list item, the words that lead into the list ("Staff must not:"), outermost list first. */
  readonly leadIn?: string
  /** For a table row. `text` joins the cells: "LADO: 01632 960303" or "Stage 1 | worker | 1 day". */
  readonly cells?: readonly Cell[]
  /** True when the text is a quotation block or stands wholly in quotation marks. */
  readonly quoted?: boolean
  readonly links?: readonly Link[]
  /** Words that are template residue by their markup: placeholder content controls, highlighted text, empty fields. */
  readonly residue?: readonly string[]
}

/** A heading and what stands under it. Text before the first heading is a section with level 0 and an empty title. */
export interface Section {
  readonly id: string
  readonly level: number
  /** The printed number of the heading ("3.2"), or null. */
  readonly number: string | null
  readonly title: string
  readonly place: Place
  readonly passages: readonly Passage[]
  readonly sections: readonly Section[]
  /** Set when no style said that this is a heading: why it was taken for one. */
  readonly inferred?: string
}

/** Something the reader wants to be told: text that was seen but not read, revisions, a skipped object. */
export interface Notice {
  /** Stable, lower case with hyphens: "image-not-read", "tracked-changes". */
  readonly code: string
  readonly message: string
  readonly place: Place | null
}

/** Policies come as Word or Markdown; a partnership's own document, to draft a model from, also as a saved page. */
export type PolicyFormat = 'word' | 'markdown' | 'html'

/** A document as read. */
export interface Policy {
  readonly path: string
  readonly format: PolicyFormat
  /** The title style, the front matter's title, or the first heading; '' when there is none. */
  readonly title: string
  readonly sha256: string
  /** Words of the running text. */
  readonly words: number
  /** Document properties and front matter, as printed: {version: "3.0", review_date: "2029-05-14"}. */
  readonly properties: Readonly<Record<string, string>>
  readonly sections: readonly Section[]
  readonly notices: readonly Notice[]
}

/** Every section in reading order, outermost before innermost. */
export function sectionsOf(policy: Pick<Policy, 'sections'>): Section[] {
  const within = (section: Section): Section[] => [section, ...section.sections.flatMap(within)]
  return policy.sections.flatMap(within)
}

/** Every passage in reading order. */
export function passagesOf(policy: Pick<Policy, 'sections'>): Passage[] {
  return sectionsOf(policy).flatMap((section) => section.passages)
}

/** Where each cell of a table row stands in the row's text: the offsets of its first sign and behind its last. */
export function cellSpans({text, cells = []}: Pick<Passage, 'text' | 'cells'>): [number, number][] {
  let end = 0
  return cells.map((cell): [number, number] => {
    const start = text.indexOf(cell.text, end)
    end = start + cell.text.length
    return [start, end]
  })
}
