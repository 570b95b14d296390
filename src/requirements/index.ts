import type {Check, Kind} from '../model/requirement.js'
import {contactMatches} from './contact-matches.js'
import {dateInRange} from './date-in-range.js'
import type {RequirementKind} from './kind.js'
import {prohibitedStatementAbsent} from './prohibited-statement-absent.js'
import {referenceCurrent} from './reference-current.js'
import {roleNamed} from './role-named.js'
import {stageSequence} from './stage-sequence.js'
import {statementPresent} from './statement-present.js'
import {termObsolete} from './term-obsolete.js'
import {timescaleNoSlowerThan} from './timescale-no-slower-than.js'

/** Every kind of requirement. A new one is a file beside these and a line here. */
export const kinds: readonly RequirementKind[] = [
  statementPresent,
  contactMatches,
  timescaleNoSlowerThan,
  stageSequence,
  roleNamed,
  referenceCurrent,
  prohibitedStatementAbsent,
  dateInRange,
  termObsolete,
]

const byName: ReadonlyMap<Kind, RequirementKind> = new Map(kinds.map((kind) => [kind.kind, kind]))

/** The kind of a check. The pack's reader has refused every other. */
export function kindOf(check: Check): RequirementKind {
  return byName.get(check.kind)!
}
