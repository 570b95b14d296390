import type {Person} from '../model/facts.js'

/** A role tied to a name in a text. */
export interface PersonWords {
  readonly role: Person['role']
  readonly title: string
  readonly name: string
  readonly start: number
  readonly end: number
}

const nameWord = String.raw`(?!(?:The|Our|This|If|All|Any|And|For|Who|Please|Contact|Telephone|Phone|Tel|Email|Mobile|Safeguarding|Designated|Deputy|Lead|Officer|Trustee|Trustees|Chair|Board|Children|Child|Adult|Adults|Team|School|Church|Council|Police|Social|Services|Care|Policy|Person|Name|Role|Manager|Director|Head|Local|Authority|Named|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|DSL|LADO|MASH|Stage|Section|Appendix|See|To|Of|In|On|At|By|Or|Is|Are|You|Your|We|They|She|He|It|There|When|Where|Staff|Volunteers|Everyone|Anyone|Responsible|Must|Will|Should|Committee|Governor|Governors|Protection|Welfare|Family|Front|Door|Adviser|Emergency|Duty|Number|Address|Details|Date|Signed|Hub|Community|Youth|Service|Centre|Act|Working|Together|Partnership|Not|No|Interim|Parish|Level|Registered|Clinical|Senior|Overall|District|County|Club|Branch|Area|Regional|National|Acting|Assistant|Group|Project|Programme|Current|New|Training|Health|Safety|Mental|First|Aid|Data|Pastoral|Supervisor|Secretary|Treasurer|Warden|Minister|Vicar|Rector|Superintendent|Diocesan|Methodist|England|Early|Years|Nominated|Link|Deputies|Executive|Chief|Practitioner|Manager)\b)\p{Lu}[\p{L}'’-]{1,25}`
const honorific = String.raw`(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Reverend|Fr|Father|Prof|Canon|Pastor|Sir)\.?\s+)?`
const particle = String.raw`(?:\s+(?:van|von|de|da|del|di|la|le|bin|al|O['’]))?`
const fullName = String.raw`${honorific}${nameWord}(?:\s+\(${nameWord}\))?(?:${particle}\s+(?:\p{Lu}\.\s+)?${nameWord}){1,3}`
const shortName = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Fr)\.?\s+${nameWord}`
const name = String.raw`(?:${fullName}|${shortName})`

const leadTitle = String.raw`(?:designated |interim |named |parish |church |lead |club |county |branch |overall |senior )*(?:safeguarding|child protection|child welfare|welfare|safeguarding and welfare|safeguarding (?:and|&|/) child protection)(?: and prevent| children| adults?)?\s+(?:lead|officer|co-?ordinator|manager|person|representative|rep|contact|champion)(?: practitioner)?|designated (?:person|lead|officer)(?: for (?:safeguarding|child protection))?|safeguard(?:ing)? lead|lead (?:person )?for safeguarding|\bDSL\b|\bDSO\b|\bDSP\b|\bPSO\b|\bCPO\b|\bCWO\b`
const titles: readonly (readonly [Person['role'], string])[] = [
  [
    'deputy',
    String.raw`(?:deputy|deputies|assistant|alternate|second)\s*(?:for )?(?:the )?(?:${leadTitle}|DSLs?|leads?|officers?)|\bDDSL\b|deputies|deputy`,
  ],
  [
    'chair',
    String.raw`chair(?:person|man|woman)?(?: of (?:the )?(?:trustees|governors|board(?: of trustees)?|(?:management )?committee|council|PCC))?`,
  ],
  [
    'board-lead',
    String.raw`(?:lead |link |nominated |named |safeguarding |responsible )+(?:trustee|governor|board member|committee member|council member|director)(?: lead)?(?: (?:responsible )?for safeguarding)?|(?:trustee|governor|board member|committee member|council member|director)(?: lead)?(?: (?:responsible )?for safeguarding| with (?:lead )?responsibility for safeguarding)|(?:trustee|board|governing body|governor|committee|council)(?: (?:safeguarding )?lead)(?: for safeguarding)?`,
  ],
  ['dsl', leadTitle],
  [
    'other',
    String.raw`chief executive|CEO|head ?teacher|principal|registered manager|manager|minister|vicar|director|head coach|secretary|treasurer|LADO|training (?:officer|lead)`,
  ],
]

/** A role before its holder: "Our Safeguarding Lead (DSL) is Ana Reid", "Welfare officer: Ana Reid", "the lead, Ana Reid,". */
const forward = titles.map(
  ([role, title]) =>
    [
      role,
      new RegExp(
        String.raw`(?<![\p{L}-])(${title})(?:s\b)?((?:\s*\([^()]{1,60}\))*(?:\s+(?:for|of|at|across|in)\s+[\p{L}'’ ,&]{2,60}?)?)\s*(?:\s+(?:is|are|will be|currently|remains|being)(?:\s+currently)?(?:\s*:)?\s+|\s*[:|–—]\s*|\s+-\s+|\s*,\s+|\s+named\s+|\s+)(${name})`,
        'iu',
      ),
    ] as const,
)
/** A holder before the role: "Ana Reid is our safeguarding lead", "Ana Reid (Welfare Officer)", "Ana Reid, Safeguarding Lead". */
const backward = titles.map(
  ([role, title]) =>
    [
      role,
      new RegExp(
        String.raw`(${name})(?:\s+(?:is|acts as|will be|as|has been appointed(?: as)?|holds the (?:role|post) of)\s+(?:(?:the|our|a|an|its|this \p{L}+['’]s)\s+)?|\s*[(,|–—:]\s*(?:(?:the|our)\s+)?|\s+-\s+|\s+)(${title})s?(?![\p{L}-])`,
        'iu',
      ),
    ] as const,
)

