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
  /** A policy that uses the current term as well has only let the old one slip in. */
  readonly slip?: boolean
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
