import {InputError} from '../model/input-error.js'
import type {AlignmentReport} from '../model/report.js'
import type {RenderOptions, Reporter} from '../report/reporter.js'
import {takesColor, widthOf} from './screen.js'
import {writeFiles} from './write-files.js'
import {writeOut} from './write-out.js'

/** Where a report goes: to standard output in one format, and to files in others. */
export interface Places<Report = AlignmentReport> {
  readonly reporter: Reporter<Report>
  readonly outputs: readonly {readonly path: string; readonly reporter: Reporter<Report>}[]
  readonly noColor: boolean
}

/**
 * Writes a report to its files, all of them or none, and then to standard output. Raises InputError where a document
 * that is no text would go to a terminal.
 */
export async function writeReport<Report = AlignmentReport>(
  report: Report,
  {reporter, outputs, noColor}: Places<Report>,
  look: Pick<RenderOptions, 'show' | 'quiet' | 'unread' | 'texts'>,
): Promise<void> {
  const {stdout} = process
  const shown = await rendered(reporter, report, {...look, color: takesColor(stdout, noColor), width: widthOf(stdout)})
  refuseBytesOnScreen(shown, reporter)
  const files = outputs.map(async (output) => ({
    path: output.path,
    content: await rendered(output.reporter, report, {...look, color: false, width: 100}),
  }))
  await writeFiles(await Promise.all(files))
  await writeOut(stdout, shown)
}

/** Raises InputError where a document that is no text would go to a terminal. */
export function refuseBytesOnScreen<Report>(shown: unknown, {name, extension}: Reporter<Report>): void {
  if (!(shown instanceof Uint8Array && process.stdout.isTTY)) return
  throw new InputError(
    'SCREEN_TAKES_TEXT',
    'standard output',
    `a report as ${name} is no text, and this is a terminal`,
    `Give --output REPORT${extension}.`,
  )
}

async function rendered<Report>(reporter: Reporter<Report>, report: Report, options: RenderOptions) {
  const render = await reporter.load()
  return render(report, options)
}
