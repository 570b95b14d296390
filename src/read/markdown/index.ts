import type {FootnoteDefinition, Root, RootContent} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {InputError} from '../../model/input-error.js'
import type {Notice, Policy} from '../../model/policy.js'
import type {Source} from '../../model/source.js'
import {decodeText} from '../decode.js'
import {coverTitleOf, inferHeadings} from '../headings/infer.js'
import {letteredHeadings} from '../headings/lettered.js'
import {numberBareHeadings} from '../headings/number.js'
import {componentsOf} from '../html/tags.js'
import type {Mark} from '../marks.js'
import {plain} from '../plain.js'
import {policyOf} from '../policy-of.js'
import {typedItems} from '../typed-items.js'
import {blockMarks, type ParsedChunk} from './blocks.js'
import {chunksOf} from './chunks.js'
import {type FrontMatter, frontMatterOf} from './front-matter.js'
import {withoutSiteCode} from './site-code.js'
import {type Tamed, tame} from './tame.js'

/**
 * Reads a policy written in Markdown: CommonMark with GitHub's tables, footnotes and task lists, front matter, and the
 * HTML in it. Every passage knows its lines.
 *
 * Raises InputError POLICY_TOO_LARGE for a file beyond the size of any policy.
 */
export function readMarkdown(source: Source): Policy {
  if (source.bytes.length > largest) {
    throw new InputError(
      'POLICY_TOO_LARGE',
      source.path,
      `the file is larger than ${largest / 1_000_000} MB`,
      'Give the policy alone, without what it is bundled with.',
    )
  }
  const {text, doubt} = decodeText(source.bytes)
  const front = frontMatterOf(text)
  const {text: plainSite, includes} = withoutSiteCode(front.body)
  const tamed = tame(plainSite)
  const blocks = numberBareHeadings(blocksIn(tamed))
  const marks = letteredHeadings(typedItems(inferHeadings(blocks)))
  const included = includes.map(({name, line}): Mark => {
    return {
      type: 'notice',
      code: 'include-not-read',
      message: `a piece that the site puts in was not read: ${name}`,
      lines: [line, line],
    }
  })
  return policyOf(source, {
    format: 'markdown',
    marks: [...frontMarks(front), ...inLineOrder(marks, included)],
    title: front.fields.find(({key}) => key.toLowerCase() === 'title')?.value ?? coverTitleOf(blocks),
    properties: Object.fromEntries(front.fields.map(({key, value}) => [key, value])),
    notices: noticesOf(doubt, front, tamed),
  }).policy
}

const largest = 8_000_000

function blocksIn({text, tightHeadings}: Tamed): readonly Mark[] {
  const definitions = new Map<string, string>()
  const notes = new Map<string, {node: FootnoteDefinition; before: number; text: string}>()
  const parsed = chunksOf(text).map(({text: part, before, lines, continuesList}): ParsedChunk => {
    const root = parse(part)
    // Definitions that were lent to the chunk stand after its lines; they are read in the chunk that they come from.
    const children = root.children.filter((node) => (node.position?.start.line ?? 1) <= lines)
    for (const node of root.children) {
      if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url)
    }
    for (const node of children)
      collectNotes(node, (note) => {
        if (!notes.has(note.identifier)) notes.set(note.identifier, {node: note, before, text: part})
      })
    return {children, before, text: part, continuesList}
  })
  return blockMarks(parsed, {components: componentsOf(text), definitions, notes, tightHeadings})
}

/** Footnotes are mostly written at the outermost level, but a list or quotation may hold them too. */
function collectNotes(node: RootContent, found: (note: FootnoteDefinition) => void): void {
  if (node.type === 'footnoteDefinition') found(node)
  else if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
    for (const child of node.children) collectNotes(child, found)
  }
}

/**
 * Indented text is read as text and not as code: policies are indented by accident, or stand inside HTML. One tilde
 * says "about" and does not strike out.
 */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, {singleTilde: false})
  .use(function () {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {disable: {null: ['codeIndented']}}]
  })
  .freeze()

function parse(text: string): Root {
  return processor.parse(text)
}

function frontMarks({fields, comments}: FrontMatter): Mark[] {
  const properties = fields.map(({key, value, line}): Mark => {
    const empty = value === '' && /review|version|date|approv|author|owner|lead/i.test(key)
    return {
      type: 'block',
      form: 'property',
      label: null,
      text: plain(`${key}: ${value}`),
      lines: [line, line],
      ...(empty && {residue: [`${key}:`]}),
    }
  })
  const notes = comments.map(({text, line}): Mark => {
    return {type: 'block', form: 'comment', label: null, text, lines: [line, line]}
  })
  return inLineOrder(properties, notes)
}

/** Puts marks of known lines where they belong among the others. */
function inLineOrder(marks: readonly Mark[], others: readonly Mark[]): Mark[] {
  const merged: Mark[] = []
  let next = 0
  for (const mark of marks) {
    const line = mark.lines?.[0] ?? 0
    while (next < others.length && (others[next]!.lines?.[0] ?? 0) < line) merged.push(others[next++]!)
    merged.push(mark)
  }
  return [...merged, ...others.slice(next)]
}

function noticesOf(doubt: string | null, front: FrontMatter, {flattened, simplified}: Tamed): Notice[] {
  const notices: Notice[] = []
  const note = (code: string, message: string): void => {
    notices.push({code, message, place: null})
  }
  if (doubt !== null) note('text-encoding', doubt)
  if (front.doubt) note('front-matter-not-read', 'the front matter is not YAML; its lines were read one by one')
  if (flattened !== null)
    note('nesting-flattened', `line ${flattened} is nested deeper than is read; its words are kept`)
  if (simplified !== null) {
    note(
      'markup-simplified',
      `from line ${simplified}, a paragraph holds more marks than words can need; they were left out`,
    )
  }
  return notices
}
