import {string as stringArgument} from '@oclif/core/args'
import {boolean, option} from '@oclif/core/flags'
import {BaseCommand} from '../cli/base-command.js'
import {chosen} from '../cli/choice.js'
import {dateGiven, today} from '../cli/dates.js'
import {exitCode} from '../cli/exit-code.js'
import {findPolicies} from '../cli/find-policies.js'
import {
  asOf,
  audience,
  format,
  noColor,
  only,
  organisation,
  output,
  procedures,
  quiet,
  revisions,
  show,
  skip,
  standardInputName,
} from '../cli/flags.js'
import {outputsOf} from '../cli/outputs.js'
import {readPolicySource, yardstickSources} from '../cli/sources.js'
import {errorLine} from '../cli/tell-error.js'
import {checkPlaces} from '../cli/write-files.js'
import {writeOut} from '../cli/write-out.js'
import {writeReport} from '../cli/write-report.js'
import {InputError} from '../model/input-error.js'
import type {PolicyReport} from '../model/report.js'
import {reporterNamed} from '../report/index.js'

export default class Check extends BaseCommand {
  static override summary = 'Hold policies against local procedures, and report where they do not align.'

  static override description =
    `Reads each policy, compares it with the procedures and tells, with the words of both sides, what is wrong, missing or unclear.
The report goes to standard output; everything else goes to standard error.

Exit codes: 0 no gap at or above --fail-on; 1 such gaps; 2 the job could not be done (a flag, a file or the program is at fault).`

  static override examples = [
    {
      description: 'A Word policy against local procedures',
      command: '<%= config.bin %> check policy.docx --procedures northmoor.yaml --organisation us.yaml',
    },
    {
      description: 'Every policy in a folder, with a report for programs beside the one on screen',
      command: '<%= config.bin %> check policies --procedures northmoor.yaml --output report.json',
    },
    {
      description: 'Only what is said of contacts and escalation, from standard input',
      command: '<%= config.bin %> check - --only local-contacts,escalation < policy.md',
    },
  ]

  static override args = {
    policy: stringArgument({
      description: 'Word or Markdown files, folders and globs; - is standard input',
      multiple: true,
      required: true,
      ignoreStdin: true,
    }),
  }

  static override flags = {
    procedures,
    organisation,
    'as-of': asOf,
    format,
    output,
    'fail-on': option({
      summary: 'The least severity of a gap that gives exit code 1.',
      options: ['critical', 'major', 'minor', 'never'] as const,
      default: 'major',
    })(),
    only,
    skip,
    audience,
    show,
    revisions,
    texts: boolean({
      summary: 'Keep the text of the policy and the local procedures in JSON, so that report can show them later.',
    }),
    quiet,
    'no-color': noColor,
    'stdin-filename': standardInputName,
  }

  override async run(): Promise<void> {
    const {args, flags} = await this.parse(Check)
    const day = flags['as-of'] === undefined ? today() : dateGiven(flags['as-of'], '--as-of')
    const outputs = outputsOf(flags.output ?? [])
    const paths = findPolicies(args.policy as unknown as string[])
    checkPlaces(flags.output ?? [], [
      ...paths,
      ...(flags.procedures ?? []),
      ...(flags.organisation === undefined ? [] : [flags.organisation]),
    ])

    const {checkPolicy, readYardstick, reportOn} = await import('../align.js')
    const yardstick = readYardstick(await yardstickSources(flags.procedures, flags.organisation))
    const ids = chosen(yardstick.model.requirements, flags.only ?? [], flags.skip ?? [])
    const reporter = reporterNamed(flags.format)!
    const keepTexts = flags.texts || [reporter, ...outputs.map((each) => each.reporter)].some((each) => each.showsTexts)
    const options = {asOf: day, audience: flags.audience, revisions: flags.revisions, only: ids, keepTexts}

    // One at a time, so that a folder of policies needs no more memory than its largest, unless a report shows them all.
    const checked: PolicyReport[] = []
    let refused = 0
    for (const path of paths) {
      try {
        checked.push(await checkPolicy(await readPolicySource(path, flags['stdin-filename']), yardstick, options))
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        await writeOut(process.stderr, errorLine(error, []))
        refused++
      }
    }
    process.exitCode = exitCode.notDone
    if (checked.length === 0) return
    refuseNothing(checked)

    const tool = {name: this.config.name, version: this.config.version}
    const report = reportOn(checked, yardstick, {asOf: day, failOn: flags['fail-on'], tool, keepTexts})
    // A report that lacks a policy would look whole later: it is shown, but not kept.
    const places = {reporter, outputs: refused === 0 ? outputs : [], noColor: flags['no-color']}
    await writeReport(report, places, {show: flags.show, quiet: flags.quiet, unread: refused, texts: flags.texts})
    // Set, not this.exit(): that would cut a long report short in a pipe.
    if (refused === 0) process.exitCode = report.verdict.failing > 0 ? exitCode.findings : exitCode.aligned
  }
}

/** "Nothing was checked" is not success. */
function refuseNothing(checked: readonly PolicyReport[]): void {
  for (const {path, findings, tally} of checked) {
    if (tally['not-applicable'] < findings.length) continue
    throw new InputError(
      'NOTHING_APPLIES',
      path,
      `none of the ${findings.length} requirements applies (${findings[0]?.reason ?? 'there is none'})`,
      'Check --only, --audience and the profile.',
    )
  }
}
