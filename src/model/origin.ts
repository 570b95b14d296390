/**
 * Where the words of a passage or heading stand in the Word file that they were read from, so that they can be marked
 * there. Elements are known by their number: the count of opening tags before theirs in the same part.
 */
export interface Origin {
  /** Name of the part: "word/document.xml". */
  readonly part: string
  /** The elements that the words were read from (`w:t`, tabs, symbols), in reading order. */
  readonly elements: readonly number[]
  /** For a note or comment: the element of the main part that refers to it. */
  readonly reference: number | null
}

/** Origins by the ordinal of the place: passages and headings share one count. Empty for formats that have lines. */
export type Origins = ReadonlyMap<number, Origin>
