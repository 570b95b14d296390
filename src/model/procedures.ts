import type {Escalation} from './escalation.js'
import type {Learned} from './learned.js'
import type {Attested, Clock, Limit, Provenance} from './limit.js'
import type {PackName} from './pack.js'
import type {Registers} from './registers.js'
import type {Requirement} from './requirement.js'
import type {SwitchedOff} from './switched-off.js'

export type * from './escalation.js'
export type * from './limit.js'
export type * from './organisation.js'
export type * from './registers.js'

/** Whom a service or a procedure is for. */
export type Group = 'children' | 'adults'
export type Audience = Group | 'both'
export const groups: readonly Group[] = ['children', 'adults']

export interface Partnership extends Attested {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly formerNames?: readonly string[]
  /** YYYY, YYYY-MM or YYYY-MM-DD: since when the former names are out of date. */
  readonly renamedOn?: string
  readonly kind?: 'lscp' | 'sab' | 'joint' | 'community-safety' | 'regional'
  readonly serves?: readonly (Group | 'community-safety')[]
  readonly areas?: readonly string[]
  readonly url?: string
  readonly proceduresTitle?: string
  readonly proceduresUrl?: string
  readonly proceduresUpdated?: string
  readonly reviewsUrl?: string
  readonly trainingUrl?: string
}

/** One way to reach a service, where ways differ in hours or in what they are for. */
export interface Channel {
  readonly kind: 'phone' | 'email' | 'form' | 'portal' | 'post'
  readonly value: string
  readonly hours?: string
  readonly useFor?: readonly string[]
  readonly notFor?: readonly string[]
}

export interface LocalContact extends Attested {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly phone?: string
  readonly otherPhones?: readonly string[]
  readonly email?: string
  readonly otherEmails?: readonly string[]
  readonly url?: string
  readonly formUrl?: string
  readonly hours?: string
  readonly urgentOnly?: boolean
  readonly useFor?: readonly string[]
  readonly notFor?: readonly string[]
  readonly channels?: readonly Channel[]
}

export interface Forum extends Attested {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly criteria?: string
  readonly threshold?: number
  /** When a case comes again: "another incident within twelve months". */
  readonly repeatRule?: string
  readonly contact?: string
  readonly url?: string
  readonly frequency?: string
  readonly whoCanConvene?: string
  readonly convenedBy?: string
}

export interface LocalDocument extends Attested {
  readonly title: string
  readonly aliases?: readonly string[]
  readonly edition?: string
  readonly publishedOn?: string
  readonly reviewOn?: string
  readonly url?: string
  readonly levels?: readonly string[]
}

/** A local procedure other than the escalation: referral, allegations, section 42, missing, private fostering. */
export interface LocalProcedure extends Attested {
  readonly title: string
  readonly aliases?: readonly string[]
  readonly kind?: string
  readonly serves?: readonly Group[]
  readonly url?: string
  readonly edition?: string
  readonly reviewOn?: string
  readonly summary?: string
  readonly criteria?: string
  readonly levels?: readonly string[]
  readonly steps?: readonly Clock[]
  readonly decision?: string
  /** What to do when no decision comes, and when. */
  readonly chase?: Limit
  /** Keys of contacts, forums and documents of the model. */
  readonly contacts?: readonly string[]
  readonly forums?: readonly string[]
  readonly documents?: readonly string[]
}

export interface NeighbouringArea {
  readonly name: string
  readonly partnershipNames?: readonly string[]
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  readonly domains?: readonly string[]
}

/** Where the value of a field was written, for one field of the layered model. */
export interface FieldOrigin {
  /** Id of the model. */
  readonly model: string
  readonly path: string
  readonly line: number
  /** The provenance of its fact in that model, where models were laid over each other. */
  readonly provenance?: Provenance
}

/** The yardstick: local facts and the requirements they bring, after every `extends` has been laid under it. */
export interface ProceduresModel {
  readonly id: string
  readonly title: string
  readonly edition?: string
  readonly path: string
  readonly sha256: string
  /** False for the England pack alone: no local fact is checked then. */
  readonly local: boolean
  readonly status?: 'draft' | 'verified'
  readonly publishedOn?: string
  readonly approvedBy?: string
  readonly approvedOn?: string
  readonly reviewOn?: string
  readonly amendments?: readonly {readonly on: string; readonly what: string}[]
  readonly audience?: readonly Group[]
  readonly area?: {
    readonly id?: string
    readonly name: string
    readonly aliases?: readonly string[]
    readonly neighbours?: readonly string[]
  }
  /** The areas that share these procedures, where they are more than one. */
  readonly footprint?: readonly string[]
  readonly neighbours: readonly NeighbouringArea[]
  readonly provenance?: Provenance
  readonly partnerships: {readonly lscp?: Partnership; readonly sab?: Partnership} & Readonly<
    Record<string, Partnership | undefined>
  >
  readonly contacts: Readonly<Record<string, LocalContact>>
  readonly timescales: Readonly<Record<string, Limit>>
  readonly escalation: {readonly children?: Escalation; readonly adults?: Escalation} & Readonly<
    Record<string, Escalation | undefined>
  >
  /** Disputes of other kinds than the inter-agency escalation, by the model's own keys. */
  readonly otherDisputes?: Readonly<Record<string, Escalation>>
  readonly forums: Readonly<Record<string, Forum>>
  readonly documents: Readonly<Record<string, LocalDocument>>
  readonly procedures?: Readonly<Record<string, LocalProcedure>>
  readonly registers: Registers
  /** Word classes of the packs, by name; see src/text/pattern.ts. */
  readonly lexicon: Readonly<Record<string, WordClass>>
  readonly requirements: readonly Requirement[]
  /** What was learned from labelled policies; without it the patterns alone judge. */
  readonly learned?: Learned
  /** What is not asked for, with who decided it and why. */
  readonly switchedOff?: readonly SwitchedOff[]
  /** Where each local field was written: {"contacts.lado.phone": ...}. */
  readonly origins?: Readonly<Record<string, FieldOrigin>>
  /** The packs underneath, the lowest first. */
  readonly packs?: readonly PackName[]
}

/** A class of words that mean the same to a requirement: written @name in a pattern. */
export interface WordClass {
  /** Alternatives in the pattern language. */
  readonly words: readonly string[]
  /** Paths into the model whose names and aliases belong to it at run time: "contacts.lado". */
  readonly local?: readonly string[]
  /** Roles whose holders' names belong to it at run time, from the policy and the profile. */
  readonly people?: readonly ('dsl' | 'deputy' | 'board-lead' | 'chair')[]
}
