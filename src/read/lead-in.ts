import type {Mark} from './marks.js'

/**
 * Follows a document mark by mark and tells, for each list item, the words that lead into its list: the sentence or
 * heading before it that is left open ("Staff must not:"), then the items that it stands under; and for each row of a
 * table the open sentence or the caption before it.
 */
export function leadIns(): (mark: Mark) => string | undefined {
  let opening = ''
  let above: string[] = []
  let caption = ''

  return (mark) => {
    if (mark.type === 'notice') return undefined
    if (mark.type === 'row') {
      opening = ''
      above = []
      return caption || undefined
    }
    if (mark.type === 'heading') {
      caption = ''
      opening = mark.text.endsWith(':') || openWord.test(mark.text) ? mark.text : ''
      above = []
      return undefined
    }
    if (aside.has(mark.form)) return undefined
    if (mark.form !== 'list-item') {
      opening = openEnd(mark.text)
      above = []
      caption = opening || captionOf(mark.text)
      return undefined
    }
    caption = ''
    const depth = mark.depth ?? 0
    const words = [opening, ...above.slice(0, depth)].filter(Boolean).join(' ')
    // A further paragraph of an item leads into a deeper list only where it is left open; else the item itself does.
    const own = mark.continues ? openEnd(mark.text) || above[depth] : lastSentence(mark.text)
    above = [...Array.from({length: depth}, (_, level) => above[level] ?? ''), own ?? '']
    return words === '' ? undefined : words
  }
}

/** A few words before a table that are no sentence of their own: "Neighbouring areas (only for people who live there)". */
function captionOf(text: string): string {
  return text.length <= 120 && !/[.!?]["'”’)\]]?$/.test(text) ? text : ''
}

/** Forms that stand beside the running text: a note between a sentence and its list does not part them. */
const aside: ReadonlySet<string> = new Set(['comment', 'property', 'header', 'footer', 'footnote', 'endnote'])

/** The last sentence of a paragraph when it is left open for a list, else ''. */
function openEnd(text: string): string {
  return openPunctuation.test(text) || openWord.test(text) ? lastSentence(text) : ''
}

const openPunctuation = /(?::|:\s?[-–—]|[-–—…])$/
const openWord =
  /\b(?:to|by|that|must|not|never|will|should|shall|are|is|for|include|includes|including|when|if|of|and|or|with|from|may|can|don['’]t|following|who|where|as)$/i

/** What follows the last sentence end, so that what was said before a list does not lead into it. */
function lastSentence(text: string): string {
  const kept = text.length > longest ? text.slice(-longest) : text
  let start = 0
  for (const end of kept.matchAll(/[.!?]["'”’)\]]?\s(?=["'“‘(]?\p{Lu})/gu)) start = end.index + end[0].length
  return kept.slice(start)
}

const longest = 600
