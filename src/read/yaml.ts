import {isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument} from 'yaml'
import {InputError, type InputPlace} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import {decodeText} from './decode.js'
import {machineryKeyIn, refuseUnsafe} from './yaml-limits.js'

/** A YAML or JSON file as plain data, with a way back to the line and column of each part. */
export interface Written {
  readonly path: string
  readonly value: unknown
  /** Where the value at a path of keys stands, or the nearest part around it; `key` asks for a key of that map. */
  placeOf(keys: readonly (string | number)[], key?: string): InputPlace
  /** The characters of a plain value as they were written: "01632960303" for a number that lost its nought. */
  writtenAt(keys: readonly (string | number)[]): string | null
}

const mostBytes = 2_000_000
const mostAliases = 100

/**
 * Reads YAML or JSON. Raises InputError with line and column for a file that is too large, not text, not YAML, or
 * that unfolds without end.
 */
export function readYaml(source: Source, what: string): Written {
  const {path, bytes} = source
  if (bytes.length > mostBytes) throw tooLarge(path, what)
  if (bytes.length === 0) throw new InputError('YAML_EMPTY', path, 'the file is empty', `Give ${what}.`)
  const lines = new LineCounter()
  const place = (offset: number): InputPlace => {
    const {line, col} = lines.linePos(offset)
    return {path, line, column: col}
  }
  const {text} = decodeText(bytes)
  refuseUnsafe(text, path, what)
  const document = parsed(text, path, lines, what)
  const [error] = document.errors
  if (error) {
    const language = /\.json$/i.test(path) ? 'JSON' : 'YAML'
    throw new InputError(
      'YAML_SYNTAX',
      place(error.pos[0]),
      plain(error.code, error.message, language),
      error.code === 'DUPLICATE_KEY'
        ? 'Take one of the two away.'
        : `Mend the ${language} at this place; an editor that knows ${language} shows it.`,
    )
  }
  const root = document.contents
  const forbidden = machineryKeyIn(root)
  if (forbidden) {
    throw new InputError(
      'YAML_KEY',
      place(forbidden.range?.[0] ?? 0),
      `${String(forbidden.value)} cannot be the name of a field`,
      'Give it another name.',
    )
  }
  const at = (keys: readonly (string | number)[], key?: string): Node | null =>
    nodeAt(root, keys, key, (node) => (isAlias(node) ? (node.resolve(document) ?? null) : node))
  try {
    return {
      path,
      value: document.toJS({maxAliasCount: mostAliases}),
      placeOf: (keys, key) => place(at(keys, key)?.range?.[0] ?? root?.range[0] ?? 0),
      writtenAt: (keys) => {
        const node = at(keys)
        return isScalar(node) ? (node.source ?? null) : null
      },
    }
  } catch {
    throw new InputError(
      'YAML_LIMIT',
      path,
      'its aliases (*name) unfold to more than a file can hold',
      'Write the repeated parts out.',
    )
  }
}

function tooLarge(path: string, what: string): InputError {
  return new InputError('YAML_LIMIT', path, `this is larger than ${what} can be`, 'Give a file of at most 2 megabytes.')
}

function parsed(text: string, path: string, lines: LineCounter, what: string) {
  try {
    return parseDocument(text, {lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: true})
  } catch {
    throw new InputError('YAML_LIMIT', path, `this is nested deeper than ${what} can be`, 'Give a plainer file.')
  }
}

/** Walks down the keys as far as they lead; `key` then asks for the key of the last map rather than its value. */
function nodeAt(
  root: ParsedNode | null,
  keys: readonly (string | number)[],
  key: string | undefined,
  resolved: (node: Node) => Node | null,
): Node | null {
  let node: Node | null = root
  for (const step of keys) {
    const inside: Node | null = node && resolved(node)
    const next: unknown = isMap(inside)
      ? inside.items.find((pair) => nameOf(pair.key) === String(step))?.value
      : isSeq(inside)
        ? inside.items[Number(step)]
        : null
    if (!next) return node
    node = next as Node
  }
  const inside = node && resolved(node)
  if (key !== undefined && isMap(inside)) {
    const pair = inside.items.find((item) => nameOf(item.key) === key)
    if (pair) return pair.key as Node
  }
  return node
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}

/** What the parser says, in plain words. */
function plain(code: string, message: string, language: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'the same key is given twice in one place'
    case 'TAB_AS_INDENT':
      return 'a tab is used to indent; YAML wants spaces'
    case 'MULTIPLE_DOCS':
      return 'there is more than one document in this file (---)'
    case 'BAD_ALIAS':
      return `an alias (*name) has no anchor (&name) before it`
    default: {
      const first = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
      return `this is not valid ${language}: ${first.charAt(0).toLowerCase()}${first.slice(1)}`
    }
  }
}
