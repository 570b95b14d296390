import type {Audience, Group} from './procedures.js'

/** The worst first. */
export const severities = ['critical', 'major', 'minor'] as const
export type Severity = (typeof severities)[number]

export type Kind =
  | 'statement-present'
  | 'contact-matches'
  | 'timescale-no-slower-than'
  | 'stage-sequence'
  | 'role-named'
  | 'reference-current'
  | 'prohibited-statement-absent'
  | 'date-in-range'
  | 'term-obsolete'

/**
 * One way of saying something: a pattern that one sentence must meet, or several patterns that must
 * all be met near each other. See src/text/pattern.ts for the language.
 */
export type Way =
  | string
  | {readonly all: readonly string[]; readonly within: 'passage' | 'section' | 'document'; readonly unless?: string}

interface CheckBase {
  /** The check in words a person understands: "staff never promise secrecy". */
  readonly claim: string
  /** Only for organisations with one of these profile flags. */
  readonly when?: readonly string[]
  /** Only where this group is served. */
  readonly audience?: Group
  /** A bonus; `nationally` for what is asked only where the local procedures hold it. */
  readonly optional?: boolean | 'nationally'
}

/** The policy says it, in some wording. */
export interface StatementPresent extends CheckBase {
  readonly kind: 'statement-present'
  readonly ways?: readonly Way[]
  /** A list of things to be named, at least `min` of them: {coercion: "coerc* | duress | pressur*"}. */
  readonly list?: {
    readonly items: Readonly<Record<string, string>>
    readonly min: number
    readonly within: 'passage' | 'section' | 'document'
    /** The list counts only in a passage, section or document that meets this. */
    readonly about?: string
  }
  /** Wordings that touch it but are vague or weaker: partial at best. */
  readonly weak?: readonly Way[]
}

/** A dangerous or wrong statement does not appear. */
export interface ProhibitedStatementAbsent extends CheckBase {
  readonly kind: 'prohibited-statement-absent'
  readonly ways?: readonly Way[]
  /** A sentence that meets one of these is no conflict, whatever else it says. */
  readonly unless?: readonly string[]
  /** A whole-document check by a register or by comparison rather than by wording. */
  readonly register?:
    | 'foreign-area'
    | 'contact-consistency'
    | 'placeholders'
    | 'phantom-titles'
    | 'late-notice'
    | 'other-chair'
    | 'marac-threshold'
    | 'short-retention'
}

/** Phone, email, host or name equals the local fact. Without a local fact, the policy must give one at all. */
export interface ContactMatches extends CheckBase {
  readonly kind: 'contact-matches'
  /** Paths into the model: contacts.lado, partnerships.lscp, escalation.*.notifyContact, national.helplines. */
  readonly facts: readonly string[]
  readonly fields: readonly ('name' | 'phone' | 'email' | 'url')[]
  /** How the policy may speak of the service when it does not use its local name. */
  readonly named: string
}

/** Stated limits are no slower than the local one and start from the same event. */
export interface TimescaleNoSlowerThan extends CheckBase {
  readonly kind: 'timescale-no-slower-than'
  /** Paths into the model: timescales.ladoNotify, escalation.*.stages. */
  readonly facts: readonly string[]
  readonly trigger?: string
  /** What the limit must be about, as a pattern on its sentence with heading and lead-in. */
  readonly about: string
  readonly notAbout?: string
  /** Roles of extracted limits that count whatever the words. */
  readonly roles?: readonly string[]
  /** The yardstick of statute or guidance when the model has no local limit. */
  readonly national?: {readonly value: number; readonly unit: string; readonly words?: string}
  readonly recurring?: boolean
}

export interface StageSequence extends CheckBase {
  readonly kind: 'stage-sequence'
  /** Paths into the model (escalation.*.stages) or steps given here as patterns in their order. */
  readonly facts?: readonly string[]
  readonly order?: readonly {readonly step: string; readonly pattern: string}[]
}

export interface RoleNamed extends CheckBase {
  readonly kind: 'role-named'
  readonly role: 'dsl' | 'deputy' | 'board-lead' | 'chair' | 'training-record-owner'
  readonly require: readonly ('name' | 'contact')[]
  /** How a policy may call the role. */
  readonly named: string
}

export interface ReferenceCurrent extends CheckBase {
  readonly kind: 'reference-current'
  /** Id in the register, "register" for every other entry, or paths into the model (documents.threshold). */
  readonly document?: string
  readonly facts?: readonly string[]
  /** How a policy may speak of it without its title. */
  readonly named?: string
}

export interface DateInRange extends CheckBase {
  readonly kind: 'date-in-range'
  readonly field: 'nextReview'
  readonly maxMonths: number
}

export interface TermObsolete extends CheckBase {
  readonly kind: 'term-obsolete'
  /** Ids of register entries, or ["register"] for all. */
  readonly terms: readonly string[]
}

export type Check =
  | StatementPresent
  | ProhibitedStatementAbsent
  | ContactMatches
  | TimescaleNoSlowerThan
  | StageSequence
  | RoleNamed
  | ReferenceCurrent
  | DateInRange
  | TermObsolete

export interface Example {
  readonly text: string
  readonly note?: string
}

/** What a report does not save of a requirement, as it is in a report that was read again. */
export const unsaved: Pick<Requirement, 'touches' | 'cues' | 'facts' | 'suggestedWording' | 'examples'> = {
  touches: [],
  cues: [],
  facts: [],
  suggestedWording: '',
  examples: {meets: [], partial: [], conflicts: []},
}

/** One thing asked of a policy. */
export interface Requirement {
  readonly id: string
  readonly title: string
  readonly topic: string
  readonly audience: Audience
  readonly modality: 'must' | 'should'
  readonly severity: Severity
  /** The organisations it concerns; without it, all. */
  readonly appliesWhen?: {
    readonly anyOf: readonly string[]
    readonly otherwise: 'not-applicable' | 'should'
    readonly because: string
  }
  readonly sources: readonly string[]
  /** Why it is asked. */
  readonly why: string
  readonly checks: readonly Check[]
  /** Patterns that show that a sentence touches the topic at all: then it is partial rather than missing. */
  readonly touches?: readonly string[]
  /** Plain words for the search profile, beside title, examples and suggested wording. */
  readonly cues: readonly string[]
  /** Paths of the local facts it leans on. */
  readonly facts: readonly string[]
  /** With slots filled from the model and the organisation: {contacts.lado.phone}. */
  readonly suggestedWording: string
  readonly examples: {
    readonly meets: readonly Example[]
    readonly partial: readonly Example[]
    readonly conflicts: readonly Example[]
  }
}
