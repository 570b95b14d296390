import type {Source} from '../../model/source.js'
import {coverTitleOf, inferHeadings} from '../headings/infer.js'
import {letteredHeadings} from '../headings/lettered.js'
import {numberBareHeadings} from '../headings/number.js'
import type {ReadOptions} from '../policy.js'
import {policyOf, type TracedPolicy} from '../policy-of.js'
import {typedItems} from '../typed-items.js'
import type {Block, Paragraph} from './blocks.js'
import {readDocument} from './document.js'
import {openPackage} from './parts.js'
import {wordsIn} from './plain-words.js'
import {readProperties} from './properties.js'
import {marksOf} from './to-marks.js'
import {readWords} from './words.js'

/**
 * Reads a Word document (.docx, .docm) as Word prints it, with the origin of every passage and heading.
 *
 * Raises InputError when the file is locked or damaged, or is beyond what is read safely.
 */
export async function readTracedWord(
  source: Source,
  {revisions = 'accepted'}: ReadOptions = {},
): Promise<TracedPolicy> {
  const file = openPackage(source)
  const {blocks, notices} = readDocument(file, revisions)
  const paragraphs = paragraphsIn(blocks)
  const words = await readWords(paragraphs)
  const titled = paragraphs.find(({look, form}) => look.title && form === 'paragraph')
  const title = titled ? wordsIn(words.of(titled)).text : ''
  const unread = words.unread.map((symbol) => {
    return {
      code: 'symbol-not-read',
      message: `a symbol has no character that it could be read as: ${symbol}`,
      place: null,
    }
  })
  const marks = marksOf(blocks, words.of)
  return policyOf(source, {
    format: 'word',
    marks: letteredHeadings(typedItems(numberBareHeadings(inferHeadings(marks)))),
    title: title || coverTitleOf(marks),
    properties: readProperties(file),
    notices: [...notices, ...unread],
  })
}

function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block, ...paragraphsIn(block.hanging)]
    if (block.type === 'table')
      return block.rows.flatMap(({cells}) => cells.flatMap((cell) => paragraphsIn(cell.blocks)))
    return []
  })
}
