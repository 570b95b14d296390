import type {Expected} from '../model/finding.js'
import {plain} from './escape.js'
import {groupedBy} from './grouped-by.js'
import {dateWords, factWords} from './words.js'

/** What the other side says, a line for each source: the local procedures apart from the nation's guidance. */
export function yardstick(expected: readonly Expected[], heldAgainst: readonly string[]): [string, string][] {
  const bySource = groupedBy(expected, (each) =>
    JSON.stringify([sideOf(each), each.source.title, each.source.verifiedOn]),
  )
  return bySource.slice(0, 4).map((group) => {
    const {source} = group[0]!
    // The title of the yardstick stands at the top of the report: only another source is named again.
    const title = heldAgainst.includes(source.title) ? '' : plain(source.title)
    const checked = source.verifiedOn ? `verified ${dateWords(source.verifiedOn)}` : ''
    const from = [title, checked].filter(Boolean).join(', ')
    return [sideOf(group[0]!), `${valueWords(group)}${from ? ` (${from})` : ''}`]
  })
}

/** "LADO: Northmoor LADO, 01632 960303; lado notify: 1 working day": the fields of one contact together. */
function valueWords(group: readonly Expected[]): string {
  const byOwner = groupedBy(group, ({fact}) => ownerWords(fact))
  return byOwner
    .slice(0, 5)
    .map((facts) => {
      const owner = ownerWords(facts[0]!.fact)
      const values = facts.map(({value}) => plain(value)).join(', ')
      return owner ? `${owner}: ${values}` : values
    })
    .join('; ')
}

/** What a fact belongs to; the stages of a ladder are told together. */
function ownerWords(fact: string): string {
  return factWords(fact.replace(/\.(?:name|title|phone|email|url)$/, '').replace(/\.stages\.\d+/, '.stages'))
}

function sideOf({fact}: Expected): string {
  if (/^organisation\b/.test(fact)) return 'Your profile says'
  return /^(?:national|registers|editions|obsoleteTerms)\b/.test(fact) ? 'Guidance says' : 'Local procedures say'
}
