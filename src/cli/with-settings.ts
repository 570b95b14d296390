import type {Config} from '../model/config.js'
import {readSource} from './files.js'
import {findConfig} from './find-config.js'
import {type ParsedFlags, type Settled, settings, settle, writtenOnly} from './settings.js'

/** The flags of a run with what the environment and the configuration say where no flag was given. */
export interface WithSettings<Flags> {
  readonly flags: Flags
  readonly config: Config | null
  readonly settled: readonly Settled[]
}

/**
 * Puts the settings of the environment and of the configuration in the place of flags that were not given. `known` are
 * the command's flags; `names` the policies, from which the configuration is looked for upward. Raises InputError for a
 * configuration that cannot be read.
 */
export async function withSettings<Flags extends object>(
  parsed: ParsedFlags & {readonly flags: Flags},
  known: Readonly<Record<string, object>>,
  names: readonly string[],
): Promise<WithSettings<Flags>> {
  const config = await configFor(parsed.flags, names)
  const settled = settle(parsed, known, config, process.env)
  const flagOf = new Map<string, string>(settings.map(({key, flag}) => [key, flag]))
  const values = settled.map(({key, value}) => [flagOf.get(key)!, value])
  return {
    flags: {...parsed.flags, ...Object.fromEntries(values)},
    config,
    settled: [...settled, ...writtenOnly(config)],
  }
}

async function configFor(
  flags: {readonly config?: string; readonly 'no-config'?: boolean},
  names: readonly string[],
): Promise<Config | null> {
  if (flags['no-config']) return null
  const path = flags.config ?? (process.env.POLICY_ALIGN_CONFIG || findConfig(names))
  if (path === null) return null
  const source = await readSource(path, 'a configuration')
  // Most runs have none, and need not load what reads one.
  const {readConfig} = await import('../read/config.js')
  return readConfig(source)
}
