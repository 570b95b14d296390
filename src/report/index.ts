import type {Reporter} from './reporter.js'

/** Every format of a report. A new one is a file beside these and a line here. */
export const reporters: readonly Reporter[] = [
  {
    name: 'terminal',
    extension: null,
    summary: 'For a person: what to fix today first, with the words of both sides.',
    load: async () => (await import('./terminal.js')).renderTerminal,
    loadPieces: async () => (await import('./terminal.js')).terminalPieces,
  },
  {
    name: 'json',
    extension: '.json',
    summary: 'For programs: every finding, by schemas/report.schema.json.',
    load: async () => (await import('./json.js')).renderJson,
    loadPieces: async () => (await import('./json.js')).jsonPieces,
  },
  {
    name: 'markdown',
    extension: '.md',
    summary: 'For a comment on a pull request: the gaps as a table, then each with both sides.',
    load: async () => (await import('./markdown.js')).renderMarkdown,
    loadPieces: async () => (await import('./markdown.js')).markdownPieces,
  },
  {
    name: 'html',
    extension: '.html',
    summary: 'For people: one page to read, filter, print and hand on, with the policy marked up beside its findings.',
    showsTexts: true,
    load: async () => (await import('./html.js')).renderHtml,
  },
  {
    name: 'word',
    extension: '.docx',
    summary: 'For people who live in Word: the same as a document to edit, with an action plan to fill in.',
    showsTexts: true,
    load: async () => (await import('./word.js')).renderWord,
  },
  {
    name: 'sarif',
    extension: '.sarif',
    summary: 'For code scanning: a result for each gap, by SARIF 2.1.0; with `--show all` for the rest too.',
    load: async () => (await import('./sarif.js')).renderSarif,
    loadPieces: async () => (await import('./sarif.js')).sarifPieces,
  },
  {
    name: 'junit',
    extension: '.xml',
    summary: 'For test reports of CI: a case for each requirement, those that are met too.',
    load: async () => (await import('./junit.js')).renderJunit,
    loadPieces: async () => (await import('./junit.js')).junitPieces,
  },
  {
    name: 'csv',
    extension: '.csv',
    summary: 'For a spreadsheet: a row for each requirement, with columns for owner and deadline to fill in.',
    load: async () => (await import('./csv.js')).renderCsv,
    loadPieces: async () => (await import('./csv.js')).csvPieces,
  },
  {
    name: 'xlsx',
    extension: '.xlsx',
    summary: 'For Excel: the action plan to fill in, every finding, contacts and stages, each a sheet with filters.',
    showsTexts: true,
    load: async () => (await import('./xlsx.js')).renderXlsx,
  },
  {
    name: 'github',
    extension: null,
    summary: 'For a GitHub workflow: the ten worst gaps of each severity as annotations.',
    load: async () => (await import('./github.js')).renderGithub,
    loadPieces: async () => (await import('./github.js')).githubPieces,
  },
]

/** The reporter of a format's name. */
export function reporterNamed(name: string): Reporter | undefined {
  return reporters.find((reporter) => reporter.name === name)
}
