import type {Finding} from '../../model/finding.js'
import {type AlignmentReport, isFailing, type PolicyReport} from '../../model/report.js'
import {type Sorted, sorted} from '../order.js'
import {type Rag, ragOf} from '../rag.js'
import type {RenderOptions} from '../reporter.js'
import {type MarkAt, marksIn} from './marks.js'

/** A finding with the number and the address that it has throughout the page. */
export interface Reference {
  readonly number: number
  /** Id of the element that tells it in full. */
  readonly id: string
  readonly finding: Finding
  readonly rag: Rag
}

/** All that is told of one policy. */
export interface Chapter {
  readonly report: AlignmentReport
  readonly options: RenderOptions
  readonly policy: PolicyReport
  /** Goes before every id of this policy: "p1". */
  readonly prefix: string
  /** Level of the headings of its parts: 2, or 3 where several policies share a page. */
  readonly level: number
  /** Every finding: what is to be done first, worst first, then what is met and what does not apply. */
  readonly references: readonly Reference[]
  readonly groups: {readonly [group in keyof Sorted]: readonly Reference[]}
  /** The marks in the policy's text, by passage. */
  readonly marks: ReadonlyMap<string, readonly MarkAt[]>
  /** Ids of the marks of a finding, by the finding's id. */
  readonly marksOf: ReadonlyMap<string, readonly string[]>
}

/** Numbers the findings of a policy and finds their places in its text. */
export function chapterOf(report: AlignmentReport, at: number, options: RenderOptions): Chapter {
  const policy = report.policies[at]!
  const prefix = `p${at + 1}`
  const {failOn} = report.verdict
  const findings = options.quiet ? policy.findings.filter((each) => isFailing(each, failOn)) : policy.findings
  let number = 0
  const numbered = (group: readonly Finding[]): Reference[] =>
    group.map((finding) => {
      number++
      return {number, id: `${prefix}-f${number}`, finding, rag: ragOf(finding)}
    })
  const {today, next, later, waived, cannotTell, met, notApplicable} = sorted(findings)
  const groups = {
    today: numbered(today),
    next: numbered(next),
    later: numbered(later),
    waived: numbered(waived),
    cannotTell: numbered(cannotTell),
    met: numbered(met),
    notApplicable: numbered(notApplicable),
  }
  const references = Object.values(groups).flat()
  const marks = marksIn(policy.text?.sections ?? [], references, prefix)
  const marksOf = new Map<string, string[]>()
  for (const {id, reference} of [...marks.values()].flat())
    marksOf.set(reference.id, [...(marksOf.get(reference.id) ?? []), id])
  return {
    report,
    options,
    policy,
    prefix,
    level: report.policies.length > 1 ? 3 : 2,
    references,
    groups,
    marks,
    marksOf,
  }
}

/** The policies with every finding, for what is counted: a quiet report shows fewer, and counts them all. */
export function wholeChapters(report: AlignmentReport, options: RenderOptions): Chapter[] {
  return report.policies.map((_, at) => chapterOf(report, at, {...options, quiet: false}))
}

/** The gaps that nobody has accepted, worst first. */
export function gapsOf({groups}: Chapter): readonly Reference[] {
  return [...groups.today, ...groups.next, ...groups.later]
}
