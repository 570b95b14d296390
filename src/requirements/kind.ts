import type {Facts} from '../model/facts.js'
import type {Confidence, Evidence, Expected} from '../model/finding.js'
import type {Passage, Policy} from '../model/policy.js'
import type {Organisation, ProceduresModel} from '../model/procedures.js'
import type {Check, Kind, Requirement} from '../model/requirement.js'
import type {Reading} from '../text/reading.js'
import type {Ranked} from '../text/search.js'

/** All that a judgement may rest on. The date is given, never asked of the clock. */
export interface Grounds {
  readonly policy: Policy
  readonly passages: ReadonlyMap<string, Passage>
  readonly reading: Reading
  readonly facts: Facts
  readonly model: ProceduresModel
  readonly organisation: Organisation | null
  /** YYYY-MM-DD. */
  readonly asOf: string
  /** Whom the organisation serves. */
  readonly serves: {readonly children: boolean; readonly adults: boolean}
  /** Sentences nearest to the requirement in judgement, by search, best first. */
  readonly nearest: readonly Ranked[]
}

/**
 * What one check comes to.
 *
 * satisfied: the policy says it · weak: it speaks of it, but vaguely or less than asked · contradicted: it says
 * something against it · absent: nothing was found · clear: nothing wrong was found, which proves nothing ·
 * undecidable: not to be told by wording · inapplicable: there is nothing to compare with.
 */
export type Result = 'satisfied' | 'weak' | 'contradicted' | 'absent' | 'clear' | 'undecidable' | 'inapplicable'

/** A result with the words of both sides that it rests on, and what to do about it. */
export interface Outcome {
  readonly result: Result
  readonly evidence: readonly Evidence[]
  readonly expected: readonly Expected[]
  /** Why, as a clause in lower case without a full stop. */
  readonly reason: string
  /** What to do, as a sentence; '' where nothing is to be done. */
  readonly remedy: string
  readonly searchedFor: readonly string[]
  readonly confidence: Confidence
  /** Set on a weak outcome whose words may mean all that is asked, put as nobody foresaw. */
  readonly vague?: boolean
}

/** One kind of requirement: how it is told in a sentence, and how a check of it is judged. */
export interface RequirementKind<C extends Check = Check> {
  readonly kind: C['kind'] & Kind
  readonly summary: string
  // A method on purpose: methods compare loosely, so a kind of one check fits a table of kinds of any.
  judge(check: C, requirement: Requirement, grounds: Grounds): Outcome
}

/** An outcome from what differs from the usual: no evidence, nothing expected, high confidence. */
export function outcome(result: Result, reason: string, more: Partial<Outcome> = {}): Outcome {
  return {result, reason, evidence: [], expected: [], remedy: '', searchedFor: [], confidence: 'high', ...more}
}
