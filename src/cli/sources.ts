import type {Config} from '../model/config.js'
import type {Packs} from '../model/pack.js'
import type {Source} from '../model/source.js'
import type {PackFiles} from '../read/pack.js'
import {readSource, readStandardInput} from './files.js'
import {withBases} from './model-sources.js'
import {packs} from './packs.js'

/** The policy that a name or `-` stands for. */
export function readPolicySource(path: string, standardInputName: string): Promise<Source> {
  return path === '-' ? readStandardInput(standardInputName) : readSource(path, 'a Word or Markdown file')
}

/**
 * Everything that a yardstick is read from, as flags and configuration name it: models, a profile, packs beside the one
 * that ships, and what is switched off.
 */
export async function yardstickSources(
  {
    procedures = [],
    organisation,
    pack = [],
  }: {readonly procedures?: readonly string[]; readonly organisation?: string; readonly pack?: readonly string[]},
  config: Config | null,
) {
  const {models, ...known} = await modelSources(procedures, pack)
  return {
    procedures: models,
    organisation: organisation === undefined ? null : await readSource(organisation, 'an organisation file'),
    ...known,
    switchOff: config?.switchedOff ?? [],
  }
}

/** The files that a run reads beside its policies, as flags and configuration name them. */
export function inputsOf(
  {
    procedures = [],
    organisation,
    waivers,
    baseline,
  }: {
    readonly procedures?: readonly string[]
    readonly organisation?: string
    readonly waivers?: string
    readonly baseline?: string
  },
  config: Config | null,
): readonly (string | undefined)[] {
  return [...procedures, organisation, waivers, baseline, config?.path]
}

/** Model files with those that they extend, and every pack that they may name; `addedPacks` are those of `packNames`. */
export async function modelSources(
  paths: readonly string[],
  packNames: readonly string[] = [],
): Promise<{readonly models: readonly Source[]; readonly packs: Packs; readonly addedPacks: readonly string[]}> {
  const given = await Promise.all(paths.map((path) => readSource(path, 'a procedures file')))
  const bases = await withBases(given, packNames)
  const {packs: known, ids} = await knownPacks(bases.packs)
  return {models: bases.models, packs: known, addedPacks: ids.slice(0, packNames.length)}
}

/** The packs that ship and those that were found, with the ids of the latter. */
export async function knownPacks(
  found: readonly PackFiles[],
): Promise<{readonly packs: Packs; readonly ids: readonly string[]}> {
  const shipped = await packs()
  if (found.length === 0) return {packs: shipped, ids: []}
  const {withPacks} = await import('../read/packs.js')
  return withPacks(shipped, found)
}
