import {createHash} from 'node:crypto'
import type {ProceduresModel} from '../model/procedures.js'
import type {Source} from '../model/source.js'
import {bottomUp, packsUnder} from './extends.js'
import type {Fields} from './fields.js'
import {laid, layerOf} from './layers.js'
import {localRegisters} from './local-registers.js'
import {localRequirements} from './local-requirements.js'
import {mergedPack} from './merge-packs.js'
import {refuseContradictions} from './model-checks.js'
import type {Packs} from './pack.js'
import {validate} from './schema-errors.js'
import {switchedOffIn, withSwitchedOff} from './switched-off.js'
import {readYaml, type Written} from './yaml.js'

export type {Packs} from './pack.js'

/**
 * Reads the yardstick: the models given, each laid over what it extends, a later one over an earlier one, field by
 * field. A model that says nothing of `extends` extends the England pack. Without any model the pack stands alone.
 * Raises InputError, with line and column, for a file that does not keep to schemas/procedures.schema.json or that
 * names what does not exist.
 */
export function readProcedures(sources: readonly Source[], packs: Packs): ProceduresModel {
  const files = sources.map(read)
  const names = files.length > 0 ? packsUnder(files, packs) : ['england']
  const under = names.map((name) => packs[name]!)
  const pack = mergedPack(under)
  const layers = bottomUp(files, packs).map(layerOf)
  const {fields, origins} = laid(layers)
  const local = fields as Fields & Partial<ProceduresModel>
  const path = layers.map((layer) => layer.path).join(', ')
  const model = {
    ...withoutRegisters(local),
    id: local.id ?? pack.id,
    title: local.title ?? pack.title,
    edition: local.edition ?? (files.length === 0 ? pack.edition : undefined),
    path: path || `pack:${pack.id}`,
    sha256: digest(sources, pack),
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
    origins,
    packs: under.map(({id, title, edition}) => ({id, title, edition})),
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

function digest(sources: readonly Source[], pack: unknown): string {
  const hash = createHash('sha256')
  for (const {bytes} of sources) hash.update(bytes)
  if (sources.length === 0) hash.update(JSON.stringify(pack))
  return hash.digest('hex')
}
