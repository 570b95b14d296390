import {string as stringArgument} from '@oclif/core/args'
import {boolean} from '@oclif/core/flags'
import {BaseCommand} from '../cli/base-command.js'
import {requirementOf} from '../cli/choice.js'
import {config, noColor, noConfig, organisation, pack, procedures} from '../cli/flags.js'
import {screenOptions} from '../cli/screen.js'
import {yardstickSources} from '../cli/sources.js'
import {withSettings} from '../cli/with-settings.js'
import {writeOut} from '../cli/write-out.js'
import {InputError} from '../model/input-error.js'

export default class Explain extends BaseCommand {
  static override summary = 'Tell what a requirement asks, why, and which wordings meet it.'

  static override description =
    `Prints what is asked, why, its sources, what your local procedures say if they are given, and wordings that meet, half meet and contradict it. Without a name, or with --list, it lists all requirements by topic, with the packs that ask for them.

Exit codes: 0 it was explained; 2 there is no such requirement, or a file could not be read.`

  static override examples = [
    {description: 'All requirements, by topic', command: '<%= config.bin %> explain --list'},
    {
      description: 'One of them, with the local values',
      command: '<%= config.bin %> explain local-lado --procedures northmoor.yaml',
    },
  ]

  static override args = {
    requirement: stringArgument({description: 'the id of a requirement, as reports print it', ignoreStdin: true}),
  }

  static override flags = {
    list: boolean({summary: 'List every requirement by topic.'}),
    procedures,
    pack,
    organisation,
    'no-color': noColor,
    config,
    'no-config': noConfig,
  }

  override async run(): Promise<void> {
    const parsed = await this.parse(Explain)
    const {args} = parsed
    if (parsed.flags.list && args.requirement !== undefined) {
      const fix = 'Leave out --list to have this one explained, or the name to have all listed.'
      throw new InputError('LIST_AND_NAME', args.requirement, '--list shows every requirement', fix)
    }
    const {flags, config} = await withSettings(parsed, Explain.flags, [])
    const {explain, readYardstick} = await import('../align.js')
    const yardstick = readYardstick(await yardstickSources(flags, config))

    const {explainText, requirementList} = await import('../report/explain-text.js')
    const look = screenOptions(flags['no-color'])
    await writeOut(
      process.stdout,
      args.requirement === undefined
        ? requirementList(yardstick.model, look)
        : explainText(explain(requirementOf(yardstick.model.requirements, args.requirement), yardstick), look),
    )
  }
}
