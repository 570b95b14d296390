import type {Finding} from '../model/finding.js'
import type {AlignmentReport, PolicyReport} from '../model/report.js'
import {clipped} from './clipped.js'
import {csvField, plainLines} from './escape.js'
import {waiverWords} from './finding-lines.js'
import {ragOf} from './rag.js'
import {dateWords, factWords, placeWords, sentence, statusWords} from './words.js'

/**
 * A report as CSV (RFC 4180), a row for each requirement of each policy in the order of the report. It opens with a
 * byte order mark, without which Excel reads it in the wrong encoding.
 */
export function renderCsv({policies, notices}: AlignmentReport): string {
  // A table has no place for what holds for all of it: a sorted or filtered row still has to say it.
  const notes = notices.map(({message}) => sentence(message)).join('\n')
  const rows = policies.flatMap((policy) => policy.findings.map((finding) => [...rowOf(finding, policy), notes]))
  return `\ufeff${[[...Object.keys(columns), 'Please note'], ...rows].map(line).join('')}`
}

function line(fields: readonly string[]): string {
  return `${fields.map((field) => csvField(clipped(plainLines(field), mostInCell))).join(',')}\r\n`
}

function rowOf(finding: Finding, policy: PolicyReport): string[] {
  return Object.values(columns).map((text) => text(finding, policy))
}

/** What the columns hold. Owner and deadline are left for the people who act on the report. */
const columns: Readonly<Record<string, (finding: Finding, policy: PolicyReport) => string>> = {
  Policy: (_, {path}) => path,
  ID: ({requirement}) => requirement.id,
  Requirement: ({requirement}) => requirement.title,
  Topic: ({requirement}) => requirement.topic,
  Priority: ({requirement}) => requirement.severity,
  RAG: ragOf,
  Status: ({status}) => statusWords[status],
  Confidence: ({confidence}) => confidence,
  'Policy says': ({evidence}) => evidence.map(({quote}) => quote).join('\n'),
  'Policy section': ({evidence}, {title}) => unlike(evidence.map(({place}) => placeWords(place, title))),
  'Procedures say': ({expected}) => unlike(expected.map(({fact, value}) => `${factWords(fact)}: ${value}`)),
  Source: ({expected, requirement}) =>
    expected.length > 0 ? unlike(expected.map(({source}) => sourceWords(source))) : requirement.sources.join('\n'),
  Reason: ({reason}) => sentence(reason),
  Action: ({remedy}) => sentence(remedy),
  'Suggested wording': ({suggestedWording}) => suggestedWording.trim(),
  Owner: () => '',
  Deadline: () => '',
  Waiver: waiverWords,
}

function sourceWords({title, verifiedOn}: Finding['expected'][number]['source']): string {
  return verifiedOn ? `${title}, verified ${dateWords(verifiedOn)}` : title
}

/** Lines, each once. */
function unlike(lines: readonly string[]): string {
  return [...new Set(lines)].join('\n')
}

/** Excel takes 32,767 characters in a cell; a doubled line or an apostrophe is allowed for. */
const mostInCell = 32_000
