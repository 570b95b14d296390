/** Who takes a matter to whom, in the document's words and without articles. */
export interface RolePair {
  readonly from: string | null
  readonly to: string | null
}

/** Words that name a person's post or a body that can hold a dispute. */
const postNoun = String.raw`practitioners?|professionals?|workers?|managers?|leads?|supervisors?|heads?|headteachers?|directors?|chairs?|chairperson|officers?|executives?|scrutineers?|nurses?|doctors?|gps?|board|partnership|partners?|counterparts?|equivalents?|numbers?|colleagues?|chief|seniors?|representatives?|members?|team|trustees?|governors?|peers?|co-?ordinators?|consultants?|sergeant|inspector|superintendent|commissioners?|dsl|slo|principal|advis[eo]rs?|group|panel|person|committee|agency|ceo|leader|iro|workforce`
const post = new RegExp(String.raw`(?<![\p{L}])(?:${postNoun})(?![\p{L}])`, 'iu')

/** Whether words name a post, or a body that can hold a dispute. */
export function namesPost(words: string): boolean {
  return post.test(words)
}

const modal = String.raw`(?:(?:should|will|must|may|can|shall|would|is to|are to|needs? to|has to|have to|is expected to)\s+)?(?:(?:then|also|first|next|now|in turn|directly|always|immediately|normally)\s+)?`
const direct = String.raw`(?:(?:makes?|gets? in) (?:contact|touch) with|contacts?|approach(?:es)?|e-?mails?|rings?|telephones?|phones?|meets?(?: with)?|consults?|liais(?:e|es) with|alerts?|engages?(?: with)?|(?:tells?|informs?)(?=\s+(?:their|his or her|its|the)\s+(?:own\s+)?(?:line|team|first-line)?\s?(?:managers?|supervisors?)))`
const carried = String.raw`(?:speaks?|talks?|rais(?:e|es)|discuss(?:es)?|pass(?:es)?|escalat(?:e|es)|refers?|takes?|writes?|puts?|reports?|brings?|goes|go|moves?|forwards?|hands?|sends?|submits?|arranges?|arrange|holds?|seeks?|tries|try|attempts?|explores?|shares?|talk(?:s)? it (?:over|through))`
const done = String.raw`(?:passed|referred|escalated|taken|raised|put|brought|sent|reported|discussed|submitted|presented|handed|considered|elevated)`
const verb = new RegExp(
  String.raw`(?<![\p{L}-])(?:${carried}|${done}|${direct}|asks?|requests?|reads?|convenes?|agrees?|needs?|should|will|must|is|are|has|have)(?![\p{L}-])`,
  'iu',
)
const stop = String.raw`(?=[.;:|,(]|\s[–—-]\s|\s+(?:within|by|on|at|the same|if|no later|not later|without|immediately|promptly|straight|as soon|using|verbally|before|so|when|during|through|via|about|after|unless|until|setting|giving|explaining|confirming|outlining|stating|requesting|asking|advising|detailing|together|jointly|aiming|which|that|who(?! (?:made|is|took|holds?|has made|gave|have|has))|for (?:a|an|discussion|resolution|further|decision|advice|consideration)|to (?:discuss|agree|try|seek|resolve|review|reach|find|consider|see|look|talk|explain|clarify|settle|attempt|decide)|in (?:writing|order|an (?:attempt|effort)|person|the first|turn|accordance|line|\d)|and(?! (?:their|the|his|her|its|an?)?\s*(?:[\p{L}'’-]+\s+){0,3}(?:${postNoun})\b)|or(?! (?:their|the|his|her|its|an?)?\s*(?:[\p{L}'’-]+\s+){0,4}(?:${postNoun})\b))\b|$)`
const target = String.raw`([\p{L}][^.;:|,(]{1,90}?)${stop}`
const subject = String.raw`([\p{L}][^.;:|]{1,170}?)`

const acts = new RegExp(String.raw`^${subject}\s+${modal}${direct}\s+${target}`, 'iu')
const carries = new RegExp(
  String.raw`^${subject}\s+${modal}${carried}(?:\s+[^.;:|]{1,70}?)??(?:\s+(?:to|with)\s+|\s+before\s+(?=the\s))(?:the attention of\s+)?${target}`,
  'iu',
)
const isCarried = new RegExp(
  String.raw`\b(?:is|are|be|been)\s+(?:then\s+|now\s+)?${done}\s+(?:(?:by|up by)\s+([\p{L}][^.;:|,(]{1,70}?)\s+|[^.;:|,(]{0,30}?\s)?(?:to|with|before)\s+${target}(?:\s+by\s+${target})?`,
  'iu',
)
const goesOn = new RegExp(
  String.raw`^,\s*who\s+${modal}(?:${direct}\s+${target}|${carried}(?:\s+[^.;:|,]{1,60}?)??\s+(?:to|with)\s+${target})`,
  'iu',
)
const between = new RegExp(
  String.raw`^(?:an? |the )?(?:[\p{L}-]+ ){0,4}?(?:discussion|conversation|meeting|contact|dialogue)?\s*between\s+(?:the )?([\p{L}][^.;:|,(]{1,70}?)\s+and\s+${target}`,
  'iu',
)

