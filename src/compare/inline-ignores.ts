import {type Finding, isGap} from '../model/finding.js'
import type {InlineIgnore} from '../model/inline-ignore.js'
import {InputError} from '../model/input-error.js'
import type {Notice} from '../model/policy.js'
import type {Requirement} from '../model/requirement.js'
import {nearestName} from '../text/nearest-name.js'

/**
 * The findings with the gaps that the policy itself accepts, and a notice for each remark that accepts nothing: the gap
 * was closed, and the remark can go. No status changes. Raises InputError for a remark that names no requirement.
 */
export function withInlineIgnores(
  findings: readonly Finding[],
  ignores: readonly InlineIgnore[],
  requirements: readonly Requirement[],
): {readonly findings: readonly Finding[]; readonly notices: readonly Notice[]} {
  for (const ignore of ignores) refuseUnknown(ignore, requirements)
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

function refuseUnknown({requirement, path, line, column}: InlineIgnore, requirements: readonly Requirement[]): void {
  const ids = requirements.map(({id}) => id)
  if (ids.includes(requirement)) return
  const meant = nearestName(requirement, ids)
  throw new InputError(
    'IGNORE_UNKNOWN',
    {path, line, column},
    `there is no requirement ${requirement}`,
    meant ? `Did you mean ${meant}?` : 'Run policy-align explain for the list of requirements.',
  )
}
