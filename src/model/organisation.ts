import type {Person} from './facts.js'
import type {DurationUnit} from './limit.js'

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
  readonly regulators?: readonly {
    readonly name: string
    readonly timescale?: string
    readonly responsibleRole?: string
  }[]
  readonly roles?: {
    readonly dsl?: RoleHolder
    readonly deputyDsls?: readonly RoleHolder[]
    readonly boardLead?: RoleHolder
    readonly chair?: RoleHolder
  } & Readonly<Record<string, RoleHolder | readonly RoleHolder[] | undefined>>
}

/** Everybody in the organisation's own register of roles. */
export function allHolders(organisation: Organisation | null): readonly RoleHolder[] {
  return Object.values(organisation?.roles ?? {}).flatMap((holders) => holders ?? [])
}

/** Who holds a post by the organisation's own register of roles; nobody where it does not say. */
export function holdersOf(organisation: Organisation | null, role: Person['role']): readonly RoleHolder[] {
  const {dsl, deputyDsls = [], boardLead, chair} = organisation?.roles ?? {}
  const holders = {dsl: [dsl], deputy: deputyDsls, 'board-lead': [boardLead], chair: [chair], other: []}
  return holders[role].flatMap((holder) => holder ?? [])
}
