import type {Group} from '../model/procedures.js'
import {sentencesIn} from '../text/sentence.js'
import type {TimescaleWords} from '../text/timescale.js'
import {groupsIn} from './audience.js'
import {isBoundBy, limitFields} from './clocks.js'
import {type Drafted, found, type Question, type Quote, quoteAt, readAt} from './fact.js'
import {limitsIn, mostInSentence} from './limit-words.js'
import {isBody, type Line} from './line.js'

/**
 * The time limits outside the ladders, by their keys in the model, each with what it counts from. A limit that is for
 * nothing the model knows, or that stands beside another for the same thing, becomes a question.
 */
export function limitsOf(
  lines: readonly Line[],
  audience: readonly Group[],
  inLadders: ReadonlySet<Line>,
): {timescales: Record<string, Drafted>; questions: Question[]} {
  const timescales: Record<string, Drafted> = {}
  const questions: Question[] = []
  /** Asks once, also of a sentence with several limits. */
  const put = (ask: string, quote: Quote) => {
    const isAsked = questions.some((each) => each.ask === ask && each.quote?.text === quote.text)
    if (!isAsked && questions.length < mostQuestions) questions.push({ask, quote})
  }
  for (const line of lines) {
    if (!isBody(line) || line.passage === null || inLadders.has(line)) continue
    const isRow = line.passage.cells !== undefined && line.passage.cells.length > 1
    const timed =
      isRow &&
      line.passage.cells!.some(
        ({header, text}) =>
          text.length < 90 && /\b(?:within|time|limit|deadline|when|how (?:soon|long))\b/iu.test(header ?? ''),
      )
    const sentences = isRow ? [{text: line.text, start: 0}] : sentencesIn(line.text)
    for (const {text, start} of sentences) {
      let from = 0
      const limits = limitsIn(text, timed).slice(0, mostInSentence)
      for (const [i, limit] of limits.entries()) {
        if (limits[i + 1] && isBoundBy(text, limit, limits[i + 1]!)) continue
        const about = aboutOf(line, text, from, limit, limits[i + 1]?.start ?? text.length)
        from = limit.end
        const key = keyOfLimit(about, limit, audience)
        const quote = quoteAt(line, start + limit.start, start + limit.end)
        if (key === null) {
          if (limit.amount !== null && limit.amount > 0 && !limit.recurring)
            put(`What is the limit “${limit.value}” for?`, quote)
          continue
        }
        const drafted = draftLimit(line, start, text, limit, key)
        const before = timescales[key]
        if (!before) timescales[key] = drafted
        else if (differs(before, drafted)) put(`Which limit holds for ${key}? Another was read as well.`, quote)
      }
    }
  }
  return {timescales, questions}
}

const mostQuestions = 40
interface About {
  /** The words of the sentence before the limit, from the limit before it on. */
  readonly before: string
  readonly sentence: string
  readonly lead: string
}

function aboutOf(
  {passage, headings}: Line,
  sentence: string,
  from: number,
  {start, end}: TimescaleWords,
  next: number,
): About {
  const before = sentence.slice(from, start)
  // "Within one working day, ring the ...": what is to be done follows.
  const rest = sentence.slice(end, next).split(/\sand\s/u)[0]!
  const subject = /\p{L}{3}/u.test(before) ? before : rest
  return {before: subject, sentence, lead: [passage?.leadIn ?? '', headings.at(-1) ?? ''].join(' ')}
}

function differs(one: Drafted, other: Drafted): boolean {
  return one.fields.value?.value !== other.fields.value?.value || one.fields.unit?.value !== other.fields.unit?.value
}

function draftLimit(line: Line, start: number, sentence: string, limit: TimescaleWords, key: string): Drafted {
  const read = <T>(value: T) => readAt(value, line, start + limit.start, start + limit.end)
  const trigger = triggerOf(sentence, limit.end, key)
  return {fields: found({...limitFields(limit, read), trigger: trigger === null ? null : read(trigger)})}
}

const tells =
  /\b(?:refer\w*|report\w*|tells?|told|contact\w*|telephone\w*|rings?|rung|phone[sd]?|calls?|notif\w*|inform\w*|pass(?:es|ed)? (?:on|to)|consult\w*|discuss\w*|raise[sd]?|made|alert\w*|sent|send|submit\w*|let|go(?:es)? to|convey\w*|put to|taken to|directed to)\b/iu
