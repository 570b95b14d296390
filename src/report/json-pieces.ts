import {plainJson} from './escape.js'

/**
 * A value as JSON with two spaces of indentation, in pieces: the entries of its list `name`, which is empty in the value
 * and lies `depth` levels deep, are put in as they come, so that not all of them need be in memory at once.
 */
export function* jsonPieces(
  value: unknown,
  name: string,
  depth: number,
  entries: Iterable<unknown>,
): Generator<string> {
  const json = JSON.stringify(value, null, 2)
  // No text within JSON holds a line break: what stands behind one is the program's own.
  const place = `\n${'  '.repeat(depth)}"${name}": [`
  const at = json.indexOf(`${place}]`) + place.length
  yield plainJson(json.slice(0, at))
  const indent = `\n${'  '.repeat(depth + 1)}`
  let before = ''
  for (const entry of entries) {
    yield plainJson(`${before}${indent}${JSON.stringify(entry, null, 2).replaceAll('\n', indent)}`)
    before = ','
  }
  yield plainJson(`${before === '' ? '' : indent.slice(0, -2)}${json.slice(at)}\n`)
}
