import type {Learned} from './learned.js'
import type {WordClass} from './procedures.js'
import type {Registers} from './registers.js'
import type {Requirement} from './requirement.js'

/** What one edition of a pack changed. */
export interface PackChange {
  readonly edition: string
  /** YYYY-MM-DD. */
  readonly date: string
  readonly changes: readonly string[]
}

/** A pack as reports name it. */
export interface PackName {
  readonly id: string
  readonly title: string
  readonly edition: string
  /** YYYY-MM-DD: the day of the edition. */
  readonly date: string
  /** Of the bytes of its files as they were read, in the order in which they are read. */
  readonly sha256: string
}

/** A published set of requirements, registers and word classes. */
export interface Pack extends PackName {
  /** The folder or file that it was read from; packs that ship with the program have none. */
  readonly path?: string
  /** Names of the packs that it is laid over, the lowest first. */
  readonly extends: readonly string[]
  /** The newest edition first. */
  readonly changelog: readonly PackChange[]
  readonly registers: Omit<Registers, 'police'> & Partial<Pick<Registers, 'police'>>
  readonly lexicon: Readonly<Record<string, WordClass>>
  /** Those that change a requirement of a pack below hold its id and what they change. */
  readonly requirements: readonly Requirement[]
  /** What was learned from labelled policies: only packs that ship with the program have it. */
  readonly learned?: Learned
}

/** Packs by their id. */
export type Packs = Readonly<Record<string, Pack>>
