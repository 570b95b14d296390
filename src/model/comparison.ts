import type {Evidence, Finding} from './finding.js'
import type {Notice, Place} from './policy.js'
import type {AlignmentReport, FailOn, PolicyReport} from './report.js'

/** Words that both versions hold, or only one of them. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A sentence of one version: `text` stands word for word in the passage. */
export interface ChangedWords {
  readonly text: string
  readonly passageId: string
  readonly place: Place
}

/** One sentence that the versions do not say alike, or not in the same place. */
export interface TextChange {
  /** "c12": by which findings and sections name it. */
  readonly id: string
  readonly kind: 'reworded' | 'added' | 'removed' | 'moved'
  /** Whether it stands in another section, or at another turn of its section. */
  readonly moved: boolean
  readonly old: ChangedWords | null
  readonly new: ChangedWords | null
  /** The sentence piece by piece: the same and the removed pieces are the old one, the same and the added the new one. */
  readonly runs: readonly Run[]
}

export interface SectionName {
  readonly title: string
  readonly number: string | null
  readonly place: Place
  /** Words under this heading itself. */
  readonly words: number
}

/** A section of either version, with its twin in the other. */
export interface SectionChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  readonly old: SectionName | null
  readonly new: SectionName | null
  readonly renamed: boolean
  readonly renumbered: boolean
  /** Whether it stands elsewhere among the sections that both versions hold. */
  readonly moved: boolean
  /** Ids of the changes in its text. */
  readonly changes: readonly string[]
}

/**
 * What became of a finding. A gap is `partial`, `missing` or `conflict`, each worse than the one before, unless somebody
 * has accepted it. `set-aside`: a gap before, and now accepted, not applicable or not to be told, but not met.
 */
export type Course = 'opened' | 'worse' | 'stayed' | 'better' | 'closed' | 'set-aside' | 'clear'
export const courses: readonly Course[] = ['opened', 'worse', 'stayed', 'better', 'closed', 'set-aside', 'clear']

/** Whether a finding became a gap, or a worse one. */
export function opens({course}: Pick<FindingChange, 'course'>): boolean {
  return course === 'opened' || course === 'worse'
}

/** How many findings took each course. */
export function courseTally(findings: readonly FindingChange[]): Record<Course, number> {
  const tally = Object.fromEntries(courses.map((course) => [course, 0])) as Record<Course, number>
  for (const {course} of findings) tally[course]++
  return tally
}

/** What was found of one requirement before and after. */
export interface FindingChange {
  readonly course: Course
  /** Null where the requirement was not asked in that version's report. */
  readonly old: Finding | null
  readonly new: Finding | null
  /** Ids of the changes that touch words which either finding quotes, those that did it first. */
  readonly changes: readonly string[]
  /** Where no quoted words changed: ids of changes in the sections that the findings speak of. */
  readonly near: readonly string[]
  /** What the old finding quotes and the new version still says, by its place there. */
  readonly standing: readonly Evidence[]
  /** Whether the yardstick says something else than before. */
  readonly yardstick: boolean
}

/** Which version of a policy is meant. */
export type VersionName = Pick<PolicyReport, 'path' | 'format' | 'title' | 'sha256' | 'words' | 'sectionCount'>

/** Two versions of one policy. */
export interface PolicyComparison {
  /** Null for a policy that one side does not hold. */
  readonly old: VersionName | null
  readonly new: VersionName | null
  /** One for every requirement, in the pack's order. */
  readonly findings: readonly FindingChange[]
  readonly tally: Readonly<Record<Course, number>>
  /** Every section, in the order of the newer version. Null where a saved report did not keep the text. */
  readonly sections: readonly SectionChange[] | null
  readonly changes: readonly TextChange[]
  readonly notices: readonly Notice[]
}

/** Everything that a reporter of a comparison may know. */
export interface Comparison {
  readonly schemaVersion: 1
  readonly tool: AlignmentReport['tool']
  readonly asOf: string
  readonly procedures: AlignmentReport['procedures']
  readonly packs?: AlignmentReport['packs']
  readonly organisation: AlignmentReport['organisation']
  readonly policies: readonly PolicyComparison[]
  readonly notices: readonly Notice[]
  readonly verdict: {
    readonly failing: number
    readonly failOn: FailOn
    /** Whether only gaps that opened or got worse were counted. */
    readonly onlyNew: boolean
  }
}
