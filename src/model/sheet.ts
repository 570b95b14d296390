import type {Notice} from './policy.js'

/** A line under a row of a sheet: "hours", "Mon-Fri 9am-5pm"; without a label the value tells all. */
export interface SheetDetail {
  readonly label: string
  readonly value: string
  /** An address that can be opened. */
  readonly isLink?: boolean
}

/** Who looked a fact up last, and whether that is too long ago to lean on. Dates are YYYY-MM-DD. */
export interface SheetCheck {
  readonly on: string | null
  readonly by: string | null
  readonly method: string | null
  readonly stale: boolean
  readonly draft: boolean
  /** Whether the fact says so itself; else it is what the file says of all of its facts. */
  readonly own: boolean
}

/** One fact: what it is, the word that a reader in a hurry looks for, and the rest. */
export interface SheetRow {
  readonly what: string
  /** '' where there is none. */
  readonly value: string
  readonly details: readonly SheetDetail[]
  readonly check: SheetCheck
}

export interface SheetPart {
  readonly heading: string
  /** What the columns hold: the thing, its value. */
  readonly columns: readonly [what: string, value: string]
  readonly rows: readonly SheetRow[]
  /** What holds for the part as a whole. */
  readonly notes: readonly SheetDetail[]
}

/** A model as a sheet to pin on a wall. */
export interface Sheet {
  readonly title: string
  readonly about: readonly SheetDetail[]
  /** What must be known before it is trusted. */
  readonly notices: readonly Notice[]
  readonly parts: readonly SheetPart[]
}
