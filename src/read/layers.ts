import type {FieldOrigin, Provenance} from '../model/procedures.js'
import {completed} from './complete.js'
import {type Fields, isFields, type Move} from './fields.js'
import {normalised} from './normalise.js'
import type {Written} from './yaml.js'
import type {Keys} from './yaml-places.js'

/** One model file, in the one form that layers are laid in. */
export interface Layer {
  readonly path: string
  readonly id: string
  readonly written: Written
  readonly fields: Fields
  readonly moves: readonly Move[]
}

/** A file in the form in which layers are laid: short forms written out, every fact with its whole provenance. */
export function layerOf(written: Written): Layer {
  const {fields, moves} = normalised(written.value as Fields)
  return {path: written.path, id: String(fields.id), written, fields, moves}
}

/** The layers laid over each other, a later one over an earlier one, and where each field of the result was written. */
export function laid(layers: readonly Layer[]): {fields: Fields; origins: Readonly<Record<string, FieldOrigin>>} {
  const fields = completed(layers.reduce<Fields>((under, layer) => overlaid(under, layer.fields), {}))
  const places = layers.map(placesIn)
  const origins: Record<string, FieldOrigin> = {}
  for (const keys of leavesOf(fields)) {
    const path = keys.join('.')
    const at = places.findLastIndex((known) => known.has(path))
    if (at < 0) continue
    const {id, path: file, fields: own} = layers[at]!
    const provenance = layers.length > 1 ? provenanceOf(own, keys) : undefined
    origins[path] = {model: id, path: file, line: places[at]!.get(path)!, ...(provenance && {provenance})}
  }
  return {fields, origins}
}

/** What a layer says of where a fact came from: its own word, not that of the layers it is laid over. */
function provenanceOf(fields: Fields, [part, key]: Keys): Provenance | undefined {
  const fact = (fields[String(part)] as Fields | undefined)?.[String(key)]
  return (
    (isFields(fact) ? (fact.provenance as Provenance | undefined) : undefined) ??
    (fields.provenance as Provenance | undefined)
  )
}

/** Lays one set of fields over another: sets of fields are merged; lists and plain values are replaced. */
function overlaid(under: Fields, over: Fields): Fields {
  const result: Record<string, unknown> = {...under}
  for (const [key, value] of Object.entries(over)) {
    const below = result[key]
    if (value === undefined) delete result[key]
    else result[key] = isFields(value) ? overlaid(isFields(below) ? below : {}, value) : value
  }
  return result
}

/** The line of each plain value of a file, by the path that it has in the model. */
function placesIn({written, moves}: Layer): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  for (const [keys, line] of written.lines()) {
    for (const path of movedTo(keys, moves)) lines.set(path, line)
  }
  return lines
}

/** Where a value stands in the model that was written at some keys of the file. */
function movedTo(keys: Keys, moves: readonly Move[]): string[] {
  const fitting = moves.filter(({from}) => from.every((key, i) => key === keys[i]))
  const most = Math.max(...fitting.map(({from}) => from.length), 0)
  if (fitting.length === 0) return [keys.join('.')]
  return fitting
    .filter(({from}) => from.length === most)
    .map(({from, to}) => [...to, ...keys.slice(from.length)].join('.'))
}

function* leavesOf(value: unknown, at: Keys = []): Generator<Keys> {
  if (Array.isArray(value)) for (const [i, each] of value.entries()) yield* leavesOf(each, [...at, i])
  else if (isFields(value)) for (const [key, each] of Object.entries(value)) yield* leavesOf(each, [...at, key])
  else yield at
}
