import type {Pack} from '../model/pack.js'
import type {ProceduresModel, Registers} from '../model/procedures.js'

/** What several packs come to together. */
export type MergedPack = Pick<ProceduresModel, 'registers' | 'lexicon' | 'requirements' | 'learned'>

/** Several packs as one: entries of a later pack go over those of the same id, field by field, and after the rest. */
export function mergedPack(packs: readonly Pack[]): MergedPack {
  return packs.reduce<MergedPack>(
    (under, pack) => ({
      registers: mergedRegisters(under.registers, pack.registers),
      lexicon: {...under.lexicon, ...pack.lexicon},
      requirements: byId(under.requirements, pack.requirements),
      ...((pack.learned ?? under.learned) ? {learned: pack.learned ?? under.learned!} : {}),
    }),
    {registers: bare, lexicon: {}, requirements: []},
  )
}

/** Entries laid over entries of the same id, field by field; new ones come after the rest. */
export function byId<T extends {readonly id: string}>(under: readonly T[], over: readonly T[]): readonly T[] {
  if (over.length === 0) return under
  const entries = new Map(under.map((entry) => [entry.id, entry]))
  for (const entry of over) entries.set(entry.id, {...entries.get(entry.id), ...entry})
  return [...entries.values()]
}

function mergedRegisters(under: Registers, over: Pack['registers']): Registers {
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
    police: over.police ?? under.police,
  }
}

const bare: Registers = {
  editions: [],
  obsoleteTerms: [],
  phantomTitles: [],
  otherNations: [],
  retiredEmailDomains: [],
  placeholders: {patterns: [], allow: []},
  helplines: [],
  police: {emergency: '999', nonEmergency: '101'},
}
