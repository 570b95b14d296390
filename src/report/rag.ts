import type {Finding, Status} from '../model/finding.js'
import type {Severity} from '../model/requirement.js'

/** A finding as the audit forms of the sector colour it, as a word. */
export type Rag = 'red' | 'amber' | 'green' | 'grey' | 'advisory'

/** The colour of a finding. What is missing is as grave as the requirement is. */
export function ragOf({status, requirement}: Finding): Rag {
  return status === 'missing' ? missing[requirement.severity] : others[status]
}

const missing = {critical: 'red', major: 'amber', minor: 'advisory'} as const satisfies Record<Severity, Rag>

const others = {
  met: 'green',
  partial: 'amber',
  conflict: 'red',
  'not-applicable': 'grey',
  'cannot-tell': 'grey',
} as const satisfies Record<Exclude<Status, 'missing'>, Rag>
