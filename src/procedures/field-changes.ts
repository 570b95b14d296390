import {spaced} from '../model/spaced.js'
import {type Fields, isFields} from '../read/fields.js'
import {insteadOf, isLimit, valueWords} from './value-words.js'

/** What one field says differently: a clause about its owner, and both values in words. */
export interface FieldChange {
  readonly field: string
  /** "the telephone number is now 01632 960303 instead of 01632 960302" */
  readonly clause: string
  readonly before: string | null
  readonly after: string | null
}

/** Fields that say how a fact is known rather than what it is. */
const silent = new Set(['provenance', 'quotation', 'confidence'])

/** What two versions of a fact say differently, field by field, in words. `skip` are fields that are told elsewhere. */
export function fieldChanges(
  before: Fields,
  after: Fields,
  skip: ReadonlySet<string> = new Set(),
  of = '',
): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => {
    const [then, now] = [before[key], after[key]]
    if (silent.has(key) || skip.has(key) || key.startsWith('x-') || isSame(then, now)) return []
    // A set of fields is told field by field; a limit as one thing.
    if (isFields(then) && isFields(now) && !isLimit(now)) return fieldChanges(then, now, skip, `${of}${label(key)}, `)
    return [{field: key, clause: clause(`${of}${label(key)}`, then, now), ...values(then, now)}]
  })
}

export function isSame(one: unknown, other: unknown): boolean {
  return stable(one) === stable(other)
}

/** The same whatever the order of the keys, and without what only says how it is known. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (key, each) => {
      if (silent.has(key)) return undefined
      return isFields(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each
    }) ?? ''
  )
}

function values(then: unknown, now: unknown) {
  return {before: valueWords(then) || null, after: valueWords(now) || null}
}

function clause(name: string, then: unknown, now: unknown): string {
  const {before, after} = values(then, now)
  if (name === 'status') return now === 'draft' ? 'is a draft again' : 'is no longer a draft'
  if (before === null) return `${name} is now given: ${after}`
  if (after === null) return `${name} is no longer given; it was ${before}`
  if (isLimit(then) && isLimit(now)) return `${name} is now ${insteadOf(now, then)}`
  if (Array.isArray(then) && Array.isArray(now)) {
    const [old, current] = [then.map(valueWords), now.map(valueWords)]
    const gained = current.filter((each) => !old.includes(each))
    const lost = old.filter((each) => !current.includes(each))
    const parts = [
      gained.length > 0 && `now with ${gained.join(', ')}`,
      lost.length > 0 && `${gained.length > 0 ? '' : 'now '}without ${lost.join(', ')}`,
    ].filter(Boolean)
    return `${name}: ${parts.length > 0 ? parts.join(' and ') : 'now in another order'}`
  }
  return `${name} is now ${after} instead of ${before}`
}

const labels: Readonly<Record<string, string>> = {
  name: 'the name',
  title: 'the title',
  phone: 'the telephone number',
  email: 'the e-mail address',
  url: 'the web address',
  formUrl: 'the form',
  hours: 'the hours',
  edition: 'the edition',
  aliases: 'other names',
  formerNames: 'former names',
  overallMax: 'the limit of the whole',
  notifyStage: 'the stage at which the partnership is told',
  notifyContact: 'how the partnership is told',
  immediateRisk: 'immediate risk',
  reviewOn: 'the review date',
  publishedOn: 'the date of publication',
  approvedBy: 'who approved it',
  endsWith: 'how it ends',
  finalDecision: 'who has the last word',
  status: 'status',
}

function label(key: string): string {
  return Object.hasOwn(labels, key) ? labels[key]! : spaced(key)
}
