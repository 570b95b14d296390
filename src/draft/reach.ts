import type {Confidence} from '../model/finding.js'
import {type ContactWords, contactOfLink, contactsIn} from '../text/contact.js'
import type {ContactName} from './contact-name.js'
import type {Read} from './fact.js'
import type {Line} from './line.js'

/** A service as it was read: its name, the ways to reach it, and when. */
export interface Service {
  readonly name: ContactName
  readonly line: Line
  readonly index: number
  readonly start: number
  readonly confidence: Confidence
  readonly channels: {readonly found: Channel; readonly line: Line}[]
  hours: Read<string> | null
}

/** A number, address or link in a line; `isForm` where the words say that it leads to a form. */
export interface Channel extends Pick<ContactWords, 'kind' | 'value' | 'normalised' | 'start' | 'end'> {
  readonly isForm: boolean
}

/** The ways to reach somebody that a line gives, in order, without those of national services. */
export function channelsOf(line: Line, national: ReadonlySet<string>): Channel[] {
  const written = contactsIn(line.text).map((each) => ({
    ...each,
    isForm: isFormWords(line.text.slice(Math.max(0, each.start - 40), each.start)),
  }))
  const linked = (line.passage?.links ?? []).flatMap(({text, target}): Channel[] => {
    const to = contactOfLink(target)
    const start = line.text.indexOf(text)
    if (!to || start < 0 || written.some(({normalised}) => normalised === to.normalised)) return []
    return [{...to, start, end: start + text.length, isForm: isFormWords(text)}]
  })
  return [...written, ...linked]
    .filter(({kind, normalised}) => kind !== 'phone' || (!national.has(normalised) && normalised.length > 4))
    .sort((a, b) => a.start - b.start)
    .slice(0, mostInLine)
}

function isFormWords(words: string): boolean {
  return /\b(?:form|report|refer|referral|portal|online)\b/iu.test(words)
}

const mostInLine = 40
