import {type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node} from 'yaml'

/** The keys and places in lists that lead to a value. */
export type Keys = readonly (string | number)[]

/** A key that a file may not hold, and why; or an alias that leads nowhere or round in a circle. A list, a map or an alias names no field. */
export interface FaultyNode {
  readonly node: Node
  readonly fault: 'machinery' | 'twice' | 'anchorless' | 'unnamed'
}

/** Keys that stand for the machinery of objects rather than for a field. */
const machinery = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The first key that may not stand where it stands, or alias that leads nowhere. The parser's own check for keys given
 * twice compares each with each.
 */
export function faultyNodeIn(document: Document): FaultyNode | null {
  /** Anchors whose node is whole: an alias within it would unfold without end. */
  const anchors = new Set<string>()
  const pending: unknown[] = [document.contents]
  while (pending.length > 0) {
    const node = pending.pop()
    // Stands behind the parts of a node with an anchor.
    if (typeof node === 'function') node()
    if (isAlias(node) && !anchors.has(node.source)) return {node, fault: 'anchorless'}
    if (isScalar(node) && node.anchor) anchors.add(node.anchor)
    if ((isMap(node) || isSeq(node)) && node.anchor) {
      const {anchor} = node
      anchors.delete(anchor)
      pending.push(() => anchors.add(anchor))
    }
    if (isSeq(node)) for (const item of [...node.items].reverse()) pending.push(item)
    if (!isMap(node)) continue
    const seen = new Set<string>()
    for (const {key} of node.items) {
      if (key !== null && !(isScalar(key) && isPlain(key.value))) return {node: key as Node, fault: 'unnamed'}
      const name = nameOf(key)
      if (machinery.has(name)) return {node: key as Node, fault: 'machinery'}
      if (seen.has(name)) return {node: key as Node, fault: 'twice'}
      seen.add(name)
    }
    for (const {value} of [...node.items].reverse()) pending.push(value)
  }
  return null
}

/** Words, a number or nothing; a tag such as !!binary or !!set makes an object of what stands after it. */
function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}

/** Walks down the keys as far as they lead; `key` then asks for the key of the last map rather than its value. */
export function nodeAt(document: Document, keys: Keys, key?: string): Node | null {
  let node = document.contents as Node | null
  for (const step of keys) {
    const inside = resolved(node, document)
    const next: unknown = isMap(inside)
      ? inside.items.find((pair) => nameOf(pair.key) === String(step))?.value
      : isSeq(inside)
        ? inside.items[Number(step)]
        : null
    if (!next) return node
    node = next as Node
  }
  const inside = resolved(node, document)
  const pair = key !== undefined && isMap(inside) && inside.items.find((item) => nameOf(item.key) === key)
  return pair ? (pair.key as Node) : node
}

/** Every plain value of the document in its order, with the keys that lead to it. */
export function* leavesOf(document: Document): Generator<readonly [Keys, Node]> {
  const anchors = new Map<string, Node>()
  const walk = function* (node: unknown, keys: Keys): Generator<readonly [Keys, Node]> {
    const inside = isAlias(node) ? anchors.get((node as Alias).source) : node
    if ((isMap(inside) || isSeq(inside)) && inside.anchor) anchors.set(inside.anchor, inside)
    if (isScalar(inside)) {
      if (inside.anchor) anchors.set(inside.anchor, inside)
      yield [keys, node as Node]
    }
    if (isSeq(inside)) for (const [i, item] of inside.items.entries()) yield* walk(item, [...keys, i])
    if (isMap(inside)) for (const {key, value} of inside.items) yield* walk(value, [...keys, nameOf(key)])
  }
  yield* walk(document.contents, [])
}

function resolved(node: Node | null, document: Document): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}