/**
 * Roles tied to names in one sentence or row. The names must be written as names: the patterns ignore case for the
 * roles only, and each hit is checked again with its capitals.
 */
export function peopleIn(text: string): PersonWords[] {
  const found: PersonWords[] = []
  for (const [role, pattern] of forward) collect(text, pattern, role, 1, 3, found)
  for (const [role, pattern] of backward) collect(text, pattern, role, 2, 1, found)
  for (const match of text.matchAll(introduced)) {
    const [start, end] = match.indices![2]!
    if (/^\p{Lu}\p{Ll}/u.test(text.slice(start)))
      found.push({role: 'dsl', title: match[1]!, name: match[2]!, start, end})
  }
  const particular = found.filter(({role}) => role !== 'other')
  // One name in one place has one role: the more particular one stands first in the table.
  const kept: PersonWords[] = []
  for (const each of [...particular, ...found.filter(({role}) => role === 'other')]) {
    if (!kept.some((other) => each.start < other.end && other.start < each.end)) kept.push(each)
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** A first name alone is a holder only where the role introduces it: "DSL: Adriana". */
const introduced = new RegExp(
  String.raw`(?<![\p{L}-])(${leadTitle})\s*(?::|\||–|—)\s*(${nameWord})(?=\s*(?:$|[,.;(|]|\d))`,
  'giud',
)

const wholeName = new RegExp(String.raw`^${name}`, 'u')
const mostHits = 40

/** "Ana Reid & Tom Hay, Welfare Officers": each of several holders. */
function othersBefore(text: string, at: number): {name: string; start: number}[] {
  const match = text.slice(0, at).match(new RegExp(String.raw`(${name})\s*(?:&|and|,|/)\s*$`, 'u'))
  return match ? [{name: match[1]!, start: match.index!}] : []
}

function othersAfter(text: string, at: number): {name: string; start: number}[] {
  const match = text.slice(at).match(new RegExp(String.raw`^(\s*(?:\([^)]{0,40}\)\s*)?(?:&|and|,|/)\s*)(${name})`, 'u'))
  return match ? [{name: match[2]!, start: at + match[1]!.length}] : []
}

function collect(
  text: string,
  pattern: RegExp,
  role: Person['role'],
  titleAt: number,
  nameAt: number,
  found: PersonWords[],
): void {
  const global = new RegExp(pattern.source, 'giud')
  let hits = 0
  for (const match of text.matchAll(global)) {
    if (++hits > mostHits) return
    const [start] = match.indices![nameAt]!
    const holder = text.slice(start).match(wholeName)?.[0]
    // Capitals throughout are an abbreviation, not a person.
    if (!holder || /^\p{Lu}{2}/u.test(holder)) continue
    const title = match[titleAt]!
    found.push({role, title, name: holder.trim(), start, end: start + holder.length})
    for (const other of nameAt === 1 ? othersBefore(text, start) : othersAfter(text, start + holder.length)) {
      found.push({role, title, name: other.name, start: other.start, end: other.start + other.name.length})
    }
  }
}
