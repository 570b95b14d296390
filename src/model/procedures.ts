import type {Requirement} from './requirement.js'

export type Audience = 'children' | 'adults' | 'both'
export type DurationUnit = 'minutes' | 'hours' | 'days' | 'working-days' | 'weeks' | 'months' | 'years'

/** Where a fact came from and who checked it. Dates are YYYY-MM-DD. */
export interface Provenance {
  readonly source?: string
  readonly sourceUrl?: string
  readonly retrievedOn?: string
  readonly verifiedOn?: string
  readonly verifiedBy?: string
  readonly method?: string
}

/** A limit. `value` 0 in days or working-days is the same (working) day. `words` keeps what was printed. */
export interface Limit {
  /** Null where the procedure gives no number ("acceptable to both"): `words` then says all. */
  readonly value: number | null
  readonly unit: DurationUnit | null
  readonly words?: string
  readonly boundary?: 'close-of-day'
  readonly trigger?: string
  readonly owner?: string
  readonly note?: string
  readonly provenance?: Provenance
}

export interface Partnership {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly formerNames?: readonly string[]
  readonly url?: string
  readonly proceduresTitle?: string
  readonly proceduresUrl?: string
  readonly proceduresUpdated?: string
  readonly reviewsUrl?: string
  readonly trainingUrl?: string
  readonly provenance?: Provenance
}

export interface LocalContact {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly phone?: string
  readonly otherPhones?: readonly string[]
  readonly email?: string
  readonly url?: string
  readonly formUrl?: string
  readonly hours?: string
  readonly urgentOnly?: boolean
  readonly useFor?: readonly string[]
  readonly notFor?: readonly string[]
  readonly provenance?: Provenance
}

/** One clock of an escalation step: what must happen, who owns it, from what it counts. */
export interface Clock extends Limit {
  readonly event?: string
  readonly anchor?: string
  readonly qualifier?: string
}

export interface LocalStage {
  readonly order: number
  readonly name?: string
  /** For steps with the same order: when this one is taken ("urgent"). */
  readonly when?: string
  readonly informal?: boolean
  readonly fromRole?: string
  readonly toRole?: string
  readonly fromRoles?: readonly string[]
  readonly toRoles?: readonly string[]
  readonly maxDuration?: Limit
  readonly clocks?: readonly Clock[]
  readonly notify?: string
  readonly record?: string
  readonly decides?: string
}

export interface Escalation {
  readonly title: string
  readonly aliases?: readonly string[]
  readonly url?: string
  readonly edition?: string
  readonly stageNoun?: string
  readonly subjectLine?: string
  readonly stages: readonly LocalStage[]
  readonly overallMax?: Limit
  readonly notifyStage?: number
  readonly notifyContact?: {readonly email?: string; readonly phone?: string; readonly name?: string}
  readonly form?: {readonly title: string; readonly url?: string}
  readonly immediateRisk?: {readonly route: string; readonly maxDuration?: Limit}
  readonly provenance?: Provenance
}

export interface Forum {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly criteria?: string
  readonly threshold?: number
  readonly contact?: string
  readonly frequency?: string
  readonly whoCanConvene?: string
  readonly convenedBy?: string
}

export interface LocalDocument {
  readonly title: string
  readonly aliases?: readonly string[]
  readonly edition?: string
  readonly url?: string
  readonly levels?: readonly string[]
}

export interface NeighbouringArea {
  readonly name: string
  readonly partnershipNames?: readonly string[]
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  readonly domains?: readonly string[]
}

/** How sure the register is of an entry; anything but high is said in the finding. */
export type RegisterConfidence = 'high' | 'medium' | 'low'

/** A dated entry of guidance or law. */
export interface Edition {
  readonly id: string
  readonly title: string
  readonly aliases?: readonly string[]
  /** The edition in force: a year, "rolling" where the document has no editions, or null when unknown. */
  readonly current: string | null
  readonly inForceFrom?: string
  /** Editions that a policy may still cite without being out of date: amber, until the date. */
  readonly transition?: {readonly edition: string; readonly until: string}
  readonly superseded?: readonly string[]
  readonly replaces?: readonly string[]
  readonly next?: {readonly edition: string; readonly expected: string; readonly seen: boolean}
  readonly kind: 'guidance' | 'act'
  readonly note?: string
  readonly source: string
  readonly seenOn: string
  readonly confidence: RegisterConfidence
}

export interface ObsoleteEntry {
  readonly id: string
  /** Spellings to look for; 2-6 capitals match whole words in that case only. */
  readonly terms: readonly string[]
  readonly replacement: string
  readonly since: string
  /** Words in the same sentence that make it a fair use ("formerly"). */
  readonly exceptions?: readonly string[]
  readonly advisory?: boolean
  readonly source: string
  readonly seenOn: string
  readonly confidence: RegisterConfidence
}

export interface Helpline {
  readonly id: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly phone?: string
  readonly note?: string
}

/** What a pack knows about the nation: dated, with sources. */
export interface Registers {
  readonly editions: readonly Edition[]
  readonly obsoleteTerms: readonly ObsoleteEntry[]
  readonly phantomTitles: readonly string[]
  readonly otherNations: readonly string[]
  readonly retiredEmailDomains: readonly string[]
  readonly placeholders: {readonly patterns: readonly string[]; readonly allow: readonly string[]}
  readonly helplines: readonly Helpline[]
  readonly police: {readonly emergency: string; readonly nonEmergency: string}
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
  readonly audience?: readonly ('children' | 'adults')[]
  readonly area?: {readonly id?: string; readonly name: string; readonly aliases?: readonly string[]; readonly neighbours?: readonly string[]}
  readonly neighbours: readonly NeighbouringArea[]
  readonly provenance?: Provenance
  readonly partnerships: {readonly lscp?: Partnership; readonly sab?: Partnership} & Readonly<Record<string, Partnership | undefined>>
  readonly contacts: Readonly<Record<string, LocalContact>>
  readonly timescales: Readonly<Record<string, Limit>>
  readonly escalation: {readonly children?: Escalation; readonly adults?: Escalation} & Readonly<Record<string, Escalation | undefined>>
  readonly forums: Readonly<Record<string, Forum>>
  readonly documents: Readonly<Record<string, LocalDocument>>
  readonly registers: Registers
  /** Word classes of the packs, by name; see src/text/pattern.ts. */
  readonly lexicon: Readonly<Record<string, WordClass>>
  readonly requirements: readonly Requirement[]
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

export interface RoleHolder {
  readonly name: string
  readonly title?: string
  readonly phone?: string
  readonly email?: string
}

/** Who the organisation is: decides what applies, and what its own register of roles says. */
export interface Organisation {
  readonly name: string
  readonly path: string
  readonly profile: readonly string[]
  readonly areasServed?: readonly string[]
  readonly approvedOn?: string
  readonly nextReview?: string
  readonly reviewCycle?: {readonly value: number; readonly unit: DurationUnit}
  readonly approvingBody?: string
  readonly policyOwner?: string
  readonly retention?: string
  readonly training?: string
  readonly recruitment?: string
  readonly regulators?: readonly {readonly name: string; readonly timescale?: string; readonly responsibleRole?: string}[]
  readonly roles?: {
    readonly dsl?: RoleHolder
    readonly deputyDsls?: readonly RoleHolder[]
    readonly boardLead?: RoleHolder
    readonly chair?: RoleHolder
  } & Readonly<Record<string, RoleHolder | readonly RoleHolder[] | undefined>>
}
