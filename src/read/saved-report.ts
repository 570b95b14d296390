import {InputError} from '../model/input-error.js'
import {type AlignmentReport, isFailing, type PolicyReport, tallyOf} from '../model/report.js'
import type {Check, Kind, Requirement} from '../model/requirement.js'
import type {Source} from '../model/source.js'
import {readJson} from './json.js'
import {validate} from './schema-errors.js'

/**
 * Reads a report that was saved as JSON, so that it can be shown again. What a report does not save is not there: the
 * patterns of a requirement, and without --texts the text of the policy and the procedures. Raises InputError for a file that is no JSON
 * or does not keep to schemas/report.schema.json.
 */
export function readSavedReport(source: Source): AlignmentReport {
  const written = readJson(source, wanted)
  const {path, value} = written
  if (!isReport(value)) {
    throw new InputError('REPORT_NOT_ONE', path, 'this is JSON, but no report of policy-align', wanted)
  }
  try {
    validate(written, 'report', 'REPORT_INVALID')
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InputError('REPORT_INVALID', path, 'its sections lie too deep within each other', wanted)
  }
  const saved = value as unknown as Saved
  const policies = saved.policies.map(policyOf)
  const {failOn} = saved.verdict
  const failing = policies.flatMap(({findings}) => findings).filter((finding) => isFailing(finding, failOn)).length
  return {...saved, policies, verdict: {failing, failOn}}
}

const wanted = 'Give a file that policy-align check wrote with --output REPORT.json.'

type SavedRequirement = Omit<Requirement, 'checks'> & {
  readonly kinds: readonly Kind[]
  readonly claims: readonly string[]
}
type Saved = Omit<AlignmentReport, 'policies'> & {
  readonly policies: readonly (Omit<PolicyReport, 'findings'> & {
    readonly findings: readonly (Omit<PolicyReport['findings'][number], 'requirement'> & {
      readonly requirement: SavedRequirement
    })[]
  })[]
}

function policyOf(policy: Saved['policies'][number]): PolicyReport {
  const findings = policy.findings.map((finding) => ({...finding, requirement: requirementOf(finding.requirement)}))
  return {...policy, findings, tally: tallyOf(findings)}
}

/** The requirement as far as it was saved: of its checks the kinds and the claims, each once. */
function requirementOf({kinds, claims, ...requirement}: SavedRequirement): Requirement {
  const checks = Array.from({length: Math.max(kinds.length, claims.length)}, (_, at) => ({
    kind: kinds[Math.min(at, kinds.length - 1)],
    claim: claims[Math.min(at, claims.length - 1)] ?? '',
  }))
  return {
    ...requirement,
    checks: checks as unknown as readonly Check[],
    touches: [],
    cues: [],
    facts: [],
    suggestedWording: '',
    examples: {meets: [], partial: [], conflicts: []},
  }
}

/** Whether it looks like a report at all: else a mistake in some field would be told of a file that is none. */
function isReport(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'policies' in value && 'verdict' in value && 'tool' in value
}
