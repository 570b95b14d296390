import type {Finding, Status} from '../../src/model/finding.js'
import type {Place} from '../../src/model/policy.js'
import {type AlignmentReport, tallyOf} from '../../src/model/report.js'
import type {Requirement, Severity} from '../../src/model/requirement.js'

/** Everything that a document could hold to harm a screen, a parser or a reader. */
export const awkward =
  '& < > " \' | = ]]> \u001b[31mred\u001b[0m \u001b]0;title\u0007 \u202eevil\u202c \u0085 \u{1f642} \ud800 tab\tend\r\nnew line'

const place: Place = {headings: ['Allegations', `Reporting ${awkward}`], number: '4.2', ordinal: 12, lines: [88, 89]}

export function requirement(id: string, severity: Severity): Requirement {
  return {
    id,
    title: `Title of ${id} ${awkward}`,
    topic: 'allegations',
    audience: 'children',
    modality: 'must',
    severity,
    sources: [`Source ${awkward}`],
    why: `a reason ${awkward}`,
    checks: [{kind: 'statement-present', claim: 'it is said', ways: ['secret pattern']}],
    touches: ['secret touch'],
    cues: ['secret cue'],
    facts: ['contacts.lado'],
    suggestedWording: '{contacts.lado.phone}',
    examples: {meets: [{text: 'secret example'}], partial: [], conflicts: []},
  }
}

export function finding(id: string, status: Status, severity: Severity, more: Partial<Finding> = {}): Finding {
  const quoted = {quote: `Quotation ${awkward}`, place}
  return {
    requirement: requirement(id, severity),
    status,
    confidence: 'high',
    evidence: status === 'missing' || status === 'not-applicable' ? [] : [{...quoted, passageId: 'p12'}],
    expected: [
      {
        fact: 'contacts.lado.phone',
        value: `01632 960303 ${awkward}`,
        source: {title: `Procedures ${awkward}`, url: 'https://www.example/', verifiedOn: '2026-06-02'},
      },
    ],
    searchedFor: status === 'missing' ? ['the LADO', `a number ${awkward}`] : [],
    nearest: status === 'missing' ? quoted : null,
    closest: status === 'missing' ? [quoted] : [],
    reason: `the reason ${awkward}`,
    remedy: status === 'met' ? '' : `Change it ${awkward}`,
    suggestedWording: `Suggested ${awkward}`,
    waived: null,
    ...more,
  }
}

/** One finding of every status and severity, with awkward text in every field. */
export function sampleReport(): AlignmentReport {
  const findings = [
    finding('first-met', 'met', 'critical'),
    finding('minor-partial', 'partial', 'minor'),
    finding('major-conflict', 'conflict', 'major'),
    finding('critical-missing', 'missing', 'critical'),
    finding('critical-conflict', 'conflict', 'critical'),
    finding('critical-partial', 'partial', 'critical', {confidence: 'low'}),
    finding('major-missing', 'missing', 'major'),
    finding('waived-conflict', 'conflict', 'critical', {
      waived: {reason: `agreed ${awkward}`, expires: '2027-01-01', approver: `Ann Lee ${awkward}`, by: 'waiver'},
    }),
    finding('no-scope', 'not-applicable', 'major'),
    finding('undecided', 'cannot-tell', 'major'),
  ]
  return {
    schemaVersion: 1,
    tool: {name: 'policy-align', version: '0.0.0'},
    asOf: '2026-11-23',
    procedures: [
      {
        id: 'northmoor',
        title: `Procedures ${awkward}`,
        edition: '2026-06',
        path: 'northmoor.yaml',
        sha256: '0'.repeat(64),
        local: true,
        verifiedOn: '2026-06-02',
      },
    ],
    packs: [{id: 'p', title: `Pack ${awkward}`, edition: `1 ${awkward}`, date: '2026-11-01', sha256: 'a'.repeat(64)}],
    organisation: {name: `Harbour ${awkward}`},
    policies: [
      {
        path: `policy ${awkward}.md`,
        format: 'markdown',
        title: `Policy ${awkward}`,
        sha256: '1'.repeat(64),
        words: 3214,
        sectionCount: 23,
        findings,
        tally: tallyOf(findings),
        notices: [1, 2, 3, 4, 5].map((at) => ({code: 'image-not-read', message: `picture ${at} was not read`, place})),
      },
    ],
    notices: [{code: 'contacts-stale', message: `contacts are old ${awkward}`, place: null}],
    verdict: {failing: 6, failOn: 'major'},
  }
}
