import {readFileSync} from 'node:fs'
import type {Organisation, ProceduresModel} from '../../src/model/procedures.js'
import type {Source} from '../../src/model/source.js'
import {readOrganisation} from '../../src/read/organisation.js'
import {readProcedures} from '../../src/read/procedures.js'
import {packs} from './pack.js'

/** A file of the fixtures, as the shell would hand it over. */
export function fixture(path: string): Source {
  return {path, bytes: new Uint8Array(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url)))}
}

/** The invented area that the pack's examples are judged against. */
export function eastmere(): ProceduresModel {
  return readProcedures([fixture('models/eastmere.procedures.yaml')], packs())
}

/** The invented organisation that the pack's examples are of. */
export function larkfield(): Organisation {
  return readOrganisation(fixture('models/larkfield.organisation.yaml'))
}

/** The England pack alone. */
export function england(): ProceduresModel {
  return readProcedures([], packs())
}
