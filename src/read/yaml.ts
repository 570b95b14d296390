import {isScalar, LineCounter, parseDocument} from 'yaml'
import {InputError, type InputPlace} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import {decodeText} from './decode.js'
import {refuseUnsafe} from './yaml-limits.js'
import {type FaultyNode, faultyNodeIn, type Keys, leavesOf, nodeAt} from './yaml-places.js'

/** A YAML or JSON file as plain data, with a way back to the line and column of each part. */
export interface Written {
  readonly path: string
  readonly value: unknown
  /** Where the value at a path of keys stands, or the nearest part around it; `key` asks for a key of that map. */
  placeOf(keys: Keys, key?: string): InputPlace
  /** The characters of a plain value as they were written: "01632960303" for a number that lost its nought. */
  writtenAt(keys: Keys): string | null
  /** The line of every plain value, by its path of keys. */
  lines(): Iterable<readonly [Keys, number]>
}

/** Some thirty times what a whole area takes; more would take longer to read than a person waits. */
const mostBytes = 500_000
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
      `Mend the ${language} at this place; an editor that knows ${language} shows it.`,
    )
  }
  const faulty = faultyNodeIn(document)
  if (faulty) throw refusalOf(faulty, place(faulty.node.range?.[0] ?? 0))
  try {
    return {
      path,
      value: document.toJS({maxAliasCount: mostAliases}),
      placeOf: (keys, key) => place(nodeAt(document, keys, key)?.range?.[0] ?? document.contents?.range[0] ?? 0),
      writtenAt: (keys) => {
        const node = nodeAt(document, keys)
        return isScalar(node) ? (node.source ?? null) : null
      },
      *lines() {
        for (const [keys, node] of leavesOf(document)) yield [keys, lines.linePos(node.range?.[0] ?? 0).line]
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

function refusalOf({fault, node}: FaultyNode, place: InputPlace): InputError {
  switch (fault) {
    case 'machinery':
      return new InputError('YAML_KEY', place, `${node} cannot be the name of a field`, 'Give it another name.')
    case 'unnamed':
      return new InputError(
        'YAML_KEY',
        place,
        'a list, a map or an alias cannot be the name of a field',
        'Write a name.',
      )
    case 'twice':
      return new InputError(
        'YAML_SYNTAX',
        place,
        'the same key is given twice in one place',
        'Take one of the two away.',
      )
    case 'anchorless':
      return new InputError(
        'YAML_SYNTAX',
        place,
        'an alias (*name) has no anchor (&name) that ends before it',
        'Write the value out.',
      )
  }
}

function tooLarge(path: string, what: string): InputError {
  return new InputError(
    'YAML_LIMIT',
    path,
    `this is larger than ${what} can be`,
    'Give a file of at most 500 kilobytes.',
  )
}

function parsed(text: string, path: string, lines: LineCounter, what: string) {
  try {
    return parseDocument(text, {lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: false})
  } catch {
    throw new InputError('YAML_LIMIT', path, `this is nested deeper than ${what} can be`, 'Give a plainer file.')
  }
}

/** What the parser says, in plain words. */
function plain(code: string, message: string, language: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab is used to indent; YAML wants spaces'
    case 'MULTIPLE_DOCS':
      return 'there is more than one document in this file (---)'
    default: {
      const first = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
      return `this is not valid ${language}: ${first.charAt(0).toLowerCase()}${first.slice(1)}`
    }
  }
}
