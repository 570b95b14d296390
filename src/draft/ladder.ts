import type {Group} from '../model/procedures.js'
import {disagreement} from '../text/stages-of.js'
import {groupsIn} from './audience.js'
import {type Drafted, found, type Quote, readAt} from './fact.js'
import {formIn, noticeOf, overallIn, riskIn, scopeOutIn, subjectIn} from './ladder-terms.js'
import {isBody, type Line} from './line.js'
import {type Segment, segmentsOf} from './openings.js'
import {draftStep} from './steps.js'
import {toldSegments} from './told-ladder.js'
import {listedSegments, unnumberedSegments} from './unnumbered.js'

/** A ladder of steps that was read, and where. */
export interface Ladder {
  readonly kind: string | null
  readonly groups: readonly Group[]
  readonly drafted: Drafted
  readonly first: Quote
  /** Every line that its steps were read from. */
  readonly lines: ReadonlySet<Line>
  /** True when other ladders of the same sort were read as well: the fullest was taken. */
  readonly repeated: boolean
}

/** Every ladder of the document: at most one inter-agency ladder for each group, and those of other kinds. */
export function laddersIn(lines: readonly Line[], title: string, audience: readonly Group[]): Ladder[] {
  const numbered = groupedSteps(segmentsOf(lines)).filter((steps) => isLadder(steps, title))
  const runs =
    numbered.length > 0
      ? numbered
      : [unnumberedSegments(lines), ...groupedSteps(listedSegments(lines, title)), toldSegments(lines)]
          .filter((steps) => isLadder(steps, title))
          .slice(0, 1)
  const homes = runs.map(([first]) => first!.line.headings.join('\n'))
  const all = runs.slice(0, mostLadders).map((steps, i) => {
    const others = homes.filter((home) => home !== homes[i] && !homes[i]!.startsWith(home))
    return ladderOf(steps, lines, title, audience, others)
  })
  const best = new Map<string, Ladder>()
  for (const ladder of all) {
    const key = ladder.kind ?? ladder.groups.join('+')
    const before = best.get(key)
    if (!before) best.set(key, ladder)
    else
      best.set(key, {
        ...(weight(ladder.drafted) > weight(before.drafted) ? ladder : before),
        lines: new Set([...before.lines, ...ladder.lines]),
        repeated: true,
      })
  }
  return [...best.values()]
}

const mostLadders = 12

function weight({lists}: Drafted): number {
  return (lists?.stages ?? []).reduce(
    (sum, {fields, lists: own}) => sum + Object.keys(fields).length + (own?.clocks?.length ?? 0),
    0,
  )
}

/** Steps that follow each other: a number that does not grow begins another ladder, save a branch. */
function groupedSteps(segments: readonly Segment[]): Segment[][] {
  const runs: Segment[][] = []
  for (const each of segments) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const branch = last?.order === each.order && each.label !== null && last.label !== each.label
    const grows =
      last !== undefined &&
      (branch || (each.order > last.order && each.order <= last.order + 2)) &&
      (last.noun === each.noun || branch)
    if (run && grows) run.push(each)
    else runs.push([each])
  }
  return runs.filter((run) => run.length >= 2)
}

/** Steps of a dispute between agencies: levels of need and steps of other procedures are none. */
function isLadder(steps: readonly Segment[], title: string): boolean {
  if (steps.length < 2) return false
  const heads = steps[0]!.line.headings
  const words = steps.flatMap(({pieces}) => pieces.map(({line, start, end}) => line.text.slice(start, end))).join(' ')
  const needs = /\b(?:universal|early help|additional needs|levels? of need|thresholds?|tier \d services)\b/iu
  if (
    needs.test(heads.at(-1) ?? '') ||
    (words.match(/\b(?:universal|additional needs|complex needs|acute|specialist services)\b/giu) ?? []).length >= 2
  )
    return false
  const about = disagreement.test(`${heads.slice(-2).join(' ')} ${words}`) || disagreement.test(title)
  if (!about) return false
  const drafted = steps.map(draftStep)
  const told = drafted.filter(({fields, lists}) => fields.toRole || fields.fromRole || (lists?.clocks?.length ?? 0) > 0)
  // Numbered headings are steps even where their text says little; anything else has to say who or when.
  if (steps.every(({line, noun}) => line.passage === null && noun !== null)) return told.length >= 1
  return told.length >= 2 && told.length * 2 >= steps.length
}

