import type {ObsoleteEntry} from '../model/procedures.js'

/** A superseded term in a text. */
export interface ObsoleteWords {
  readonly term: string
  readonly entry: ObsoleteEntry
  readonly start: number
  readonly end: number
}

/** Every superseded term that a sentence uses as if it were current, the longest first where terms overlap. */
export function obsoleteIn(text: string, entries: readonly ObsoleteEntry[]): ObsoleteWords[] {
  const found: ObsoleteWords[] = []
  const folded = text.toLowerCase().replace(/[’]/g, "'").replace(/[‐‑–]/g, '-')
  for (const {entry, terms, exceptions} of foldedOf(entries)) {
    for (const {wanted, capitals} of terms) {
      const where = capitals ? text : folded
      if (!where.includes(wanted)) continue
      if (exceptions.some((exception) => folded.includes(exception))) break
      for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, at + 1)) {
        const end = endOfTerm(where, at + wanted.length)
        if (/[\p{L}\p{N}]/u.test(where[at - 1] ?? ' ') || end === null || isBodysName(text.slice(at), end - at))
          continue
        // A term between quotation marks is spoken of, and not used.
        if (/["“‘]/u.test(text[at - 1] ?? '') && /["”’]/u.test(text[end] ?? '')) continue
        found.push({term: text.slice(at, end), entry, start: at, end})
      }
    }
  }
  // Asked last, and once: few sentences use such a term at all.
  if (found.length === 0 || isHistoric(text)) return []
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter(
    (each, i) =>
      !found.some(
        (other, j) =>
          j !== i &&
          other.start <= each.start &&
          other.end >= each.end &&
          (other.end - other.start > each.end - each.start || j < i),
      ),
  )
}

interface Folded {
  readonly entry: ObsoleteEntry
  readonly terms: readonly {readonly wanted: string; readonly capitals: boolean}[]
  readonly exceptions: readonly string[]
}

/** The terms of a register in the letters in which they are looked for; every sentence is held against them. */
function foldedOf(entries: readonly ObsoleteEntry[]): readonly Folded[] {
  let known = foldedEntries.get(entries)
  if (!known) {
    known = entries.map((entry) => ({
      entry,
      terms: entry.terms.map((term) => {
        const capitals = /^[A-Z]{2,6}$/.test(term)
        return {wanted: capitals ? term : term.toLowerCase(), capitals}
      }),
      exceptions: (entry.exceptions ?? []).map((exception) => exception.toLowerCase()),
    }))
    foldedEntries.set(entries, known)
  }
  return known
}

const foldedEntries = new WeakMap<readonly ObsoleteEntry[], readonly Folded[]>()

/** "The Vulnerable Adults Risk Panel", "Marram Domestic Violence Project": what a body is really called is no term. */
function isBodysName(text: string, length: number): boolean {
  return /^\p{Lu}/u.test(text) && body.test(text.slice(length))
}

const body =
  /^(?: (?:and|&|of|for|\p{Lu}[\p{L}-]*)){0,3} (?:Project|Panel|Service|Services|Forum|Meeting|Group|Helpline|Charity|Trust|Centre|Unit|Conference|Network|Alliance|Refuge|Outreach|Advocates?|Partnership|Fund|Unit|Line|Act|Bill)\b/u

/** A plural belongs to the term; other letters make another word of it. */
function endOfTerm(text: string, at: number): number | null {
  const rest = text.slice(at, at + 3)
  if (!/^[\p{L}\p{N}]/u.test(rest)) return at
  return /^s(?![\p{L}\p{N}])/u.test(rest) ? at + 1 : null
}

/** Whether a sentence tells what something was called or what went before it, so that an old name in it is no use of it. */
export function isHistoric(sentence: string): boolean {
  return historic.test(sentence.toLowerCase())
}

/** Whether a sentence says of the body before it that it never changed its name. */
export function keepsItsName(sentence: string): boolean {
  return /^(?:the (?:board|partnership|body|council)|it|they|that) (?:(?:has|have|still) )?(?:kept|keeps?|retain(?:s|ed)?) (?:its|their) (?:old |former |own )?name\b/i.test(
    sentence,
  )
}

