import type {Stage} from '../model/facts.js'
import {cellSpans, type Passage, type Policy, type Section, sectionsOf} from '../model/policy.js'
import {groups} from '../model/procedures.js'
import {groupIn, groupNamed} from './group-words.js'
import {proseStagesIn} from './prose-stages.js'
import {sentencesIn} from './sentence.js'
import {orderOf, rolesOfMove, type StageWords, stageNoun, stageOfItem, stagesIn} from './stage.js'
import {timescalesIn} from './timescale.js'

/**
 * The stages of escalation between agencies that a policy gives: passages that open with a stage, by whatever noun,
 * under a heading or beside words on disagreement, and numbered lists under such a heading or lead-in. Numbered steps of other
 * procedures are none.
 */
export function stagesOf(policy: Pick<Policy, 'sections'>): Stage[] {
  const stages = sectionsOf(policy).flatMap(stagesInSection)
  // Beside a numbered ladder for a group, a story of who speaks to whom is of something else.
  return stages.filter(
    ({numbered, audience}) => numbered || !stages.some((other) => other.numbered && other.audience === audience),
  )
}

/** Words of disagreement between professionals, in a heading or a sentence. */
export const disagreement =
  /\b(?:escalat\w*|disagree\w*|disput\w*|professional (?:difference|challenge)s?|differences? of (?:opinion|view)|resolv\w* (?:professional )?(?:difference|disagreement|concern)s?|resolution (?:of|procedure|protocol|policy)|conflict resolution|unhappy with (?:the|a) (?:decision|outcome|response)|challeng\w*|(?:answer|decision|outcome|response) (?:is|feels|seems|looks) wrong|g[eo]ts? it wrong|(?:not|don['’]t) agree|not happy|see (?:it|things|a case|matters|a child|someone) (?:differently|in different)|see eye to eye|another agency does not|at odds)\b/i

function stagesInSection(section: Section): Stage[] {
  const headings = [...section.place.headings, section.title].join(' / ')
  const words = section.passages.map(({text, leadIn}) => `${leadIn ?? ''} ${text}`).join(' ')
  const headed = disagreement.test(headings)
  const staged =
    (words.match(/\b(?:stage|rung) (?:\d|one|two|three|four)\b/gi) ?? []).length +
    section.passages.filter(({cells}) => ofStage.test(cells?.[0]?.header ?? '')).length
  const between =
    /\b(?:team manager|head of service|opposite number|other agency|partnership|board|social care|council|scrutineer)\b/i
  if (!headed && !disagreement.test(words) && !(staged >= 2 && between.test(words))) return []
  const explicit = explicitOf(section.passages, headings, headed)
  const told = section.passages
    .filter(({text, form}) => form !== 'table-row' && (headed || disagreement.test(text)))
    .map((passage) =>
      proseStagesIn(passage.text).map((found) => stageFrom(found, passage, headings, {numbered: false})),
    )
    .filter((stages) => stages.length > 0)
  // A table for one group may stand beside a story for the other.
  if (explicit.length > 0) return [...explicit, ...(told.find((stages) => isOfOther(stages, explicit)) ?? [])]
  if (told[0]) return [...told[0], ...(told.find((stages) => isOfOther(stages, told[0]!)) ?? [])]
  const items = section.passages.filter(
    ({form, label, leadIn}, at) =>
      form === 'list-item' &&
      label !== null &&
      /\d|^\(?[ivx]+\W?$/i.test(label) &&
      (headed || disagreement.test(leadIn ?? before(section.passages, at))),
  )
  // "If they do not agree: 1. Make them safe. 2. Ring the council" is no ladder.
  return items.length >= 2 && (headed || items.filter(({text}) => between.test(text)).length >= 2)
    ? items
        .flatMap((passage) => stageOfItem(passage.text, passage.label) ?? [])
        .map((found, i) => stageFrom(found, items[i]!, headings))
    : []
}

/**
 * Stages that say so. In a table "Children, tier 1" is followed by "Tier 2", and a table follows "For adults there are
 * three": whom what went before was for, what says nothing of it is for too.
 */
function explicitOf(passages: readonly Passage[], headings: string, headed: boolean): Stage[] {
  const stages: Stage[] = []
  let carried: Stage['audience'] = null
  for (const passage of passages) {
    if (passage.form !== 'table-row')
      carried = groupIn(sentencesIn(passage.text).at(-1)?.text ?? '') ?? groupIn(label(passage.text))
    const found =
      halvesOf(passage, headings) ??
      explicitStages(passage, stages.at(-1)?.order ?? 0, headed).map((words) =>
        stageFrom(words, passage, headings, {carried}),
      )
    if (passage.form === 'table-row') carried = found.at(-1)?.audience ?? carried
    stages.push(...found)
  }
  // "Rung 4 for a child", said below the ladder, tells nobody who goes to whom.
  const rows = new Set(passages.filter(({form}) => form === 'table-row').map(({id}) => id))
  const laddered = stages.filter(({passageId}) => rows.has(passageId)).length >= 2
  return laddered
    ? stages.filter(({passageId, from, to}) => rows.has(passageId) || from !== null || to !== null)
    : stages
}

/** Both groups' stages of a row that has a column for each: "1 | DSL to team manager | 2 days | DSL to the hub | 1 day". */
function halvesOf(passage: Passage, headings: string): Stage[] | null {
  const cells = passage.cells ?? []
  const order = orderOfCell(cells[0]?.text ?? '', 0)
  const columns = groups.map((group) => cells.findIndex(({header}, at) => at > 0 && groupIn(header ?? '') === group))
  if (order === 0 || !ofStage.test(cells[0]?.header ?? '') || columns.some((at) => at < 0)) return null
  const spans = cellSpans(passage)
  return groups.flatMap((audience, i) => {
    const at = columns[i]!
    const next = columns.find((column) => column > at) ?? cells.length
    const [start, end] = [spans[at]![0], spans[next - 1]![1]]
    const {text} = cells[at]!
    if (!/\p{L}{3}/u.test(text) || /^\W*none\W*$/i.test(text)) return []
    const words = {order, value: passage.text.slice(start, end), start, end}
    const roles = rolesOfMove(text) ?? {from: null, to: text}
    return [{...stageFrom({...words, ...roles}, passage, headings), audience}]
  })
}

/** Whether one ladder is for a group, and the other for the other or for nobody in particular. */
function isOfOther([one]: readonly Stage[], [other]: readonly Stage[]): boolean {
  return one!.audience !== null && one!.audience !== other!.audience
}

/** The paragraph that a list stands under. */
function before(passages: readonly Passage[], at: number): string {
  return passages.slice(0, at).findLast(({form}) => form !== 'list-item')?.text ?? ''
}

/**
 * The stages of one passage; `last` is the order of the stage before it, which "Top" comes after. Under a heading on
 * disagreement a column of bare numbers has stages by whatever noun it is headed with: "Gate".
 */
function explicitStages(passage: Passage, last: number, headed: boolean): StageWords[] {
  const found = stagesIn(passage.text)
  if (found.length > 0 || !passage.cells) return found
  const [first] = passage.cells
  const order = orderOfCell(first?.text ?? '', last)
  const ofStages =
    ofStage.test(first?.header ?? '') ||
    ofStage.test(first?.text ?? '') ||
    (headed &&
      (order === 1 || order === last + 1) &&
      /^\d$/.test(first?.text ?? '') &&
      /^(?!Number|Item|Point|Row|Line|Page)\p{Lu}\p{Ll}{2,}$/u.test(first?.header ?? ''))
  return order > 0 && ofStages
    ? [{...cellRoles(passage), order, value: passage.text, start: 0, end: passage.text.length}]
    : []
}

const ofStage = new RegExp(
  String.raw`^(?:(?:children|child|adults?)(?:['’]s?)?\s*[:,–-]?\s*)?(?:(?:informal|formal)\s+)?${stageNoun}\b`,
  'i',
)
const numberedStage = new RegExp(
  String.raw`^(?:(?:informal|formal)\s+)?(?:${stageNoun})?\s*(?:(\d)[a-d]?|([\p{L}]{1,6}))(?:\s+${stageNoun})?$`,
  'iu',
)

/** "1", "Stage 2a", "Third", "Two"; "Top" comes after the last one. 0 for a cell that numbers nothing. */
function orderOfCell(text: string, last: number): number {
  const [, figure, word] = numberedStage.exec(text.trim()) ?? []
  if (figure) return Number(figure)
  if (word && last > 0 && /^(?:top|last|final)$/i.test(word)) return last + 1
  return word ? orderOf(word) : 0
}

/** A table of stages gives its roles in columns, or both in one: "our lead to the team manager". */
function cellRoles({cells = []}: Passage): {from: string | null; to: string | null} {
  const under = (pattern: RegExp): string | null =>
    cells.find(({header}) => header !== null && pattern.test(header) && !clock.test(header))?.text ?? null
  const from = under(/^(?:from|who(?! to\b)|ours?|us|by|raised by|we)\b/i)
  const to = under(/^(?:to|with|theirs?|them|contact|opposite|other)\b|to whom|who to/i)
  const both = from === null || to === null || from === to ? (to ?? from) : null
  if (both !== null) return rolesOfMove(both) ?? {from: from ?? cellBefore(to!, cells), to}
  if (from !== null) return {from, to}
  // Where the headers do not say, the first two columns that are neither its number nor its limit are who and to whom.
  const [one, other] = cells.slice(1).filter(({text, header}) => !clock.test(`${header ?? ''} ${text}`))
  return one && other ? {from: one.text, to: other.text} : {from: null, to: null}
}

/** The column before that of the receivers, where it is neither the number of the stage nor its limit: who goes to them. */
function cellBefore(to: string, cells: NonNullable<Passage['cells']>): string | null {
  const at = cells.findIndex(({text}) => text === to)
  const beside = at > 1 ? cells[at - 1]! : null
  return beside && !clock.test(`${beside.header} ${beside.text}`) ? beside.text : null
}

const clock = /\b(?:when|within|time|deadline|limit|days?|hours?|how (?:long|soon|quickly))\b/i

function stageFrom(
  {order, from, to, value, start, end}: StageWords,
  passage: Passage,
  headings: string,
  {numbered = true, carried = null}: {numbered?: boolean; carried?: Stage['audience']} = {},
): Stage {
  const cells = passage.cells && passage.cells.length > 1
  const roles = cells && from === null && to === null ? cellRoles(passage) : {from, to}
  return {
    value,
    passageId: passage.id,
    place: passage.place,
    span: [start, end],
    order,
    numbered,
    from: roles.from,
    to: roles.to,
    within: timescalesIn(value, true)[0]?.value ?? null,
    audience:
      // "Step 2: the lead to the team manager. Children two days, adults one" is for both.
      (groupNamed.children.test(value) && groupNamed.adults.test(value)
        ? null
        : groupIn(`${passage.leadIn ?? ''} ${passage.cells?.[0]?.text ?? ''} ${value.slice(0, 40)}`)) ??
      groupIn(opening(passage.text)) ??
      groupIn(label(passage.text)) ??
      groupIn((passage.cells ?? []).map(({header}) => header ?? '').join(' ')) ??
      carried ??
      groupIn(headings.split(' / ').at(-1) ?? '') ??
      groupIn(headings),
  }
}

/** "8.2 Adults. The lead speaks to the team manager": what a paragraph is headed with. */
function label(text: string): string {
  return /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]? )?([^.:]{3,50})(?=[.:])/u.exec(text)?.[1] ?? ''
}

/** "For adults there are three steps": the first words of a paragraph tell whose ladder follows. */
function opening(text: string): string {
  return /^(?:for|about|where|with|if)\b[^.,:;]{0,60}/i.exec(text)?.[0] ?? ''
}
