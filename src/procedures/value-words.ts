import type {Clock, Limit} from '../model/procedures.js'
import {spaced} from '../model/spaced.js'
import {isFields} from '../read/fields.js'
import {limitWords} from '../text/limit-words.js'
import {clockWords} from './fact-words.js'

/** A value of a model in words, by its shape: a limit, a clock, a list, a set of fields, or what it is. */
export function valueWords(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(valueWords).join(', ')
  if (!isFields(value)) return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  if ('event' in value || 'anchor' in value) return clockWords(value as unknown as Clock)
  if (isLimit(value)) return limitFigures(value)
  return Object.entries(value)
    .filter(([key]) => key !== 'provenance' && !key.startsWith('x-'))
    .map(([key, each]) =>
      isFields(each) || typeof each === 'boolean' ? `${spaced(key)} ${valueWords(each)}` : valueWords(each),
    )
    .filter(Boolean)
    .join(', ')
}

export function isLimit(value: unknown): value is Limit {
  return isFields(value) && ('unit' in value || 'words' in value) && !('to' in value)
}

/** A limit in figures where it has any: "2 working days". */
export function limitFigures(limit: Limit): string {
  const {value, unit, boundary} = limit
  if (value === null || value === 0 || unit === null || boundary) return limitWords(limit)
  return `${value} ${unitWords(limit)}`
}

/** "2 working days instead of 5": the unit of the second goes without saying where it is that of the first. */
export function insteadOf(after: Limit, before: Limit): string {
  const [now, then] = [limitFigures(after), limitFigures(before)]
  // The figures are the same, so the words around them are what changed.
  if (now === then) return `${wholeFigures(after)} instead of ${wholeFigures(before)}`
  const alike = after.unit === before.unit && before.value && after.value && then.endsWith(unitWords(before))
  return `${now} instead of ${alike ? before.value : then}`
}

/** A limit with everything that bounds it, set apart by words where there are such. */
function wholeFigures(limit: Limit): string {
  const {trigger, qualifier, words, owner, weekends, sameAs, byPriority = []} = limit
  return [
    words ? `“${words}”` : limitFigures(limit),
    sameAs && `or ${limitWords(sameAs)}`,
    trigger && `from ${trigger.replaceAll('-', ' ')}`,
    owner && `owned by ${owner}`,
    qualifier,
    weekends,
    ...byPriority.map((each) => `${each.when}: ${limitWords(each)}`),
  ]
    .filter(Boolean)
    .join(', ')
}

function unitWords({value, unit}: Limit): string {
  return (unit ?? '').replace('-', ' ').replace(/s$/, value === 1 ? '' : 's')
}
