import type {AffectedFinding, AffectedPolicy, Rewrite} from '../model/affected.js'
import {type Course, courseTally, type FindingChange, opens} from '../model/comparison.js'
import type {Difference} from '../model/difference.js'
import {type Evidence, type Finding, isGap} from '../model/finding.js'
import type {PolicyReport} from '../model/report.js'
import {severities} from '../model/requirement.js'
import {findingChanges} from './finding-changes.js'
import {rewritten} from './rewritten.js'
import {type Sentence, versionOf} from './sentences.js'

/**
 * What new procedures do to one policy: `older` and `newer` are the same policy judged against either. Raises nothing; a
 * report that did not keep the policy's text has no sentences under `also`.
 */
export function affectedPolicy(
  older: PolicyReport,
  newer: PolicyReport,
  differences: readonly Difference[],
): AffectedPolicy {
  const {path, format, title, sha256, words, sectionCount, notices} = newer
  const changes = findingChanges(older.findings, newer.findings, null)
  const findings = changes
    .map((change): AffectedFinding => {
      const own = differencesOf(change, differences)
      return {change, differences: own, rewrites: rewritesOf(change, own, differences)}
    })
    .filter(isAffected)
    .sort((a, b) => urgency(a) - urgency(b))
  const told = findings.flatMap(({rewrites}) => rewrites)
  const also = statedOf(newer, differences).filter((each) => !told.some((other) => isSameWords(each, other)))
  const tally = courseTally(changes)
  return {path, format, title, sha256, words, sectionCount, findings, also, tally, notices}
}

/** A finding may quote more or less than the sentence. */
function isSameWords(one: Rewrite, other: Rewrite): boolean {
  return one.passageId === other.passageId && (one.quote.includes(other.quote) || other.quote.includes(one.quote))
}

/** Policies by how much has to be done, and how soon; those alike in that by their names. */
export function worstFirst(policies: readonly AffectedPolicy[]): readonly AffectedPolicy[] {
  const rank = ({findings, also}: AffectedPolicy): readonly number[] => [
    ...severities.map(
      (severity) =>
        findings.filter((each) => opens(each.change) && findingOf(each.change).requirement.severity === severity)
          .length,
    ),
    findings.length,
    also.length,
  ]
  return [...policies].sort((a, b) => {
    const [one, other] = [rank(a), rank(b)]
    const at = one.findIndex((count, i) => count !== other[i])
    return at < 0 ? (a.path < b.path ? -1 : 1) : other[at]! - one[at]!
  })
}

function findingOf({old, new: current}: FindingChange): Finding {
  return (current ?? old)!
}

/** One that came out otherwise, or a gap that now asks for something else. */
function isAffected({change, rewrites}: AffectedFinding): boolean {
  const {course, yardstick} = change
  if (course !== 'clear' && course !== 'stayed') return true
  return yardstick && (course === 'stayed' || rewrites.some(({runs}) => runs !== null))
}

const order: readonly Course[] = ['opened', 'worse', 'stayed', 'clear', 'better', 'closed', 'set-aside']

function urgency({change}: AffectedFinding): number {
  return (
    (opens(change) ? 0 : 1000) +
    severities.indexOf(findingOf(change).requirement.severity) * 100 +
    order.indexOf(change.course)
  )
}

/** The differences in facts that a finding is held against, before or after, or that its requirement names. */
function differencesOf({old, new: current}: FindingChange, differences: readonly Difference[]): number[] {
  const expected = [...(old?.expected ?? []), ...(current?.expected ?? [])].map(({fact}) => fact)
  const named = (current ?? old)!.requirement.facts
  const turns = differences.map((_, turn) => turn)
  const direct = turns.filter((turn) => expected.some((fact) => isWithin(fact, differences[turn]!)))
  return direct.length > 0 ? direct : turns.filter((turn) => named.some((fact) => isWithin(fact, differences[turn]!)))
}

/** Whether a path and a difference are about one fact: the one may lie within the other. */
function isWithin(fact: string, {fact: changed, movedFrom}: Difference): boolean {
  return [changed, movedFrom].some((each) => {
    if (each === null) return false
    const [one, other] = [fact.split('.'), each.split('.')]
    const depth = Math.min(one.length, other.length)
    return depth > 1 && one.slice(0, depth).every((part, at) => part === '*' || part === other[at])
  })
}

/** The sentences that a finding points to, and how each is put right where that is a matter of one value. */
function rewritesOf(
  {old, new: current, course}: FindingChange,
  own: readonly number[],
  all: readonly Difference[],
): Rewrite[] {
  if (course === 'closed' || course === 'better') return []
  const speaks = current !== null && isGap(current.status) && current.evidence.length > 0
  const quoted = speaks ? current.evidence : (old?.evidence ?? [])
  return quoted.flatMap((evidence): Rewrite[] => {
    const whole = own.flatMap((turn) => turned(evidence, turn, all[turn]!))
    // Only what contradicts has to change where no value shows how; what is silent is told by the fix.
    return whole.length > 0 || current?.status !== 'conflict'
      ? whole
      : [{...evidence, difference: own[0] ?? null, runs: null}]
  })
}

function turned({quote, passageId, place}: Evidence, turn: number, {before, after}: Difference): Rewrite[] {
  if (before === null || after === null) return []
  const runs = rewritten(quote, before, after)
  return runs ? [{quote, passageId, place, difference: turn, runs}] : []
}

/** Every sentence that states a number, address, name or title which the newer procedures no longer give. */
function statedOf({text}: PolicyReport, differences: readonly Difference[]): Rewrite[] {
  if (!text) return []
  const {sentences} = versionOf(text)
  return differences.flatMap((difference, turn) => {
    const {before, after} = difference
    if (
      before === null ||
      !isNameable(before) ||
      !/^(?:contacts|partnerships|documents|forums|escalation)\./.test(difference.fact)
    )
      return []
    return sentences.flatMap((sentence) => stated(sentence, turn, before, after))
  })
}

function stated({text, passage: {id, place}}: Sentence, turn: number, before: string, after: string | null): Rewrite[] {
  const runs = rewritten(text, before, after ?? '')
  return runs ? [{quote: text, passageId: id, place, difference: turn, runs: after === null ? null : runs}] : []
}

/** A number, an address, or a name of several words or capitals: what is a limit or a single plain word stands anywhere. */
function isNameable(value: string): boolean {
  return value.length >= 6 && (/\d{5}|@|\.[a-z]{2}/.test(value.replace(/\s/g, '')) || /^\p{Lu}.* .*\p{Lu}/u.test(value))
}
