import {isMap, isPair, LineCounter, type ParsedNode, parseDocument} from 'yaml'
import {InputError, type InputPlace} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import {decodeText} from './decode.js'

/** A YAML or JSON file as plain data, with a way back to the line and column of each part. */
export interface Written {
  readonly path: string
  readonly value: unknown
  /** Where the value at a path of keys stands; `key` asks for a key of that map instead. */
  placeOf(keys: readonly (string | number)[], key?: string): InputPlace
}

const mostBytes = 2_000_000
const mostAliases = 100

/**
 * Reads YAML or JSON. Raises InputError with line and column for a file that is too large, not text, not YAML, or
 * that unfolds without end.
 */
export function readYaml(source: Source, what: string): Written {
  const {path, bytes} = source
  if (bytes.length > mostBytes)
    throw new InputError(
      'YAML_LIMIT',
      path,
      `this is larger than ${what} can be`,
      'Give a file of at most two megabytes.',
    )
  if (bytes.length === 0) throw new InputError('YAML_EMPTY', path, 'the file is empty', `Give ${what}.`)
  const lines = new LineCounter()
  const document = parsed(source, lines, what)
  const [error] = document.errors
  if (error) {
    const at = error.linePos?.[0]
    throw new InputError(
      'YAML_SYNTAX',
      {path, line: at?.line, column: at?.col},
      plain(error.code, error.message),
      'Mend the YAML at this place; an editor that knows YAML shows it.',
    )
  }
  const placeOf = (keys: readonly (string | number)[], key?: string): InputPlace => {
    const offset = offsetOf(document.contents, document.getIn(keys, true) as ParsedNode | undefined, key)
    const {line, col} = lines.linePos(offset)
    return {path, line, column: col}
  }
  try {
    return {path, value: document.toJS({maxAliasCount: mostAliases}), placeOf}
  } catch {
    throw new InputError(
      'YAML_LIMIT',
      path,
      'its aliases (*name) unfold to more than a file can hold',
      'Write the repeated parts out.',
    )
  }
}

function parsed({path, bytes}: Source, lines: LineCounter, what: string) {
  try {
    return parseDocument(decodeText(bytes).text, {
      lineCounter: lines,
      prettyErrors: true,
      strict: true,
      uniqueKeys: true,
    })
  } catch {
    throw new InputError('YAML_LIMIT', path, `this is nested deeper than ${what} can be`, 'Give a plainer file.')
  }
}

function offsetOf(whole: ParsedNode | null, node: ParsedNode | undefined, key: string | undefined): number {
  if (key !== undefined && isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && String((item.key as {value?: unknown} | null)?.value ?? item.key) === key,
    )
    const range = (pair?.key as ParsedNode | undefined)?.range
    if (range) return range[0]
  }
  return node?.range?.[0] ?? whole?.range?.[0] ?? 0
}

/** What the parser says, without its code frame. */
function plain(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'the same key is given twice in one place'
  if (code === 'TAB_AS_INDENT') return 'a tab is used to indent; YAML wants spaces'
  const first = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
  return `this is not valid YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`
}
