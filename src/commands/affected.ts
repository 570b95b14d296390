import {string as stringArgument} from '@oclif/core/args'
import {option} from '@oclif/core/flags'
import {acceptedOf, readAcceptance} from '../cli/acceptance.js'
import {BaseCommand} from '../cli/base-command.js'
import {chosen} from '../cli/choice.js'
import {dayOf} from '../cli/dates.js'
import {exitCode} from '../cli/exit-code.js'
import {findPolicies} from '../cli/find-policies.js'
import {
  asOf,
  audience,
  baseline,
  config,
  failOn,
  noColor,
  noConfig,
  only,
  organisation,
  outputFor,
  pack,
  quiet,
  revisions,
  skip,
  standardInputName,
  waivers,
} from '../cli/flags.js'
import {outputsAmong} from '../cli/outputs.js'
import {readPolicySource, yardstickSources} from '../cli/sources.js'
import {errorLine} from '../cli/tell-error.js'
import {withSettings} from '../cli/with-settings.js'
import {checkPlaces} from '../cli/write-files.js'
import {writeOut} from '../cli/write-out.js'
import {writeReport} from '../cli/write-report.js'
import type {AffectedPolicy} from '../model/affected.js'
import {InputError} from '../model/input-error.js'
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
    format: option({
      char: 'f',
      summary: 'The format of the report on standard output.',
      options: affectedReporters.map(({name}) => name),
      default: 'terminal',
    })(),
    output: outputFor(affectedReporters),
    'fail-on': failOn,
    only,
    skip,
    audience,
    revisions,
    quiet,
    'no-color': noColor,
    'stdin-filename': standardInputName,
    config,
    'no-config': noConfig,
  }

  override async run(): Promise<void> {
    const parsed = await this.parse(AffectedCommand)
    const {old, new: current} = parsed.args
    const named = parsed.args.policy as unknown as readonly string[]
    const {flags, config} = await withSettings(parsed, AffectedCommand.flags, named)
    const outputs = outputsAmong(affectedReporters, flags.output ?? [])
    const reporter = affectedReporters.find(({name}) => name === flags.format)!
    process.exitCode = exitCode.notDone

    const day = dayOf(flags['as-of'])
    const paths = findPolicies(named)
    const read = [old, current, ...paths, flags.organisation, flags.waivers, flags.baseline, config?.path]
    checkPlaces(
      flags.output ?? [],
      read.filter((path) => path !== undefined),
    )
    const acceptance = await readAcceptance(flags, false)
    const [{affect, affectedOf, differencesOf}, {readYardstick, refuseUnknownWaivers}] = await Promise.all([
      import('../affected.js'),
      import('../align.js'),
    ])
    const yardstick = async (path: string) =>
      readYardstick(await yardstickSources({...flags, procedures: [path]}, config))
    const yardsticks = {old: await yardstick(old), new: await yardstick(current)}
    const {requirements} = yardsticks.new.model
    refuseUnknownWaivers(acceptance.waivers?.entries ?? [], requirements)
    const about = {
      asOf: day,
      failOn: flags['fail-on'],
      tool: {name: this.config.name, version: this.config.version},
    }
    const only = chosen(requirements, flags.only ?? [], flags.skip ?? [])
    const options = {asOf: day, audience: flags.audience, revisions: flags.revisions, only}
    const differences = differencesOf(yardsticks)

    const policies: AffectedPolicy[] = []
    let refused = 0
    for (const path of paths) {
      try {
        const source = await readPolicySource(path, flags['stdin-filename'])
        const accepted = acceptedOf(acceptance, path)
        policies.push(await affect(source, yardsticks, differences, {...options, accepted}))
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        await writeOut(process.stderr, errorLine(error, []))
        refused++
      }
    }
    if (policies.length === 0) return
    const report = affectedOf(policies, yardsticks, about)
    // A report that lacks a policy would look whole later: it is shown, but not kept.
    const places = {reporter, outputs: refused === 0 ? outputs : [], noColor: flags['no-color']}
    await writeReport(report, places, {show: 'gaps', quiet: flags.quiet, unread: refused})
    if (refused === 0) process.exitCode = report.verdict.failing > 0 ? exitCode.findings : exitCode.aligned
  }
}
