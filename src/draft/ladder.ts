import {sentencesIn} from '../text/sentence.js'
import {disagreement} from '../text/stages-of.js'
import {timescalesIn} from '../text/timescale.js'
import {type Group, groupsIn} from './audience.js'
import {limitFields} from './clocks.js'
import {type Drafted, found, type Quote, type Read, readAt} from './fact.js'
import {isBody, type Line} from './line.js'
import {type Segment, segmentsOf, unnumberedSegments} from './openings.js'
import {draftStep} from './steps.js'
import {toldSegments} from './told-ladder.js'

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
      : [unnumberedSegments(lines), toldSegments(lines)].filter((steps) => isLadder(steps, title))
  const all = runs.slice(0, mostLadders).map((steps) => ladderOf(steps, lines, title, audience))
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
  return told.length >= 2 && told.length * 2 >= steps.length
}

function ladderOf(
  steps: readonly Segment[],
  lines: readonly Line[],
  title: string,
  audience: readonly Group[],
): Ladder {
  const own = new Set(steps.flatMap(({pieces}) => pieces.map(({line}) => line)))
  const drafted = steps.map(draftStep)
  const first = steps[0]!
  const heads = first.line.headings
  const section = lines.filter((line) => isBody(line) && line.passage !== null && !own.has(line))
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
  const headed = groupsIn(heads.slice(1).join(' '))
  const groups = headed.length === 1 ? headed : audience
  return {kind, groups, drafted: whole, first: readAt(null, first.line, 0, first.at).quote, lines: own, repeated: false}
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

/** At which step the partnership is told, and by which address. */
function noticeOf(
  drafted: readonly Drafted[],
  steps: readonly Segment[],
  lines: readonly Line[],
): {stage: Read | null; email: Read | null} {
  const sentences = lines.flatMap((line) => sentencesIn(line.text).map((sentence) => ({line, ...sentence})))
  const asked = sentences.find(
    ({text}) =>
      /\b(?:form|notification|notif\w+|informed|told|copy|copied|record|challenge|escalat\w+|dispute|resolution)\b/iu.test(
        text,
      ) &&
      mail.test(text) &&
      !/\b(?:referral|concern|allegation)s?\b/iu.test(text),
  )
  const address = asked && mail.exec(asked.text)
  const email = asked && address ? readAt(address[0], asked.line, asked.start, asked.end, 'medium') : null
  const first = drafted.findIndex(({fields}) => fields.notify)
  if (first >= 0) {
    const {notify} = drafted[first]!.fields
    return {stage: {...notify!, value: steps[first]!.order}, email}
  }
  for (const [i, step] of steps.entries()) {
    const told = step.pieces.find(({line}) => asked && line === asked.line)
    if (told && asked) return {stage: readAt(steps[i]!.order, asked.line, asked.start, asked.end, 'medium'), email}
  }
  const mention = asked && /\b(?:stage|step|level|tier|phase) (\d|one|two|three|four|five)\b/iu.exec(asked.text)
  const order = mention && (ordinal[mention[1]!.toLowerCase()] ?? Number(mention[1]))
  if (asked && order && steps.some((step) => step.order === order))
    return {stage: readAt(order, asked.line, asked.start, asked.end, 'medium'), email}
  return {stage: null, email}
}

const mail = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?<![.'-])/u
const ordinal: Readonly<Record<string, number>> = {one: 1, two: 2, three: 3, four: 4, five: 5}

function overallIn(lines: readonly Line[]): Drafted | null {
  for (const line of lines) {
    for (const {text, start} of sentencesIn(line.text)) {
      if (
        !/\b(?:whole (?:process|procedure|escalation)|entire|overall|in total|altogether|start to finish|from (?:beginning|first) to (?:end|last)|no (?:dispute|disagreement|escalation|matter) (?:should|must|may)|total (?:time|period)|(?:all|every) (?:\p{L}+ )?(?:stages|steps|levels|tiers|phases)|(?:stages|steps|levels|tiers) together|maximum (?:time|period) for|end to end|(?:process|procedure) (?:should|must|will) (?:not |never |normally )?(?:take|last|be (?:completed|concluded))|(?:all|any) (?:disputes?|disagreements?) (?:should|must) be (?:resolved|settled))\b/iu.test(
          text,
        )
      )
        continue
      // "No longer than 20 days" is a limit here; the length of the text stays what it was.
      const limit = timescalesIn(
        text.replace(/\b(?:last )?longer than/giu, (words) => 'within'.padStart(words.length)),
        true,
      ).find(({amount, recurring}) => amount !== null && amount > 0 && !recurring)
      if (!limit) continue
      const read = <T>(value: T) => readAt(value, line, start + limit.start, start + limit.end)
      return {fields: found(limitFields(limit, read))}
    }
  }
  return null
}

/** The fixed words of an e-mail's subject. */
function subjectIn(lines: readonly Line[]): {subjectLine: Read | null} {
  for (const line of lines) {
    for (const {text, start, end} of sentencesIn(line.text)) {
      if (!/\b(?:subject|headed|title the e-?mail|heading of the e-?mail|marked)\b/iu.test(text)) continue
      const words = /["“‘]([^"”’“]{4,90})["”’]/u.exec(text)?.[1]
      if (words) return {subjectLine: readAt(words, line, start, end)}
    }
  }
  return {subjectLine: null}
}

const formNoun = String.raw`(?:form|record|notification|pro-?forma|template|notice|log|sheet)`
const sending =
  /\b(?:us(?:e|es|ing)|complet(?:e|es|ed|ing)|fill(?:s|ed|ing)? (?:in|out)|submit(?:s|ted|ting)?|sends?|sent|sending|e-?mail(?:s|ed)?|attach\w*)\b/iu
const capitalForm =
  /(?<![\p{L}])(?:\p{Lu}[\p{L}'’-]*)(?:[ -](?:\p{Lu}[\p{L}'’-]*|(?:of|and|for|to)(?=[ -]\p{Lu}))){1,7}/gu
const plainForm =
  /\b(?:the|an?|our|this|its)\s+((?:(?!(?:the|an?|and|of|to|is)\b)[\p{L}'’-]+\s+){1,4}(?:form|pro-?forma|template))\b/iu

/** The form that is sent at some step: its name stands in a sentence that says so. */
function formIn(lines: readonly Line[]): Drafted | null {
  for (const line of lines) {
    for (const {text, start, end} of sentencesIn(line.text)) {
      if (!sending.test(text)) continue
      const named = [...text.matchAll(capitalForm)].find(([words]) => endsInForm.test(words))?.[0]
      const words =
        named?.replace(/^(?:The|An?|Use|Complete|Send|Submit|Please|Fill in)\s+/u, '') ?? plainForm.exec(text)?.[1]
      if (!words || !/\s|-/.test(words) || /\b(?:referral|this|each|word|web)\b/iu.test(words)) continue
      const title = readAt(words, line, start, end, 'medium')
      const link = line.passage?.links?.find((each) => each.text.includes(words) && /^https?:/i.test(each.target))
      return {fields: found({title, url: link && readAt(link.target, line, start, end)})}
    }
  }
  return null
}

const endsInForm = new RegExp(String.raw`\s${formNoun}$|^${formNoun}\s(?:of|for)\s`, 'iu')

/** What to do where somebody is in danger: the words of the sentence that names 999 or the danger. */
function riskIn(lines: readonly Line[]): Read | null {
  for (const line of lines) {
    const sentences = sentencesIn(line.text)
    const at = sentences.findIndex(({text}) => /\b999\b/u.test(text) && text.length < 400)
    if (at < 0) continue
    const {text, start, end} = sentences[at]!
    const route = text
      .replace(/^(?:if|where|when|should)\b[^,?]{0,160}[,?]\s*(?:then\s+)?/iu, '')
      .replace(/^(?:[^:,;]{0,80}(?:someone|somebody|danger|risk|hurt|harm)[^:,;]{0,60})[:,;]\s*/iu, '')
      .replace(
        /^(?:(?:you|they|staff|practitioners|professionals|workers|everyone|anyone|people)\s+)?(?:should|must|will|need to)\s+(?:always\s+)?/iu,
        '',
      )
      .replace(/[.\s]+$/u, '')
    return readAt(route, line, start, end, 'medium')
  }
  return null
}

/** Items under "Not covered", "Scope: what this does not deal with". */
function scopeOutIn(lines: readonly Line[]): Drafted[] {
  const items = lines.filter(({passage, headings}) => {
    const lead = `${headings.at(-1) ?? ''} ${passage?.leadIn ?? ''}`
    return (
      passage?.form === 'list-item' &&
      /\b(?:not covered|out(?:side)? (?:of )?(?:the )?scope|(?:does|is|are|do|should|must) not (?:be )?(?:cover|apply|deal|used?|include|for|intended|replace)\w*|not for|not to be used|exclu(?:ded|sions|des)|when not to)\b/iu.test(
        lead,
      )
    )
  })
  return items.slice(0, 30).map((line): Drafted => {
    const [, words, goesTo] =
      /^(.{4,200}?)(?:\s*(?:[:;]|[–—]|\()\s*(?:use|see|follow|go(?:es)? to|refer to|these go to|which go to|through)\s+(?:to\s+)?(.{3,120}?)\)?)?[.;]?$/iu.exec(
        line.text,
      ) ?? []
    const read = (value: string) => readAt(value, line, 0, line.text.length)
    return {fields: found({case: read(words ?? line.text), goesTo: goesTo ? read(bareLead(goesTo)) : null})}
  })
}

function bareLead(words: string): string {
  return words.replace(/^(?:the|your|an?)\s+/iu, '').trim()
}
