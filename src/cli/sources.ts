import type {Config} from '../model/config.js'
import type {Source} from '../model/source.js'
import {readSource, readStandardInput} from './files.js'
import {withBases} from './model-sources.js'
import {packs} from './packs.js'

/** The policy that a name or `-` stands for. */
export function readPolicySource(path: string, standardInputName: string): Promise<Source> {
  return path === '-' ? readStandardInput(standardInputName) : readSource(path, 'a Word or Markdown file')
}

/** Everything that a yardstick is read from, as flags and configuration name it. */
export async function yardstickSources(
  {procedures = [], organisation}: {readonly procedures?: readonly string[]; readonly organisation?: string},
  config: Config | null,
) {
  return {
    procedures: await modelSources(procedures),
    organisation: organisation === undefined ? null : await readSource(organisation, 'an organisation file'),
    packs: await packs(),
    switchOff: config?.switchedOff ?? [],
  }
}

/** Model files with those that they extend. */
export async function modelSources(paths: readonly string[]): Promise<readonly Source[]> {
  return withBases(await Promise.all(paths.map((path) => readSource(path, 'a procedures file'))))
}
