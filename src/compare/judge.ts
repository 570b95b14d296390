import {valuesAt} from '../model/fact-path.js'
import type {Confidence, Expected, Finding, Nearest, Status} from '../model/finding.js'
import type {ProceduresModel} from '../model/procedures.js'
import type {Check, Kind, Requirement} from '../model/requirement.js'
import {kindOf} from '../requirements/index.js'
import type {Grounds, Outcome} from '../requirements/kind.js'
import {distinctEvidence, evidenceOf, type Meeting, meetingsOf} from '../requirements/ways.js'
import {quotationOf} from '../text/reading.js'
import {type Excluded, outOfScope, type Scope} from './scope.js'
import {switchedOff} from './switched-off.js'

/** What a finding says, before its suggested wording is filled in. */
export type Judgement = Omit<Finding, 'requirement' | 'suggestedWording' | 'waived'>

/** What the checks of a requirement come to, before they are taken together. */
export interface Judged {
  readonly requirement: Requirement
  readonly grounds: Grounds
  /** Why it is not asked for; null where it is. */
  readonly excluded: Excluded | null
  readonly outcomes: readonly Checked[]
  /** Why checks that were left out have nothing to say. */
  readonly leftOut: readonly string[]
}

/** `byWords`: it rests on what sentences say, not on a number, a date or a name that is compared. */
export type Checked = Outcome & {readonly kind: Kind; readonly optional: boolean; readonly byWords: boolean}

/** Judges every check of a requirement by its kind. */
export function judgeChecks(requirement: Requirement, grounds: Grounds, scope: Scope): Judged {
  const off = switchedOff(requirement, grounds.model)
  const excluded = off ? {reason: off, unlessSaid: false} : outOfScope(requirement, scope)
  if (excluded && !excluded.unlessSaid) return {requirement, grounds, excluded, outcomes: [], leftOut: []}
  const judged = requirement.checks
    .filter(
      (check) =>
        (!check.when || check.when.some((flag) => scope.flags.has(flag))) &&
        (!check.audience || scope.serves[check.audience]),
    )
    .map((check) => ({
      kind: check.kind,
      byWords: check.kind === 'statement-present' || (check.kind === 'prohibited-statement-absent' && !check.register),
      optional: check.optional === true || (check.optional === 'nationally' && !hasLocalFact(check, grounds.model)),
      ...kindOf(check).judge(check, requirement, grounds),
    }))
  const outcomes = judged.filter(({result}) => result !== 'inapplicable')
  const leftOut = judged.filter(({result}) => result === 'inapplicable').map(({reason}) => reason)
  return {requirement, grounds, excluded, outcomes, leftOut}
}

/** Whether the local procedures hold what a check compares with. */
function hasLocalFact(check: Check, model: ProceduresModel): boolean {
  const paths = 'facts' in check ? (check.facts ?? []) : []
  return paths.some((path) => valuesAt(model, path).length > 0)
}

/**
 * Whether a policy says, in words that were foreseen, most of what the pack asks it to say. In such a policy what is said
 * half is oftener said whole in words that nobody foresaw; in a thinner one it is just half said. The shares are those at
 * which the labelled policies, with and without local procedures, are judged most like their readers judged them.
 */
export function isThorough(judged: readonly Judged[]): boolean {
  const asked = judged.flatMap(({outcomes}) =>
    outcomes.filter(({kind, optional}) => kind === 'statement-present' && !optional),
  )
  const isLocal = judged.some(({grounds}) => grounds.model.local)
  return asked.filter(({result}) => result === 'satisfied').length >= asked.length * (isLocal ? 0.6 : 0.8)
}

/** The status that the checks of a requirement come to together. */
export function decide(judged: Judged, thorough: boolean): Judgement {
  const {excluded, outcomes, leftOut} = judged
  if (excluded && !outcomes.some(isSaid)) return notApplicable(excluded.reason)
  // Where no check has anything to say there is nothing to be met.
  if (outcomes.length === 0)
    return notApplicable([...new Set(leftOut)].join('; ') || 'nothing of it is asked of an organisation like this one')
  const wrong = outcomes.filter(({result}) => result === 'contradicted')
  return wrong.length > 0 ? told('conflict', wrong, outcomes, []) : (met(outcomes, thorough) ?? notMet(judged))
}

function notApplicable(reason: string): Judgement {
  const bare = {evidence: [], expected: [], searchedFor: [], nearest: null, closest: [], remedy: ''}
  return {...bare, status: 'not-applicable', confidence: 'high', reason}
}

