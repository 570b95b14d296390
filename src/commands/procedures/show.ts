import {string as stringArgument} from '@oclif/core/args'
import {option, string} from '@oclif/core/flags'
import {BaseCommand} from '../../cli/base-command.js'
import {dayOf} from '../../cli/dates.js'
import {exitCode} from '../../cli/exit-code.js'
import {asOf, noColor} from '../../cli/flags.js'
import {takesColor, widthOf} from '../../cli/screen.js'
import {modelSources} from '../../cli/sources.js'
import {checkPlaces, writeFiles} from '../../cli/write-files.js'
import {writeOut} from '../../cli/write-out.js'
import {InputError} from '../../model/input-error.js'

const formats = ['terminal', 'markdown', 'html', 'json'] as const
type Format = (typeof formats)[number]

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
    format: option({char: 'f', summary: 'The format on standard output.', options: formats, default: 'terminal'})(),
    output: string({
      char: 'o',
      summary: 'A file for the sheet as well; its ending gives the format (.md .html .json). Repeatable.',
      helpValue: 'FILE',
      multiple: true,
      multipleNonGreedy: true,
    }),
    'no-color': noColor,
  }

  override async run(): Promise<void> {
    const {args, flags} = await this.parse(Show)
    const day = dayOf(flags['as-of'])
    const paths = args.file as unknown as string[]
    const outputs = (flags.output ?? []).map((path) => ({path, format: formatOf(path)}))
    checkPlaces(flags.output ?? [], paths)
    const [{show}, {sheetFormats}, {models, packs}] = await Promise.all([
      import('../../local-model.js'),
      import('../../report/sheet/index.js'),
      modelSources(paths),
    ])
    const sheet = show(models, packs, day)
    const rendered = async (format: Format, color: boolean) => {
      const render = await sheetFormats.find(({name}) => name === format)!.load()
      return render(sheet, {color, width: widthOf(process.stdout)})
    }
    const shown = await rendered(flags.format, takesColor(process.stdout, flags['no-color']))
    const files = outputs.map(async ({path, format}) => ({path, content: await rendered(format, false)}))
    await writeFiles(await Promise.all(files))
    await writeOut(process.stdout, shown)
    process.exitCode = exitCode.aligned
  }
}

function formatOf(path: string): Format {
  const ending = /\.[a-z]+$/i.exec(path)?.[0].toLowerCase()
  const endings: Readonly<Record<string, Format>> = {'.md': 'markdown', '.html': 'html', '.json': 'json'}
  const format = endings[ending ?? '']
  if (format) return format
  throw new InputError(
    'OUTPUT_FORMAT',
    path,
    'no sheet has this ending',
    'Give --output a name that ends in .md, .html or .json.',
  )
}
