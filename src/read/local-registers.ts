import {InputError} from '../model/input-error.js'
import type {Edition, ObsoleteEntry, Partnership, ProceduresModel, Provenance, Registers} from '../model/procedures.js'
import type {Layer} from './layers.js'
import {byId} from './merge-packs.js'

type Model = Partial<ProceduresModel>

/**
 * The packs' registers with what the local models change or add: guidance, terms, and the names that a partnership no
 * longer uses. Raises InputError for a new entry that does not say enough.
 */
export function localRegisters(pack: Registers, layers: readonly Layer[], model: Model): Registers {
  let {editions, obsoleteTerms} = pack
  for (const layer of layers) {
    const {guidance = [], terms = []} = layer.fields as {guidance?: Edition[]; terms?: Partial<ObsoleteEntry>[]}
    const titles = new Set(editions.map(({id}) => id))
    const words = new Set(obsoleteTerms.map(({id}) => id))
    const isNew = ({id}: {id?: string}, known: ReadonlySet<string>): boolean => !known.has(id!)
    editions = byId(
      editions,
      guidance.map((entry, i) => {
        if (isNew(entry, titles) && !entry.title) throw lacking(layer, ['guidance', i], entry.id, 'title')
        return isNew(entry, titles) ? {...newEdition(layer), ...entry} : entry
      }),
    )
    obsoleteTerms = byId(
      obsoleteTerms,
      terms.map((entry, i) => {
        const absent = (['terms', 'replacement'] as const).find((field) => isNew(entry, words) && !entry[field])
        if (absent) throw lacking(layer, ['terms', i], entry.id!, absent)
        return (isNew(entry, words) ? {since: '', ...seen(layer), ...entry} : entry) as ObsoleteEntry
      }),
    )
  }
  return {...pack, editions, obsoleteTerms: byId(obsoleteTerms, formerNames(model))}
}

function newEdition(layer: Layer): Pick<Edition, 'current' | 'kind' | 'source' | 'seenOn' | 'confidence'> {
  return {current: null, kind: 'guidance', ...seen(layer)}
}

/** Where and when a local entry was seen, as far as its file tells. */
function seen({fields, path}: Layer): Pick<Edition, 'source' | 'seenOn' | 'confidence'> {
  const {source, sourceUrl, verifiedOn, retrievedOn} = (fields.provenance ?? {}) as Provenance
  return {source: source ?? sourceUrl ?? path, seenOn: verifiedOn ?? retrievedOn ?? '', confidence: 'medium'}
}

/** A partnership's old names are terms that a policy should no longer use. */
function formerNames({partnerships = {}, title = ''}: Model): ObsoleteEntry[] {
  const distinct = new Map(
    Object.entries(partnerships).flatMap(([key, each]): [string, [string, Partnership]][] =>
      each?.formerNames ? [[each.formerNames.join(), [key, each]]] : [],
    ),
  )
  return [...distinct.values()].map(([key, {name, aliases = [], formerNames = [], renamedOn, provenance}]) => ({
    id: `former-name-${key}`,
    terms: formerNames.filter((former) => ![name, ...aliases].some((own) => own.includes(former))),
    replacement: name,
    since: renamedOn ?? '',
    source: provenance?.source ?? title,
    seenOn: provenance?.verifiedOn ?? provenance?.retrievedOn ?? '',
    confidence: 'high',
  }))
}

function lacking({written}: Layer, keys: readonly (string | number)[], id: string, field: string): InputError {
  return new InputError(
    'PROCEDURES_DANGLING',
    written.placeOf(keys),
    `${id} is no entry of the pack, and the field ${field} is missing for a new one`,
    `Add ${field}, or write the id of an entry of the pack.`,
  )
}
