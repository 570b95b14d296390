import type {Evidence, Expected, Finding, Nearest} from '../model/finding.js'
import type {Notice, Place} from '../model/policy.js'
import type {AlignmentReport, PolicyReport} from '../model/report.js'
import type {Requirement} from '../model/requirement.js'
import {plainJson} from './escape.js'

/** A report as JSON, by schemas/report.schema.json. Every field is named here, so that nothing internal leaks. */
export function renderJson(report: AlignmentReport): string {
  return `${plainJson(JSON.stringify(reportOf(report), null, 2))}\n`
}

function reportOf({schemaVersion, tool, asOf, procedures, organisation, policies, notices, verdict}: AlignmentReport) {
  return {
    schemaVersion,
    tool: {name: tool.name, version: tool.version},
    asOf,
    procedures: procedures.map(({id, title, edition, path, sha256, local, verifiedOn}) => ({
      id,
      title,
      edition,
      path,
      sha256,
      local,
      verifiedOn,
    })),
    organisation: organisation && {name: organisation.name},
    policies: policies.map(policyOf),
    notices: notices.map(noticeOf),
    verdict: {failing: verdict.failing, failOn: verdict.failOn},
  }
}

function policyOf({path, format, title, sha256, words, sectionCount, findings, tally, notices}: PolicyReport) {
  return {
    path,
    format,
    title,
    sha256,
    words,
    sectionCount,
    findings: findings.map(findingOf),
    tally: {
      met: tally.met,
      partial: tally.partial,
      conflict: tally.conflict,
      missing: tally.missing,
      'not-applicable': tally['not-applicable'],
      'cannot-tell': tally['cannot-tell'],
    },
    notices: notices.map(noticeOf),
  }
}

function findingOf(finding: Finding) {
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
    waived: finding.waived && {reason: finding.waived.reason, expires: finding.waived.expires},
  }
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

function evidenceOf({quote, passageId, place}: Evidence) {
  return {quote, passageId, place: placeOf(place)}
}

function expectedOf({fact, value, source}: Expected) {
  return {fact, value, source: {title: source.title, url: source.url, verifiedOn: source.verifiedOn}}
}

function nearestOf({quote, place}: Nearest) {
  return {quote, place: placeOf(place)}
}

/** A notice as JSON, wherever it stands. */
export function noticeOf({code, message, place}: Notice) {
  return {code, message, place: place && placeOf(place)}
}

/** A place as JSON, wherever it stands. */
export function placeOf({headings, number, ordinal, lines}: Place) {
  return {headings: [...headings], number, ordinal, lines: lines && [...lines]}
}
