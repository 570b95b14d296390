import {InputError} from '../model/input-error.js'
import type {LongReport} from '../model/report.js'
import type {RenderOptions, Reporter} from '../report/reporter.js'
import type {Places} from './outputs.js'
import {fileOptions, screenOptions} from './screen.js'
import {type FileToWrite, writeFiles} from './write-files.js'
import {writeOut} from './write-out.js'

type Shown = Pick<RenderOptions, 'show' | 'quiet' | 'unread' | 'texts'>

/**
 * Writes a report to its files, all of them or none, and then to standard output. Raises InputError where a document
 * that is no text would go to a terminal.
 */
export function writeReport<Report>(report: Report, places: Places<Reporter<Report>>, shown: Shown): Promise<void> {
  return write(places, shown, async ({load}, options) => (await load())(report, options))
}

/** The same for a report of any number of policies: policy by policy where the format can be told so. */
export function writeLongReport(report: LongReport, places: Places<Reporter>, shown: Shown): Promise<void> {
  return write(places, shown, async ({load, loadPieces}, options) => {
    if (loadPieces) return (await loadPieces())(report, options)
    return (await load())({...report, policies: [...report.policies]}, options)
  })
}

async function write<Report>(
  {reporter, outputs, noColor}: Places<Reporter<Report>>,
  shown: Shown,
  render: (reporter: Reporter<Report>, options: RenderOptions) => Promise<FileToWrite['content']>,
): Promise<void> {
  const {stdout} = process
  const content = await render(reporter, {...shown, ...screenOptions(noColor)})
  if (content instanceof Uint8Array && stdout.isTTY) throw noText(reporter)
  const files: FileToWrite[] = []
  for (const {path, reporter} of outputs) {
    files.push({path, content: await render(reporter, {...shown, ...fileOptions})})
  }
  await writeFiles(files)
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
  for (const piece of pieces) if (!(await writeOut(stdout, piece))) return
}

function noText({name, extension}: Pick<Reporter, 'name' | 'extension'>): InputError {
  return new InputError(
    'SCREEN_TAKES_TEXT',
    'standard output',
    `a report as ${name} is no text, and this is a terminal`,
    `Give --output REPORT${extension}.`,
  )
}
