import type {Group, Provenance} from '../model/procedures.js'
import {escalationsOf} from './escalations.js'
import type {FactsByKey, Fields, Move} from './fields.js'
import {partnershipsOf} from './partnerships.js'
import {procedureLimits} from './procedure-limits.js'
import {throughChannels} from './through-channels.js'

/**
 * A file's fields in the form in which layers are laid: one escalation for all is one for each group, a joint board is
 * both partnerships, channels are told in the short form too, steps of procedures are limits. Every fact carries the file's provenance with its own
 * over it, so that layers keep theirs apart.
 */
export function normalised(file: Fields): {fields: Fields; moves: readonly Move[]} {
  const audience = audienceOf(file.audience)
  const escalations = escalationsOf(file.escalation, audience ?? ['children', 'adults'])
  const partnerships = partnershipsOf(file.partnerships as FactsByKey | undefined)
  const provenance = file.provenance as Provenance | undefined
  const given = file.timescales as FactsByKey | undefined
  const stepped = procedureLimits(file.procedures as FactsByKey | undefined, given)
  const timescales = Object.keys(stepped.limits).length > 0 ? {...stepped.limits, ...given} : given
  const facts = (found: FactsByKey | undefined, change = (fact: Fields): Fields => fact): FactsByKey | undefined =>
    found &&
    Object.fromEntries(Object.entries(found).map(([key, fact]) => [key, attested(change(fact), provenance)] as const))
  const fields: Record<string, unknown> = {
    ...file,
    audience,
    partnerships: facts(partnerships.fields),
    contacts: facts(file.contacts as FactsByKey, throughChannels),
    timescales: facts(timescales, wholeLimit),
    escalation: facts(escalations.own),
    otherDisputes: facts(escalations.others),
    forums: facts(file.forums as FactsByKey),
    documents: facts(file.documents as FactsByKey),
    procedures: facts(file.procedures as FactsByKey),
  }
  for (const [key, value] of Object.entries(fields)) if (value === undefined) delete fields[key]
  return {fields, moves: [...escalations.moves, ...partnerships.moves, ...stepped.moves]}
}

function audienceOf(written: unknown): readonly Group[] | undefined {
  if (written === 'both') return ['children', 'adults']
  return typeof written === 'string' ? [written as 'children'] : (written as Group[] | undefined)
}

function attested(fact: Fields, provenance: Provenance | undefined): Fields {
  if (!provenance && !fact.provenance) return fact
  return {...fact, provenance: {...provenance, ...(fact.provenance as Provenance | undefined)}}
}

/** Words alone, or a number alone, go over all of the limit below: half of each would be no limit of anybody's. */
function wholeLimit(limit: Fields): Fields {
  if ('value' in limit) return {words: undefined, sameAs: undefined, ...limit}
  return 'words' in limit ? {value: null, unit: null, sameAs: undefined, ...limit} : limit
}
