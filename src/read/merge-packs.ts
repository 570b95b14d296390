import type {Registers} from '../model/procedures.js'
import type {Pack} from './pack.js'

/** Several packs as one: entries of a later pack replace those of the same id and come after the rest. */
export function mergedPack(packs: readonly Pack[]): Pack {
  return packs.reduce(
    (under, pack) => ({
      ...pack,
      registers: mergedRegisters(under.registers, pack.registers),
      lexicon: {...under.lexicon, ...pack.lexicon},
      requirements: byId(under.requirements, pack.requirements),
    }),
    empty,
  )
}

/** Entries laid over entries of the same id, field by field; new ones come after the rest. */
export function byId<T extends {readonly id: string}>(under: readonly T[], over: readonly T[]): readonly T[] {
  if (over.length === 0) return under
  const entries = new Map(under.map((entry) => [entry.id, entry]))
  for (const entry of over) entries.set(entry.id, {...entries.get(entry.id), ...entry})
  return [...entries.values()]
}

function mergedRegisters(under: Registers, over: Registers): Registers {
  const both = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])]
  return {
    editions: byId(under.editions, over.editions),
    obsoleteTerms: byId(under.obsoleteTerms, over.obsoleteTerms),
    phantomTitles: both(under.phantomTitles, over.phantomTitles),
    otherNations: both(under.otherNations, over.otherNations),
    retiredEmailDomains: both(under.retiredEmailDomains, over.retiredEmailDomains),
    placeholders: {
      patterns: both(under.placeholders.patterns, over.placeholders.patterns),
      allow: both(under.placeholders.allow, over.placeholders.allow),
    },
    helplines: byId(under.helplines, over.helplines),
    police: over.police,
  }
}

const empty: Pack = {
  id: 'none',
  title: 'no pack',
  edition: '',
  registers: {
    editions: [],
    obsoleteTerms: [],
    phantomTitles: [],
    otherNations: [],
    retiredEmailDomains: [],
    placeholders: {patterns: [], allow: []},
    helplines: [],
    police: {emergency: '999', nonEmergency: '101'},
  },
  lexicon: {},
  requirements: [],
}
