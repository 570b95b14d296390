import type {Policy} from '../model/policy.js'
import type {Group} from '../model/procedures.js'
import {audienceOf} from './audience.js'
import {contactsOf} from './contacts.js'
import {controlIn} from './control.js'
import type {Drafted, Question, Read} from './fact.js'
import {type Ladder, laddersIn} from './ladder.js'
import {limitsOf} from './limits.js'
import {linesOf, overlongIn} from './line.js'
import {partnershipsOf} from './partnerships.js'
import {questionsOn} from './questions.js'

/** What was read in a procedure document: facts by the parts of the model, and what has to be asked. */
export interface Draft {
  readonly control: Readonly<Record<string, Read>>
  /** Children and adults where the document does not say. */
  readonly audience: readonly Group[]
  readonly partnerships: Readonly<Record<string, Drafted>>
  readonly contacts: Readonly<Record<string, Drafted>>
  readonly timescales: Readonly<Record<string, Drafted>>
  /** By key: children, adults, joint, or the kind of another dispute. */
  readonly escalation: Readonly<Record<string, Drafted>>
  readonly questions: readonly Question[]
}

/**
 * Drafts the facts of a procedures model from a partnership's own document. Every value has words of the document
 * behind it; what is not said there is asked.
 *
 * @param national telephone numbers of national services, in digits: they are no local facts
 */
export function draftFrom(policy: Policy, national: ReadonlySet<string>): Draft {
  const lines = linesOf(policy)
  const control = controlIn(lines, policy.title)
  const partnerships = partnershipsOf(lines)
  const bodies = Object.values(partnerships).map(({fields}) => String(fields.name?.value))
  const audience = audienceOf(policy.title, bodies, lines.map(({text}) => text).join(' '))
  const serving: readonly Group[] = audience.length > 0 ? audience : ['children', 'adults']
  const ladders = laddersIn(lines, policy.title, serving)
  const inLadders = new Set(ladders.flatMap((ladder) => [...ladder.lines]))
  const {contacts, questions: unnamed} = contactsOf(lines, serving, national, inLadders)
  const {timescales, questions: unplaced} = limitsOf(lines, serving, inLadders)
  const asked = questionsOn({
    control,
    audience,
    partnerships,
    contacts,
    ladders,
    notices: policy.notices,
    overlong: overlongIn(policy),
  })
  return {
    control,
    audience: serving,
    partnerships,
    contacts,
    timescales,
    escalation: escalationsOf(ladders, control.title ?? null),
    questions: [...asked, ...unnamed, ...unplaced],
  }
}

function escalationsOf(ladders: readonly Ladder[], title: Read | null): Record<string, Drafted> {
  const drafted: Record<string, Drafted> = {}
  for (const {kind, groups, drafted: ladder, first} of ladders) {
    const key = kind === null ? (groups.length === 1 ? groups[0]! : 'joint') : (keys[kind] ?? kind)
    if (key in drafted) continue
    const heading = first.line.headings.at(-1)
    const named: Read | null = kind !== null && heading ? {value: heading, quote: first, confidence: 'medium'} : title
    const own: Record<string, Read> = {
      ...(named && {title: named}),
      ...(kind !== null && {kind: {value: kind, quote: first, confidence: 'medium'}}),
      ...(key === 'joint' && {serves: {value: groups, quote: title?.quote ?? first, confidence: 'medium'}}),
    }
    drafted[key] = {...ladder, fields: {...own, ...ladder.fields}}
  }
  return drafted
}

const keys: Readonly<Record<string, string>> = {
  'reviewing-officer': 'reviewingOfficer',
  'conference-dissent': 'conferenceDissent',
  'review-dispute': 'reviewDispute',
}
