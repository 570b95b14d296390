import type {BlockMark, Mark} from './marks.js'

/**
 * Takes for list items and numbered clauses the paragraphs whose bullet, letter or number was typed by hand. A typed
 * number becomes the label, and stays in the text as well: it is among the author's own words, and is quoted with them.
 */
export function typedItems(marks: readonly Mark[]): Mark[] {
  return marks.map((mark) => (mark.type === 'block' && mark.form === 'paragraph' ? typedItem(mark) : mark))
}

function typedItem(mark: BlockMark): BlockMark {
  const start = typedStart(mark.text)
  if (!start) return mark
  const {label, clause, words} = start
  if (clause) return {...mark, label}
  return {...mark, form: 'list-item', label, depth: 0, ...(label === null && {text: mark.text.slice(words)})}
}

/** What a line begins with when its author numbered it by hand. */
export interface TypedStart {
  /** Null for a bullet. */
  readonly label: string | null
  /** True for "4.2", which numbers a clause and not an item of a list. */
  readonly clause: boolean
  /** Where its words begin. */
  readonly words: number
}

/** The typed bullet, letter or number that a line begins with; null when it begins with words. */
export function typedStart(text: string): TypedStart | null {
  const bullet = /^\s*[•●○◦▪■‣⁃∙·➢➤✓✔❖\uf0b7\uf0a7]\s*(?=\S)/u.exec(text)
  if (bullet) return {label: null, clause: false, words: bullet[0].length}
  const item = /^\s*(\(?(?:[a-z]|[ivx]{2,5}|\d{1,2})\)|\d{1,3}\.)\s+(?=\S)/.exec(text)
  if (item) return {label: item[1]!, clause: false, words: item[0].length}
  const clause = /^\s*(\d{1,2}(?:\.\d{1,2}){1,4}\.?)\s+(?=["'“‘(]?\p{Lu})/u.exec(text)
  return clause && {label: clause[1]!, clause: true, words: clause[0].length}
}

/**
 * Whether a further line of a paragraph begins an item: prose may wrap before "2. ", so that a number or letter does
 * only after another, or in brackets where a sentence has ended.
 */
export function beginsItem(start: TypedStart | null, before: string, labelled: boolean): boolean {
  if (!start) return false
  return start.label === null || labelled || (start.label.endsWith(')') && /[.;:!?]\s*$/.test(before))
}
