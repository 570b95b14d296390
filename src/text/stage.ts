/** A stage of an escalation in one passage. */
export interface StageWords {
  readonly order: number
  readonly from: string | null
  readonly to: string | null
  readonly value: string
  readonly start: number
  readonly end: number
}

const ordinals: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
}
/** What people call the stages of a ladder. */
export const stageNoun = String.raw`(?:stage|step|level|tier|phase|rung|round)`
const number = String.raw`(\d(?=[a-d]?(?![\p{L}\d]))|(?:one|two|three|four|five|six|iii|ii|iv|i|v)(?![\p{L}\d]))`
const opening = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:informal|formal)\s+)?${stageNoun}s?\s+${number}[a-d]?(?![\p{L}\d])`,
  'giu',
)

/** What the words of a stage say of it beside its number: "Formal stage 1", "Step 4b". */
export function stageMark(value: string): {
  readonly formality: 'informal' | 'formal' | null
  readonly branch: string | null
} {
  const [, formality, branch] = mark.exec(value) ?? []
  return {formality: (formality?.toLowerCase() as 'formal' | undefined) ?? null, branch: branch?.toLowerCase() ?? null}
}

const mark = new RegExp(
  String.raw`^(?:(informal|formal)\s+)?(?:${stageNoun}s?\s+)?(?:\d([a-d])?|[\p{L}]+)(?![\p{L}\d])`,
  'iu',
)

/** The stages that a passage tells of: "Stage 2: our lead speaks to the team manager within two working days." */
export function stagesIn(text: string): StageWords[] {
  const heads = [...text.matchAll(opening)].filter((match) => begins(text, match.index, match.index + match[0].length))
  return heads.map((match, i) => {
    const end = heads[i + 1]?.index ?? text.length
    const value = text
      .slice(match.index, end)
      .trim()
      .replace(/[;,\s]+$/, '')
    return {order: orderOf(match[1]!), ...rolesIn(value), value, start: match.index, end: match.index + value.length}
  })
}

/** The nth item of a numbered list under a heading on disagreement is a stage, whatever it is called. */
export function stageOfItem(text: string, label: string | null): StageWords | null {
  const order = label ? orderOf(label.replace(/[^\p{L}\d]/gu, '')) : 0
  return order > 0 ? {order, ...rolesIn(text), value: text, start: 0, end: text.length} : null
}

/** A stage is told where its number opens the passage, a sentence or a clause; elsewhere it is only mentioned. */
function begins(text: string, at: number, end: number): boolean {
  const before = text.slice(0, at).trimEnd()
  const after = text.slice(end, end + 3)
  // "(a) Stage 1": a letter that the author typed before the stage.
  const opens =
    /^(?:\(?[\p{L}\d]{1,3}[.)])?$/u.test(before) ||
    /[.;:|–—,]$|\b(?:and|then|adults|children)\s*(?:-|–)?$/iu.test(before)
  return opens && /^\s*(?:[:.)–—|,(-]|\s|$)/.test(after)
}

/** The place of a stage by its number, in figures or words; 0 for a word that is none. */
export function orderOf(word: string): number {
  return /^\d/.test(word) ? Number(word.match(/^\d{1,2}/)![0]) : (ordinals[word.toLowerCase()] ?? 0)
}

const move =
  /^(?:[^:|–—]{0,60}[:|–—]\s*)?(?:the |our |your |a |an )?([\p{L}][\p{L}'’ ,/()-]{1,60}?)\s+(?:should\s+|will\s+|must\s+|may\s+)?(?:talks?|speaks?|rings?|contacts?|raises? (?:it|the matter|this|the concern) with|writes?|goes|takes? (?:it|the matter|this)(?: up)?|puts? (?:it|the matter|this)|meets?|escalates?(?: (?:it|the matter|this))?|discuss(?:es)?(?: (?:it|the matter|this))?|refers?(?: (?:it|the matter|this))?|approach(?:es)?|emails?|calls?)(?:\s+(?:within|inside|in) (?:\p{L}+ ){0,3}(?:hours?|days?))?\s+(?:to |with |before |it to |it with )?(?:the |their |our |a |an )?([\p{L}][\p{L}'’ /()-]{1,70}?)(?=[.,;:|]|\s+(?:within|inside|in|by|on|at|who|and|the same|if|to|or|no later)\b|$)/iu
const arrow =
  /^(?:[^:|]{0,60}[:|]\s*)?([\p{L}][\p{L}'’ ,/()-]{1,60}?)\s*(?:→|->|=>|\bto\b)\s*(?:the |their |our |a |an )?([\p{L}][\p{L}'’ ,/()-]{1,60}?)(?=[.,;:|]|\s+(?:within|in|by|and|the same)\b|$)/iu

/** Who takes a matter to whom in one clause, or null where nobody does. */
export function rolesOfMove(clause: string): {from: string; to: string} | null {
  const match = clause.match(move) ?? clause.match(arrow)
  return match ? {from: match[1]!.trim(), to: match[2]!.trim()} : null
}

const numberAhead = new RegExp(
  String.raw`^(?:(?:informal|formal)\s+)?${stageNoun}s?\s+[\p{L}\d]{1,5}\s*(?:\([^)]{0,40}\))?\s*[:.)–—|,-]*\s*`,
  'iu',
)

function rolesIn(value: string): {from: string | null; to: string | null} {
  const body = value.replace(numberAhead, '')
  const match = body.match(move) ?? body.match(arrow)
  return {from: match?.[1]?.trim() ?? null, to: match?.[2]?.trim() ?? null}
}
