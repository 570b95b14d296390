import type {Contact, Stage} from './facts.js'
import type {Section} from './policy.js'

/** What pages show of a policy itself. */
export interface ShownText {
  readonly sections: readonly Section[]
  readonly contacts: readonly Pick<Contact, 'value' | 'for' | 'role' | 'place'>[]
  readonly stages: readonly Pick<Stage, 'order' | 'from' | 'to' | 'within' | 'audience' | 'passageId'>[]
}

/** What pages show of the yardstick: plain words, as they are printed. */
export interface ShownYardstick {
  /** Where the local facts were taken from, and who checked them. */
  readonly provenance: {
    readonly source: string | null
    readonly sourceUrl: string | null
    readonly retrievedOn: string | null
    readonly verifiedBy: string | null
    readonly method: string | null
  }
  /** By the keys that paths of facts have: "lado" of "contacts.lado.phone". */
  readonly contacts: Readonly<Record<string, ShownContact>>
  /** Names by key. */
  readonly partnerships: Readonly<Record<string, string>>
  /** Local ladders by audience. */
  readonly escalation: Readonly<Record<string, ShownEscalation>>
  /** The national guidance by which editions were judged. */
  readonly editions: readonly {
    readonly title: string
    readonly current: string | null
    readonly seenOn: string
    readonly confidence: string
  }[]
  /** Who is proposed to act on the report. */
  readonly owner: string | null
}

export interface ShownContact {
  readonly name: string
  readonly hours: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly url: string | null
}

export interface ShownEscalation {
  readonly title: string
  readonly stages: readonly ShownStage[]
  /** The limit over all stages. */
  readonly overall: string | null
  /** What is done where somebody is at immediate risk. */
  readonly atRisk: string | null
}

/** A rung of a local ladder. */
export interface ShownStage {
  readonly order: number
  readonly label: string
  readonly from: string | null
  readonly to: string | null
  /** Its limit in words: "within 2 working days". */
  readonly clock: string | null
  readonly told: string | null
}
