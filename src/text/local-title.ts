import {matchesOf} from './hints.js'
import type {ReferenceWords} from './reference.js'

/** Documents that no register holds, by the look of their titles and by the words around them. */
export function localTitles(text: string): ReferenceWords[] {
  return [...documents(text), ...ownedTitles(text), ...ownTitles(text), ...thresholds(text)]
}

const capital = String.raw`[A-Z][\p{L}'’-]+`
const document = new RegExp(
  String.raw`(?<![\p{L}])(${capital}(?:,? (?:${capital}|and|of|for|the|on|in|to|&)){1,8}? (?:Protocol|Procedures?(?: Manual)?|Guidance|Guidelines|Framework|framework|Pathway|Manual|Handbook|Code of Practice|Standards|Convention)(?: (?:on|for) (?:the )?${capital}(?: (?:${capital}|(?:and|of|the|in|for)(?= (?:the )?\p{Lu}))){0,7})?(?: (?:19|20)\d\d)?)(?![\p{L}\d])(?:\s*\((?:[\p{L} ,]{0,30})?((?:19|20)\d\d)\))?`,
  'gu',
)

/** What the last word of such a title begins with. */
const lastWords = [
  'Protocol',
  'Procedure',
  'Guid',
  'ramework',
  'Pathway',
  'Manual',
  'Handbook',
  'Code',
  'Standards',
  'Convention',
]

/** The papers that an organisation keeps on its own affairs stand beside the policy; they are no guidance that it follows. */
const ownPaper =
  /^(?:Grievance|Disciplin\w+|Recruitment|Safer Recruitment|Missing (?:Student|Child|Pupil|Person)s?|Lost Child|Complaints?|Whistleblowing|Health and Safety|Lone Working|Duty of Candour|Archiving|Records?|Behaviour|Attendance|E-?Safety|Code of Conduct|Confidentiality|Equalit\w+)\b[^:]*\b(?:Polic(?:y|ies)|Procedures?|Schedule)$/u

/** "Safeguarding Policy and Procedures" is what a policy calls itself. */
const ownPolicy =
  /^(?:(?:Safeguarding|Child|Children|Adults?|Protection|Young|People|and|Staff|Parent) )*(?:Polic(?:y|ies) and Procedures?|Handbook|Manual)$/u

const regulation = /(?<![\p{L}])(CQC Regulation \d{1,3}[A-Z]?)(?![\p{L}\d])()/gu

/** Words in capitals that open a sentence and no title. */
const openers =
  /^(?:(?:The|This|Our|Your|Its|Their|His|Her|These|All|Any|See|Follow|Use|Read|Consult|Current|Latest|Relevant|(?:Under|Behind|With|From|In|By|At)(?: the| our)?) )+(?=\p{Lu})/u

/** "The Behaviour Policy, the Code and the Practice Manual": of titles in a row, the last. */
function ofOne(titles: string): string {
  return titles
    .replace(/^.{1,120}\b(?:Polic(?:y|ies)|Procedures?|Plan|Statement|Protocol|Code of Conduct), (?=\p{Lu})/u, '')
    .replace(/^.{1,120}\band the (?=\p{Lu})/u, '')
}

/** "The Partnership's Resolving Disagreements procedure": whose it is makes a title of capitals before a plain last word. */
const owned = new RegExp(
  String.raw`(?:Partnership|Board|Alliance|Council|\p{Lu}{3,7})['’]s (${capital}(?: (?:${capital}|and|of|for|in)){0,6}) (procedures?|protocol|pathway|guidance)(?![\p{L}])`,
  'gu',
)

function ownedTitles(text: string): ReferenceWords[] {
  return matchesOf(text, owned, text, ['’s', "'s"]).map((match) => {
    const [whole, name, last] = match
    // Three words stand as a title by themselves: "the Board's Talking It Over protocol".
    const title = name!.split(' ').length > 2 ? name! : `${name} ${last}`
    const start = match.index + whole.indexOf(name!)
    return {value: title, title, edition: null, document: null, current: null, start, end: start + title.length}
  })
}

