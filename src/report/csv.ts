import type {Finding} from '../model/finding.js'
import type {AlignmentReport, LongReport, PolicyReport} from '../model/report.js'
import {clipped} from './clipped.js'
import {columns, mostInCell} from './content/columns.js'
import {csvField, plainLines} from './escape.js'
import {sentence} from './words.js'

/**
 * A report as CSV (RFC 4180), a row for each requirement of each policy in the order of the report. It opens with a
 * byte order mark, without which Excel reads it in the wrong encoding.
 */
export function renderCsv(report: AlignmentReport): string {
  return [...csvPieces(report)].join('')
}

/** The same, policy by policy. */
export function* csvPieces({policies, notices}: LongReport): Generator<string> {
  // A table has no place for what holds for all of it: a sorted or filtered row still has to say it.
  const notes = notices.map(({message}) => sentence(message)).join('\n')
  yield `\ufeff${line([...Object.keys(columns), 'Please note'])}`
  for (const policy of policies) {
    yield policy.findings.map((finding) => line([...rowOf(finding, policy), notes])).join('')
  }
}

function line(fields: readonly string[]): string {
  return `${fields.map((field) => csvField(clipped(plainLines(field), mostInCell))).join(',')}\r\n`
}

function rowOf(finding: Finding, policy: PolicyReport): string[] {
  return Object.values(columns).map((text) => text(finding, policy))
}
