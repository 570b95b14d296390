import type {Place} from './policy.js'
import type {Group} from './procedures.js'

/** A fact read from a passage. `value` stands word for word in the passage (or in its link target). */
interface Fact {
  readonly value: string
  readonly passageId: string
  readonly place: Place
  /** Offsets of `value` in the passage's text; null when it was found in a link target. */
  readonly span: readonly [number, number] | null
}

export interface Contact extends Fact {
  readonly kind: 'phone' | 'email' | 'url'
  /** Digits from 0 for phones, lower case for emails, host and path without scheme and www for addresses. */
  readonly normalised: string
  /** Who or what it is for, in the policy's words: "LADO", "Emergency Duty Team (children)". '' when not said. */
  readonly for: string
  readonly role: ContactRole
}

export type ContactRole =
  | 'front-door-children'
  | 'out-of-hours-children'
  | 'front-door-adults'
  | 'out-of-hours-adults'
  | 'out-of-hours'
  | 'lado'
  | 'pipot'
  | 'police'
  | 'prevent'
  | 'family-help'
  | 'domestic-abuse'
  | 'partnership-children'
  | 'partnership-adults'
  | 'dsl'
  | 'deputy'
  | 'board-lead'
  | 'chair'
  | 'helpline'
  | 'regulator'
  | 'other'

export type TimeUnit =
  | 'minutes'
  | 'hours'
  | 'days'
  | 'working-days'
  | 'weeks'
  | 'months'
  | 'years'
  | 'immediate'
  | 'none'

/** A stated time limit or cycle. `value` holds the words: "within one working day". */
export interface Timescale extends Fact {
  /** Null for "immediately" and for words without a number ("promptly", unit 'none'). "Same day" is 0 days. */
  readonly amount: number | null
  readonly unit: TimeUnit
  readonly boundary: 'same-day' | 'same-working-day' | 'close-of-day' | null
  /** What it counts from, where the sentence says so. */
  readonly trigger: Trigger | null
  /** The words of the trigger: "of the investigation concluding". */
  readonly triggerWords: string | null
  /** What is to be done within it, as a short piece of the sentence. */
  readonly action: string
  readonly role: TimescaleRole
  /** True for a cycle ("every three years", "annually") rather than a deadline. */
  readonly recurring: boolean
}

/** Events a limit may count from, earliest sort first. 'later-event' is any step after the matter was known. */
export type Trigger =
  | 'concern-identified'
  | 'allegation-known'
  | 'discovery'
  | 'telephone-referral'
  | 'referral-sent'
  | 'stage-unresolved'
  | 'move'
  | 'last-training'
  | 'strategy-discussion'
  | 'initial-conference'
  | 'later-event'

export type TimescaleRole =
  | 'refer-child'
  | 'refer-adult'
  | 'refer'
  | 'lado-notify'
  | 'pipot-notify'
  | 'escalate-stage'
  | 'written-follow-up'
  | 'record'
  | 'decision-feedback'
  | 'train-refresh'
  | 'review-policy'
  | 'retain-records'
  | 'file-transfer'
  | 'fgm'
  | 'conference'
  | 'core-group'
  | 'regulator-notify'
  | 'other'

export interface Reference extends Fact {
  /** Canonical where the register knows it, else as printed. */
  readonly title: string
  readonly edition: string | null
  /** Id of the register's entry, or null. */
  readonly document: string | null
  /** True when the edition cited is the one in force; null when the register cannot say. */
  readonly current: boolean | null
}

export interface DocumentDate extends Fact {
  readonly what: 'approved' | 'issued' | 'last-reviewed' | 'next-review' | 'other'
  /** YYYY, YYYY-MM or YYYY-MM-DD: only what is printed. */
  readonly iso: string
}

export interface Person extends Fact {
  readonly role: 'dsl' | 'deputy' | 'board-lead' | 'chair' | 'other'
  /** The role's words as printed: "Safeguarding Lead". */
  readonly title: string
  readonly name: string
}

export interface PartnershipName extends Fact {
  readonly name: string
}

export interface ObsoleteTerm extends Fact {
  readonly term: string
  readonly replacement: string
  /** Id of the register's entry. */
  readonly entry: string
}

export interface Placeholder extends Fact {
  readonly text: string
}

export interface Stage extends Fact {
  readonly order: number
  /** False for a ladder told as a story: its order is that of the telling, not of printed numbers. */
  readonly numbered: boolean
  readonly from: string | null
  readonly to: string | null
  /** The words of its limit: "within five working days". */
  readonly within: string | null
  /** Which escalation it belongs to, where the headings or words say so. */
  readonly audience: Group | null
}

/** Everything typed that was read from a policy. */
export interface Facts {
  readonly contacts: readonly Contact[]
  readonly timescales: readonly Timescale[]
  readonly references: readonly Reference[]
  readonly dates: readonly DocumentDate[]
  readonly people: readonly Person[]
  readonly partnerships: readonly PartnershipName[]
  readonly obsolete: readonly ObsoleteTerm[]
  readonly placeholders: readonly Placeholder[]
  readonly stages: readonly Stage[]
}
