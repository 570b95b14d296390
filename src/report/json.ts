import {type Evidence, type Expected, type Finding, type Nearest, statuses, type Waived} from '../model/finding.js'
import type {PackName} from '../model/pack.js'
import type {AlignmentReport, LongReport, PolicyReport} from '../model/report.js'
import type {Requirement} from '../model/requirement.js'
import type {Shard} from '../model/shard.js'
import {jsonPieces as piecesOf} from './json-pieces.js'
import {noticeOf, placeOf} from './json-places.js'
import {textOf} from './json-texts.js'
import type {RenderOptions} from './reporter.js'

/** A report as JSON, by schemas/report.schema.json. Every field is named here, so that nothing internal leaks. */
export function renderJson(report: AlignmentReport, options: Partial<RenderOptions> = {}): string {
  return [...jsonPieces(report, options)].join('')
}

/** The same, policy by policy. */
export function* jsonPieces(report: LongReport, {texts = false}: Partial<RenderOptions> = {}): Generator<string> {
  yield* piecesOf(reportOf(report, texts), 'policies', 1, policiesOf(report, texts))
}

/** Policies hold names and numbers of people: they go into a file for programs only where that was asked for. */
function* policiesOf({policies}: LongReport, texts: boolean) {
  for (const {text, ...policy} of policies) yield policyOf(texts ? {...policy, text} : policy)
}

function reportOf(report: LongReport, texts: boolean) {
  const {schemaVersion, tool, asOf, procedures, packs, organisation, notices, verdict, yardstick, shard} = report
  return {
    schemaVersion,
    tool: {name: tool.name, version: tool.version},
    asOf,
    procedures: procedures.map(yardstickOf),
    ...(packs && {packs: packs.map(packNameOf)}),
    organisation: organisation && {name: organisation.name},
    policies: [],
    notices: notices.map(noticeOf),
    verdict: {failing: verdict.failing, failOn: verdict.failOn},
    ...(shard && {shard: shardOf(shard)}),
    // Plain words already, by names that the model itself gives.
    ...(texts && yardstick && {yardstick}),
  }
}

/** A pack as programs read it. */
export function packNameOf({id, title, edition, date, sha256}: PackName): PackName {
  return {id, title, edition, date, sha256}
}

function shardOf({index, count, run, policies, positions, refused, waivers}: Shard) {
  return {
    index,
    count,
    run,
    policies,
    positions: [...positions],
    refused: refused.map(({position, message}) => ({position, message})),
    waivers: waivers.map(({requirement, path, line, use}) => ({requirement, path, line, use})),
  }
}

/** Which procedures policies were held against. */
export function yardstickOf(procedures: AlignmentReport['procedures'][number]) {
  const {id, title, edition, path, sha256, local, verifiedOn} = procedures
  return {id, title, edition, path, sha256, local, verifiedOn}
}

function policyOf(policy: PolicyReport) {
  const {path, format, title, sha256, words, sectionCount, findings, tally, notices, text} = policy
  return {
    path,
    format,
    title,
    sha256,
    words,
    sectionCount,
    findings: findings.map(findingOf),
    tally: Object.fromEntries(statuses.map((status) => [status, tally[status]])),
    notices: notices.map(noticeOf),
    ...(text && {text: textOf(text)}),
  }
}

/** A finding with its requirement. */
export function findingOf(finding: Finding) {
  return {
    requirement: requirementOf(finding.requirement),
    status: finding.status,
    confidence: finding.confidence,
    evidence: finding.evidence.map(evidenceOf),
    expected: finding.expected.map(expectedOf),
    searchedFor: [...finding.searchedFor],
    nearest: finding.nearest && nearestOf(finding.nearest),
    closest: finding.closest.map(nearestOf),
    reason: finding.reason,
    remedy: finding.remedy,
    suggestedWording: finding.suggestedWording,
    waived: finding.waived && waivedOf(finding.waived),
  }
}

function waivedOf({reason, expires, approver, by}: Waived) {
  return {reason, expires, approver, by}
}

function requirementOf({id, title, topic, audience, modality, severity, checks, sources, why}: Requirement) {
  return {
    id,
    title,
    topic,
    audience,
    modality,
    severity,
    kinds: [...new Set(checks.map(({kind}) => kind))],
    sources: [...sources],
    why,
    claims: [...new Set(checks.map(({claim}) => claim))],
  }
}

/** A quotation with its place. */
export function evidenceOf({quote, passageId, place}: Evidence) {
  return {quote, passageId, place: placeOf(place)}
}

function expectedOf({fact, value, source}: Expected) {
  return {fact, value, source: {title: source.title, url: source.url, verifiedOn: source.verifiedOn}}
}

function nearestOf({quote, place}: Nearest) {
  return {quote, place: placeOf(place)}
}
