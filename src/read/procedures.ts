import {createHash} from 'node:crypto'
import {InputError} from '../model/input-error.js'
import type {Escalation, ProceduresModel} from '../model/procedures.js'
import type {Source} from '../model/source.js'
import {nearestName} from '../text/nearest-name.js'
import {refuseContradictions} from './model-checks.js'
import type {Pack, Packs} from './pack.js'
import {validate} from './schema-errors.js'
import {readYaml, type Written} from './yaml.js'

export type {Packs} from './pack.js'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the yardstick: the models given, each laid over what it extends, a later one over an earlier one, field by
 * field. A model that says nothing of `extends` extends the England pack. Without any model the pack stands alone.
 * Raises InputError, with line and column, for a file that does not keep to schemas/procedures.schema.json or that
 * names what does not exist.
 */
export function readProcedures(sources: readonly Source[], packs: Packs): ProceduresModel {
  const files = sources.map((source) => read(source))
  const bases = new Set(files.flatMap((file) => basesOf(file, files, packs)))
  if (files.length === 0) bases.add('england')
  const pack = merged([...bases].map((name) => packs[name]!))
  const fields = files.reduce<Fields>((under, {value}) => overlaid(under, value as Fields), {})
  return modelOf(fields, files, pack, sources)
}

function read(source: Source): Written {
  const written = readYaml(source, 'a procedures file')
  validate(written, 'procedures', 'PROCEDURES_INVALID')
  refuseContradictions(written)
  return written
}

/** The packs under a file. Other files that it extends must be given too, in their order. */
function basesOf(file: Written, files: readonly Written[], packs: Packs): string[] {
  const named = (file.value as {extends?: string[]}).extends
  if (!named) return ['england']
  return named.flatMap((name, i) => {
    if (Object.hasOwn(packs, name)) return [name]
    const given = files.some(({path, value}) => path.endsWith(name) || (value as {id?: string}).id === name)
    if (given) return []
    const near = nearestName(name, Object.keys(packs))
    const fix = near ? `Write ${near}.` : `Give that file too, before this one: --procedures ${name}.`
    throw new InputError(
      'PROCEDURES_EXTENDS',
      file.placeOf(['extends', i]),
      `extends names ${name}, which is neither a pack nor a file given`,
      fix,
    )
  })
}

/** Lays one set of fields over another: sets of fields are merged, everything else is replaced. */
function overlaid(under: Fields, over: Fields): Fields {
  const result: Record<string, unknown> = {...under}
  for (const [key, value] of Object.entries(over)) {
    const below = result[key]
    result[key] = isFields(below) && isFields(value) ? overlaid(below, value) : value
  }
  return result
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function merged(packs: readonly Pack[]): Pack {
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
  return packs.reduce(
    (under, pack) => ({
      ...pack,
      lexicon: {...under.lexicon, ...pack.lexicon},
      requirements: byId(under.requirements, pack.requirements),
    }),
    empty,
  )
}

/** Entries of a later list replace those of the same id and come after the rest. */
function byId<T extends {readonly id: string}>(under: readonly T[], over: readonly T[] = []): readonly T[] {
  return over.length === 0 ? under : [...new Map([...under, ...over].map((entry) => [entry.id, entry])).values()]
}

function modelOf(fields: Fields, files: readonly Written[], pack: Pack, sources: readonly Source[]): ProceduresModel {
  const local = fields as Partial<ProceduresModel> & {
    guidance?: Pack['registers']['editions']
    terms?: Pack['registers']['obsoleteTerms']
  }
  const hash = createHash('sha256')
  for (const {bytes} of sources) hash.update(bytes)
  if (sources.length === 0) hash.update(JSON.stringify(pack))
  return {
    ...local,
    id: local.id ?? pack.id,
    title: local.title ?? pack.title,
    edition: local.edition ?? (files.length === 0 ? pack.edition : undefined),
    path: files.map(({path}) => path).join(', ') || `pack:${pack.id}`,
    sha256: hash.digest('hex'),
    local: files.length > 0,
    neighbours: local.neighbours ?? [],
    partnerships: local.partnerships ?? {},
    contacts: local.contacts ?? {},
    timescales: local.timescales ?? {},
    escalation: escalations(local.escalation, local.audience),
    forums: local.forums ?? {},
    documents: local.documents ?? {},
    registers: {
      ...pack.registers,
      editions: byId(pack.registers.editions, local.guidance),
      obsoleteTerms: byId(pack.registers.obsoleteTerms, local.terms),
    },
    lexicon: pack.lexicon,
    requirements: byId(pack.requirements, local.requirements),
  }
}

/** One procedure for both groups may stand without a key; parts that a model leaves out are filled with nothing. */
function escalations(
  written: unknown,
  audience: ProceduresModel['audience'] = ['children', 'adults'],
): ProceduresModel['escalation'] {
  if (!isFields(written)) return {}
  const whole = (each: unknown): Escalation => ({
    title: 'the local escalation procedure',
    stages: [],
    ...(each as object),
  })
  if ('stages' in written) return Object.fromEntries(audience.map((group) => [group, whole(written)]))
  return Object.fromEntries(Object.entries(written).map(([group, each]) => [group, whole(each)]))
}
