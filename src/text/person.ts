import type {Person} from '../model/facts.js'
import {overlaps} from './overlap.js'

/** A role tied to a name in a text. */
export interface PersonWords {
  readonly role: Person['role']
  readonly title: string
  readonly name: string
  readonly start: number
  readonly end: number
}

const nameWord = String.raw`\p{Lu}[\p{L}'’-]{1,25}`
const honorific = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Reverend|Fr|Father|Prof|Canon|Pastor|Sir|Professor)\.?\s+)?`
const particle = String.raw`(?:\s+(?:van|von|de|da|del|di|la|le|bin|al|O['’]))?`
const fullName = String.raw`${honorific}${nameWord}(?:\s+\(${nameWord}\))?(?:${particle}\s+(?:\p{Lu}\.\s+)?${nameWord}){1,3}`
const shortName = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Fr)\.?\s+${nameWord}`
const name = String.raw`(?:${fullName}|${shortName})`

const leadTitle = String.raw`(?:designated |interim |named |parish |church |lead |club |county |branch |overall |senior )*(?:safeguarding|child protection|child welfare|welfare|safeguarding and welfare|safeguarding (?:and|&|/) child protection)(?: and prevent| children| adults?)?\s+(?:lead|officer|co-?ordinator|manager|person|representative|rep|contact|champion|advis[eo]r)(?: practitioner)?|designated (?:person|lead|officer)(?: for (?:safeguarding|child protection))?|safeguard(?:ing)? lead|lead (?:person )?for safeguarding|(?:head|director) of (?:safeguarding|child protection|welfare)|\bDSL\b|\bDSO\b|\bDSP\b|\bPSO\b|\bCPO\b|\bCWO\b`
const titles: readonly (readonly [Person['role'], string])[] = [
  [
    'deputy',
    String.raw`(?:deputy|deputies|assistant|alternate|second)\s*(?:for )?(?:the )?(?:${leadTitle}|DSLs?|leads?|officers?)|\bDDSL\b|stand-?ins?(?: leads?)?|deputies|deputy(?! (?:(?!safeguarding|welfare)[\p{L}-]+ )?(?:head|manager|chief|chair|principal|director|treasurer|captain))`,
  ],
  [
    'chair',
    String.raw`chair(?:person|man|woman)?(?: of (?:the )?(?:trustees|governors|board(?: of trustees)?|(?:management )?committee|council|PCC))?`,
  ],
  [
    'board-lead',
    String.raw`(?:lead |link |nominated |named |safeguarding |responsible )+(?:trustee|governor|board member|committee member|council member|director)(?: lead)?(?: (?:responsible )?for safeguarding)?|(?:trustee|governor|board member|committee member|council member|director)(?: lead)?(?: (?:responsible )?for safeguarding| with [\p{L} ]{2,24} (?:for|on|of|over) safeguarding)|(?:trustee|board|governing body|governor|committee|council)(?: (?:safeguarding )?lead)(?: for safeguarding)?|(?:trustee|governor|board member|committee member|director) who (?:leads|looks after|watches|answers|speaks|holds the brief)(?: (?:on|over|for))? safeguarding`,
  ],
  ['dsl', leadTitle],
  [
    'other',
    String.raw`chief executive|CEO|head ?teacher|principal|registered manager|manager|minister|vicar|director|head coach|secretary|treasurer|LADO|training (?:officer|lead)`,
  ],
]

/** One pattern for every role, so that a text is gone through once; the group that matched tells the role. */
const anyTitle = new RegExp(
  String.raw`(?<![\p{L}-])(?:${titles.map(([, title]) => `(${title})`).join('|')})s?(?![\p{L}-])`,
  'giu',
)

/** After the role: "(DSL) is Ana Reid", ": Ana Reid", ", Ana Reid,", "for children: Ana Reid". */
const after = new RegExp(
  String.raw`^(\)?(?:\s*\([^()]{1,60}\))*(?: (?:for|of|at|across|in) [\p{L}'’ ,&]{2,60}?|, [\p{L}\d][\p{L}\d'’ ,&–-]{1,40}(?= \|)| [–—-] [\p{L}\d'’ ,&-]{1,40}(?= \|))?\s*(?:\s(?:is|are|will be|currently|remains|being)(?: currently)?(?: ?:)? |[:|–—]\s*| - |,\s+| named | ))(${name})`,
  'u',
)
/** Before the role: "Ana Reid is our", "Ana Reid (", "Ana Reid, ", "Ana Reid, who is her". */
const before = new RegExp(
  String.raw`(${name})(?:,? who is (?:her|his|their|the|our) | (?:is|acts as|will be|as|has been appointed(?: as)?|holds the (?:role|post) of) (?:(?:the|our|a|an|its|this \p{L}+['’]s) )?|\s*[(,|–—:]\s*(?:(?:the|our) )?| - | )(?:(?!was |were )[\p{L}-]{3,14} )?$`,
  'u',
)
/** A first name alone is a holder only where the role introduces it: "DSL: Adriana". */
const firstName = new RegExp(String.raw`^(\s*[:|–—]\s*)(${nameWord})(?=\s*(?:$|[,.;(|]|\d))`, 'u')
const otherAfter = new RegExp(String.raw`^(\s*(?:\([^)]{0,40}\)\s*)?(?:&|and|,|/)\s*)(${name})`, 'u')
const otherBefore = new RegExp(String.raw`(${name})\s*(?:&|and|,|/)\s*$`, 'u')

const reach = 160
const mostTitles = 60

/** Words with a capital that are no part of a name. */
const noNames: ReadonlySet<string> = new Set(
  (
    'The Our This If All Any And For Who Please Contact Telephone Phone Tel Email Mobile Safeguarding Designated ' +
    'Deputy Lead Officer Trustee Trustees Chair Board Children Child Adult Adults Team School Church Council Police ' +
    'Social Services Care Policy Person Name Role Manager Director Head Local Authority Named Monday Tuesday ' +
    'Wednesday Thursday Friday Saturday Sunday January February March April June July August September October ' +
    'November December DSL LADO MASH Stage Section Appendix See To Of In On At By Or Is Are You Your We They She He ' +
    'It There When Where Staff Volunteers Everyone Anyone Responsible Must Will Should Committee Governor Governors ' +
    'Protection Welfare Family Front Door Adviser Emergency Duty Number Address Details Date Signed Hub Community ' +
    'Youth Service Centre Act Working Together Partnership Not No Interim Parish Level Registered Clinical Senior ' +
    'Overall District County Club Branch Area Regional National Acting Assistant Group Project Programme Current ' +
    'New Training Health Safety Mental First Aid Data Pastoral Supervisor Secretary Treasurer Warden Minister Vicar ' +
    'Rector Superintendent Diocesan Methodist England Early Years Nominated Link Deputies Executive Chief ' +
    'Practitioner Proprietor Owner Principal Headteacher Ofsted Regulator None Nobody Only Both Either Neither Each ' +
    'Every Approved Reviewed Agreed Adopted Issued Updated Last Next Version Written Prepared Produced Author Ask ' +
    'Ring Call Tell Speak Report Then Once After Before During From With Without Also Even Just Still Their His Her ' +
    'Advice Help Concerns Allegations Office Reception Volunteer Volunteering Coordinator Co-ordinator Administrator Assistant Advisor Counsellor Housemaster Housemistress ' +
    'Matron Bursar Nurse Teacher Tutor Chaplain Curator Support Outreach Operations Services Finance Business Visitor ' +
    'Key Stage Stages Phase Infant Infants Junior Juniors Lower Upper Sixth Form Nursery Day Night Its Until While Because Although However Therefore'
  ).split(' '),
)

/** The text with such words in lower case, letter for letter where it was. */
function withoutFalseNames(text: string): string {
  return text.replace(/\p{Lu}[\p{Lu}\p{Ll}]*/gu, (word) => (noNames.has(word) ? word.toLowerCase() : word))
}

/** Roles tied to names in a text: each role is found first, and then the name beside it. */
export function peopleIn(text: string): PersonWords[] {
  const found: PersonWords[] = []
  const hits = [...text.matchAll(anyTitle)].slice(0, mostTitles)
  const named = hits.length > 0 ? withoutFalseNames(text) : text
  for (const [i, hit] of hits.entries()) {
    const at = titles.findIndex((_, group) => hit[group + 1] !== undefined)
    const [role] = titles[at]!
    // "About the lead: the owner" tells where a concern about her goes, not who she is.
    if (
      /\b(?:about|against|concerning|involving|is) (?:the |our )?$/iu.test(
        text.slice(Math.max(0, hit.index - 20), hit.index),
      ) &&
      /^s?\s*[:?]/u.test(text.slice(hit.index + hit[0].length))
    )
      continue
    const title = hit[at + 1]!
    const end = hit.index + hit[0].length
    // A name belongs to the role nearest to it: what stands beyond the next role is that one's.
    const beyond = hits.slice(i + 1).find(({index}) => !isInCell(text, end, index))
    const ahead = named.slice(end, Math.min(end + reach, beyond?.index ?? text.length))
    const behind = named.slice(
      Math.max(0, hit.index - reach, hits[i - 1] ? hits[i - 1]!.index + hits[i - 1]![0].length : 0),
      hit.index,
    )
    for (const {holder, start} of [...following(ahead, end), ...preceding(behind, hit.index - behind.length)]) {
      const end = start + holder.length
      found.push({role, title, name: text.slice(start, end), start, end})
    }
  }
  const ranked = [...found.filter(({role}) => role !== 'other'), ...found.filter(({role}) => role === 'other')]
  const kept: PersonWords[] = []
  for (const each of ranked) {
    if (!overlaps(each, kept)) kept.push(each)
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** "Safeguarding lead (DSL) – Manager | Ana Reid": the titles of one short cell are all hers who stands in the next. */
function isInCell(text: string, end: number, at: number): boolean {
  const bar = text.indexOf(' |', end)
  return at < bar && bar - end < 50
}

/** Every name has one. Looking for it is quick, and few roles have a name near. */
const capital = /\p{Lu}/u

interface Holder {
  readonly holder: string
  readonly start: number
}

/** The holder named after a role, and another joined to them. */
function following(ahead: string, offset: number): Holder[] {
  if (!capital.test(ahead)) return []
  const match = ahead.match(after) ?? ahead.match(firstName)
  if (!match || isAbbreviation(match[2]!)) return []
  // "Speak to the lead, Ana Reid or the chair" lists three.
  if (/^,\s+$/u.test(match[1]!) && /^ or\b/u.test(ahead.slice(match[0].length))) return []
  const start = match[1]!.length
  const first = {holder: match[2]!, start: offset + start}
  const rest = ahead.slice(start + match[2]!.length)
  const more = rest.match(otherAfter)
  return more ? [first, {holder: more[2]!, start: first.start + first.holder.length + more[1]!.length}] : [first]
}

/** The holder named before a role, and another joined to them. */
function preceding(behind: string, offset: number): Holder[] {
  if (!capital.test(behind)) return []
  const match = behind.match(before)
  if (!match || isAbbreviation(match[1]!)) return []
  const first = {holder: match[1]!, start: offset + match.index!}
  const more = behind.slice(0, match.index).match(otherBefore)
  return more ? [{holder: more[1]!, start: offset + more.index!}, first] : [first]
}

/** Capitals throughout are an abbreviation, not a person. */
function isAbbreviation(holder: string): boolean {
  return /^\p{Lu}{2}/u.test(holder)
}
