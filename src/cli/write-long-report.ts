import type {LongReport} from '../model/report.js'
import type {RenderOptions, Reporter} from '../report/reporter.js'
import {takesColor, widthOf} from './screen.js'
import {type FileToWrite, writeFiles} from './write-files.js'
import {writeOut} from './write-out.js'
import {type Places, refuseBytesOnScreen} from './write-report.js'

/**
 * Writes a report of any number of policies to its files, all of them or none, and then to standard output: policy by
 * policy where the format can be told so. Raises InputError where a document that is no text would go to a terminal.
 */
export async function writeLongReport(
  report: LongReport,
  {reporter, outputs, noColor}: Places,
  look: Pick<RenderOptions, 'show' | 'quiet' | 'unread' | 'texts'>,
): Promise<void> {
  const {stdout} = process
  const options = {...look, color: takesColor(stdout, noColor), width: widthOf(stdout)}
  const shown = await contentOf(reporter, report, options)
  refuseBytesOnScreen(shown, reporter)
  const files: FileToWrite[] = []
  for (const output of outputs) {
    files.push({
      path: output.path,
      content: await contentOf(output.reporter, report, {...look, color: false, width: 100}),
    })
  }
  await writeFiles(files)
  if (typeof shown === 'string' || shown instanceof Uint8Array) await writeOut(stdout, shown)
  else for (const piece of shown) if (!(await writeOut(stdout, piece))) return
}

async function contentOf(
  reporter: Reporter,
  report: LongReport,
  options: RenderOptions,
): Promise<FileToWrite['content']> {
  if (reporter.loadPieces) return (await reporter.loadPieces())(report, options)
  return (await reporter.load())({...report, policies: [...report.policies]}, options)
}
