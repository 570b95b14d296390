import {createHash} from 'node:crypto'
import type {Pack, Packs} from '../model/pack.js'
import type {ProceduresModel} from '../model/procedures.js'
import type {Source} from '../model/source.js'
import {bottomUp, packsUnder} from './extends.js'
import type {Fields} from './fields.js'
import {laid, layerOf} from './layers.js'
import {localRegisters} from './local-registers.js'
import {localRequirements} from './local-requirements.js'
import {mergedPack} from './merge-packs.js'
import {refuseContradictions} from './model-checks.js'
import {validate} from './schema-errors.js'
import {switchedOffIn, withSwitchedOff} from './switched-off.js'
import {readYaml, type Written} from './yaml.js'

/**
 * Reads the yardstick: the models given, each laid over what it extends, a later one over an earlier one, field by
 * field. `added` are ids of packs that are laid whatever the models extend. A model that says nothing of `extends`
 * extends those, and the England pack where there are none. Without any model the packs stand alone. Raises InputError, with line and column, for a file that does not keep to schemas/procedures.schema.json or that
 * names what does not exist.
 */
export function readProcedures(
  sources: readonly Source[],
  packs: Packs,
  added: readonly string[] = [],
): ProceduresModel {
  const files = sources.map(read)
  const under = packsUnder(files, packs, added).map((id) => packs[id]!)
  const top = under.at(-1)
  const pack = mergedPack(under)
  const layers = bottomUp(files, packs).map(layerOf)
  const {fields, origins} = laid(layers)
  const local = fields as Fields & Partial<ProceduresModel>
  const path = layers.map((layer) => layer.path).join(', ')
  const model = {
    ...withoutRegisters(local),
    id: local.id ?? top?.id ?? 'none',
    title: local.title ?? top?.title ?? 'no pack',
    edition: local.edition ?? (files.length === 0 ? top?.edition : undefined),
    path: path || `pack:${top?.id}`,
    sha256: digest(sources, under),
    local: files.length > 0,
    neighbours: local.neighbours ?? [],
    partnerships: local.partnerships ?? {},
    contacts: local.contacts ?? {},
    timescales: local.timescales ?? {},
    escalation: local.escalation ?? {},
    forums: local.forums ?? {},
    documents: local.documents ?? {},
    registers: localRegisters(pack.registers, layers, local),
    lexicon: pack.lexicon,
    requirements: localRequirements(pack, layers),
    ...(pack.learned ? {learned: pack.learned} : {}),
    origins,
    packs: under.map(({id, title, edition, date, sha256}) => ({id, title, edition, date, sha256})),
  }
  return withSwitchedOff(model, switchedOffIn(layers))
}

function read(source: Source): Written {
  const written = readYaml(source, 'a procedures file')
  validate(written, 'procedures', 'PROCEDURES_INVALID')
  refuseContradictions(written)
  return written
}

/** What the file says on guidance, terms, requirements and what is switched off has gone where the model holds it. */
function withoutRegisters({guidance, terms, requirements, switchOff, extends: _, $schema, ...rest}: Fields): Fields {
  return rest
}

/** Of the models' bytes; without any, that of the pack, or of the digests of several. */
function digest(sources: readonly Source[], packs: readonly Pack[]): string {
  if (sources.length === 0 && packs.length === 1) return packs[0]!.sha256
  const hash = createHash('sha256')
  for (const {bytes} of sources) hash.update(bytes)
  if (sources.length === 0) for (const {sha256} of packs) hash.update(sha256)
  return hash.digest('hex')
}