/** Documents by the look of their titles: capitals throughout, and a last word that only documents have. */
function documents(text: string): ReferenceWords[] {
  return [...matchesOf(text, regulation, text, ['CQC']), ...matchesOf(text, document, text, lastWords)].flatMap(
    (match) => {
      const title = ofOne(match[1]!)
        .replace(openers, '')
        .replace(/^(?:(?:\p{Lu}[\p{L}]{1,20},? ){0,3}\p{Lu}[\p{L}]{1,20}['’]s? )+(?=\p{Lu})/u, '')
        .replace(openers, '')
      if (ownPolicy.test(title) || ownPaper.test(title)) return []
      // "The Partnership's Challenge Protocol": whose it is tells that two words are a title.
      const isOwned =
        match[1] !== title &&
        /(?:Partnership|Board|Alliance|Council|County|City|Borough|Authority|\p{Lu}{3,7})['’]s /u.test(match[1]!)
      if (title.split(' ').length < 3 && !/\d$/u.test(title) && !isOwned) return []
      const start = match.index + match[1]!.length - title.length
      return [
        {
          value: title,
          title,
          edition: match[2] || (title.match(/ ((?:19|20)\d\d)$/u)?.[1] ?? null),
          document: null,
          current: null,
          start,
          end: start + title.length,
        },
      ]
    },
  )
}

/**
 * Local documents by their own titles, which only the words around them tell: "the procedure is called Putting It
 * Right", "we use The Ladder of Need", "The Help Tree is the Board's guide".
 */
function ownTitles(text: string): ReferenceWords[] {
  return ownForms
    .flatMap(([pattern, hints]) => matchesOf(text, pattern, text, hints).map((match) => ({match, pattern})))
    .flatMap(({match, pattern}) => {
      const title = match[1]!
        .replace(/(?: (?:and|of|to|for|in|the|it|between))+$/u, '')
        .replace(/^(?:Use|See|Follow|Consult) (?=The )/u, '')
      const capitals = title.split(' ').filter((word) => /^\p{Lu}/u.test(word))
      const isOfBoard = [ofBoard, ofNamedBoard, whose, named].includes(pattern)
      if (!isOfBoard && (capitals.length < 2 || notDocument.test(title))) return []
      const start = match.index + match[0].indexOf(title)
      const edition = text.slice(start + title.length).match(/^["”’']? \(((?:19|20)\d\d)\)/u)?.[1] ?? null
      return [{value: title, title, edition, document: null, current: null, start, end: start + title.length}]
    })
}

const words = String.raw`[A-Z][\p{L}'’-]{1,24}(?:,? [A-Z][\p{L}'’-]{0,24}| (?:and|of|to|for|in|the|between)){1,7}`
const shortWords = String.raw`[A-Z][\p{L}'’-]{1,24}(?: (?:[A-Z][\p{L}'’-]{0,24}|and|of)){1,5}`
/** "The Tide Table (2026)": a title in capitals with a year in brackets. */
const dated = new RegExp(
  String.raw`(?<![\p{L}'’] )(?<![\p{L}])((?:The )?(?:\p{Lu}\p{Ll}{1,12} \p{Lu}\p{Ll}{1,12}, )?${shortWords})["”’']? \((?:19|20)\d\d(?: edition)?\)`,
  'gu',
)

/** "On The Help Tree (2026)": an article in capitals within a sentence opens a title. */
const datedWithin = new RegExp(
  String.raw`(?<=\p{Ll} )["“‘']?(The ${shortWords})["”’']? \((?:19|20)\d\d(?: edition)?\)`,
  'gu',
)

const letters = String.raw`(?:\p{Lu}{3,7}|\p{Lu}\p{L}{0,3}\p{Lu}{2,4})`
const paper = String.raw`(?:procedures?|protocol|pathway|framework|guide|guidance|toolkit)`
/** A word of what a paper is on: verbs and small words between two bodies show that no title stands there. */
const topic = String.raw`(?!(?:or|to|is|are|has|have|as|by|on|at|from|with|which|when|if|its|their|under|the|changes|publish\p{L}*|writes?|sets?|wants?|asks?|and ${letters})\b)[\p{L}][\p{L}-]{1,30}`

/** "The TSCP harmful sexual behaviour procedure": a body's letters, what it is on, and what sort of paper it is. */
const ofBoard = new RegExp(
  String.raw`(?<![\p{L}])(${letters} (?!and )${topic}(?: ${topic}){0,5} ${paper})(?![\p{L}])`,
  'gu',
)

/** "The Northshire Safeguarding Adults Board multi-agency procedures": the name in full does as well as the letters. */
const ofNamedBoard =
  /(?<![\p{L}])((?:\p{Lu}[\p{L}'’-]{1,30} (?:and )?){1,6}(?:Board|Partnership|Alliance) (?:multi-agency|inter-agency)(?: (?!procedures?|protocol)\p{Ll}[\p{L}-]{1,30}){0,4} (?:procedures?|protocol))(?![\p{L}])/gu

/** "The Alliance's missing children procedure", where a topic tells it from all the rest of its procedures. */
const whose = new RegExp(
  String.raw`(?<![\p{L}])((?:Adults |Children['’]s )?(?:${letters}|Board|Partnership|Alliance)['’]s (?!multi-agency|inter-agency|local|child protection|safeguarding|adult|own|published|current|latest|online|written|joint|procedures?)\p{Ll}[\p{L}-]{1,30}(?: (?!${paper})\p{Ll}[\p{L}-]{1,30}){0,4} ${paper})(?![\p{L}@])`,
  'gu',
)

/** "NCSP's Right Help Chart", "the Board's Settling Differences": whose it is, and a word that no post or team is called by. */
const named = new RegExp(
  String.raw`(?<![\p{L}])(?:${letters}|Partnership|Board|Alliance)['’]s (${shortWords}(?<= (?:Chart|Ladder|Route|Compass|Wheel|Tree|Continuum))|(?:Adults? |Children )?(?:Resolv|Settl|Work|Talk|Speak|Sort|Put|Disagree|Challeng|Escalat)\p{Ll}{0,2}ing(?: (?:[A-Z][\p{L}’-]{1,24}|it|out|and|the|for)){1,5})(?![\p{L}])`,
  'gu',
)

/** "The Area Ladder of Need", "Steps of Support (2026)": what a partnership measures needs by. */
const threshold =
  /(?<![\p{L}])((?:\p{Lu}[\p{L}'’-]{1,30} ){0,2}(?:Windscreen|Ladder|Continuum|Compass|Spectrum|Pyramid|Windows|Steps|Matrix) of (?:Needs?|Support|Help)(?: and (?:Needs?|Support|Help))?)(?![\p{L}])["”’']?(?: \(((?:19|20)\d\d)(?: edition)?\))?/gu

/** What the measure is likened to. */
const thresholdWords = [
  'Windscreen',
  'Ladder',
  'Continuum',
  'Compass',
  'Spectrum',
  'Pyramid',
  'Windows',
  'Steps',
  'Matrix',
]

function thresholds(text: string): ReferenceWords[] {
  return matchesOf(text, threshold, text, thresholdWords).flatMap((match) => {
    const title = match[1]!.replace(openers, '')
    // "The Ladder of Help" by itself is said again of one that was named; a place or a year names it.
    if (title.split(' ').length < 4 && !match[2]) return []
    const start = match.index + match[1]!.length - title.length
    return [
      {value: title, title, edition: match[2] ?? null, document: null, current: null, start, end: start + title.length},
    ]
  })
}

const introduced = new RegExp(
  String.raw`\b(?:papers?|procedures?|protocol|guide|document|framework|pathway|manual|handbook|publishes)(?: for this)?(?:,| is(?: called)?| called| titled| entitled| known as|) ["“‘']?(${words}(?:: [a-z][\p{L} -]{8,60}?(?=[,.;”"’'])|: (?:[Tt]he )?(?:[\p{L}'’]+ ){1,6}(?:[Pp]athway|[Pp]rocedures?|[Pp]rotocol)(?![\p{L}]))?)`,
  'gu',
)
const usedTitle = new RegExp(
  String.raw`\b(?:[Uu]se|uses|using|[Cc]onsult|[Ff]ollow|[Ll]ook at|[Ss]ee|under|up) ["“‘']?(The ${shortWords})`,
  'gu',
)
const explained = new RegExp(
  String.raw`(?:^|[.;:] )["“‘']?(The ${shortWords})["”’']? is (?:the|our) (?:[\p{L}]{2,20}['’]s )?(?:[\p{L}]{2,20} ){0,3}?(?:guide|procedure|framework|document|threshold)\b`,
  'gu',
)
const papers = [
  'paper',
  'procedure',
  'protocol',
  'guid',
  'document',
  'framework',
  'pathway',
  'manual',
  'handbook',
  'toolkit',
]

/** How such titles are told, each with words of which it holds one. */
const ownForms: readonly (readonly [RegExp, readonly string[]])[] = [
  [introduced, [...papers, 'publishes']],
  [usedTitle, ['The ']],
  [explained, ['The ']],
  [dated, ['(19', '(20']],
  [datedWithin, ['(19', '(20']],
  [ofBoard, papers],
  [ofNamedBoard, ['Board', 'Partnership', 'Alliance']],
  [whose, papers],
  [named, ['’s', "'s"]],
]

const notDocument =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Rev|Revd|Care|Services?|Team|Council|Board|Partnership|Hub|Police|Lead|Officer|Manager|Trust|Desk|Act|Committee|School|Academy|Church|Club|Centre|Head|Headteacher|Director|Chair|Adviser|Unit|Agency|Court|Person|Authority|Front|Door)\b/u
