import type {Comparison} from '../../model/comparison.js'
import type {Reporter} from '../reporter.js'

/** Every format of a comparison. A new one is a file beside these and a line here. */
export const comparisonReporters: readonly Reporter<Comparison>[] = [
  {
    name: 'terminal',
    extension: null,
    summary: 'For a person: the gaps that opened first, each with the words that did it.',
    load: async () => (await import('./terminal.js')).renderComparison,
  },
  {
    name: 'json',
    extension: '.json',
    summary: 'For programs: every finding and every change, by schemas/comparison.schema.json.',
    load: async () => (await import('./json.js')).renderComparisonJson,
  },
  {
    name: 'markdown',
    extension: '.md',
    summary: 'For a comment on a pull request.',
    load: async () => (await import('./markdown.js')).renderComparisonMarkdown,
  },
  {
    name: 'html',
    extension: '.html',
    summary: 'For people: one page with the words of both versions.',
    load: async () => (await import('./html.js')).renderComparisonHtml,
  },
  {
    name: 'github',
    extension: null,
    summary: 'For a GitHub workflow: the gaps that opened or got worse as annotations.',
    load: async () => (await import('./github.js')).renderComparisonGithub,
  },
]
