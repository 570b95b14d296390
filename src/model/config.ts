import type {Audience} from './procedures.js'
import type {FailOn} from './report.js'
import type {SwitchedOff} from './switched-off.js'

/** What a configuration says, by schemas/config.schema.json. File names are meant from the folder of the file. */
export interface ConfigFields {
  readonly policies?: string | readonly string[]
  readonly procedures?: string | readonly string[]
  readonly packs?: string | readonly string[]
  readonly organisation?: string
  readonly waivers?: string
  readonly baseline?: string
  readonly failOn?: FailOn
  readonly only?: string | readonly string[]
  readonly skip?: string | readonly string[]
  readonly audience?: Audience
  readonly revisions?: 'accepted' | 'original'
  readonly show?: 'gaps' | 'all'
  readonly jobs?: number | 'auto'
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly switchOff?: readonly Omit<SwitchedOff, 'by' | 'place'>[]
}

/** A configuration as read. */
export interface Config {
  readonly path: string
  readonly fields: ConfigFields
  /** What it switches off, with where that is written. */
  readonly switchedOff: readonly SwitchedOff[]
  /** The line on which a setting is written, from 1. */
  lineOf(key: keyof ConfigFields): number
}
