import {type Finding, isGap} from '../model/finding.js'
import type {InlineIgnore} from '../model/inline-ignore.js'
import type {Notice} from '../model/policy.js'
import type {Requirement} from '../model/requirement.js'
import {refuseUnknown} from './refuse-unknown.js'

/**
 * The findings with the gaps that the policy itself accepts, and a notice for each remark that accepts nothing: the gap
 * was closed, and the remark can go. No status changes. Raises InputError for a remark that names no requirement.
 */
export function withInlineIgnores(
  findings: readonly Finding[],
  ignores: readonly InlineIgnore[],
  requirements: readonly Requirement[],
): {readonly findings: readonly Finding[]; readonly notices: readonly Notice[]} {
  for (const {requirement, path, line, column} of ignores)
    refuseUnknown(requirement, requirements, 'IGNORE_UNKNOWN', {path, line, column})
  const reasons = new Map(ignores.map((ignore) => [ignore.requirement, ignore]))
  const accepted = findings.map((finding) => {
    const ignore = reasons.get(finding.requirement.id)
    if (!ignore || !isGap(finding.status)) return finding
    return {...finding, waived: {reason: ignore.reason, expires: null, approver: null, by: 'remark' as const}}
  })
  const used = new Set(accepted.filter(({waived}) => waived).map(({requirement}) => requirement.id))
  const judged = new Set(findings.map(({requirement}) => requirement.id))
  const notices = [...reasons.values()]
    .filter(({requirement}) => judged.has(requirement) && !used.has(requirement))
    .map(({requirement, line}) => ({
      code: 'ignore-unused',
      message: `The remark on line ${line} ignores ${requirement}, which has no gap: it can be taken out`,
      place: null,
    }))
  return {findings: accepted, notices}
}
