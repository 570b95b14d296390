import type {Keys} from './yaml-places.js'

/** A set of fields as a file gives it, or as layers lay it. */
export type Fields = Readonly<Record<string, unknown>>

/** Facts of one sort, by key. */
export type FactsByKey = Readonly<Record<string, Fields>>

/** What a file writes in one place and the model holds in another. */
export interface Move {
  readonly from: Keys
  readonly to: Keys
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
