import {isMap, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml'
import {plain} from '../plain.js'

/** The block of fields that stands before a Markdown document. */
export interface FrontMatter {
  readonly fields: readonly Field[]
  /** Lines that start with #, as people write notes to each other there. */
  readonly comments: readonly {readonly text: string; readonly line: number}[]
  /** The document with blank lines in place of its front matter, so that every other line keeps its number. */
  readonly body: string
  /** Set when the block could not be read as YAML or TOML and was taken line by line. */
  readonly doubt: boolean
}

export interface Field {
  /** With dots for nested fields: "review.date". */
  readonly key: string
  /** As printed, without quotation marks; '' when nothing is given. */
  readonly value: string
  readonly line: number
}

/** Takes the front matter off a document. Without one, there are no fields and the body is the document. */
export function frontMatterOf(text: string): FrontMatter {
  const none = {fields: [], comments: [], body: text, doubt: false}
  const opening = /^(?:[ \t]*\n){0,20}(---|\+\+\+)[ \t]*\n/.exec(text)
  if (!opening) return none
  const toml = opening[1] === '+++'
  const closing = (toml ? /^\+\+\+[ \t]*$/m : /^(?:---|\.\.\.)[ \t]*$/m).exec(text.slice(opening[0].length, longest))
  if (!closing) return none
  const before = opening[0].split('\n').length - 1
  const block = text.slice(opening[0].length, opening[0].length + closing.index)
  const end = opening[0].length + closing.index + closing[0].length

  const lines = block.split('\n')
  const read = toml ? null : yamlFields(block, before)
  const fields = read ?? lineFields(lines, before)
  if (!read && (fields.length === 0 || !onlyFields(lines))) return none
  const comments = lines.flatMap((line, index) => {
    const note = /^\s{0,20}#+\s?(.*)$/.exec(line)?.[1]
    return note ? [{text: plain(note), line: before + index + 1}] : []
  })
  const blanks = text.slice(0, end).replace(/[^\n]/g, '')
  return {fields: fields.slice(0, mostFields), comments, body: blanks + text.slice(end), doubt: !read && !toml}
}

/** No front matter is this long: a rule at both ends of a document is not one. */
const longest = 64_000
const mostFields = 300
const deepest = 4

/** The fields of a YAML block, read off its tree: aliases are not followed, so they cannot grow. Null when it is no map. */
function yamlFields(block: string, before: number): Field[] | null {
  // Nested brackets are read by recursion; no front matter needs more than a few.
  if ((block.match(/[[{]/g)?.length ?? 0) > 500) return null
  const counter = new LineCounter()
  const document = parseDocument(block, {lineCounter: counter, uniqueKeys: false, logLevel: 'silent'})
  if (document.errors.length > 0) return null
  if (document.contents === null) return block.trim() === '' || /^\s*#/.test(block) ? [] : null
  const fields: Field[] = []
  const walk = (node: Node | null, key: string, line: number, depth: number): void => {
    if (isMap(node) && depth < deepest) {
      for (const {key: name, value} of node.items) {
        if (!isScalar(name)) continue
        const at = name.range ? before + counter.linePos(name.range[0]).line : line
        walk(value as Node | null, key === '' ? printed(name) : `${key}.${printed(name)}`, at, depth + 1)
      }
    } else if (isSeq(node) && node.items.some((item) => isMap(item)) && depth < deepest) {
      node.items.forEach((item, index) => {
        walk(item as Node, `${key}.${index + 1}`, line, depth + 1)
      })
    } else {
      const values = isSeq(node) ? node.items : [node]
      fields.push({key, value: plain(values.map(printed).filter(Boolean).join(', ')), line})
    }
  }
  if (!isMap(document.contents)) return null
  walk(document.contents, '', before + 1, 0)
  return fields
}

function printed(node: unknown): string {
  if (!isScalar(node)) return ''
  return node.value === null ? '' : (node.source ?? String(node.value))
}

/** "key: value" (or "key = value") lines, for a block that is not quite YAML: a colon in a title is enough to break it. */
function lineFields(lines: readonly string[], before: number): Field[] {
  return lines.flatMap((text, index) => {
    const [, key, value] = fieldLine.exec(text) ?? []
    return key === undefined || value === undefined
      ? []
      : [{key, value: plain(value.replace(/^(["'])(.*)\1$/, '$2')), line: before + index + 1}]
  })
}

const fieldLine = /^([A-Za-z][\w .-]{0,60}?)\s{0,4}[:=](?:\s+(.*)|)$/

function onlyFields(lines: readonly string[]): boolean {
  return lines.every((line) => fieldLine.test(line) || /^\s*$|^\s+\S|^\s*#|^\s*-\s|^\[/.test(line))
}
