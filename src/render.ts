import {InputError} from './model/input-error.js'
import type {AlignmentReport} from './model/report.js'
import {reporterNamed, reporters} from './report/index.js'
import type {RenderOptions} from './report/reporter.js'

/**
 * A report in a format by its name ("html", "sarif"): text, or bytes where the format is no text. Without options it
 * shows the gaps, without colour and 100 characters a line. Raises InputError for a format that there is not.
 */
export async function render(
  report: AlignmentReport,
  format: string,
  options: Partial<RenderOptions> = {},
): Promise<string | Uint8Array> {
  const reporter = reporterNamed(format)
  if (!reporter) {
    const names = reporters.map(({name}) => name).join(', ')
    throw new InputError('FORMAT_UNKNOWN', format, 'there is no such format', `Use one of ${names}.`)
  }
  const write = await reporter.load()
  return write(report, {color: false, width: 100, show: 'gaps', quiet: false, unread: 0, ...options})
}
