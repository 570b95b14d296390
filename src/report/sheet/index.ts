import type {Sheet} from '../../model/sheet.js'
import type {TextOptions} from '../reporter.js'

interface SheetFormat {
  readonly name: string
  /** The ending that asks for it; null for the screen alone. */
  readonly extension: string | null
  readonly load: () => Promise<(sheet: Sheet, options: TextOptions) => string>
}

/** Every format of a sheet. A new one is a file beside these and a line here. */
export const sheetFormats: readonly SheetFormat[] = [
  {name: 'terminal', extension: null, load: async () => (await import('./terminal.js')).renderSheetText},
  {name: 'markdown', extension: '.md', load: async () => (await import('./markdown.js')).renderSheetMarkdown},
  {name: 'html', extension: '.html', load: async () => (await import('./html.js')).renderSheetHtml},
  {name: 'json', extension: '.json', load: async () => (await import('./json.js')).renderSheetJson},
]
