import {
  type ChangedWords,
  type Comparison,
  courses,
  type FindingChange,
  type PolicyComparison,
  type Run,
  type SectionChange,
  type SectionName,
  type TextChange,
} from '../../model/comparison.js'
import type {Finding} from '../../model/finding.js'
import {plainJson} from '../escape.js'
import {evidenceOf, findingOf as findingJson, packNameOf, yardstickOf} from '../json.js'
import {noticeOf, placeOf} from '../json-places.js'

/** A comparison as JSON, by schemas/comparison.schema.json. Every field is named here, so that nothing internal leaks. */
export function renderComparisonJson(report: Comparison): string {
  const {schemaVersion, tool, asOf, procedures, packs, organisation, policies, notices, verdict} = report
  const told = {
    schemaVersion,
    tool: {name: tool.name, version: tool.version},
    asOf,
    procedures: procedures.map(yardstickOf),
    ...(packs && {packs: packs.map(packNameOf)}),
    organisation: organisation && {name: organisation.name},
    policies: policies.map(policyOf),
    notices: notices.map(noticeOf),
    verdict: {failing: verdict.failing, failOn: verdict.failOn, onlyNew: verdict.onlyNew},
  }
  return `${plainJson(JSON.stringify(told, null, 2))}\n`
}

function policyOf({old, new: current, findings, tally, sections, changes, notices}: PolicyComparison) {
  return {
    old: old && versionOf(old),
    new: current && versionOf(current),
    tally: Object.fromEntries(courses.map((course) => [course, tally[course]])),
    findings: findings.map(changeOf),
    sections: sections === null ? null : sections.map(sectionOf),
    changes: changes.map(textChangeOf),
    notices: notices.map(noticeOf),
  }
}

function versionOf({path, format, title, sha256, words, sectionCount}: NonNullable<PolicyComparison['old']>) {
  return {path, format, title, sha256, words, sectionCount}
}

/** What became of a finding, with its requirement. */
export function changeOf({course, old, new: current, changes, near, standing, yardstick}: FindingChange) {
  return {
    requirement: findingJson((current ?? old)!).requirement,
    course,
    old: old && judgementOf(old),
    new: current && judgementOf(current),
    changes: [...changes],
    near: [...near],
    standing: standing.map(evidenceOf),
    yardstickChanged: yardstick,
  }
}

/** A finding as in a report, but for its requirement, which is told once for both versions. */
function judgementOf(finding: Finding) {
  const {status, confidence, evidence, expected, reason, remedy, suggestedWording, waived} = findingJson(finding)
  return {status, confidence, evidence, expected, reason, remedy, suggestedWording, waived}
}

function sectionOf({kind, old, new: current, renamed, renumbered, moved, changes}: SectionChange) {
  return {
    kind,
    old: old && nameOf(old),
    new: current && nameOf(current),
    renamed,
    renumbered,
    moved,
    changes: [...changes],
  }
}

function nameOf({title, number, place, words}: SectionName) {
  return {title, number, place: placeOf(place), words}
}

function textChangeOf({id, kind, moved, old, new: current, runs}: TextChange) {
  return {id, kind, moved, old: old && wordsOf(old), new: current && wordsOf(current), runs: runs.map(runOf)}
}

function wordsOf({text, passageId, place}: ChangedWords) {
  return {text, passageId, place: placeOf(place)}
}

function runOf({kind, text}: Run) {
  return {kind, text}
}
