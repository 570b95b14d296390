import {type Finding, isGap} from '../model/finding.js'
import {clipped} from '../report/clipped.js'
import {plain, plainLines} from '../report/escape.js'
import {yardstick} from '../report/expected-words.js'
import {doubtWords, listed, placeWords, quoted, sentence, statusWords} from '../report/words.js'
import {isWording} from './wording.js'

/** How near a comment could be put to what it is about. */
export type Nearness = 'words' | 'passage' | 'note' | 'elsewhere' | 'section' | 'start'

/** What a comment has to know beside its finding. */
export interface Telling {
  readonly nearness: Nearness
  /** The words that it is about. */
  readonly quote: string | null
  readonly again: boolean
  /** Title of the policy. */
  readonly title: string
  /** Whether the suggested wording is put in as a tracked insertion, and on which side. */
  readonly inserted: 'after' | 'before' | null
}

/** One paragraph of a comment. */
export interface Line {
  readonly text: string
  readonly bold?: boolean
}

/** What a comment says, from what is wrong to the words to copy. */
export function commentWords(finding: Finding, telling: Telling): Line[] {
  const {status, requirement, evidence, expected, searchedFor, closest, nearest, reason, remedy} = finding
  const {nearness, quote, again, title, inserted} = telling
  const headline = `${statusWords[status].toUpperCase()}, ${plain(requirement.severity)}: ${plain(requirement.title).trim()}`
  const where = nearness === 'words' || quote === null ? whereMissing[nearness] : whereQuoted[nearness]
  const lines: (Line | false | null | undefined)[] = [
    {text: `${headline} [${plain(requirement.id)}]`, bold: true},
    where !== undefined && {text: quote === null ? where : `${where} ${quoted(clipped(quote, longest))}`},
  ]
  if (again) {
    const [first] = evidence
    const at = first ? `, at ${quoted(clipped(first.quote, 80))}` : ''
    return kept([...lines, {text: `Here too. What is wrong and the words to use are in the first comment on it${at}.`}])
  }
  const gap = isGap(status)
  const near = closest[0] ?? nearest
  const doubt = doubtWords(finding)
  const others = status === 'conflict' ? [] : evidence.slice(1, 4)
  return kept([
    ...lines,
    reason !== '' && {text: `${gap ? 'What is wrong' : 'Why'}: ${sentence(reason)}`},
    others.length > 0 && {text: `See also: ${listed(others.map(({place}) => placeWords(place, title)))}.`},
    status === 'missing' &&
      searchedFor.some((each) => !reason.includes(each)) && {
        text: `Searched for: ${listed(searchedFor.slice(0, 5).map(plain))}.`,
      },
    status === 'missing' &&
      near && {text: `Nearest: ${quoted(clipped(near.quote, 200))} (${placeWords(near.place, title)}).`},
    ...yardstick(expected, []).map(([label, words]) => ({text: `${label}: ${words}.`})),
    gap && requirement.severity === 'critical' && {text: `It matters: ${sentence(requirement.why)}`},
    gap && remedy !== '' && {text: `What to do: ${sentence(remedy)}`},
    doubt !== '' && {text: doubt},
    ...(gap && isWording(finding) ? wording(finding, inserted) : []),
  ])
}

/** A quotation in a comment is a reminder: the words themselves stand in the document. */
const longest = 400

const whereMissing: Readonly<Partial<Record<Nearness, string>>> = {
  section: 'Nothing was found to mark: this is the section where it seems to belong.',
  start: 'Nothing was found to mark, and no section where it clearly belongs.',
}

const whereQuoted: Readonly<Partial<Record<Nearness, string>>> = {
  passage: 'The words it is about are in this passage:',
  note: 'The words it is about are in the note or comment that is referred to here:',
  elsewhere: 'The words it is about stand where Word takes no comment (a header, a footer, an imported text):',
}

function wording({suggestedWording}: Finding, inserted: Telling['inserted']): Line[] {
  if (inserted !== null) {
    const side = inserted === 'after' ? 'below' : 'above'
    return [{text: `Words to use: put in ${side} as a tracked insertion, to accept, change or reject.`}]
  }
  return [{text: 'Words to use:'}, ...paragraphsOf(suggestedWording).map((text) => ({text}))]
}

/** The paragraphs of a suggested wording. */
export function paragraphsOf(words: string): string[] {
  return plainLines(words)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function kept(lines: readonly (Line | false | null | undefined)[]): Line[] {
  return lines.filter((line): line is Line => typeof line === 'object' && line !== null && line.text !== '')
}
