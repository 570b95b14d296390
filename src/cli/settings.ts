import {delimiter, dirname, isAbsolute, join} from 'node:path'
import type {Config, ConfigFields} from '../model/config.js'
import {InputError} from '../model/input-error.js'
import {nearestName} from '../text/nearest-name.js'
import {packPlace} from './pack-files.js'

/** A setting that a configuration and the environment may give as well as a flag. */
interface Setting {
  readonly key: Exclude<keyof ConfigFields, 'policies' | 'switchOff'>
  readonly flag: string
  /** A file name in a configuration is meant from the folder of the configuration; a pack may be a package too. */
  readonly form: 'text' | 'texts' | 'file' | 'files' | 'packs' | 'switch'
}

/** Every such setting, in the order in which --print-config shows them. */
export const settings: readonly Setting[] = [
  {key: 'procedures', flag: 'procedures', form: 'files'},
  {key: 'packs', flag: 'pack', form: 'packs'},
  {key: 'organisation', flag: 'organisation', form: 'file'},
  {key: 'waivers', flag: 'waivers', form: 'file'},
  {key: 'baseline', flag: 'baseline', form: 'file'},
  {key: 'failOn', flag: 'fail-on', form: 'text'},
  {key: 'only', flag: 'only', form: 'texts'},
  {key: 'skip', flag: 'skip', form: 'texts'},
  {key: 'audience', flag: 'audience', form: 'text'},
  {key: 'revisions', flag: 'revisions', form: 'text'},
  {key: 'show', flag: 'show', form: 'text'},
  {key: 'jobs', flag: 'jobs', form: 'text'},
  {key: 'cache', flag: 'cache', form: 'switch'},
  {key: 'cacheLocation', flag: 'cache-location', form: 'file'},
]

/** The variable of the environment for a setting: POLICY_ALIGN_FAIL_ON for fail-on. */
export function variableOf({flag}: {readonly flag: string}): string {
  return `POLICY_ALIGN_${flag.toUpperCase().replaceAll('-', '_')}`
}

/** A value as it holds for a run, and where it came from. */
export interface Settled {
  readonly key: string
  readonly value: unknown
  readonly origin: string
}

/** What oclif tells of the flags of a run. */
export interface ParsedFlags {
  readonly flags: Readonly<Record<string, unknown>>
  readonly metadata: {readonly flags: Readonly<Record<string, {readonly setFromDefault?: boolean} | undefined>>}
}

type Options = Readonly<Record<string, {readonly options?: readonly string[]} | undefined>>

/**
 * The settings of a command: a flag over the environment, the environment over the configuration, that over the
 * default. `known` are the command's flags. Raises InputError for a variable whose value is none that the flag takes.
 */
export function settle(
  {flags, metadata}: ParsedFlags,
  known: Options,
  config: Config | null,
  environment: NodeJS.ProcessEnv,
): readonly Settled[] {
  return settings
    .filter(({flag}) => known[flag] !== undefined)
    .map((setting) => {
      const {key, flag} = setting
      const given = flags[flag]
      if (given !== undefined && !metadata.flags[flag]?.setFromDefault) return {key, value: given, origin: `--${flag}`}
      const variable = variableOf(setting)
      const text = environment[variable]
      if (text) return {key, value: fromEnvironment(text, setting, known[flag]?.options), origin: variable}
      const written = config?.fields[key]
      if (config && written !== undefined) {
        return {key, value: fromConfig(written, setting, config), origin: `${config.path}:${config.lineOf(key)}`}
      }
      return {key, value: given, origin: 'default'}
    })
}

/** What only a configuration can say, where it does. */
export function writtenOnly(config: Config | null): readonly Settled[] {
  if (!config) return []
  const values = {policies: policiesOf(config), switchOff: config.fields.switchOff ?? []}
  return (['policies', 'switchOff'] as const)
    .filter((key) => config.fields[key] !== undefined)
    .map((key) => ({key, value: values[key], origin: `${config.path}:${config.lineOf(key)}`}))
}

/** The names under `policies`, as they are to be found from the working folder. */
export function policiesOf(config: Config | null): readonly string[] {
  return [config?.fields.policies ?? []].flat().map((name) => beside(name, config!.path))
}

function fromEnvironment(text: string, setting: Setting, options: readonly string[] | undefined): unknown {
  const {form} = setting
  // One a line, as a workflow writes lists, or as the system writes its paths.
  if (form === 'files' || form === 'packs')
    return text.split(text.includes('\n') ? '\n' : delimiter).filter((part) => part.trim() !== '')
  if (form === 'texts') return partsOf(text)
  if (form === 'switch') options = ['true', 'false']
  if (options && !options.includes(text)) {
    const near = nearestName(text, options)
    throw new InputError(
      'VARIABLE_INVALID',
      variableOf(setting),
      `"${text}" is none of ${options.join(', ')}`,
      near ? `Did you mean ${near}?` : 'Use one of those.',
    )
  }
  return form === 'switch' ? text === 'true' : text
}

function fromConfig(value: string | number | boolean | readonly string[], {form}: Setting, {path}: Config): unknown {
  if (form === 'texts') return [value].flat()
  if (form === 'files') return [value as string | string[]].flat().map((name) => beside(name, path))
  if (form === 'packs')
    return [value as string | string[]].flat().map((name) => packPlace(name, dirname(path)) ?? beside(name, path))
  return form === 'file' ? beside(value as string, path) : value
}

function partsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A file that is named beside another; `-` and what has its own root stay as they are. */
function beside(name: string, path: string): string {
  return isAbsolute(name) ? name : join(dirname(path), name)
}
