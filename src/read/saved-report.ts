import {InputError} from '../model/input-error.js'
import {type AlignmentReport, isFailing, type PolicyReport, tallyOf} from '../model/report.js'
import {type Check, type Kind, type Requirement, unsaved} from '../model/requirement.js'
import type {Source} from '../model/source.js'
import {inUtf8} from './in-utf8.js'
import {readJson} from './json.js'
import {reportPieces} from './report-pieces.js'
import {validate} from './schema-errors.js'
import type {Written} from './yaml.js'

/**
 * Reads a report that was saved as JSON, so that it can be shown again. What a report does not save is not there: the
 * patterns of a requirement, and without --texts the text of the policy and the procedures. Raises InputError for a file that is no JSON
 * or does not keep to schemas/report.schema.json.
 */
export function readSavedReport(source: Source): AlignmentReport {
  const written = readJson(source, wanted)
  const {policies, ...head} = headOf(written)
  const {failOn} = head.verdict
  const read = policies.map(policyOf)
  const failing = read.flatMap(({findings}) => findings).filter((finding) => isFailing(finding, failOn)).length
  return {...head, policies: read, verdict: {failing, failOn}}
}

/** A report without its policies; it counts no gap that fails. */
export type SavedHead = Omit<AlignmentReport, 'policies'>

/** What a report holds, as it is read: its policies one by one, and at the end what stands around them. */
export type SavedPiece = {readonly policy: PolicyReport} | {readonly head: SavedHead}

/**
 * The same for a report of any length, of which no more than a policy is in memory at once. Raises InputError when it
 * comes upon what is wrong: what was given until then is not to be used.
 */
export async function* savedPieces(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SavedPiece> {
  let count = 0
  /** Told at the end, for the file may be something else altogether. */
  let wrong: unknown
  for await (const piece of reportPieces(inUtf8(chunks))) {
    if ('rest' in piece) {
      const {policies: _, ...head} = headOf(readJson({path, bytes: Buffer.from(piece.rest)}, wanted))
      if (wrong) throw wrong
      if (count === 0 && !head.shard) throw invalid(path, 'it holds no policy')
      yield {head: {...head, verdict: {failing: 0, failOn: head.verdict.failOn}}}
      return
    }
    count++
    try {
      if (!wrong) yield {policy: policyIn(path, piece.policy, count)}
    } catch (error) {
      wrong = error
    }
  }
}

function policyIn(path: string, text: string, at: number): PolicyReport {
  const written = readJson({path, bytes: Buffer.from(text)}, wanted)
  try {
    validated(written, 'report policy')
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError(error.code, error.where, `policy ${at}: ${error.problem}`, error.fix)
  }
  return policyOf(written.value as Saved['policies'][number])
}

function headOf(written: Written): Saved {
  const {path, value} = written
  if (!isReport(value)) {
    throw new InputError('REPORT_NOT_ONE', path, 'this is JSON, but no report of policy-align', wanted)
  }
  validated(written, 'report')
  return value as unknown as Saved
}

function validated(written: Written, schema: 'report' | 'report policy'): void {
  try {
    validate(written, schema, 'REPORT_INVALID')
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw invalid(written.path, 'its sections lie too deep within each other')
  }
}

function invalid(path: string, problem: string): InputError {
  return new InputError('REPORT_INVALID', path, problem, wanted)
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
    ...unsaved,
  }
}

/** Whether it looks like a report at all: else a mistake in some field would be told of a file that is none. */
function isReport(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'policies' in value && 'verdict' in value && 'tool' in value
}
