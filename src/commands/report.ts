import {string as stringArgument} from '@oclif/core/args'
import {option} from '@oclif/core/flags'
import {BaseCommand} from '../cli/base-command.js'
import {exitCode, exitCodeOf} from '../cli/exit-code.js'
import {formatFlags, quiet, show} from '../cli/flags.js'
import {keptIf, placesOf} from '../cli/outputs.js'
import {tell} from '../cli/tell-error.js'
import {checkPlaces} from '../cli/write-files.js'
import {writeLongReport} from '../cli/write-report.js'
import {severities} from '../model/requirement.js'
import {reporters} from '../report/index.js'

export default class Report extends BaseCommand {
  static override summary = 'Show reports that were saved as JSON in any format, several as one portfolio.'

  static override description =
    `Reads what check wrote with --output REPORT.json and writes it again, as check itself would have written it. Nothing is judged anew. A report that was saved without --texts holds the findings but not the documents: pages made from it leave out the policy's text and the stages of the local procedures. The parts that check --shard wrote are put together as the run that they are parts of; where one is missing, that is said, and no file is written.

Exit codes: 0 no gap at or above the level; 1 such gaps; 2 the job could not be done (a flag, a file or the program is at fault).`

  static override examples = [
    {
      description: 'A page for people from a report that a pipeline saved',
      command: '<%= config.bin %> report report.json --output report.html',
    },
    {
      description: 'The policies of several organisations side by side',
      command: '<%= config.bin %> report north.json south.json --output portfolio.docx --quiet',
    },
    {
      description: 'The parts of a run over several machines as one report',
      command: '<%= config.bin %> report parts/part-*.json --output report.json --quiet',
    },
  ]

  static override args = {
    report: stringArgument({
      description: 'reports that were saved as JSON',
      multiple: true,
      required: true,
      ignoreStdin: true,
    }),
  }

  static override flags = {
    ...formatFlags(),
    'fail-on': option({
      summary: 'The least severity of a gap that gives exit code 1; as the reports were made if not given.',
      options: [...severities, 'never'] as const,
    })(),
    show,
    quiet,
  }

  override async run(): Promise<void> {
    const {args, flags} = await this.parse(Report)
    const places = placesOf(reporters, flags)
    const paths = args.report as unknown as string[]
    checkPlaces(flags.output ?? [], paths)

    const {readReports} = await import('../jobs/saved-reports.js')
    const {report, told, unread, close} = await readReports(paths, flags['fail-on'])
    for (const line of told) await tell(line)
    process.exitCode = exitCode.notDone
    await writeLongReport(report, keptIf(unread === 0, places), {
      show: flags.show,
      quiet: flags.quiet,
      unread,
      texts: true,
    })
    close()
    if (told.length > 0) return
    process.exitCode = exitCodeOf(report.verdict)
  }
}
