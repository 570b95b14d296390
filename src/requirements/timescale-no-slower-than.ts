import {valuesAt} from '../model/fact-path.js'
import type {Timescale} from '../model/facts.js'
import type {Expected} from '../model/finding.js'
import type {Group, Limit} from '../model/procedures.js'
import type {TimescaleNoSlowerThan} from '../model/requirement.js'
import {limitWords} from '../text/limit-words.js'
import {isSpell} from '../text/spell-limits.js'
import {speaksOfOthers} from './group-at.js'
import {type Grounds, type Outcome, outcome, type RequirementKind} from './kind.js'
import {limitClausesOf} from './limit-clauses.js'
import {expectedOf, groupOfPath, isServed} from './local.js'
import {measureByLocal} from './measure.js'
import {factEvidence} from './quoting.js'
import {sentenceAt} from './sentence-at.js'
import {stagedLimits} from './staged-limits.js'
import {standsIn} from './stated-limits.js'
import {tellsLocal} from './tells-local.js'
import {together} from './together.js'

/**
 * Measures every limit that a policy states for an act by the local ones, by calendar date; else by the limit of statute
 * or guidance that the requirement gives as `national`. For stages of a ladder see staged-limits.ts.
 */
export const timescaleNoSlowerThan: RequirementKind<TimescaleNoSlowerThan> = {
  kind: 'timescale-no-slower-than',
  summary:
    'Wherever the policy gives a time limit for this, it is no slower than the local one and starts from the same event.',

  judge(check, {audience}, grounds) {
    if (check.facts.some((path) => path.includes('stages'))) return stagedLimits(check, grounds)
    const limits = limitsFor(check, grounds)
    const stated = statedLimits(check, audience === 'both' ? null : audience, grounds)
    if (limits.length === 0) return unmeasured(check, stated, grounds)
    if (stated.length === 0) return unstated(check, limits, grounds)
    const judged = stated.map((given) => ({given, ...outcomeOf(given, check, limits, grounds)}))
    const right = judged.filter(({result}) => result === 'satisfied')
    const wrong = judged.filter(
      ({result, given}) =>
        result === 'contradicted' && !(check.recurring && right.some((each) => eases(each.given, given, grounds))),
    )
    if (wrong.length > 0) return together(wrong)
    // The quickest right limit stands for the policy, unless a vaguer sentence is all there is.
    return right.length > 0 ? together(right) : together(judged)
  },
}

/** A longer course every third year, beside an update each year, keeps to the local interval; each row of a table is for its own people. */
function eases(right: Timescale, wrong: Timescale, {passages}: Grounds): boolean {
  if (right.passageId === wrong.passageId) return true
  if ([right, wrong].some(({passageId}) => passages.get(passageId)?.form === 'table-row')) return false
  const isInSection = right.place.headings.join() === wrong.place.headings.join()
  return isInSection && /\b(?:updat|bulletin)/i.test(right.action)
}

/** A limit of the local model, or the nation's where the model has none, with the group that it is for. */
interface LocalLimit {
  readonly path: string
  readonly limit: Limit
  readonly audience: Group | null
}

function limitsFor(check: TimescaleNoSlowerThan, grounds: Grounds): LocalLimit[] {
  const local = check.facts.flatMap((path) =>
    valuesAt(grounds.model, path).map(
      ([at, limit]): LocalLimit => ({path: at, limit: limit as Limit, audience: groupOfPath(at)}),
    ),
  )
  const fitting = local.filter(({audience}) => isServed(audience, grounds))
  if (fitting.length > 0 || !check.national) return fitting
  return [
    {
      path: 'national',
      limit: {...check.national, unit: check.national.unit as Limit['unit'], trigger: check.trigger},
      audience: null,
    },
  ]
}

/**
 * The limits that the policy states for this, by the words around them or by what the reader took them for. Where a
 * sentence states several, those whose own clause is about this stand for it. What is said of the other group alone does
 * not count.
 */
