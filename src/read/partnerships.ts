import type {FactsByKey, Move} from './fields.js'

const groups = [
  {key: 'lscp', serves: 'children'},
  {key: 'sab', serves: 'adults'},
] as const

/**
 * The partnerships by key. A joint board, or one that says whom it serves, stands for each of `lscp` and `sab` that the
 * file does not give.
 */
export function partnershipsOf(written: FactsByKey | undefined): {
  fields: FactsByKey | undefined
  moves: readonly Move[]
} {
  if (!written) return {fields: undefined, moves: []}
  const moves: Move[] = []
  const fields: Record<string, FactsByKey[string]> = {}
  for (const [key, each] of Object.entries(written)) {
    if (!key.startsWith('x-')) fields[key] = each
  }
  for (const {key, serves} of groups) {
    if (fields[key]) continue
    const joint = Object.entries(fields).find(
      ([, each]) => (each.serves as readonly string[] | undefined)?.includes(serves) ?? each.kind === 'joint',
    )
    if (!joint) continue
    fields[key] = joint[1]
    moves.push({from: ['partnerships', joint[0]], to: ['partnerships', key]})
  }
  for (const from of new Set(moves.map((move) => move.from))) moves.push({from, to: from})
  return {fields, moves}
}
