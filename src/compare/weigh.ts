import type {Confidence} from '../model/finding.js'
import {type Verdict, type Weighable, weighable} from '../model/learned.js'
import type {Outcome} from '../requirements/kind.js'
import {leanings, type Scores} from '../text/classifier.js'

/** What is weighed of a check: what it came to, and whether it has to be met. */
export type Sign = Pick<Outcome, 'result'> & {readonly optional: boolean; readonly kind: string}

/** What the patterns found of what is asked: the shares that they found whole, half and not at all, and whether nothing is asked. */
export type Found = Readonly<Record<'satisfied' | 'weak' | 'absent' | 'nothing asked', number>>

export function foundBy(checks: readonly Sign[]): Found {
  const asked = checks.filter(({kind, optional}) => kind === 'statement-present' && !optional)
  const share = (result: string): number =>
    asked.filter((check) => check.result === result).length / Math.max(1, asked.length)
  return {
    satisfied: share('satisfied'),
    weak: share('weak'),
    absent: share('absent'),
    'nothing asked': asked.length === 0 ? 1 : 0,
  }
}

/**
 * What speaks for and against each status of one requirement, by name: the status that the patterns come to and what they
 * found, how far that is to be trusted for this requirement, and how much the three sentences that lean most each way do so.
 * A sentence that is against it and says it as well is a trap more often than a fault, so the first of each three tells all
 * of its leanings, and how it reads whatever the requirement. A fault that no example of this requirement resembles may
 * resemble those of others: so the sentence is heard, too, that speaks of it and is against any. Null for a requirement
 * that the classifier does not know.
 */
export function signsOfVerdict(
  requirement: string,
  ruled: Weighable,
  found: Found,
  scores: Scores,
): Readonly<Record<string, number>> | null {
  const signs: Record<string, number> = {
    always: 1,
    ...found,
    [`ruled ${ruled}`]: 1,
    [ofRequirement + requirement]: 1,
    [`${ofRequirement}${requirement}, ruled ${ruled}`]: 1,
  }
  for (const leaning of leanings) {
    const best = scores.best(requirement, leaning)
    if (!best) return null
    const [first, second, third] = best
    signs[leaning] = bounded(first?.odds[leaning])
    signs[`${leaning}, second`] = bounded(second?.odds[leaning])
    signs[`${leaning}, third`] = bounded(third?.odds[leaning])
    signs[`${leaning}, ruled ${ruled}`] = bounded(first?.odds[leaning])
    signs[`${ofRequirement}${requirement}, ${leaning}`] = bounded(first?.odds[leaning])
    for (const also of leanings) {
      if (also !== leaning) signs[`${leaning}, and ${also}`] = bounded(first?.odds[also])
      signs[`${leaning}, and ${also} any`] = bounded(first?.ofAny[also])
    }
  }
  const suspect = scores.suspect(requirement)
  signs['suspect'] = bounded(suspect && Math.min(0, suspect.odds.about) + suspect.ofAny.against)
  signs['suspect, and says'] = bounded(suspect?.odds.says)
  signs['suspect, and against'] = bounded(suspect?.odds.against)
  return signs
}

/** What the signs of one requirement alone begin with: fewer judgements tell their weights than those of the others. */
export const ofRequirement = 'of '

function bounded(odds = least): number {
  return Math.min(4, Math.max(least, odds)) / 4
}

/** Log odds below this say no more than that nothing leans this way. */
const least = -8

/** How likely each status is, from 0 to 1; together they are 1. */
export function likelihoods(
  signs: Readonly<Record<string, number>>,
  weights: Verdict['local'],
): Readonly<Record<Weighable, number>> {
  const sums = weighable.map((status) =>
    Object.entries(signs).reduce((sum, [sign, value]) => sum + value * (weights[status][sign] ?? 0), 0),
  )
  const most = Math.max(...sums)
  const parts = sums.map((sum) => Math.exp(sum - most))
  const all = parts.reduce((sum, part) => sum + part, 0)
  return Object.fromEntries(weighable.map((status, i) => [status, parts[i]! / all])) as Record<Weighable, number>
}

/** The likeliest status. Of two that are as likely the earlier of `weighable`. */
export function likeliestOf(likely: Readonly<Record<Weighable, number>>): Weighable {
  return weighable.reduce((best, status) => (likely[status] > likely[best] ? status : best))
}

/** How sure a weighed judgement is: `npm run bench:accuracy` prints the share right at each. */
export function confidenceOf(likely: number): Confidence {
  return likely >= sure ? 'high' : likely >= fairly ? 'medium' : 'low'
}

const sure = 0.9
const fairly = 0.7
