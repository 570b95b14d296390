import {type Course, type FindingChange, opens, type TextChange} from '../model/comparison.js'
import {type Evidence, type Finding, isGap, type Status} from '../model/finding.js'
import {type Sentence, wordsOf} from './sentences.js'
import type {Side, TextComparison} from './text-changes.js'

/**
 * What became of each finding, in the newer version's order, with the changes of the text that touch the words it rests
 * on. `text` is null where the versions themselves are not at hand.
 */
export function findingChanges(
  older: readonly Finding[],
  newer: readonly Finding[],
  text: TextComparison | null,
): readonly FindingChange[] {
  const before = new Map(older.map((finding) => [finding.requirement.id, finding]))
  const after = new Set(newer.map(({requirement}) => requirement.id))
  return [
    ...newer.map((finding) => findingChange(before.get(finding.requirement.id) ?? null, finding, text)),
    ...older.filter(({requirement}) => !after.has(requirement.id)).map((finding) => findingChange(finding, null, text)),
  ]
}

function findingChange(old: Finding | null, current: Finding | null, text: TextComparison | null): FindingChange {
  const course = courseOf(old, current)
  const behind = text ? changesBehind(old, current, course, text) : {changes: [], near: [], standing: []}
  return {course, old, new: current, ...behind, yardstick: expectedOf(old) !== expectedOf(current)}
}

/** How bad a gap is: what contradicts is worse than what is silent, and that is worse than what is half said. */
const gravity: Readonly<Record<Status, number>> = {
  met: 0,
  'not-applicable': 0,
  'cannot-tell': 0,
  partial: 1,
  missing: 2,
  conflict: 3,
}

/** What became of a finding, by its status before and after; an accepted gap is none. */
function courseOf(old: Finding | null, current: Finding | null): Course {
  const [was, is] = [openGravity(old), openGravity(current)]
  if (was === 0 && is === 0) return 'clear'
  if (was === 0) return 'opened'
  if (is === 0) return current?.status === 'met' ? 'closed' : 'set-aside'
  return is > was ? 'worse' : is < was ? 'better' : 'stayed'
}

function openGravity(finding: Finding | null): number {
  return finding && isGap(finding.status) && finding.waived === null ? gravity[finding.status] : 0
}

function expectedOf(finding: Finding | null): string {
  return JSON.stringify(finding?.expected.map(({fact, value}) => [fact, value]).sort() ?? [])
}

type Behind = Pick<FindingChange, 'changes' | 'near' | 'standing'>

/** The changes behind a finding, those on the side that made it what it is first. */
function changesBehind(old: Finding | null, current: Finding | null, course: Course, text: TextComparison): Behind {
  const before = (old?.evidence ?? []).flatMap((each) => touching(each, text.old, text.new))
  const after = (current?.evidence ?? []).flatMap((each) => touching(each, text.new, text.old))
  const ordered = opens({course}) ? [...after, ...before] : [...before, ...after]
  const changes = eachOnce(ordered.filter(({kind}) => kind !== 'moved')).concat(
    eachOnce(ordered.filter(({kind}) => kind === 'moved')),
  )
  return {
    changes: changes.map(({id}) => id),
    near:
      changes.length > 0 ? [] : eachOnce([...nearBy(old, text.old), ...nearBy(current, text.new)]).map(({id}) => id),
    standing: (old?.evidence ?? []).flatMap((each) => stillThere(each, text)),
  }
}

/** The changes of the sentences that a quotation takes from, and of the words that lead into their list. */
function touching(evidence: Evidence, side: Side, other: Side): TextChange[] {
  return sentencesOf(evidence, side).flatMap((sentence) => {
    const own = side.changeOf.get(sentence.index)
    if (own && own.kind !== 'moved') return [own]
    return [...leadInChanges(sentence, side, other), ...(own ? [own] : [])]
  })
}

/** "Staff must not:" above a list turns what its items say, though no item changes. */
function leadInChanges(sentence: Sentence, side: Side, other: Side): TextChange[] {
  const twin = other.version.sentences[side.twinOf(sentence.index)]
  const [mine, theirs] = [sentence.passage.leadIn ?? '', twin?.passage.leadIn ?? '']
  if (mine === theirs) return []
  return [...side.changesIn(sentence.section)].filter(
    ({old, new: current}) =>
      (old && (mine + theirs).includes(old.text)) || (current && (mine + theirs).includes(current.text)),
  )
}

function sentencesOf({quote, passageId}: Evidence, {version}: Side): Sentence[] {
  const own = sentencesBy(version).get(passageId) ?? []
  const from = own[0]?.passage.text.indexOf(quote) ?? -1
  if (from < 0) return own
  return own.filter(({start, end}) => start < from + quote.length && end > from)
}

function sentencesBy(version: Side['version']): ReadonlyMap<string, Sentence[]> {
  const known = memo.get(version)
  if (known) return known
  const made = new Map<string, Sentence[]>()
  for (const sentence of version.sentences) {
    const own = made.get(sentence.passage.id)
    if (own) own.push(sentence)
    else made.set(sentence.passage.id, [sentence])
  }
  memo.set(version, made)
  return made
}

const memo = new WeakMap<object, ReadonlyMap<string, Sentence[]>>()

/** A quotation whose sentences all stand in the newer version as they did: with its place there. */
function stillThere(evidence: Evidence, {old, new: current}: TextComparison): Evidence[] {
  const sentences = sentencesOf(evidence, old)
  const twins = sentences.map(({index}) => current.version.sentences[old.twinOf(index)])
  const [first] = twins
  if (!first || twins.some((twin, at) => twin?.key !== sentences[at]!.key)) return []
  return [{quote: first.text, passageId: first.passage.id, place: first.passage.place}]
}

/** Changes in the sections that a finding quotes, or where what it misses would be looked for. */
function nearBy(finding: Finding | null, side: Side): TextChange[] {
  if (!finding) return []
  const quoted = finding.evidence.flatMap((each) => sentencesOf(each, side))
  const places = quoted.length > 0 ? quoted : closestOf(finding, side)
  const topic = new Set(wordsOf(finding.requirement.title.toLowerCase()).filter((word) => word.length > 3))
  return [...new Set(places.map(({section}) => section))]
    .flatMap((section) => side.changesIn(section))
    .filter(({kind}) => kind !== 'moved')
    .map((change) => ({change, shared: sharedWords(change, topic)}))
    .filter(({shared}) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({change}) => change)
    .slice(0, mostNear)
}

const mostNear = 3

function closestOf({closest}: Finding, {version}: Side): Sentence[] {
  return closest.flatMap(({quote, place}) =>
    version.sentences.filter(({passage, text}) => passage.place.ordinal === place.ordinal && quote.includes(text)),
  )
}

function sharedWords({runs}: TextChange, topic: ReadonlySet<string>): number {
  const changed = runs.filter(({kind}) => kind !== 'same').map(({text}) => text.toLowerCase())
  return new Set(changed.flatMap((text) => wordsOf(text)).filter((word) => topic.has(word))).size
}

function eachOnce(changes: readonly TextChange[]): TextChange[] {
  return [...new Set(changes)]
}