/** Met by outcomes of which none is against it; null where they leave something to be said. */
export function met(outcomes: readonly Checked[], thorough: boolean): Judgement | null {
  const {proving, asked, said, lacking} = sorted(outcomes)
  if (proving.length === 0) return {...told('met', outcomes, outcomes, []), evidence: []}
  if (asked.length > 0 && lacking.length === 0) return told('met', said, outcomes, [])
  // Where a policy need only keep from saying something wrong, what it says right is shown, and missed nowhere.
  if (asked.length === 0 && proving.length < outcomes.length) {
    const right = said.filter(({result}) => result === 'satisfied')
    return {
      ...told('met', right.length > 0 ? right : outcomes, outcomes, []),
      evidence: right.flatMap(({evidence}) => evidence),
    }
  }
  const half = lacking.length < asked.length && lacking.every(({result, vague}) => result === 'weak' && vague)
  return thorough && half ? {...told('met', said, outcomes, []), confidence: 'low'} : null
}

/** What is not met, and why: it cannot be told, it is said in part, it is only touched, or it is missing. */
export function notMet({requirement, grounds, outcomes}: Judged): Judgement {
  const {said, lacking} = sorted(outcomes)
  const closest = closestOf(grounds)
  if (lacking.length > 0 && lacking.every(({result}) => result === 'undecidable'))
    return told('cannot-tell', lacking, outcomes, closest)
  if (said.length > 0)
    return {
      ...told('partial', lacking.length > 0 ? lacking : said, outcomes, closest),
      evidence: distinctEvidence(said.flatMap(({evidence}) => evidence)).slice(0, 6),
      confidence: halfSaid,
    }
  const touches = (requirement.touches ?? []).flatMap((pattern) => meetingsOf(pattern, grounds.reading))
  if (touches.length === 0) return {...told('missing', lacking, outcomes, closest), evidence: []}
  return {
    ...told('partial', lacking, outcomes, closest),
    evidence: distinctEvidence(evidenceOf(nearestFirst(touches, grounds))).slice(0, 3),
    confidence: halfSaid,
  }
}

/**
 * Outcomes by what they can show. proving: more than that nothing wrong was found · asked: of these, what the
 * requirement does not leave open · said: in whole or in part · lacking: asked and not said in whole.
 */
export function sorted(
  outcomes: readonly Checked[],
): Readonly<Record<'proving' | 'asked' | 'said' | 'lacking', readonly Checked[]>> {
  const proving = outcomes.filter(({result}) => result !== 'clear')
  const asked = proving.filter(({optional}) => !optional)
  const said = proving.filter(({result}) => result === 'satisfied' || result === 'weak')
  return {proving, asked, said, lacking: asked.filter(({result}) => result !== 'satisfied')}
}

/**
 * Where a part was found, the rest is oftener said in words that nobody foresaw than where nothing was: of all judgements
 * this one is the least often right. See `npm run bench:accuracy` for the share.
 */
const halfSaid: Confidence = 'low'

/** Of many sentences that only touch a matter, those that search finds nearest to it are worth showing. */
function nearestFirst(meetings: readonly Meeting[], {nearest}: Grounds): readonly Meeting[] {
  const rank = new Map(nearest.map(({index}, at) => [index, at]))
  return [...meetings].sort((a, b) => (rank.get(a.index) ?? nearest.length) - (rank.get(b.index) ?? nearest.length))
}

/** The policy itself says something of it, right or wrong. */
function isSaid({result, evidence}: Checked): boolean {
  return (result === 'satisfied' || result === 'contradicted') && evidence.length > 0
}

export function told(
  status: Status,
  deciding: readonly Outcome[],
  all: readonly Outcome[],
  closest: readonly Nearest[],
): Judgement {
  return {
    status,
    confidence: lowest(deciding.map(({confidence}) => confidence)),
    evidence: distinctEvidence(deciding.flatMap(({evidence}) => evidence)).slice(0, 6),
    expected: distinctFacts(all.flatMap(({expected}) => expected)),
    searchedFor: [...new Set(deciding.flatMap(({searchedFor}) => searchedFor))],
    nearest: closest[0] ?? null,
    closest,
    reason: [...new Set(deciding.map(({reason}) => reason))].filter(Boolean).join('; '),
    remedy: status === 'met' ? '' : [...new Set(deciding.map(({remedy}) => remedy))].filter(Boolean).join(' '),
  }
}

function lowest(levels: readonly Confidence[]): Confidence {
  return levels.includes('low') ? 'low' : levels.includes('medium') ? 'medium' : 'high'
}

/** The three sentences that search finds nearest to the requirement, best first. */
export function closestOf({nearest, reading}: Grounds): readonly Nearest[] {
  return nearest.slice(0, 3).map(({index}) => {
    const sentence = reading.sentences[index]!
    return {quote: quotationOf(sentence), place: sentence.passage.place}
  })
}

function distinctFacts(expected: readonly Expected[]): Expected[] {
  return [...new Map(expected.map((each) => [`${each.fact} ${each.value}`, each])).values()]
}
