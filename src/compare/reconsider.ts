import type {Evidence} from '../model/finding.js'
import {type Verdict, type Weighable, weighable} from '../model/learned.js'
import {listed} from '../model/listed.js'
import {distinctEvidence, evidenceOf} from '../requirements/ways.js'
import type {Leaning, Score, Scores} from '../text/classifier.js'
import type {Reading} from '../text/reading.js'
import {type Checked, closestOf, type Judged, type Judgement, met, notMet, sorted, told} from './judge.js'
import {confidenceOf, foundBy, likeliestOf, likelihoods, signsOfVerdict} from './weigh.js'

/**
 * What the patterns came to, weighed against what sentences of labelled policies read like. A wording that nobody foresaw
 * is heard so, and a pattern that met by chance is passed over. Numbers, dates, names and stages that are compared with
 * the procedures are left as they were found, and so is what does not apply or cannot be told.
 */
export function reconsidered(judged: Judged, judgement: Judgement, scores: Scores, verdict: Verdict): Judgement {
  const {status} = judgement
  if (!isWeighable(status) || !isWeighedByWords(judged.outcomes)) return judgement
  const signs = signsOfVerdict(judged.requirement.id, status, foundBy(judged.outcomes), scores)
  if (!signs) return judgement
  const by = judged.grounds.model.local ? 'local' : 'national'
  const likely = likelihoods(signs, verdict[by])
  const best = likeliestOf(likely)
  const enough = status === 'conflict' ? overruling[by] : 0
  const overruled = best !== status && likely[best] - likely[status] >= enough && isShown(best, judged, scores)
  const heard = overruled ? retold[best](judged, judgement, scores) : judgement
  const evidence = distinctEvidence([...heard.evidence, ...alsoShown(heard.status, judged, scores)]).slice(0, 6)
  return {...heard, evidence, confidence: confidenceOf(likely[overruled ? best : status])}
}

/** The sentence that reads most like what was found, where it clearly does: a pattern may have met in another. */
function alsoShown(status: Judgement['status'], judged: Judged, scores: Scores): readonly Evidence[] {
  const [leaning, least] = clearly[status as Weighable] ?? []
  const best = leaning && firstBy(leaning, judged, scores)
  return best && best.odds[leaning] >= least! ? leaningMost(leaning, judged, scores) : []
}

/** The log odds at which a sentence clearly leans so: more likely than not, or, where no more is asked than to speak of it, one in six. */
const clearly: Readonly<Partial<Record<Weighable, readonly [Leaning, number]>>> = {
  met: ['says', 0],
  partial: ['about', -1.6],
  conflict: ['against', 0],
}

/**
 * By how much another status must be likelier than a conflict that was found: a dangerous sentence is not lightly passed
 * over. Without local procedures more was lost by this on policies at first sight than won.
 */
const overruling: Readonly<Record<keyof Verdict, number>> = {local: 0.4, national: 0}

/** What is weighed was fitted to whole policies: of a few sentences by themselves it knows nothing. */
export function isWholePolicy({sentences}: Reading): boolean {
  return sentences.length >= 12
}

/** What is said whole, or contradicted, and was not found so before must stand in a sentence that can be shown. */
function isShown(status: Weighable, judged: Judged, scores: Scores): boolean {
  const [leaning, least] = shownBy[status] ?? []
  return !leaning || (firstBy(leaning, judged, scores)?.odds[leaning] ?? Number.NEGATIVE_INFINITY) >= least!
}

/** The least log odds of that sentence: what leans less reads like nothing of the sort. */
const shownBy: Readonly<Partial<Record<Weighable, readonly [Leaning, number]>>> = {
  met: ['says', -3],
  conflict: ['against', -4],
}

function isWeighable(status: Judgement['status']): status is Weighable {
  return weighable.some((each) => each === status)
}

/** Whether sentences decide: some check rests on words, and no comparison of facts has found anything wrong. */
export function isWeighedByWords(outcomes: readonly Checked[]): boolean {
  return (
    outcomes.some(({byWords}) => byWords) &&
    !outcomes.some(({byWords, result}) => !byWords && result === 'contradicted')
  )
}

/** How a judgement is told that came out otherwise than the patterns had it. */
const retold: Readonly<Record<Weighable, (judged: Judged, before: Judgement, scores: Scores) => Judgement>> = {
  met(judged, before, scores) {
    const {said, lacking} = sorted(withoutWrong(judged).outcomes)
    const seems = 'the policy seems to say what is asked, in words of its own'
    return {
      ...told('met', said, judged.outcomes, []),
      evidence: distinctEvidence([
        ...said.flatMap(({evidence}) => evidence),
        ...(lacking.length > 0 || said.length === 0 ? leaningMost('says', judged, scores) : []),
      ]).slice(0, 6),
      reason: lacking.length > 0 || before.status === 'conflict' ? seems : before.reason,
    }
  },

  partial(judged, before, scores) {
    const milder = withoutWrong(judged)
    const plain = met(milder.outcomes, false) ?? notMet(milder)
    const evidence = plain.evidence.length > 0 ? plain.evidence : leaningMost('about', judged, scores)
    if (plain.status === 'partial' && before.status !== 'partial') return {...plain, evidence}
    return {
      ...plain,
      status: 'partial',
      evidence,
      reason: 'the policy speaks of this, but may not say all that is asked: please read it',
      remedy: remedyOf(judged, before),
    }
  },

  conflict(judged, _before, scores) {
    return {
      ...told('conflict', [], judged.outcomes, []),
      evidence: leaningMost('against', judged, scores),
      reason: `one sentence reads like the opposite of what is asked${aboveAll(judged, scores)}: please read it`,
      remedy: 'If it means that, take it out or turn it round.',
    }
  },

  missing(judged, before) {
    const {lacking} = sorted(withoutWrong(judged).outcomes)
    const missing = told('missing', lacking, judged.outcomes, closestOf(judged.grounds))
    return {
      ...missing,
      evidence: [],
      searchedFor: missing.searchedFor.length > 0 ? missing.searchedFor : [judged.requirement.title],
      reason: 'what the policy says near this seems to be about something else',
      remedy: remedyOf(judged, before),
    }
  },
}

/** What there was to do before stays to be done; where there was nothing, what is asked has to be said. */
function remedyOf({requirement}: Judged, before: Judgement): string {
  return before.remedy || `Say plainly: ${requirement.title}.`
}

/** The outcomes without the sentences that were taken for the contrary of what is asked. */
function withoutWrong(judged: Judged): Judged {
  return {...judged, outcomes: judged.outcomes.filter(({result}) => result !== 'contradicted')}
}

/** The words that make the sentence lean against what is asked, to be told with it. */
function aboveAll(judged: Judged, scores: Scores): string {
  const best = firstBy('against', judged, scores)
  const words = best ? scores.tellingWords(judged.requirement.id, 'against', best.index) : []
  return words.length === 0
    ? ''
    : `, above all for its ${listed(
        words.map((word) => `\u201c${word}\u201d`),
        'and',
      )}`
}

/** The sentence that leans most that way, as a quotation. */
function leaningMost(leaning: Leaning, judged: Judged, scores: Scores): Evidence[] {
  const best = firstBy(leaning, judged, scores)
  if (!best) return []
  return evidenceOf([{index: best.index, sentence: judged.grounds.reading.sentences[best.index]!, spans: []}])
}

function firstBy(leaning: Leaning, {requirement}: Judged, scores: Scores): Score | undefined {
  return scores.best(requirement.id, leaning)?.[0]
}
