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

/** What every fact may carry: where it came from, and whether a person has confirmed it. */
export interface Attested {
  /** After reading, the file's provenance with the fact's own over it. */
  readonly provenance?: Provenance
  /** draft: read by a program from `quotation`, with `confidence`, and confirmed by nobody yet. */
  readonly status?: 'draft' | 'verified'
  readonly quotation?: string
  readonly confidence?: 'high' | 'medium' | 'low'
  readonly note?: string
}

/** A limit. `value` 0 in days or working-days is the same (working) day. `words` keeps what was printed. */
export interface Limit extends Attested {
  /** Null where the procedure gives no number ("acceptable to both"): `words` then says all. */
  readonly value: number | null
  readonly unit: DurationUnit | null
  readonly words?: string
  readonly boundary?: 'close-of-day'
  readonly trigger?: string
  readonly owner?: string
  /** What softens or bounds it: "indicative", "or sooner if the child needs it". */
  readonly qualifier?: string
  /** The same limit in another unit, where both are printed: "48 hours (two working days)". */
  readonly sameAs?: {readonly value: number; readonly unit: DurationUnit}
  /** Other limits for other priorities. */
  readonly byPriority?: readonly PriorityLimit[]
  /** The rule for weekends and bank holidays, in words. */
  readonly weekends?: string
}

/** A limit that holds in one case only: "urgent", "a child is not seen". */
export interface PriorityLimit {
  readonly when: string
  readonly value: number | null
  readonly unit: DurationUnit | null
  readonly words?: string
}

/** One clock of a step: what must happen, who owns it, from what it counts. */
export interface Clock extends Limit {
  /** raise, acknowledge, respond, meet, decide, write-up, or other words. */
  readonly event?: string
  readonly anchor?: string
}
