import {string as stringArgument} from '@oclif/core/args'
import {option} from '@oclif/core/flags'
import {BaseCommand} from '../cli/base-command.js'
import {config, noColor, noConfig, pack, procedures, revisions, standardInputName} from '../cli/flags.js'
import {screenOptions} from '../cli/screen.js'
import {readPolicySource, yardstickSources} from '../cli/sources.js'
import {withSettings} from '../cli/with-settings.js'
import {writeOut} from '../cli/write-out.js'
import type {Facts} from '../model/facts.js'
import type {Policy} from '../model/policy.js'

export default class Inspect extends BaseCommand {
  static override summary = 'Show a policy as the program reads it.'

  static override description =
    `Prints the outline of the policy and every contact, time limit, reference, date, role holder, partnership, stage, obsolete term and placeholder that was read, each with its place, and what could not be read.

Exit codes: 0 the policy was read; 2 it could not be.`

  static override examples = [
    {description: 'The outline and the facts, for a person', command: '<%= config.bin %> inspect policy.docx'},
    {description: 'The same for a program', command: '<%= config.bin %> inspect policy.docx --format json'},
  ]

  static override args = {
    policy: stringArgument({
      description: 'a Word or Markdown file; - is standard input',
      required: true,
      ignoreStdin: true,
    }),
  }

  static override flags = {
    procedures,
    pack,
    format: option({
      char: 'f',
      summary: 'The format on standard output.',
      options: ['terminal', 'json'] as const,
      default: 'terminal',
    })(),
    revisions,
    'no-color': noColor,
    'stdin-filename': standardInputName,
    config,
    'no-config': noConfig,
  }

  override async run(): Promise<void> {
    const parsed = await this.parse(Inspect)
    const {args} = parsed
    const {flags, config} = await withSettings(parsed, Inspect.flags, [parsed.args.policy])
    const source = await readPolicySource(args.policy, flags['stdin-filename'])
    const {inspect} = await import('../align.js')
    const {policy, facts} = await inspect(source, await yardstickSources(flags, config), flags)
    await writeOut(process.stdout, await render(policy, facts, flags))
  }
}

async function render(
  policy: Policy,
  facts: Facts,
  flags: {readonly format: string; readonly 'no-color': boolean},
): Promise<string> {
  if (flags.format === 'json') return (await import('../report/inspect-json.js')).renderInspectJson(policy, facts)
  const {renderInspectText} = await import('../report/inspect-text.js')
  return renderInspectText(policy, facts, screenOptions(flags['no-color']))
}
