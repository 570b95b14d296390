import {string as stringArgument} from '@oclif/core/args'
import {BaseCommand} from '../../cli/base-command.js'
import {dayOf} from '../../cli/dates.js'
import {exitCode} from '../../cli/exit-code.js'
import {asOf, formatFlags} from '../../cli/flags.js'
import {placesOf} from '../../cli/outputs.js'
import {fileOptions, screenOptions} from '../../cli/screen.js'
import {modelSources} from '../../cli/sources.js'
import {checkPlaces, writeFiles} from '../../cli/write-files.js'
import {writeOut} from '../../cli/write-out.js'
import {sheetFormats} from '../../report/sheet/index.js'

export default class Show extends BaseCommand {
  static override summary = 'Print your local procedures as a sheet to pin on a wall.'

  static override description =
    `Contacts, the steps of a disagreement, time limits, other procedures, meetings and documents, each with who verified it and when. What was verified too long ago, never, or is still a draft says so.

With --output the sheet is written to a file as well; its ending gives the format (.md, .html, .json). A page of HTML prints on A4.

Exit codes: 0 it was shown; 2 a flag or a file is at fault.`

  static override examples = [
    {description: 'On screen', command: '<%= config.bin %> procedures show northmoor.yaml'},
    {
      description: 'A page to print',
      command: '<%= config.bin %> procedures show northmoor.yaml --output wall.html',
    },
    {
      description: 'A district over the manual that it shares',
      command: '<%= config.bin %> procedures show county.yaml district.yaml --format markdown',
    },
  ]

  static override args = {
    file: stringArgument({
      description: 'the model, YAML or JSON; of several, a later one goes over an earlier one',
      multiple: true,
      required: true,
      ignoreStdin: true,
    }),
  }

  static override flags = {
    'as-of': asOf,
    ...formatFlags(sheetFormats, 'sheet'),
  }

  override async run(): Promise<void> {
    const {args, flags} = await this.parse(Show)
    const day = dayOf(flags['as-of'])
    const paths = args.file as unknown as string[]
    const {reporter, outputs, noColor} = placesOf(sheetFormats, flags, 'sheet')
    checkPlaces(flags.output ?? [], paths)
    const [{show}, {models, packs}] = await Promise.all([import('../../local-model.js'), modelSources(paths)])
    const sheet = show(models, packs, day)
    const shown = (await reporter.load())(sheet, screenOptions(noColor))
    const files = outputs.map(async ({path, reporter}) => ({
      path,
      content: (await reporter.load())(sheet, fileOptions),
    }))
    await writeFiles(await Promise.all(files))
    await writeOut(process.stdout, shown)
    process.exitCode = exitCode.aligned
  }
}
