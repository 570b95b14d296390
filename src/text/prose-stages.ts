import {rolesOfMove, type StageWords, stageNoun} from './stage.js'

/**
 * The stages of a ladder told as a story: "our lead talks to their team manager, then the chair writes to the head of
 * service, and after that the board decides." Each clause in which somebody takes the matter to somebody is a stage,
 * in the order of the clauses. Fewer than two, or none that leads outside, are no ladder.
 *
 * @param text one passage, or part of one, that speaks of a disagreement
 */
export function proseStagesIn(text: string): StageWords[] {
  const clauses = clausesOf(text)
  const isCounted = counted.test(text)
  const stages: StageWords[] = []
  let follows = false
  for (const {value, start, marked} of clauses) {
    const said = value.replace(marker, '').replace(thenWithin, '$1 ')
    if (follows && !marked && !(isCounted && approaching.test(said))) continue
    const roles = (itGoes.test(said) ? null : rolesOfMove(said)) ?? (follows && marked ? decider(said) : null)
    if (!roles) continue
    follows = true
    stages.push({order: stages.length + 1, ...roles, value, start, end: start + value.length})
  }
  const leadsOut = stages.some(({to}) => to !== null && outside.test(to))
  return stages.length >= 2 && leadsOut ? stages.map((stage, i) => upTo(stage, stages[i + 1], text)) : []
}

/** What is said between one stage and the next is said of the first: "for that we give them two days". */
function upTo(stage: StageWords, next: StageWords | undefined, text: string): StageWords {
  const value = text.slice(stage.start, next?.start).replace(/[,;\s]+$/u, '')
  return {...stage, value, end: stage.start + value.length}
}

/** "It has three tiers": then each sentence in which somebody goes to somebody is one. */
const counted = new RegExp(String.raw`\b(?:two|three|four|five|[2-5]) ${stageNoun}s\b`, 'i')

/** Somebody goes to somebody; "eleven days from bottom to top" is no step. */
const approaching =
  /\b(?:speaks?|talks?|writes?|takes?|goes|rings?|calls?|contacts?|puts?|raises?|meets?|e-?mails?)\b/iu

/** Words that say "next" at the beginning of a clause. */
const marker =
  /^(?:and\s+|but\s+)?(?:first(?:ly)?|to begin with|initially|then|next|after that|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|last(?:ly)?|finally|failing (?:that|this)|(?:if|where|when) (?:that|this|it|they|nothing|still|we are still|the matter|there)\b[^,;.]{0,60}?(?=,|\s(?:the|our)\s)),?\s+/iu

/** "Graham then writes to the head of service". */
const thenWithin = /^((?!.{0,40}\b(?:speak|talk|write|take|go|ring|call)s?\b.{0,40} then )[\p{L}'’ ]{2,40}) then /iu

/** "And after that the board decides": the last word is somebody's, though nobody is said to carry it there. */
function decider(said: string): {from: null; to: string} | null {
  const match = said
    .replace(itGoes, '')
    .match(
      /^(?:the |their )?([\p{L}][\p{L}'’ /-]{2,60}?)(?: (?:decides?|rules?|has the last word|will decide|settles? it)\b|[.,;]|$)/iu,
    )
  return match ? {from: null, to: match[1]!.trim()} : null
}

/** "It goes to the board": it is the matter, and nobody is said to carry it. */
const itGoes = /^(?:(?:it|the matter) (?:goes|is taken|passes|comes) to |comes? (?=the |our |\p{L}+['’]s ))/iu

const outside =
  /\b(?:team manager|head of|assistant director|director of|social (?:work(?:ers?)?|care)|council|agency|partnership|board|scrutineer|opposite number|service manager|their|safeguarding unit)\b/iu

interface Clause {
  readonly value: string
  readonly start: number
  readonly marked: boolean
}

/** The text cut at sentence ends and before each word that says "next". */
function clausesOf(text: string): Clause[] {
  const cuts = [0]
  for (const match of text.matchAll(
    /[.;](?=\s)|(?:,\s|\s(?=and |but ))(?=(?:and |but )?(?:then|next|after that|finally|failing (?:that|this)|(?:if|where|when) (?:that|this|it|they|nothing|still|we are still|the matter)\b)[\s,])/giu,
  ))
    cuts.push(match.index + match[0].length)
  return cuts.flatMap((from, i): Clause[] => {
    const raw = text.slice(from, cuts[i + 1] ?? text.length)
    const value = raw.trim().replace(/[,;\s]+$/u, '')
    const start = from + raw.indexOf(value)
    return value ? [{value, start, marked: marker.test(value) || thenWithin.test(value)}] : []
  })
}
