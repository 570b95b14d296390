import type {Finding} from '../../model/finding.js'
import type {PolicyReport} from '../../model/report.js'
import {waiverWords} from '../finding-lines.js'
import {ragOf} from '../rag.js'
import {dateWords, factWords, placeWords, sentence, statusWords} from '../words.js'

/** The columns of a list of findings. Owner and deadline are left for the people who act on the report. */
export const columns: Readonly<Record<string, (finding: Finding, policy: PolicyReport) => string>> = {
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

/** A spreadsheet takes 32,767 characters in a cell; a doubled line or an apostrophe is allowed for. */
export const mostInCell = 32_000