const imperative = new RegExp(
  String.raw`^(?:please\s+)?(?:ring|call|phone|telephone|contact|approach|meet(?: with)?|(?:speak|talk|go|write) (?:to|with)|(?:discuss|raise|take|escalate|pass)\s(?:[^.;:|]{0,40}?\s)?(?:to|with))\s+(?:the |your |their )?${target}`,
  'iu',
)

/** The roles of one sentence or clause in which a matter is carried from one post to another, or null. */
export function rolesOfSentence(sentence: string): RolePair | null {
  const {clause} = withoutCondition(sentence)
  for (const pattern of [acts, carries]) {
    const match = pattern.exec(clause)
    if (!match) continue
    const to = post.test(match[2]!) ? match[2]! : null
    const on = goesOn.exec(clause.slice(match[0].length))
    const further = on?.[1] ?? on?.[2]
    if (to && further && post.test(further)) return pairOf(to, further)
    const from = subjectOf(match[1]!)
    if (to && isMatter(from)) return pairOf(null, to)
    if (to && post.test(from) && from.split(' ').length <= 14 && !/\b(?:must|should|will|may|can|shall)\b/iu.test(from))
      return pairOf(from, to)
  }
  const passive = isCarried.exec(clause)
  if (passive) {
    const to = passive[2]!
    const from = passive[1] ?? passive[3] ?? null
    const on = goesOn.exec(clause.slice(passive.index + passive[0].length))
    const further = on?.[1] ?? on?.[2]
    if (post.test(to) && further && post.test(further)) return pairOf(to, further)
    if (post.test(to)) return pairOf(from && post.test(from) ? from : null, to)
  }
  const asked = imperative.exec(clause)
  if (asked && post.test(asked[1]!) && !/\b(?:police|999)\b/iu.test(asked[1]!)) return pairOf(null, asked[1]!)
  const two = between.exec(clause)
  if (two && post.test(two[1]!) && post.test(two[2]!)) return pairOf(two[1]!, two[2]!)
  return null
}

/** "Line manager to line manager", "practitioner → team manager": the whole of a clause, or null. */
export function rolesOfArrow(clause: string): RolePair | null {
  const parts = clause
    .trim()
    .replace(/(?:,\s|\s(?=(?:within|in under|no later|by the|on the same|the same|up to)\b)).*$/isu, '')
    .replace(/[.;,:]+$/, '')
    .split(/\s*(?:→|⇒|➔|↔|=>|->|>)\s*|\s+(?:(?:speaks|talks|speak|talk) (?:to|with)|to|with|contacts?)\s+/iu)
  if (parts.length !== 2) return null
  const [from, to] = parts as [string, string]
  const short = (words: string) =>
    words.length > 1 && words.split(/\s+/).length <= 10 && !/[.;,:]/.test(words) && !verb.test(words)
  return short(from) && short(to) && post.test(from) && post.test(to) ? pairOf(from, to) : null
}

/** What a sentence says after "If the two cannot agree,". */
export function withoutCondition(sentence: string): {condition: string; clause: string} {
  const match = openingWords.exec(sentence)
  return match
    ? {condition: match[0], clause: sentence.slice(match[0].length).trim()}
    : {condition: '', clause: sentence}
}

const openingWords =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+)?(?:(?:and|but|so)\s+)?(?:(?:in the first (?:instance|place)|first(?:ly)?|to begin with|initially|at first|as a first step|the first step is (?:that|for)|then|next|after (?:that|this)|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|last(?:ly)?|finally|ultimately|as a last resort|failing (?:that|this|agreement)|(?:at|in|under|during) (?:(?:this|that) (?:stage|step|point|level)|(?:stage|step|level|tier|phase) (?:\d[a-c]?|one|two|three|four|five|six)))\s*,?\s+|(?:if|where|when|should|once|unless|whenever|upon|following|in the event of|in cases? where)\s[^,.;]{2,140},\s*(?:then\s+)?)*(?=\S)/iu

/** The subject after what was put in before it: "supported by their managers, each practitioner". */
function subjectOf(words: string): string {
  const pieces = words.split(/,\s+/)
  const isList = pieces.every((piece) => piece.split(' ').length <= 4)
  return isList ? words : pieces.at(-1)!
}

/** "It", "the matter", "the dispute": what is carried, and no post. */
function isMatter(words: string): boolean {
  return /^(?:it|this|(?:the|any|all) (?:matter|dispute|disagreement|issue|concern|case|question|difference|challenge|escalation)s?)\b/iu.test(
    words.trim(),
  )
}

function pairOf(from: string | null, to: string | null): RolePair {
  return {from: from && bareRole(from), to: to && bareRole(to)}
}

/** A role without article and loose words around it. */
export function bareRole(words: string): string {
  return words
    .trim()
    .replace(/^(?:by|from|with|to)\s+/iu, '')
    .replace(/^direct\s+/iu, '')
    .replace(/\s+(?:level )?(?:discussions?|conversations?|dialogue|contact|meetings?|level)$/iu, '')
    .replace(/^(?:the|a|an|your|our|any|each|that|this|both|all|their)\s+(?=\p{L}{2,})/iu, '')
    .replace(/\s+(?:should|will|must|may|then|also|directly|again)$/iu, '')
    .replace(/[\s,;:.]+$/u, '')
}
