import type {Affected} from '../../model/affected.js'
import type {Reporter} from '../reporter.js'

/** Every format of what new procedures change. A new one is a file beside these and a line here. */
export const affectedReporters: readonly Reporter<Affected>[] = [
  {
    name: 'terminal',
    extension: null,
    summary: 'For a person: which policy to change first, and each sentence with what to put there.',
    load: async () => (await import('./terminal.js')).renderAffected,
  },
  {
    name: 'json',
    extension: '.json',
    summary: 'For programs: every difference, finding and sentence, by schemas/affected.schema.json.',
    load: async () => (await import('./json.js')).renderAffectedJson,
  },
  {
    name: 'markdown',
    extension: '.md',
    summary: 'For an issue or a message to those who keep the policies.',
    load: async () => (await import('./markdown.js')).renderAffectedMarkdown,
  },
  {
    name: 'html',
    extension: '.html',
    summary: 'For people: one page, a part for each policy.',
    load: async () => (await import('./html.js')).renderAffectedHtml,
  },
]
