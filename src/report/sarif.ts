import type {Confidence, Status, Waived} from '../model/finding.js'
import type {Notice} from '../model/policy.js'
import {type AlignmentReport, isFailing, type LongReport, type PolicyReport} from '../model/report.js'
import type {Requirement} from '../model/requirement.js'
import {pathUri, plain, sarifText} from './escape.js'
import {findingHeadline, findingText} from './finding-lines.js'
import {fingerprint} from './fingerprint.js'
import {jsonPieces} from './json-pieces.js'
import type {RenderOptions} from './reporter.js'
import {fileLocation, locationAt, locationOf} from './sarif-place.js'
import {levels, ruleOf} from './sarif-rule.js'
import {sentence} from './words.js'

/**
 * A report as SARIF 2.1.0, as GitHub's code scanning takes it. Code scanning opens an alert for every result, whatever
 * its kind: so there are results only for gaps that nobody has accepted. `--show all` adds the others for other viewers.
 */
export function renderSarif(report: AlignmentReport, options: RenderOptions): string {
  return [...sarifPieces(report, options)].join('')
}

/** The same, policy by policy: once through for what stands before the results, and once more for these. */
export function* sarifPieces(report: LongReport, options: RenderOptions): Generator<string> {
  const {tool, procedures} = report
  const {rules, artifacts, properties, notifications} = overviewOf(report.policies)
  const indexes = new Map([...rules.keys()].map((id, at) => [id, at]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            rules: [...rules.values()].map(({requirement, confidence}) => ruleOf(requirement, confidence)),
          },
        },
        // Two yardsticks over one repository must not take each other's results away.
        automationDetails: {id: `${tool.name}/${procedures.map(({id}) => id.replace(/[^\w.-]/g, '-')).join('+')}/`},
        columnKind: 'utf16CodeUnits',
        artifacts,
        // How the run went: what was not read, and what must be known of the yardstick.
        invocations: [
          {
            executionSuccessful: options.unread === 0,
            toolConfigurationNotifications: report.notices.map((notice) => notificationOf(notice)),
            toolExecutionNotifications: notifications,
          },
        ],
        results: [],
        properties: {
          asOf: report.asOf,
          ...(report.packs && {
            packs: report.packs.map(({id, title, edition, date, sha256}) => ({
              id,
              title: plain(title),
              edition: plain(edition),
              date,
              sha256,
            })),
          }),
          policies: properties,
        },
      },
    ],
  }
  yield* jsonPieces(log, 'results', 3, resultsIn(report, options, indexes))
}

function* resultsIn(report: LongReport, options: RenderOptions, indexes: ReadonlyMap<string, number>) {
  for (const policy of report.policies) yield* resultsOf(policy, report, options, indexes)
}

interface Rule {
  readonly requirement: Requirement
  readonly confidence: Confidence
}

/**
 * What is said of the policies beside their results. Every requirement is a rule once, in the order of the report, with
 * the least sure judgement on it.
 */
function overviewOf(policies: Iterable<PolicyReport>) {
  const rules = new Map<string, Rule>()
  const artifacts: object[] = []
  const properties: object[] = []
  const notifications: object[] = []
  for (const {path, title, sha256, findings, tally, notices} of policies) {
    for (const {requirement, confidence} of findings) {
      const known = rules.get(requirement.id)
      const least = known && sureness[known.confidence] < sureness[confidence] ? known.confidence : confidence
      rules.set(requirement.id, {requirement, confidence: least})
    }
    artifacts.push({location: {uri: pathUri(path)}, hashes: {'sha-256': sha256}})
    properties.push({path: plain(path), title: plain(title), tally: {...tally}})
    notifications.push(...notices.map((notice) => notificationOf(notice, path)))
  }
  return {rules, artifacts, properties, notifications}
}

const sureness = {low: 0, medium: 1, high: 2} as const satisfies Record<Confidence, number>

function resultsOf(
  policy: PolicyReport,
  report: LongReport,
  {show, quiet}: RenderOptions,
  indexes: ReadonlyMap<string, number>,
) {
  const heldAgainst = report.procedures.map(({title}) => title)
  const shown = policy.findings.filter((finding) => {
    if (quiet) return isFailing(finding, report.verdict.failOn)
    return show === 'all' || (kinds[finding.status] === 'fail' && !finding.waived)
  })
  const marks = numbered(shown.map(fingerprint))
  return shown.map((finding, at) => {
    const {requirement, status, confidence, waived, evidence} = finding
    const kind = kinds[status]
    const text = [findingHeadline(finding), findingText(finding, {title: policy.title, heldAgainst})].join('\n')
    return {
      ruleId: requirement.id,
      ruleIndex: indexes.get(requirement.id)!,
      kind,
      // SARIF gives a level only to what fails.
      level: kind === 'fail' ? levels[requirement.severity] : 'none',
      message: {text: sarifText(text)},
      locations: [locationOf(finding, policy)],
      relatedLocations: evidence.slice(1, mostRelated).map((each, id) => ({
        id,
        ...locationAt(each, policy.path),
        message: {text: 'The policy speaks of it here too.'},
      })),
      partialFingerprints: fingerprintsOf(marks[at]!, policy),
      // All results have it or none has.
      ...(show === 'all' ? {suppressions: waived ? [suppressionOf(waived)] : []} : {}),
      properties: {status, confidence},
    }
  })
}

function suppressionOf({reason, approver, by}: Waived) {
  const justification = `${sentence(reason)}${approver ? ` Approved by ${sentence(approver)}` : ''}`
  return {kind: by === 'remark' ? 'inSource' : 'external', status: 'accepted', justification: sarifText(justification)}
}

/** GitHub makes the key it looks at from the lines of a file; for a file without lines it takes the one we give. */
function fingerprintsOf(mark: string, {format}: PolicyReport) {
  const own = {'policy-align/v1': mark}
  return format === 'word' ? {...own, primaryLocationLineHash: mark} : own
}

/** "x:1", "y:1", "x:2". */
function numbered(marks: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return marks.map((mark) => {
    seen.set(mark, (seen.get(mark) ?? 0) + 1)
    return `${mark}:${seen.get(mark)}`
  })
}

function notificationOf({code, message, place}: Notice, path?: string) {
  return {
    descriptor: {id: code},
    level: 'note',
    message: {text: sarifText(sentence(message))},
    ...(path === undefined ? {} : {locations: [place ? locationAt({place, quote: ''}, path) : fileLocation(path)]}),
  }
}

const kinds = {
  met: 'pass',
  partial: 'fail',
  conflict: 'fail',
  missing: 'fail',
  'not-applicable': 'notApplicable',
  'cannot-tell': 'review',
} as const satisfies Record<Status, string>

/** GitHub shows a hundred; a reader fewer. */
const mostRelated = 10
