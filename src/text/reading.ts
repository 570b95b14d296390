import {bodyForms, type Passage, type Policy, type Section, sectionsOf} from '../model/policy.js'
import type {WordClass} from '../model/procedures.js'
import {negatedWords} from './negation.js'
import {type Finder, finderOf, type Line, type Span} from './pattern.js'
import {sentencesIn} from './sentence.js'
import {type Token, tokensOf} from './token.js'

/** A sentence of the running text, ready to be judged: the smallest thing that a statement can stand in. */
export interface Sentence extends Line {
  readonly passage: Passage
  readonly section: Section
  /** The sentence as it stands in the passage's text, and where. */
  readonly text: string
  readonly start: number
  /** How many of its tokens belong to the lead-in before it: the list's, and the question that it answers. */
  readonly leadWords: number
  /** Whether it answers a question that stands before it in the passage. */
  readonly answers: boolean
  /** What to take from a token's offset to find it in the passage's text. */
  readonly shift: number
  /** A question commits nobody to anything. */
  readonly question: boolean
  /** Set where heading or lead-in say that what follows is an example of bad practice. */
  readonly badExample: boolean
}

/** A policy laid out for judging: its sentences in order, and a finder over them. */
export interface Reading {
  readonly sentences: readonly Sentence[]
  readonly find: Finder
  /** A finder with the same words over other lines, such as parts of sentences. */
  readonly findIn: (lines: readonly Line[]) => Finder
}

/** Lays a policy out for judging. `names` gives the run-time words of the lexicon's classes. */
export function readingOf(
  policy: Pick<Policy, 'sections'>,
  lexicon: Readonly<Record<string, WordClass>>,
  names: Readonly<Record<string, readonly string[]>> = {},
): Reading {
  const sentences = sectionsOf(policy).flatMap((section) =>
    section.passages.filter(({form}) => bodyForms.includes(form)).flatMap((passage) => sentencesOf(passage, section)),
  )
  const findIn = (lines: readonly Line[]): Finder => finderOf(lines, lexicon, names)
  return {sentences, find: findIn(sentences), findIn}
}

/**
 * The words to quote for a match: the whole sentence, or as much of a long one as holds the match and reads well.
 * The quotation is a piece of the passage's text.
 */
export function quotationOf(sentence: Sentence, spans: readonly Span[] = []): string {
  if (sentence.text.length <= longest) return sentence.text
  const own = spans.filter(([, to]) => to > sentence.leadWords)
  if (own.length === 0) return cutAfter(sentence.text, longest)
  const first = sentence.tokens[Math.max(sentence.leadWords, Math.min(...own.map(([from]) => from)))]!
  const last = sentence.tokens[Math.max(...own.map(([, to]) => to)) - 1]!
  const from = Math.max(0, first.start - sentence.shift - sentence.start)
  const to = Math.min(sentence.text.length, last.end - sentence.shift - sentence.start)
  if (to - from >= longest) return cutAfter(sentence.text.slice(from), longest)
  const spare = longest - (to - from)
  const begin = from <= spare / 2 ? 0 : sentence.text.indexOf(' ', Math.floor(from - spare / 2)) + 1
  return cutAfter(sentence.text.slice(Math.min(begin, from)), longest)
}

const longest = 300

function cutAfter(text: string, length: number): string {
  if (text.length <= length) return text
  const space = text.lastIndexOf(' ', length)
  return text.slice(0, space > length / 2 ? space : length)
}

