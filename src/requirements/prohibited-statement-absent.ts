import type {Evidence} from '../model/finding.js'
import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import type {Span} from '../text/pattern.js'
import type {Sentence} from '../text/reading.js'
import {type Grounds, type Outcome, outcome, type RequirementKind} from './kind.js'
import {isPermission} from './permission.js'
import {registerChecks} from './prohibited-registers.js'
import {distinctEvidence, evidenceOf, type Occurrence, occurrencesOf} from './ways.js'

/**
 * Looks for sentences that say what must not be said, or, with `register`, for what a look at the whole document shows.
 * That nothing was found proves nothing: the result is `clear`, never `satisfied`.
 */
export const prohibitedStatementAbsent: RequirementKind<ProhibitedStatementAbsent> = {
  kind: 'prohibited-statement-absent',
  summary: 'A dangerous or wrong statement does not appear.',

  judge(check, requirement, grounds) {
    if (check.register) return registerChecks[check.register](check, grounds)
    const wrong = (check.ways ?? [])
      .flatMap((way) => occurrencesOf(way, grounds.reading))
      .filter((said) => counts(said, check, grounds))
    if (wrong.length === 0) return outcome('clear', `nothing was found against this: ${check.claim}`)
    return contradicted(check, wrong.slice(0, 3).flatMap(evidenceOf), requirement.title)
  },
}

function contradicted(check: ProhibitedStatementAbsent, evidence: readonly Evidence[], title: string): Outcome {
  return outcome('contradicted', `the policy says the opposite of what is asked: ${check.claim}`, {
    evidence: distinctEvidence(evidence),
    remedy: `Take these words out or turn them round, so that the policy keeps to: ${lowered(title)}.`,
  })
}

/** A title within a sentence; an abbreviation at its start keeps its capitals: "LADO told within one day". */
function lowered(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}

/** A wrong sentence counts unless it is a quoted bad example, denies itself or an exception beside it makes it right. */
function counts(occurrence: Occurrence, check: ProhibitedStatementAbsent, {reading}: Grounds): boolean {
  return occurrence.every(({sentence, spans, index}) => {
    if (sentence.badExample || sentence.passage.quoted) return false
    if (refuted.test(sentence.text) || quotedAndJudged.test(sentence.text)) return false
    // "A pupil says that she'll only talk if I keep it secret. What now?": what is asked about is no answer.
    const next = reading.sentences[index + 1]
    if (next?.passage === sentence.passage && whatNow.test(next.text)) return false
    // "Want to ask him yourself? Ring us": what a question tells of is not what the answer says.
    if (sentence.answers && !spans.some(([, to]) => to > sentence.leadWords)) return false
    if (isAskedInRow(sentence, spans)) return false
    if ((check.unless ?? []).some((pattern) => reading.find.at(index, pattern))) return false
    return !isPermission(sentence, spans) && !withinQuotes(sentence, spans)
  })
}

/** "Must I climb every rung? | No": in a row of questions and answers, what the question tells of is not said. */
function isAskedInRow({passage, text, tokens, shift, start}: Sentence, spans: readonly Span[]): boolean {
  const end = passage.form === 'table-row' ? text.search(/\? \|/) : -1
  return end >= 0 && spans.some(([from]) => tokens[from]!.start - shift - start <= end)
}

/** Whether all the words of a match stand inside quotation marks: "we can't, because of GDPR" is somebody's excuse. */
function withinQuotes({text, tokens, shift, start, leadWords}: Sentence, spans: readonly Span[]): boolean {
  const own = spans.filter(([, to]) => to > leadWords)
  if (own.length === 0) return false
  const quoted = [...text.matchAll(quotations)].map((match) => [match.index, match.index + match[0].length] as const)
  return own.every(([from, to]) => {
    const begin = tokens[Math.max(from, leadWords)]!.start - shift - start
    const end = tokens[to - 1]!.end - shift - start
    return quoted.some(([open, close]) => begin >= open && end <= close)
  })
}

/** "It is a myth that only the lead may refer", "you may be told that the law forbids it": told in order to be denied. */
const refuted = new RegExp(
  `\\b(?:${[
    'myth',
    '(?:is|was) (?:not|no|never) (?:acceptable|an? (?:answer|excuse|defence|reason)|answer|excuse|defence|reason)',
    "isn['\u2019]t (?:acceptable|an? (?:answer|excuse|defence|reason|phrase|word|term|thing))",
    '(?:a|the) (?:common(?:est)? )?(?:mistake|error) (?:to|that)',
    'used to (?:be|say|think|believe|require|ask|have)',
    '(?:some|other|many) (?:services|organi[sz]ations|agencies|charities|clubs|schools|homes|churches|places|teams) (?:\\w+ )?(?:would|might|may|will|do|still|offer|ask|insist|prefer)',
    '(?:some|people|many) (?:\\w+ )?(?:think|believe|suppose|fear|assume)',
    '(?:cannot|must not|may not) (?:say|claim|argue|plead|suppose|assume) (?:that|it)',
    '(?:review|inquiry|audit|inspector|inspection)s? (?:\\w+ )?(?:found|described|showed|criticised)',
    '(?:old|older|earlier|former|previous) (?:version|edition|policy|leaflet|card|poster|form|guide)',
    '(?:version|edition|leaflet|card|poster|guide) (?:of (?:ours|\\d{4}|this policy)|\\d+|we used)? ?(?:required|said|asked|told|allowed|called)',
    '(?:first|second|third|fourth|fifth|sixth|seventh|last) edition (?:required|said|asked|told|allowed|called)',
    '(?:has been|was|were) abolished',
    '(?:is|are) not to be (?:followed|copied|used|given)',
    'well[- ]meaning (?:people|friends|colleagues|relatives)',
    'no longer (?:so|stands|holds|applies)',
    'struck out',
    'misconception',
    'misunderstanding',
    'fallacy',
    '(?:not|un) ?true',
    'wrong to (?:think|say|believe|suppose)',
    'mistaken(?:ly)?',
    'not the case that',
    '(?:there is|we have) no (?:rule|law|requirement) (?:that|which|to|against|for)',
    '(?:does|do|did) not mean (?:that )?',
    "(?:doesn|don|didn)['’]t mean (?:that )?",
    'you (?:may|might|will|could) (?:be told|hear|have (?:heard|been told))',
    '(?:it is|it[\u2019\u0027]s) (?:sometimes|often|commonly) (?:said|thought|believed|claimed|supposed)',
    '(?:people|some|others|somebody|someone) (?:\\w+ )?(?:sometimes |often |may |might |will |still )*(?:say|says|think|thinks|believe|believes|tell you|claim|claims|suppose) (?:that|it|you|we|they|the|data)\\b',
  ].join('|')})`,
  'i',
)

const whatNow = /^(?:so |and |but )?(?:now )?(?:what|how)\b[^?]{0,40}\?$/i

/** "'Nothing in writing' is how disputes get lost": a sentence about a saying, which stands in quotation marks before it. */
const quotedAndJudged =
  /(?:^|[;:,–—]\s)[\s>*_-]*[“"‘][^“”"‘’]{8,200}[”"’](?:,?\s+(?:is|was|are|were|has|had|have|appears?|means?|does|will never|should never|must never|used to)\b|\s?[:|]\s?(?:wrong|no|false|not so|never|untrue|a? ?myth)\b)/iu

/** Words between quotation marks, long enough to be somebody's sentence rather than a term. */
const quotations = /[“"][^“”"]{8,400}[”"]|(?<=^|[\s(])[‘'][^‘’']{12,400}[’'](?=[\s.,;:!?)]|$)/gu
