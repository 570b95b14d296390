import type {Finding, Status} from '../model/finding.js'
import type {Place} from '../model/policy.js'
import type {PolicyReport} from '../model/report.js'
import type {Severity} from '../model/requirement.js'
import {spaced} from '../model/spaced.js'
import {writtenDate} from '../model/written-date.js'
import {plain} from './escape.js'

export {listed} from '../model/listed.js'

/**
 * Where something stands, in words: "Allegations › Reporting (4.2), line 88". A first heading that is the policy's
 * `title` tells nothing and is left out.
 */
export function placeWords({headings, number, ordinal, lines}: Place, title = ''): string {
  const telling = headings.length > 1 && headings[0] === title ? headings.slice(1) : headings
  const path = telling.map(plain).filter(Boolean).join(' › ')
  const at = lines ? (lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]}-${lines[1]}`) : null
  const printed = number ? ` (${plain(number)})` : ''
  const start = path ? `${path}${printed}` : `before the first heading${printed}`
  return [start, at ?? (path ? null : `paragraph ${ordinal}`)].filter(Boolean).join(', ')
}

/** A date as it is written in English: 2026-06-02 becomes "2 June 2026". What is no full date stays as it is. */
export function dateWords(iso: string): string {
  return writtenDate(iso) ?? plain(iso)
}

/** "Word, 2,192 words, 19 sections": the size of a document. */
export function documentWords(document: Pick<PolicyReport, 'format' | 'words' | 'sectionCount'>): string {
  const {format, words, sectionCount} = document
  return `${format === 'word' ? 'Word' : 'Markdown'}, ${counted(words, 'word')}, ${counted(sectionCount, 'section')}`
}

/** A path into the model as words: "contacts.frontDoorChildren.phone" becomes "front door children, phone". */
export function factWords(fact: string): string {
  return fact
    .replace(/\.stages\.(?=\d)/, '.stage ')
    .split('.')
    .filter((step) => !silent.has(step) && !/^\d+$/.test(step))
    .map((step) => plain(spaced(step)))
    .join(', ')
}

/** Steps of a path that tell a reader nothing. */
const silent = new Set(['contacts', 'timescales', 'registers', 'editions', 'national', 'organisation', 'roles', '*'])

/** What to do where a judgement is less sure than others; '' where it is not. */
export function doubtWords({status, confidence}: Pick<Finding, 'status' | 'confidence'>): string {
  if (confidence !== 'low') return ''
  if (status === 'partial') return 'What is lacking may be said in other words: please look before you act.'
  if (status === 'missing') return 'It may be said in other words: please read the nearest passages before you act.'
  return 'Possible match: please read the passage before you act.'
}

/** The name of a topic as a heading: "local-contacts" becomes "Local contacts". */
export function topicWords(topic: string): string {
  const words = Object.hasOwn(topicTitles, topic) ? topicTitles[topic]! : plain(topic).replaceAll('-', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** Topics whose name alone reads oddly. */
const topicTitles: Readonly<Record<string, string>> = {
  'governance-roles': 'governance and roles',
  'recognising-responding': 'recognising and responding',
  'referral-pathway': 'making a referral',
  'consent-information-sharing': 'consent and sharing information',
  allegations: 'allegations against people who work for you',
  'multi-agency-meetings': 'multi-agency meetings',
  'adults-specifics': 'adults',
  'children-specifics': 'children',
  'learning-review': 'learning and review',
  voice: 'the person’s voice',
  'ongoing-partnership': 'staying involved',
  'guidance-currency': 'current guidance and terms',
}

/** A status as a reader sees it. */
export const statusWords: Readonly<Record<Status, string>> = {
  met: 'met',
  partial: 'partial',
  conflict: 'conflict',
  missing: 'missing',
  'not-applicable': 'not applicable',
  'cannot-tell': 'cannot tell',
}

/** Gaps of a level and above, as the last sentence of a report says it. */
export const levelWords: Readonly<Record<Severity, string>> = {
  critical: 'critical',
  major: 'major or critical',
  minor: 'minor or worse',
}

/** The last sentence of a report whose findings never fail a run. */
export const neverFails = 'Exit 0: findings never fail this run, because --fail-on is never.'

/** A number with its noun: "1 requirement", "3 requirements". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(String(count))} ${count === 1 ? noun : plural}`
}

/** 12,345 rather than 12345. By hand: the platform's own way loads its tables of languages. */
function grouped(digits: string): string {
  return digits.length > 3 ? `${grouped(digits.slice(0, -3))},${digits.slice(-3)}` : digits
}

/** Words in quotation marks. */
export function quoted(text: string): string {
  return `“${plain(text)}”`
}

/** A clause as a sentence: first letter large, closed by a full stop. */
export function sentence(clause: string): string {
  const text = plain(clause).trim()
  if (text === '') return ''
  // An address keeps its small letter.
  const first = /^\S*[@/]|^\S+\.\w/.test(text) ? text[0]! : text[0]!.toUpperCase()
  return `${first}${text.slice(1)}${/[.!?…:]["”’)]?$/.test(text) ? '' : '.'}`
}
