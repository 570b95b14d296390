import type {Affected, AffectedFinding, AffectedPolicy, Rewrite} from '../../model/affected.js'
import {courses} from '../../model/comparison.js'
import {changeOf} from '../comparison/json.js'
import {plainJson} from '../escape.js'
import {packNameOf} from '../json.js'
import {noticeOf, placeOf} from '../json-places.js'

/** What new procedures do to policies as JSON, by schemas/affected.schema.json. */
export function renderAffectedJson(report: Affected): string {
  const {schemaVersion, tool, asOf, old, new: current, differences, packs, organisation, policies, notices} = report
  const {failing, failOn} = report.verdict
  const told = {
    schemaVersion,
    tool: {name: tool.name, version: tool.version},
    asOf,
    old: {...old},
    new: {...current},
    differences: differences.map(({change, fact, movedFrom, part, words, before, after}) => ({
      change,
      fact,
      movedFrom,
      part,
      words,
      before,
      after,
    })),
    ...(packs && {packs: packs.map(packNameOf)}),
    organisation: organisation && {name: organisation.name},
    policies: policies.map(policyOf),
    notices: notices.map(noticeOf),
    verdict: {failing, failOn},
  }
  return `${plainJson(JSON.stringify(told, null, 2))}\n`
}

function policyOf(policy: AffectedPolicy) {
  const {path, format, title, sha256, words, sectionCount, tally, findings, also, notices} = policy
  return {
    path,
    format,
    title,
    sha256,
    words,
    sectionCount,
    tally: Object.fromEntries(courses.map((course) => [course, tally[course]])),
    findings: findings.map(findingOf),
    also: also.map(rewriteOf),
    notices: notices.map(noticeOf),
  }
}

function findingOf({change, differences, rewrites}: AffectedFinding) {
  const {requirement, course, old, new: current, yardstickChanged} = changeOf(change)
  return {
    requirement,
    course,
    old,
    new: current,
    yardstickChanged,
    differences: [...differences],
    rewrites: rewrites.map(rewriteOf),
  }
}

function rewriteOf({quote, passageId, place, difference, runs}: Rewrite) {
  const rewritten = runs?.flatMap(({kind, text}) => (kind === 'removed' ? [] : [text])).join('')
  return {
    quote,
    passageId,
    place: placeOf(place),
    difference,
    rewritten: rewritten ?? null,
    runs: runs?.map(({kind, text}) => ({kind, text})) ?? null,
  }
}