function statedLimits(check: TimescaleNoSlowerThan, group: Group | null, grounds: Grounds): Timescale[] {
  const {limits, find} = limitClausesOf(grounds)
  const about = grounds.reading.find(check.about)
  const clauseAbout = find(check.about)
  const clauseNotAbout = check.notAbout ? find(check.notAbout) : new Map()
  const {sentences} = grounds.reading
  const resumed = grounds.reading.find(takenUpAgain)
  const promised = grounds.reading.find(answersOfOthers)
  // Regulators, insurers and funders are told in one breath; a concern is not raised with them.
  const toPayers = (check.roles ?? []).includes('regulator-notify') ? new Map() : grounds.reading.find(payers)
  const inWriting = find('in writing | written | form | online | email | follow ..3 up')
  const fitting = limits.filter(({stated, sentence, clause, index}) => {
    if (stated.recurring !== (check.recurring ?? false) || sentence.question || clauseNotAbout.has(clause)) return false
    // In years a file is kept; nothing is told or written so late.
    if (!stated.recurring && stated.unit === 'years' && !(check.roles ?? []).includes('retain-records')) return false
    // "Lives there for 28 days or more" tells when a duty begins, and not how soon it is done.
    if (isSpell(stated.value)) return false
    if (speaksOfOthers(index, group, grounds.reading)) return false
    // A limit of a stage of a disagreement is measured with its stage.
    if (
      grounds.facts.stages.some((stage) => standsIn(stage, stated)) ||
      promised.has(index) ||
      toPayers.has(index) ||
      tellsLocal(stated, grounds)
    )
      return false
    if (ofOthers.has(stated.role) && !(check.roles ?? []).includes(stated.role)) {
      // "Within 24 hours, and confirms it in writing within 48": only the second is for the writing.
      if (stated.role !== 'written-follow-up' || inWriting.has(clause)) return false
    }
    const goesOn = resumed.has(index) && about.has(index - 1) && sentence.passage === sentences[index - 1]?.passage
    return clauseAbout.has(clause) || about.has(index) || goesOn || (check.roles ?? []).includes(stated.role)
  })
  // "Promptly, and within 14 days": the number stands for both.
  const counted = fitting.filter(({stated, clause}) => clauseAbout.has(clause) && stated.unit !== 'none')
  const own = new Set(counted.map(({index}) => index))
  return fitting.filter(({index, clause}) => !own.has(index) || clauseAbout.has(clause)).map(({stated}) => stated)
}

/** "The notification is sent within a day", "she does it within 28 days": the act of the sentence before. */
const takenUpAgain =
  '(the (notification | notice | contact | call | report) | contact) ..1 (is | are) ..2 (sent | made | given) | (does | do | done | doing) (it | this | that | so) | ^that | we count (it | that | this)'

/** "The front door should tell us within one working day, the adults' desk within five": their limits, not ours. */
const answersOfOthers =
  '(@council | @area-body | =they | hub | desk | point | team | MASH | SPA | line | gateway) ..3 (should | ought to | will | must | has to | have to | aims to | expects to | promises to | undertakes to) ..4 (say | tell us | let ..3 know | reply | answer | come back to us | get back | decide | give ..2 decision) | (gateway | hub | desk | point | team | council) ..1 (decides | replies | answers) ..1 within | (@council | @area-body | desk | hub | team) ..1 (has | have | gets | offers) ..6 (day | days | hours) | gives ..4 (@council | @area-body | desk | hub | team | gateway) ..2 working days | (its | their) (duty | clock | limit) and (its | their)'

const payers = 'insurer* | funder* | (which | who) (commission* | fund*)'

/** Limits that were read as plainly for one thing count for no other. */
const ofOthers: ReadonlySet<string> = new Set([
  'escalate-stage',
  'lado-notify',
  'pipot-notify',
  'fgm',
  'conference',
  'core-group',
  'regulator-notify',
  'retain-records',
  'file-transfer',
  'written-follow-up',
])

/**
 * A stated limit against the local one. Of several local limits the kindest has the say, since the sentence may mean any
 * of them; but where it speaks of a group that none of them is for, the strictest.
 */