function sentencesOf(passage: Passage, section: Section): Sentence[] {
  const parts =
    passage.form === 'table-row'
      ? [{text: passage.text, start: 0, end: passage.text.length}]
      : sentencesIn(passage.text)
  const lead = (passage.leadIn ?? '').replace(/[:\s]+$/u, '')
  const heads = [...new Set((passage.cells ?? []).map(({header}) => header ?? ''))]
  const above = [...passage.place.headings, ...heads]
  const runIn = runInHeading(parts)
  const context = tokensOf(above.join(' . '))
  const below = runIn === null ? context : [...context, ...tokensOf(runIn)]
  const near = [...passage.place.headings.slice(-1), ...heads]
  const base = [...passage.place.headings.slice(-1), lead].some((words) => forbids.test(words))
  const joint = !base && leftDenied.test(lead) ? ' ' : ': '
  const badExample = [...near, lead].some((words) => illustrates.test(words))
  let asked = ''
  return parts.map(({text, start}, at) => {
    const question = isQuestion(text)
    const answered = question ? '' : asked
    if (question) asked = text.replace(/[?!\s]+$/u, '')
    const saying = answered ? sayingOf(answered, text) : null
    const words = saying === 'no' || saying === 'yes' ? answered : ''
    const before = [lead, words].filter(Boolean).join(', ')
    const whole = before ? `${before}${words ? ': ' : joint}${text}` : text
    const shift = whole.length - text.length - start
    const said = withHeaders(passage, tokensOf(whole), shift)
    const {tokens, negated} = withImpliedVerb(text, whole, said, negationOf(whole, said, text, lead, base))
    const leadWords = countBefore(tokens, whole.length - text.length)
    return {
      passage,
      section,
      text,
      start,
      shift,
      tokens,
      // "Do I have to ask first? No": the words of the question are refused with it.
      negated: saying === 'no' ? negated.map((each, i) => i < leadWords || each) : negated,
      context: [...(at > 0 ? below : context), ...tokensOf(answered)],
      leadWords,
      answers: answered !== '',
      question,
      badExample: badExample || isDisowned(text) || isAnothers(text),
    }
  })
}

/**
 * A row reads as its cells do under their headers: "If no reply" above "the lead phones" is "if no reply the lead
 * phones", and what stands under "Don't" is refused. The header's words have no letters of their own in the row, so that
 * a quotation never shows them.
 */
function withHeaders({form, text, cells = []}: Passage, tokens: readonly Token[], shift: number): readonly Token[] {
  if (form !== 'table-row') return tokens
  const joined: Token[] = []
  let from = 0
  let next = 0
  for (const {header, text: cell} of cells) {
    const start = text.indexOf(cell, from)
    if (start < 0) continue
    from = start + cell.length
    while (next < tokens.length && tokens[next]!.start < start + shift) joined.push(tokens[next++]!)
    const words = header && header !== cell && cell !== '' ? tokensOf(header).slice(0, 8) : []
    joined.push(...words.map((word) => ({...word, start: start + shift, end: start + shift})))
  }
  return [...joined, ...tokens.slice(next)]
}

/** "Domestic abuse. Ask when the person is alone": a few words without a verb are the heading of what follows. */
function runInHeading([first, ...rest]: readonly {readonly text: string}[]): string | null {
  if (!first || rest.length === 0 || !/^.{3,60}\.$/u.test(first.text)) return null
  return first.text.split(/\s+/u).length <= 6 && !verbs.test(first.text) ? first.text : null
}

const verbs =
  /\b(?:is|are|was|were|be|do|does|must|will|shall|should|may|can|cannot|has|have|had|dial|ring|call|tell|phone)\b|n['’]t\b/iu

/**
 * "Extremism: Prevent team, 01632 960757" says whom to contact, though no verb does: one is put where the colon stands.
 * It has no letters of its own, so that a quotation never shows it.
 */
function withImpliedVerb(
  text: string,
  whole: string,
  tokens: readonly Token[],
  negated: readonly boolean[],
): Pick<Sentence, 'tokens' | 'negated'> {
  const label = /^[^:|]{2,90}:\s+(?=[\p{Lu}\d])/u.exec(text)
  const rest = label ? text.slice(label[0].length) : ''
  if (!label || postOrService.test(label[0]) || rest.length > 160 || verbs.test(rest) || !naming.test(rest))
    return {tokens, negated}
  const offset = whole.length - text.length + label[0].trimEnd().length
  const at = countBefore(tokens, offset)
  const verb = {...tokensOf('contact')[0]!, start: offset, end: offset}
  return {
    tokens: [...tokens.slice(0, at), verb, ...tokens.slice(at)],
    negated: [...negated.slice(0, at), negated[at] ?? false, ...negated.slice(at)],
  }
}

/** A label that names a post, a service or a form, not a situation: what follows is its number. */
const postOrService =
  /\b(?:officers?|lead|deput(?:y|ies)|manager|chair|trustees?|governors?|teams?|police|council|services?|(?:help)?line|childline|forms?|websites?|pages?|version|date|email|telephone|tel|phone|mobile)\b/iu

/** A number, an address, an abbreviation or a name of several words. */
const naming = /\d{3}|@|\b\p{Lu}{3,}|\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+|team|lead|desk)/u

function isQuestion(text: string): boolean {
  return text.trimEnd().endsWith('?')
}

/**
 * How an answer takes up the question before it: "About Wilma? Tell Desmond" says "if it is about Wilma". What is
 * asked with "do", "can", "must" is told of only where the answer says yes or no; else it is the topic and no more.
 */
