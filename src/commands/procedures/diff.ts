import {string as stringArgument} from '@oclif/core/args'
import {boolean, option} from '@oclif/core/flags'
import {BaseCommand} from '../../cli/base-command.js'
import {exitCode} from '../../cli/exit-code.js'
import {noColor} from '../../cli/flags.js'
import {screenOptions} from '../../cli/screen.js'
import {modelSources} from '../../cli/sources.js'
import {writeOut} from '../../cli/write-out.js'

export default class Diff extends BaseCommand {
  static override summary = 'Tell in words what changed between two models of local procedures.'

  static override description =
    `Contacts, steps, limits, meetings, documents and terms that changed, moved, were added or were withdrawn. Each model is read with what it extends.

Exit codes: 0 it was told, whatever changed; with --exit-code, 1 where something changed; 2 a flag or a file is at fault.`

  static override examples = [
    {
      description: 'What the new edition changes',
      command: '<%= config.bin %> procedures diff northmoor-2025.yaml northmoor-2026.yaml',
    },
  ]

  static override args = {
    old: stringArgument({description: 'the older model, YAML or JSON', required: true, ignoreStdin: true}),
    new: stringArgument({description: 'the newer model', required: true, ignoreStdin: true}),
  }

  static override flags = {
    format: option({
      char: 'f',
      summary: 'The format on standard output.',
      options: ['terminal', 'markdown', 'json'] as const,
      default: 'terminal',
    })(),
    'exit-code': boolean({summary: 'End with 1 where something changed.'}),
    'no-color': noColor,
  }

  override async run(): Promise<void> {
    const {args, flags} = await this.parse(Diff)
    const [{diff}, report, before, after] = await Promise.all([
      import('../../local-model.js'),
      import('../../report/differences.js'),
      modelSources([args.old]),
      modelSources([args.new]),
    ])
    const comparison = diff(before, after)
    const rendered = {
      terminal: () => report.renderDifferences(comparison, screenOptions(flags['no-color'])),
      markdown: () => report.renderDifferencesMarkdown(comparison),
      json: () => report.renderDifferencesJson(comparison),
    }
    await writeOut(process.stdout, rendered[flags.format]())
    process.exitCode = flags['exit-code'] && comparison.differences.length > 0 ? exitCode.findings : exitCode.aligned
  }
}
