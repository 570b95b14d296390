import type {Course, FindingChange, Run, VersionName} from './comparison.js'
import type {Difference, ModelName} from './difference.js'
import type {Notice, Place} from './policy.js'
import type {AlignmentReport, FailOn} from './report.js'

/** A sentence of a policy that rests on something which the procedures now say differently. */
export interface Rewrite {
  /** The sentence, word for word. */
  readonly quote: string
  readonly passageId: string
  readonly place: Place
  /** Which difference it rests on: its turn among the differences, from 0. Null where a finding alone points to it. */
  readonly difference: number | null
  /** The sentence with the new value in place of the old, piece by piece; null where a person has to find the words. */
  readonly runs: readonly Run[] | null
}

/** A finding that comes out otherwise against the newer procedures, or that asks for something else than before. */
export interface AffectedFinding {
  readonly change: FindingChange
  /** Turns of the differences that it rests on. */
  readonly differences: readonly number[]
  readonly rewrites: readonly Rewrite[]
}

/** One policy held against the older and the newer procedures. */
export interface AffectedPolicy extends VersionName {
  /** Those that the new procedures touch, worst first. */
  readonly findings: readonly AffectedFinding[]
  /** Sentences that state what the older procedures said, under none of these findings. */
  readonly also: readonly Rewrite[]
  /** How many findings took each course, the untouched ones among them. */
  readonly tally: Readonly<Record<Course, number>>
  readonly notices: readonly Notice[]
}

/** Everything that a reporter may know of what new procedures do to policies. */
export interface Affected {
  readonly schemaVersion: 1
  readonly tool: AlignmentReport['tool']
  readonly asOf: string
  readonly old: ModelName
  readonly new: ModelName
  readonly differences: readonly Difference[]
  readonly packs?: AlignmentReport['packs']
  readonly organisation: AlignmentReport['organisation']
  /** What has to be changed first comes first. */
  readonly policies: readonly AffectedPolicy[]
  readonly notices: readonly Notice[]
  readonly verdict: {readonly failing: number; readonly failOn: FailOn}
}
