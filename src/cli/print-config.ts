import type {Config} from '../model/config.js'
import {plain} from '../report/escape.js'
import type {Settled} from './settings.js'

/** What holds for a run, as YAML, each setting with where it came from as a remark behind it. */
export function configText(settled: readonly Settled[], config: Config | null): string {
  const lines = settled
    .filter(({value}) => value !== undefined)
    .map(({key, value, origin}) => [`${key}: ${JSON.stringify(value)}`, `# ${origin}`] as const)
  const width = Math.max(0, ...lines.map(([setting]) => setting.length))
  return [
    config ? `# The configuration is ${config.path}.` : '# There is no configuration.',
    ...lines.map(([setting, origin]) => `${setting.padEnd(width)}  ${origin}`),
  ]
    .map((line) => `${plain(line)}\n`)
    .join('')
}
