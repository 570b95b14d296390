import {type Document, isAlias, isMap, isScalar, type Node, type Pair, type YAMLMap} from 'yaml'

/** Characters of a text that others take the place of. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with its edits made; they do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, {start, end, text: put}) => all.slice(0, start) + put + all.slice(end), text)
}

/**
 * The edits that set plain fields of a map, so that every other character of the file stays as it was: a value is
 * replaced where it stands, a field that is new goes after the last one, in the style of its neighbours. Null where the
 * map is written in a way that no small edit fits (an alias, an explicit key).
 */
export function fieldEdits(text: string, map: YAMLMap, fields: Readonly<Record<string, string>>): Edit[] | null {
  const edits: Edit[] = []
  const fresh: [string, string][] = []
  for (const [key, value] of Object.entries(fields)) {
    const pair = pairOf(map, key)
    if (!pair) fresh.push([key, scalarText(value, isJson(text))])
    else {
      const edit = replacement(text, pair, value)
      if (!edit) return null
      edits.push(edit)
    }
  }
  if (fresh.length === 0) return edits
  const added = addition(text, map, fresh)
  return added && [...edits, added]
}

/** The edit that gives a map a field that is a map itself, on one line. */
export function mapEdit(
  text: string,
  map: YAMLMap,
  key: string,
  fields: Readonly<Record<string, string>>,
): Edit | null {
  const json = isJson(text)
  const inside = Object.entries(fields).map(
    ([name, value]) => `${json ? JSON.stringify(name) : name}: ${scalarText(value, json)}`,
  )
  return addition(text, map, [[key, `{${inside.join(', ')}}`]])
}

/** The map at a path of keys, or null where something else stands there. */
export function mapAt(document: Document, keys: readonly string[]): YAMLMap | null {
  let node: unknown = document.contents
  for (const key of keys) {
    if (!isMap(node)) return null
    node = pairOf(node, key)?.value
  }
  return isMap(node) ? node : null
}

export function pairOf(map: YAMLMap, key: string): Pair<Node, Node | null> | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) as
    | Pair<Node, Node | null>
    | undefined
}

function replacement(text: string, {key, value: node}: Pair<Node, Node | null>, value: string): Edit | null {
  const put = scalarText(value, isJson(text))
  if (isAlias(node) || isMap(node)) return null
  const range = node?.range
  if (!range) return null
  if (range[0] < range[1]) return {start: range[0], end: range[1], text: put}
  // "verifiedBy:" without a value: it goes after the colon.
  const colon = text.indexOf(':', key.range?.[1] ?? 0)
  return {start: colon + 1, end: colon + 1, text: ` ${put}`}
}

function addition(text: string, map: YAMLMap, fields: readonly (readonly [string, string])[]): Edit | null {
  const json = isJson(text)
  const said = fields.map(([key, value]) => `${json ? JSON.stringify(key) : key}: ${value}`)
  const last = map.items.at(-1) as Pair<Node, Node | null> | undefined
  const end = last && (last.value?.range?.[1] ?? last.key.range?.[1])
  const first = map.items[0]?.key as Node | undefined
  if (map.flow) {
    if (!last || end === undefined) {
      const open = map.range?.[0]
      return open === undefined ? null : {start: open + 1, end: open + 1, text: said.join(', ')}
    }
    const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0
    const between = lineBetween(text, map, first)
    return {start: end + comma, end: end + comma, text: `${comma > 0 ? '' : ','}${between}${said.join(`,${between}`)}`}
  }
  const from = first?.range?.[0]
  if (from === undefined || end === undefined) return null
  const indent = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  // A key after "- " or "? " has no indent of its own to copy.
  if (indent.trim() !== '') return null
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = said.map((field) => `${indent}${field}`)
  // A block of text ends with its line; other values may have a remark behind them.
  if (text[end - 1] === '\n') return {start: end, end, text: `${lines.join(newline)}${newline}`}
  const close = text.indexOf('\n', end)
  if (close < 0) return {start: text.length, end: text.length, text: `${newline}${lines.join(newline)}`}
  const at = text[close - 1] === '\r' ? close - 1 : close
  return {start: at, end: at, text: `${newline}${lines.join(newline)}`}
}

/** What stands between the fields of a flow map: a space, or a line's end where each has its own line. */
function lineBetween(text: string, map: YAMLMap, first: Node | undefined): string {
  const before = text.slice(map.range?.[0] ?? 0, first?.range?.[0] ?? 0)
  return before.includes('\n') ? before.slice(before.search(/\r?\n/)) : ' '
}

/** A text as a plain word where nothing could be read into it, else in quotation marks. */
function scalarText(value: string, json: boolean): string {
  const isPlain =
    /^\d{4}-\d{2}-\d{2}$/.test(value) ||
    (/^\p{L}[\p{L}\p{N} ()'’.-]*$/u.test(value) && !word.test(value) && !/\s$/.test(value))
  return isPlain && !json ? value : JSON.stringify(value)
}

const word = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i

function isJson(text: string): boolean {
  return /^\s*\{\s*"/.test(text)
}
