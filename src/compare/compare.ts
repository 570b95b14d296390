import type {Facts} from '../model/facts.js'
import type {Finding} from '../model/finding.js'
import {type Policy, passagesOf} from '../model/policy.js'
import type {Audience, Organisation, ProceduresModel} from '../model/procedures.js'
import type {Requirement} from '../model/requirement.js'
import {scoresOf} from '../text/classifier.js'
import {type Reading, readingOf} from '../text/reading.js'
import {nearestToEach, type Profile, profilesOf} from '../text/search.js'
import {decide, isThorough, type Judged, type Judgement, judgeChecks} from './judge.js'
import {runtimeNames} from './names.js'
import {withOwnPeople} from './own-people.js'
import {isWholePolicy, reconsidered} from './reconsider.js'
import {scopeOf} from './scope.js'
import {fillWording} from './wording.js'

/** As of when a policy is judged, and for whom where its own words are not to decide. */
export interface CompareOptions {
  /** YYYY-MM-DD: the date as of which editions and review dates are judged. */
  readonly asOf: string
  readonly audience?: Audience
}

/**
 * Judges every requirement of the model against the policy: one finding each, in the model's order. No finding depends
 * on another's, but for whether the policy as a whole is thorough: see isThorough. Raises PatternError where the pack
 * holds a pattern that cannot be read.
 */
export function compare(
  policy: Policy,
  facts: Facts,
  model: ProceduresModel,
  organisation: Organisation | null,
  {asOf, audience}: CompareOptions,
): readonly Finding[] {
  const {ruled, reading} = judgedByPatterns(policy, facts, model, organisation, {asOf, audience})
  const learned = isWholePolicy(reading) ? model.learned : undefined
  const scores = learned ? scoresOf(learned.classifier, reading, Object.keys(model.lexicon)) : null
  return ruled.map(([judged, judgement]) => ({
    requirement: judged.requirement,
    ...(learned && scores ? reconsidered(judged, judgement, scores, learned.verdict) : judgement),
    suggestedWording: fillWording(judged.requirement.suggestedWording, model, organisation),
    waived: null,
  }))
}

/** What the pack's patterns come to for each requirement, before what was learned is heard. */
export function judgedByPatterns(
  policy: Policy,
  facts: Facts,
  model: ProceduresModel,
  organisation: Organisation | null,
  {asOf, audience}: CompareOptions,
): {readonly ruled: readonly (readonly [Judged, Judgement])[]; readonly reading: Reading} {
  const scope = scopeOf(policy, model, organisation, audience)
  const reading = readingOf(policy, model.lexicon, runtimeNames(model, organisation, facts))
  const read = passagesOf(policy)
  const passages = new Map(read.map((passage) => [passage.id, passage]))
  const known = withOwnPeople(facts, read, organisation)
  const nearestOf = nearestToEach(profilesFor(model.requirements), reading.sentences, 8)
  const judged = model.requirements.map((requirement, i) => {
    const nearest = nearestOf[i]!
    const grounds = {policy, passages, reading, facts: known, model, organisation, asOf, serves: scope.serves, nearest}
    return judgeChecks(requirement, grounds, scope)
  })
  const thorough = isThorough(judged)
  return {ruled: judged.map((each) => [each, decide(each, thorough)] as const), reading}
}

/** The search profile of each requirement, made once for a pack: many policies are judged against it. */
function profilesFor(requirements: readonly Requirement[]): readonly Profile[] {
  let profiles = memo.get(requirements)
  if (!profiles) {
    profiles = profilesOf(requirements.map(soundOf))
    memo.set(requirements, profiles)
  }
  return profiles
}

const memo = new WeakMap<readonly Requirement[], readonly Profile[]>()

/** What a requirement sounds like, for the search: its title, cues, suggested wording and every example. */
export function soundOf({title, cues, suggestedWording, examples}: Requirement): string {
  const texts = [...examples.meets, ...examples.partial, ...examples.conflicts].map(({text}) => text)
  return [title, title, ...cues, suggestedWording.replace(/\{[^}]*\}/g, ' '), ...texts].join('\n')
}