const children =
  /\b(?:MASH|front door|child(?:ren)?['’]?s? (?:social|services|hub)|social care|first (?:response|contact)|child(?:ren)?\b|pupil|young person|referral)\b/iu
const adults =
  /\b(?:adults?\b|ASC\b|adult social care|section 42|s\.? ?42|enquiry|safeguarding concern|safeguarding team)\b/iu

type Rule = readonly [key: string, fits: (about: About, audience: readonly Group[]) => boolean]

// What is more particular stands first; the words before the limit say whose limit it is.
const rules: readonly Rule[] = [
  ['fgm', ({sentence}) => /\bFGM\b|genital mutilation/iu.test(sentence)],
  ['coreGroup', ({before}) => /\bcore groups?\b/iu.test(before)],
  [
    'firstReviewConference',
    ({before}) =>
      /\b(?:first )?review (?:child protection )?conference\b/iu.test(before) && !/\binitial\b/iu.test(before),
  ],
  ['icpc', ({before}) => /\binitial (?:child protection )?conference\b|\bICPC\b/iu.test(before)],
  [
    'fileTransfer',
    ({before}) =>
      /\b(?:files?|records?)\b/iu.test(before) &&
      /\b(?:transfer\w*|pass(?:es|ed)? (?:on|over)|passed|sent|sends|forward\w*|handed)\b/iu.test(before) &&
      /\b(?:school|college|nursery|setting|pupil|child protection)\b/iu.test(before),
  ],
  [
    'ladoNotify',
    ({before, sentence, lead}) =>
      /\bLADO\b|\bdesignated officer\b/iu.test(`${before} ${sentence}`) &&
      tells.test(before) &&
      !/\b(?:will|decides?|responds?|replies|reply)\b/iu.test(before) &&
      /\b(?:LADO|designated officer|allegation)/iu.test(`${before} ${lead}`),
  ],
  [
    'pipotNotify',
    ({before, lead}) => /\bpipot\b|positions? of trust/iu.test(`${before} ${lead}`) && tells.test(before),
  ],
  [
    'regulatorNotify',
    ({before}) =>
      /\b(?:ofsted|CQC|care quality commission|charity commission|regulators?)\b/iu.test(before) && tells.test(before),
  ],
  [
    'childReferralDecision',
    ({before, sentence, lead}, audience) =>
      isAnswer(before, sentence) && serves(`${before} ${sentence}`, lead, audience) === 'children',
  ],
  [
    'adultConcernFeedback',
    ({before, sentence, lead}, audience) =>
      isAnswer(before, sentence) && serves(`${before} ${sentence}`, lead, audience) === 'adults',
  ],
  [
    'childReferralWritten',
    ({before, sentence, lead}, audience) =>
      isWritten(before) &&
      /\b(?:referr\w*|telephone|phone|call|front door|MASH|contact)\b/iu.test(`${sentence} ${lead}`) &&
      serves(`${before} ${sentence}`, lead, audience) === 'children',
  ],
  [
    'recordConcern',
    ({before}) =>
      /\b(?:record(?:s|ed|ing)?|wr(?:ite|ites|itten) (?:up|down|a (?:note|record))|log(?:ged|s)?)\b/iu.test(before) &&
      /\b(?:concern|disclosure|incident|worry)\b/iu.test(before),
  ],
  [
    'childReferral',
    ({before, sentence, lead}, audience) =>
      tells.test(before) &&
      !isWritten(before) &&
      isReferral(before, sentence, lead, children) &&
      serves(`${before} ${sentence}`, lead, audience) === 'children',
  ],
  [
    'adultConcern',
    ({before, sentence, lead}, audience) =>
      tells.test(before) &&
      isReferral(before, sentence, lead, adults) &&
      serves(`${before} ${sentence}`, lead, audience) === 'adults',
  ],
]

function keyOfLimit(about: About, limit: TimescaleWords, audience: readonly Group[]): string | null {
  if (limit.recurring)
    return /\btrain\w*|\brefresh/iu.test(`${about.before} ${about.lead}`) && limit.amount !== null
      ? 'trainingRefresh'
      : null
  if (/\b(?:999|101|police)\b/iu.test(about.before) && !/\bFGM\b|genital/iu.test(about.sentence)) return null
  // Disputes have clocks of their own; a date of the document is no limit of practice.
  if (
    /\b(?:escalat\w*|disput\w*|disagree\w*|stage \d|step \d|this (?:procedure|policy|protocol|document|guidance|chapter))\b/iu.test(
      about.before,
    )
  )
    return null
  return rules.find(([, fits]) => fits(about, audience))?.[0] ?? null
}

function isAnswer(before: string, sentence: string): boolean {
  return (
    /\b(?:tells? (?:the|you|a) ?(?:referrer|person who)?[^.]{0,30}(?:decid\w*|outcome|happen\w*)|decide[sd]?|decision|outcome|acknowledg\w*|feedback|feeds? back|respond\w*|responses?|repl(?:y|ies)|let you know|hear (?:back|from)|(?:come|get)s? back to)\b/iu.test(
      before,
    ) && /\b(?:referr\w*|MASH|front door|social care|hub|team|you|concern|contact centre|service)\b/iu.test(sentence)
  )
}

function isWritten(before: string): boolean {
  return /\b(?:in writing|written|confirm\w*|follow(?:s|ed)?[- ]up|(?:on|sends?|sending|complet\w+) (?:the |a )?(?:referral )?form)\b/iu.test(
    before,
  )
}

function isReferral(before: string, sentence: string, lead: string, group: RegExp): boolean {
  return group.test(`${before} ${lead}`) || (group.test(sentence) && /\b(?:refer\w*|concern)\b/iu.test(sentence))
}

/** Whom a sentence is about, by its own words, those above it, and the document's. */
function serves(words: string, lead: string, audience: readonly Group[]): Group | null {
  for (const each of [words, lead]) {
    const groups = groupsIn(each.replace(/\b(?:allegations? about|about) an adult who works with children\b/giu, ''))
    if (groups.length === 1) return groups[0]!
    if (groups.length === 2) return null
  }
  if (audience.length === 1) return audience[0]!
  return /\b(?:MASH|front door)\b/iu.test(words) ? 'children' : null
}

const triggers: readonly (readonly [string, RegExp])[] = [
  ['strategy-discussion', /\bstrategy (?:discussion|meeting)/iu],
  ['initial-conference', /\binitial\b[^.]{0,24}\bconference\b/iu],
  ['telephone-referral', /\b(?:telephone|telephoning|phone|call|calling|ringing|verbal|conversation)\b/iu],
  [
    'referral-sent',
    /\b(?:referral|referring|referred|being (?:told|contacted)|the (?:concern|report) being (?:received|made))\b/iu,
  ],
  ['move', /\b(?:mov(?:e|es|ing|ed)|leav(?:e|es|ing)|transfer\w*|new school|start(?:s|ing)? at)\b/iu],
  ['allegation-known', /\b(?:allegation|accusation)/iu],
  ['discovery', /\b(?:disclos\w*|discover\w*|finding)\b/iu],
  ['concern-identified', /\b(?:concern|aware|incident|worry|identif\w*|suspici\w*|knowing|learning|hearing)/iu],
]

/** What the limit counts from, by the words after it; the model has names for most. Null where they do not say. */
function triggerOf(sentence: string, end: number, key: string): string | null {
  const after =
    /^[\s,]*(?:that|on which|of|from|after|following|once|when(?:ever)?|you|counted from|since)\s+([^.;:|]{3,120})/iu.exec(
      sentence.slice(end),
    )?.[1]
  // "Follow the call up in writing within a day": it counts from the call.
  if (!after)
    return key === 'childReferralWritten' &&
      /\b(?:telephon\w*|phone|call)\b.{0,20}\b(?:up|in writing)\b/iu.test(sentence.slice(0, end))
      ? 'telephone-referral'
      : null
  if (/\b(?:conclu\w*|complet\w*|investigat\w*|upheld|substantiat\w*)\b/iu.test(after))
    return after.trim().slice(0, 100)
  if (/^(?:its )?(?:receiving|receipt)\b/iu.test(after) && /(?:Decision|Feedback)$/.test(key)) return 'referral-sent'
  const trigger = triggers.find(([, pattern]) => pattern.test(after))?.[0]
  if (trigger === 'concern-identified' && (key === 'ladoNotify' || key === 'pipotNotify')) return 'allegation-known'
  return trigger ?? null
}
