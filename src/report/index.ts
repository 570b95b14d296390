import type {Reporter} from './reporter.js'

/** Every format of a report. A new one is a file beside these and a line here. */
export const reporters: readonly Reporter[] = [
  {
    name: 'terminal',
    extension: null,
    summary: 'For a person: what to fix today first, with the words of both sides.',
    load: async () => (await import('./terminal.js')).renderTerminal,
  },
  {
    name: 'json',
    extension: '.json',
    summary: 'For programs: every finding, by schemas/report.schema.json.',
    load: async () => (await import('./json.js')).renderJson,
  },
]

/** The reporter of a format's name. */
export function reporterNamed(name: string): Reporter | undefined {
  return reporters.find((reporter) => reporter.name === name)
}

/** The reporter that a file's ending asks for. */
export function reporterFor(path: string): Reporter | undefined {
  const name = path.toLowerCase()
  return reporters.find(({extension}) => extension !== null && name.endsWith(extension))
}