function sayingOf(question: string, answer: string): 'yes' | 'no' | 'topic' {
  if (refusing.test(answer)) return 'no'
  if (
    /^(?:[\p{L} ]{0,12}, )?(?:do|does|did|is|are|am|was|can|could|should|shall|will|would|must|may|might|has|have|isn['’]t|aren['’]t|don['’]t|can['’]t|shouldn['’]t)\b/iu.test(
      question,
    )
  )
    return /^(?:yes|always|certainly|definitely|of course)\b/iu.test(answer) ? 'yes' : 'topic'
  return 'yes'
}

/** An answer that turns down what was asked. */
const refusing =
  /^["“‘']?(?:no|never|not|don['’]t|do not|please don['’]t|nobody|none|neither|stop|leave)\b(?! (?:matter|doubt|later|more than))/iu

/** Which words are refused, by the item itself, else by its lead-in, else by the heading above: once, not twice over. */
function negationOf(
  whole: string,
  tokens: readonly Token[],
  text: string,
  lead: string,
  base: boolean,
): readonly boolean[] {
  // "Never: vow silence; quiz; photograph": the label holds for every item, whatever stands between them.
  const label = /^(?:never|do not|don['’]t|not|no)\s*:/iu.exec(text)
  if (label) return tokens.map(({start}) => start >= whole.length - text.length + label[0].length)
  if (!refuses.test(text)) return negatedWords(whole, tokens, base && !refuses.test(lead))
  const own = tokensOf(text)
  return [...new Array<boolean>(tokens.length - own.length).fill(false), ...negatedWords(text, own)]
}

function countBefore(tokens: readonly Token[], offset: number): number {
  const at = tokens.findIndex(({start}) => start >= offset)
  return at < 0 ? tokens.length : at
}

/** Headings and column heads that turn what stands under them round: "Don't", "What not to do". */
const forbids =
  /^(?:\d[\d.]* )?(?:things )?(?:what )?(?:you |we |staff |volunteers |workers |people )*(?:do not|don['’]?ts?|never|not to|should not|must not|may not|to avoid|avoid)(?: do)?(?: to)?[:.!]?$/iu

/** A lead-in that breaks off in a denial: "The company shall not", "Each party agrees never to". It denies each of its items. */
const leftDenied =
  /\b(?:(?:shall|must|should|will|may|can|do|does|agrees?) (?:not|never)|cannot|(?:not|never) to|(?:no ?one|nobody|neither [\p{L} ]{2,40}) (?:shall|must|should|will|may|can))(?:,? at any time| under any circumstances| in any event)?,?$/iu

/** Words at the start of a lead-in or an item that are a prohibition already. */
const refuses = /^(?:you |staff |volunteers )?(?:do not|don['’]ts?|never|not|no|avoid|should not|must not|cannot)\b/iu

/** "“It stays between us” is the one sentence nobody may say": words in quotation marks that the rest of the sentence turns away. */
function isDisowned(text: string): boolean {
  return /^["“‘][^"”]{4,160}["”’],? (?:is|are|was) (?:never\b|not\b|wrong\b|(?:almost )?always wrong\b|(?:the one |a |an )?(?:sentence|phrase|promise|answer|line|thing)s? (?:that )?(?:nobody|no one|none of us|we never|staff never|must never)\b)/iu.test(
    text,
  )
}

/** "An old handbook said “establish the facts”", "a club in the next county prints “ask first”": words that bind nobody here. */
function isAnothers(text: string): boolean {
  const [told] = text.match(reported) ?? []
  return told !== undefined && wrote.test(told)
}

const reported =
  /^[^.;“"‘]{0,60}\b(?:old|older|former|earlier|previous|another|neighbouring|nearby|next)\b[^.;“"‘]{0,60}\b(?:says?|said|prints?|printed|reads?|tells?|told|had)\b[^.;“"‘]{0,40}[“"‘]/iu
const wrote =
  /\b(?:handbook|card|polic(?:y|ies)|template|leaflet|poster|form|guide|version|edition|notice|paper|manual|website|booklet|club|school|academy|charity|church|trust|council|county|nursery|provider|company)(?:['’]s)?\b/iu

/** Headings and lead-ins that say that the words below are not the policy's own commitment. */
const illustrates =
  /(?:poor|bad|unacceptable) practice|common mistakes|what (?:can|might) go wrong|not acceptable|is (?:never|not) (?:ok|okay|acceptable)\b/iu
