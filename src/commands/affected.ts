import {string as stringArgument} from '@oclif/core/args'
import {refuseUnknownWaivers} from '../accept-gaps.js'
import {acceptedOf, readAcceptance} from '../cli/acceptance.js'
import {BaseCommand} from '../cli/base-command.js'
import {chosen} from '../cli/choice.js'
import {dayOf} from '../cli/dates.js'
import {exitCode, exitCodeOf} from '../cli/exit-code.js'
import {findPolicies} from '../cli/find-policies.js'
import {
  asOf,
  audience,
  baseline,
  config,
  failOn,
  formatFlags,
  noConfig,
  only,
  organisation,
  pack,
  quiet,
  revisions,
  skip,
  standardInputName,
  waivers,
} from '../cli/flags.js'
import {keptIf, placesOf} from '../cli/outputs.js'
import {inputsOf, readPolicySource, yardstickSources} from '../cli/sources.js'
import {eachOrTold} from '../cli/tell-error.js'
import {withSettings} from '../cli/with-settings.js'
import {checkPlaces} from '../cli/write-files.js'
import {writeReport} from '../cli/write-report.js'
import {affectedReporters} from '../report/affected/index.js'

export default class AffectedCommand extends BaseCommand {
  static override summary =
    'Tell what new procedures change for your policies: which findings turn, and which sentences to rewrite.'

  static override description =
    `The partnership published new procedures. Holds each policy against the older and the newer model, and tells which gaps opened, grew or closed, by which change of the procedures, and each sentence that states what is no longer so, with the new value in its place. The policy to change first comes first.

A sentence can be rewritten by machine where it states a number, an address, a name, a title or a limit that changed; elsewhere it is quoted, and a person finds the words. Nothing is written into any policy.

Exit codes: 0 the new procedures open or change no gap at or above --fail-on; 1 such gaps; 2 the job could not be done (a flag, a file or the program is at fault).`

  static override examples = [
    {
      description: 'Which of our policies have to follow the new edition',
      command: '<%= config.bin %> affected northmoor-2025.yaml northmoor-2026.yaml policies',
    },
    {
      description: 'The same as a page for those who keep them',
      command: '<%= config.bin %> affected northmoor-2025.yaml northmoor-2026.yaml policies --output rewrite.html',
    },
  ]

  static override args = {
    old: stringArgument({description: 'the model of the procedures until now', required: true, ignoreStdin: true}),
    new: stringArgument({description: 'the model of the new procedures', required: true, ignoreStdin: true}),
    policy: stringArgument({
      description: 'Word or Markdown files, folders and globs; - is standard input',
      required: true,
      multiple: true,
      ignoreStdin: true,
    }),
  }

  static override flags = {
    pack,
    organisation,
    waivers,
    baseline,
    'as-of': asOf,
    ...formatFlags(affectedReporters),
    'fail-on': failOn,
    only,
    skip,
    audience,
    revisions,
    quiet,
    'stdin-filename': standardInputName,
    config,
    'no-config': noConfig,
  }

  override async run(): Promise<void> {
    const parsed = await this.parse(AffectedCommand)
    const {old, new: current} = parsed.args
    const named = parsed.args.policy as unknown as readonly string[]
    const {flags, config} = await withSettings(parsed, AffectedCommand.flags, named)
    const places = placesOf(affectedReporters, flags)
    process.exitCode = exitCode.notDone

    const day = dayOf(flags['as-of'])
    const paths = findPolicies(named)
    checkPlaces(flags.output ?? [], [old, current, ...paths, ...inputsOf(flags, config)])
    const acceptance = await readAcceptance(flags, false)
    const [{affect, affectedOf, differencesOf}, {readYardstick}] = await Promise.all([
      import('../affected.js'),
      import('../align.js'),
    ])
    const yardstick = async (path: string) =>
      readYardstick(await yardstickSources({...flags, procedures: [path]}, config))
    const yardsticks = {old: await yardstick(old), new: await yardstick(current)}
    const {requirements} = yardsticks.new.model
    refuseUnknownWaivers(acceptance.waivers?.entries ?? [], requirements)
    const {audience, revisions} = flags
    const options = {asOf: day, audience, revisions, only: chosen(requirements, flags)}
    const differences = differencesOf(yardsticks)

    const {done: policies, refused} = await eachOrTold(paths, async (path) => {
      const source = await readPolicySource(path, flags['stdin-filename'])
      return affect(source, yardsticks, differences, {...options, accepted: acceptedOf(acceptance, path)})
    })
    if (policies.length === 0) return
    const report = affectedOf(policies, yardsticks, {asOf: day, failOn: flags['fail-on'], tool: this.tool})
    await writeReport(report, keptIf(refused === 0, places), {show: 'gaps', quiet: flags.quiet, unread: refused})
    if (refused === 0) process.exitCode = exitCodeOf(report.verdict)
  }
}
