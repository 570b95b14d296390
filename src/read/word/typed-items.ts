import type {BlockMark, Mark} from '../marks.js'

/**
 * Takes for list items and numbered clauses the paragraphs whose bullet, letter or number was typed by hand. A typed
 * number becomes the label, and stays in the text as well: it is among the author's own words, and is quoted with them.
 */
export function typedItems(marks: readonly Mark[]): Mark[] {
  return marks.map((mark) => (mark.type === 'block' && mark.form === 'paragraph' ? typedItem(mark) : mark))
}

function typedItem(mark: BlockMark): BlockMark {
  const bullet = /^[•●○◦▪■‣⁃∙·➢➤✓✔❖\uf0b7\uf0a7]\s*(?=\S)/u.exec(mark.text)
  if (bullet) return {...mark, form: 'list-item', text: mark.text.slice(bullet[0].length), depth: 0}
  const item = /^(\(?(?:[a-z]|[ivx]{2,5}|\d{1,2})\)|\d{1,3}\.)\s(?=\S)/.exec(mark.text)
  if (item) return {...mark, form: 'list-item', label: item[1]!, depth: 0}
  const clause = /^(\d{1,2}(?:\.\d{1,2}){1,4}\.?)\s(?=["'“‘(]?\p{Lu})/u.exec(mark.text)
  return clause ? {...mark, label: clause[1]!} : mark
}