function outcomeOf(
  stated: Timescale,
  check: TimescaleNoSlowerThan,
  limits: readonly LocalLimit[],
  grounds: Grounds,
): Outcome {
  const place = sentenceAt(grounds.reading, stated.passageId, stated.span?.[0] ?? 0)
  const fitting = limits.filter(
    ({audience}) => place === null || !speaksOfOthers(place.index, audience, grounds.reading),
  )
  const outcomes = (fitting.length > 0 ? fitting : limits)
    .map((limit) => outcomeBy(limit, stated, check, grounds))
    .sort((a, b) => strictness.indexOf(a.result) - strictness.indexOf(b.result))
  return outcomes.at(fitting.length > 0 ? -1 : 0)!
}

/** The results of one limit, the strictest first. */
const strictness: readonly Outcome['result'][] = ['contradicted', 'weak', 'undecidable', 'satisfied']

function outcomeBy(
  {path, limit}: LocalLimit,
  stated: Timescale,
  check: TimescaleNoSlowerThan,
  grounds: Grounds,
): Outcome {
  const place = sentenceAt(grounds.reading, stated.passageId, stated.span?.[0] ?? 0)
  const about = place ? place.sentence.text : stated.action
  const {measure, words} = measureByLocal(stated, about, limit)
  const expected: Expected[] = path === 'national' ? [] : [expectedOf(grounds.model, path, words, limit.provenance)]
  const evidence = [factEvidence(stated, grounds)]
  const remedy = `Change “${stated.value}” to ${words}, or quicker.`
  if (stated.trigger === 'later-event') {
    return outcome(
      'contradicted',
      `the limit counts from a later event (“${stated.triggerWords ?? stated.value}”) and not from when it is known`,
      {
        evidence,
        expected,
        remedy: `Count ${words} from when the matter is first known.`,
      },
    )
  }
  if (stated.unit === 'none' && measure !== 'ok') {
    return outcome('weak', `“${stated.value}” is no limit; the procedures give ${words}`, {
      evidence,
      expected,
      remedy: `Say “${words}” instead of “${stated.value}”.`,
    })
  }
  switch (measure) {
    case 'ok':
      return outcome('satisfied', `“${stated.value}” is no slower than ${words}`, {evidence, expected})
    case 'weekend-only':
      return outcome(
        'weak',
        `“${stated.value}” ends later than ${words} where a weekend or a bank holiday comes between`,
        {evidence, expected, remedy},
      )
    case 'guide':
    case 'by-case':
    case 'vague':
      return outcome('weak', `“${stated.value}” ${lacks[measure]} ${words}`, {evidence, expected, remedy})
    case 'slower':
      return outcome(
        'contradicted',
        `the policy allows “${stated.value}” to ${check.claim}; the procedures give ${words}`,
        {evidence, expected, remedy},
      )
    case 'incomparable':
      return outcome('undecidable', `“${stated.value}” and ${words} cannot be compared`, {
        evidence,
        expected,
        confidence: 'medium',
      })
  }
}

const lacks = {
  guide: 'is slower than what is a guide locally:',
  'by-case': 'is right for some cases only; locally it is',
  vague: 'is given where the procedures say',
} as const

/** No local limit at all: a stated limit is better than none, and which is right cannot be told. */
function unmeasured(check: TimescaleNoSlowerThan, stated: readonly Timescale[], grounds: Grounds): Outcome {
  const numbered = stated.filter(({unit}) => unit !== 'none')
  if (numbered.length > 0)
    return outcome('satisfied', `the policy gives a limit to ${check.claim}`, {
      evidence: numbered.slice(0, 2).map((limit) => factEvidence(limit, grounds)),
      confidence: 'medium',
    })
  return outcome('inapplicable', 'there is no local limit to compare with')
}

function unstated(check: TimescaleNoSlowerThan, limits: readonly LocalLimit[], {model}: Grounds): Outcome {
  const words = limits.map(({limit}) => limitWords(limit)).join(' or ')
  const expected = limits
    .filter(({path}) => path !== 'national')
    .map(({path, limit}) => expectedOf(model, path, limitWords(limit), limit.provenance))
  const more = {
    expected,
    remedy: `Say that you ${check.claim} within ${words}.`,
    searchedFor: [`a time limit to ${check.claim}`],
  }
  return outcome('absent', `no time limit is given to ${check.claim}`, {...more, confidence: 'medium'})
}