function ladderOf(
  steps: readonly Segment[],
  lines: readonly Line[],
  title: string,
  audience: readonly Group[],
  others: readonly string[],
): Ladder {
  const own = new Set(steps.flatMap(({pieces}) => pieces.map(({line}) => line)))
  const drafted = withCases(steps.map(draftStep), steps)
  const first = steps[0]!
  const heads = first.line.headings
  // What stands under the heading of another ladder speaks of that one.
  const section = lines.filter(
    (line) =>
      isBody(line) &&
      line.passage !== null &&
      !own.has(line) &&
      !others.some((home) => home !== '' && line.headings.join('\n').startsWith(home)),
  )
  // Beside the steps first, then in the part of the document that holds their heading.
  const beside = section.filter(({headings}) => headings.join('\n') === heads.join('\n'))
  const around = section.filter(({headings}) => heads.slice(0, -1).every((head, i) => headings[i] === head))
  const near = [...new Set([...beside, ...around])]
  const noun = first.noun === null ? null : readAt(first.noun, first.line, 0, first.at)
  const inside = [...own].filter((line) => line.passage !== null)
  const notice = noticeOf(drafted, steps, [...inside, ...near])
  const kind = kindOf([...heads.slice(-2), heads.length === 0 ? title : ''].join(' '))
  const fields = found({
    stageNoun: noun,
    notifyStage: notice.stage,
    ...subjectIn([...inside, ...near]),
  })
  const form = formIn([...inside, ...near])
  const email = notice.email
  const risk = riskIn(section.length > 0 ? section : lines)
  const overallMax = overallIn([...near, ...inside])
  const whole: Drafted = {
    fields,
    lists: {stages: drafted, scopeOut: scopeOutIn(section)},
    parts: {
      ...(overallMax && {overallMax}),
      ...(email && {notifyContact: {fields: {email}}}),
      ...(form && {form}),
      ...(risk && {immediateRisk: {fields: {route: risk}}}),
    },
  }
  const headed = heads.filter((head) => head !== title).map(groupsIn)
  const groups = headed.findLast((each) => each.length === 1) ?? audience
  return {kind, groups, drafted: whole, first: readAt(null, first.line, 0, first.at).quote, lines: own, repeated: false}
}

/**
 * Two steps of one number are branches of it, and a model asks when each is taken. Where the document was not understood
 * to say so, the branch goes by its own number until somebody does.
 */
function withCases(drafted: readonly Drafted[], steps: readonly Segment[]): Drafted[] {
  return drafted.map((each, i) => {
    const {order, label, line, at} = steps[i]!
    const branches = steps.some((other, j) => j !== i && other.order === order)
    if (!branches || each.fields.when) return each
    return {...each, fields: {...each.fields, when: readAt(label ?? String(order), line, 0, at, 'low')}}
  })
}

/** Other disputes than the one between agencies, by the words of their headings. */
function kindOf(words: string): string | null {
  if (/\b(?:reviewing officer|\bIRO\b)/iu.test(words)) return 'reviewing-officer'
  if (/\bconference\b/iu.test(words) && /\b(?:dissent|challenge|disagree|appeal|complain)/iu.test(words))
    return 'conference-dissent'
  if (/\bcomplaints?\b/iu.test(words)) return 'complaint'
  if (/\b(?:safeguarding (?:adults )?review|\bSAR\b|practice review)\b/iu.test(words)) return 'review-dispute'
  return null
}