const historic = new RegExp(
  `\\b(?:${[
    'formerly',
    'previously (?:known|called)',
    'used to (?:be|say|call|speak)',
    'replaced (?:the|by)',
    'replac(?:es|ing)',
    'superseded',
    '(?:was|were|been) (?:withdrawn|replaced)',
    'still (?:quoted|cited)',
    'now (?:known|called|replaced)',
    'once (?:called|known)',
    'old(?:er)? (?:\\w+ )?(?:name|word|term|form|poster|paper|paperwork|certificate|letter|document|leaflet|sign|copies|copy|version|edition|pack|course|guide)s?',
    '(?:19|20)\\d\\d (?:version|edition|policy|handbook) (?:said|had|asked|gave|spoke)',
    'as (?:it|they|(?:such|these|those) \\w+) (?:was|were) (?:then |once |still )?(?:called|known)',
    'belongs? to (?:its|their|another) (?:own )?(?:day|time|age)',
    'there (?:has|have) been no (?:\\w+ ){1,4}since',
    '(?:was|were) (?:called|known as) [^.]{0,60}\\b(?:until|before|till)',
    'until (?:19|20)\\d\\d',
    'still (?:is )?(?:its|their|the) (?:own |proper |real )?name',
    'still (?:called|named)',
    'kept (?:its|the|their) (?:old|former) (?:name|word|title)',
    '(?:is|are) (?:both |all |now )?(?:long )?(?:since )?gone',
    'no longer (?:used|called|exists?|speak|say|use|refer|call|write|accept(?:ed)?)',
    'was known as',
    'historically',
    '(?:first|original|earliest) (?:\\w+ )?(?:policy|handbook|version|edition),? (?:in|of|from|dated) (?:19|20)\\d\\d',
    'instead of the (?:old|term)',
    'tak(?:es|en|ing) over from',
    'took over from',
    'gave way to',
    '(?:fell|fallen) away',
    '(?:took|tak(?:es|en|ing)) the place of',
    'in (?:the )?place of',
    'successors? (?:body )?(?:to|of)',
    'predecessors?',
    'the (?:old|former|abolished)',
    'abolished',
    'did away with',
    'displac(?:es|ed|ing)',
    '(?:some|many|people)(?: \\w+){0,2} still (?:call|say|use|speak)',
    '(?:gave|given) (?:that|the|this) (?:\\w+ )?(?:label|name|term|word|phrase) up',
    'went out (?:in|with)',
    'nobody (?:here )?(?:now )?(?:relies|uses)',
    'there (?:is|are) no (?:\\w+ )?(?:now|any ?more|any longer)',
    '(?:was|were) once',
    'earlier (?:editions?|versions?) (?:said|called|used|spoke)',
    '(?:we|which we) took down',
    'replaced it',
    "(?:(?:do|does) not|don['\u2019]t|doesn['\u2019]t) (?:use|say)",
    'may still (?:hear|see|read|find|meet)',
    'an? old \\w+ (?:somewhere|certificate|check)',
    'so did',
    'is history',
    'left our \\w+',
    'should not be (?:quoted|used|cited)',
    '(?:was|were|been) retired',
    'took the place of',
    'put an end to',
    'ended in',
    'left (?:our|the) (?:\\w+ )?(?:forms|guidance|policy|documents|files)',
    'older (?:minutes|files|notes)',
    'system ended',
    'stopped (?:saying|using|calling|writing)',
    '(?:gave|given) up ["\u201c\u2018\']',
    '(?:gave up|dropped) (?:that|the|this) (?:\\w+ )?(?:label|name|term|word|phrase)',
    '(?:we|they|people) (?:once |then )?called',
    'still (?:bear|bears|carry|carries|say|says|show|shows)',
    'before (?:19|20)\\d\\d',
    'swept away',
    'overtaken',
    'is over\\b',
    'wound up',
    'gone from',
    '(?:and is|is|are|both|they are|it is) gone\\b',
    '(?:may|might|will|can) (?:still )?(?:refer to|call|know)',
    '(?:your |our )?(?:gran|grandmother|father|mother|parents|grandparents) (?:would |will |still )?(?:calls?|knew|called)',
    'old[- ]timers',
    '(?:was|were) (?:both )?(?:folded|merged|absorbed) into',
    'of old\\b',
    'earlier versions',
    'out of use',
    'of a certain age',
    'is out of date',
    'that went in',
    'used to be',
    "(?:we(?:['’]ve)?|have|has|been) dropped",
    '(?:may|might|will|can) (?:still )?(?:remember|recall)',
    '\\w+ went in (?:19|20)\\d\\d',
    'may have called',
    "(?:isn['’]t|is not) an? \\w+",
    'belongs? in a museum',
    '(?:nobody|no one)(?: here)? is (?:asked )?to (?:follow|act on|use)',
    'older (?:books|papers|hands|staff)',
    '(?:spoke|spoken) of',
    '(?:act|statute|form|certificate|paperwork)s? [^.;]{0,40}(?:speaks?|uses?) (?:of|them|it|the (?:word|term|phrase))',
    "(?:don['’]t|do not|no longer) accept",
  ].join('|')})\\b|: gone\\b`,
)
