import type {Attested, Clock, Limit} from './limit.js'
import type {Group} from './procedures.js'

/** What a step, or the whole ladder, comes to: not every chair arbitrates. */
export type Ending = 'decides' | 'mediates' | 'informed' | 'unresolved'

/** Only the first kind is the local escalation; the others are linked to it and never stand in for it. */
export type DisputeKind =
  | 'inter-agency'
  | 'reviewing-officer'
  | 'conference-dissent'
  | 'review-dispute'
  | 'between-partners'
  | 'single-agency'
  | 'national'
  | 'complaint'

/** How somebody is told: by which means, where, and at which turn. */
export interface Notification {
  readonly to: string
  readonly by?: 'form' | 'email' | 'letter' | 'phone' | 'copy'
  readonly on?: string
  readonly email?: string
  readonly phone?: string
  readonly form?: string
  readonly url?: string
  readonly subjectLine?: string
}

export interface LocalStage extends Attested {
  readonly order: number
  /** As printed: "4a". */
  readonly label?: string
  readonly name?: string
  /** For steps with the same order: when this one is taken ("urgent"). */
  readonly when?: string
  readonly informal?: boolean
  /** A step before the procedure proper begins. */
  readonly before?: boolean
  readonly optional?: boolean
  readonly fromRole?: string
  readonly toRole?: string
  readonly fromRoles?: readonly string[]
  readonly toRoles?: readonly string[]
  /** The post at this step in each agency: {police: "detective sergeant"}. */
  readonly rolesByAgency?: Readonly<Record<string, string>>
  /** Who acts for an agency that lacks the post. */
  readonly substitutes?: Readonly<Record<string, string>>
  /** The short form of a single clock; after reading, also set where a step has one clock only. */
  readonly maxDuration?: Limit
  readonly clocks?: readonly Clock[]
  readonly notify?: string
  readonly notifications?: readonly Notification[]
  readonly record?: string
  readonly output?: string
  readonly ending?: Ending
  readonly decides?: string
  /** Who may begin at this step. */
  readonly mayEnterAt?: readonly string[]
}

/** Who takes the matter on at a step: any of them. */
export function sendersAt({fromRole, fromRoles = []}: Pick<LocalStage, 'fromRole' | 'fromRoles'>): readonly string[] {
  return [...new Set([fromRole, ...fromRoles].flatMap((role) => role || []))]
}

/** To whom the matter goes at a step: any of them. */
export function receiversAt({toRole, toRoles = []}: Pick<LocalStage, 'toRole' | 'toRoles'>): readonly string[] {
  return [...new Set([toRole, ...toRoles].flatMap((role) => role || []))]
}

/** What a step, or the whole, comes to, as it is said of who receives it. */
export const endingWords: Readonly<Record<Ending, string>> = {
  decides: 'decides',
  mediates: 'mediates and does not decide',
  informed: 'is informed and does not decide',
  unresolved: 'does not decide; what stays unresolved is put on record',
}

/** A procedure with which it is easily taken for another: linked, never interchangeable. */
export interface RelatedProcedure {
  readonly title: string
  readonly kind?: string
  readonly url?: string
  /** The key under which the model holds it: "procedures.complaint", "escalation.reviewingOfficer". */
  readonly see?: string
}

export interface Escalation extends Attested {
  readonly title: string
  readonly aliases?: readonly string[]
  readonly kind?: DisputeKind
  /** For one procedure that serves more than its key says. */
  readonly serves?: readonly Group[]
  readonly url?: string
  readonly edition?: string
  readonly publishedOn?: string
  readonly approvedBy?: string
  readonly reviewOn?: string
  readonly amendments?: readonly {readonly on: string; readonly what: string}[]
  readonly stageNoun?: string
  readonly subjectLine?: string
  readonly stages: readonly LocalStage[]
  readonly overallMax?: Limit
  readonly notifyStage?: number
  readonly notifyContact?: {readonly email?: string; readonly phone?: string; readonly name?: string}
  readonly notifications?: readonly Notification[]
  readonly form?: {readonly title: string; readonly url?: string}
  readonly otherForms?: readonly {readonly title: string; readonly url?: string; readonly when?: string}[]
  readonly immediateRisk?: {readonly route: string; readonly maxDuration?: Limit}
  readonly scopeIn?: readonly string[]
  readonly scopeOut?: readonly {readonly case: string; readonly goesTo?: string}[]
  /** What holds while a dispute runs. */
  readonly statusQuo?: string
  readonly personsVoice?: string
  readonly recordedIn?: string
  readonly learning?: string
  readonly endsWith?: Ending
  readonly finalDecision?: string
  readonly related?: readonly RelatedProcedure[]
}
