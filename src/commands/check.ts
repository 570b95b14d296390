import {string as stringArgument} from '@oclif/core/args'
import {boolean} from '@oclif/core/flags'
import {acceptedOf, baselineText, readAcceptance, watchWaivers} from '../cli/acceptance.js'
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
  format,
  jobs,
  noColor,
  noConfig,
  only,
  organisation,
  output,
  procedures,
  quiet,
  revisions,
  show,
  skip,
  standardInputName,
  verbose,
  waivers,
} from '../cli/flags.js'
import {outputsOf} from '../cli/outputs.js'
import {configText} from '../cli/print-config.js'
import {progressOn} from '../cli/progress.js'
import {policiesOf} from '../cli/settings.js'
import {readPolicySource, yardstickSources} from '../cli/sources.js'
import {tellError} from '../cli/tell-error.js'
import {withSettings} from '../cli/with-settings.js'
import {checkPlaces, writeFiles} from '../cli/write-files.js'
import {writeOut} from '../cli/write-out.js'
import {writeReport} from '../cli/write-report.js'
import {jobCount} from '../jobs/job-count.js'
import type {KnownGap} from '../model/accepted.js'
import type {Config} from '../model/config.js'
import {isGap} from '../model/finding.js'
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
      ignoreStdin: true,
    }),
  }

  static override flags = {
    procedures,
    organisation,
    waivers,
    baseline,
    'update-baseline': boolean({
      summary: 'Write the gaps of this run into the baseline, and take out those that are gone.',
      exclusive: ['prune-baseline'],
    }),
    'prune-baseline': boolean({summary: 'Take out of the baseline the gaps that are gone, and add none.'}),
    'as-of': asOf,
    format,
    output,
    'fail-on': failOn,
    only,
    skip,
    audience,
    show,
    revisions,
    jobs,
    texts: boolean({
      summary: 'Keep the text of the policy and the local procedures in JSON, so that report can show them later.',
    }),
    quiet,
    verbose,
    'no-color': noColor,
    'stdin-filename': standardInputName,
    config,
    'no-config': noConfig,
    'print-config': boolean({summary: 'Print the settings of this run, each with where it came from, and end.'}),
  }

  override async run(): Promise<void> {
    const parsed = await this.parse(Check)
    const named = (parsed.args.policy ?? []) as unknown as readonly string[]
    const {flags, config, settled} = await withSettings(parsed, Check.flags, named)
    if (flags['print-config']) {
      await writeOut(process.stdout, configText(settled, config))
      return
    }
    const day = dayOf(flags['as-of'])
    const outputs = outputsOf(flags.output ?? [])
    const paths = findPolicies(named.length > 0 ? named : policiesIn(config))
    const count = jobCount(flags.jobs, paths.length)
    const rewriting = flags['update-baseline'] ? 'update' : flags['prune-baseline'] ? 'prune' : null
    if (rewriting !== null && flags.baseline === undefined) throw baselineNotNamed
    const written = [...(flags.output ?? []), ...(rewriting === null ? [] : [flags.baseline!])]
    const read = [...paths, ...(flags.procedures ?? []), flags.organisation, flags.waivers, config?.path]
    checkPlaces(
      written,
      read.filter((path) => path !== undefined),
    )
    const acceptance = await readAcceptance(flags, rewriting !== null)

    const {acceptGaps, readYardstick, rebased, refuseUnknownWaivers, reportOn} = await import('../align.js')
    const sources = await yardstickSources(flags, config)
    const yardstick = readYardstick(sources)
    refuseUnknownWaivers(acceptance.waivers?.entries ?? [], yardstick.model.requirements)
    const ids = chosen(yardstick.model.requirements, flags.only ?? [], flags.skip ?? [])
    const reporter = reporterNamed(flags.format)!
    const keepTexts = flags.texts || [reporter, ...outputs.map((each) => each.reporter)].some((each) => each.showsTexts)
    const options = {asOf: day, audience: flags.audience, revisions: flags.revisions, only: ids, keepTexts}

    const checked: PolicyReport[] = []
    const baselines: {path: string; known: readonly KnownGap[]}[] = []
    const watch = watchWaivers(acceptance)
    const progress = progressOn(process.stderr, {total: paths.length, quiet: flags.quiet, verbose: flags.verbose})
    let refused = 0
    const {judges, runPolicies} = await import('../jobs/index.js')
    const {judge, close} = judges({yardstick, sources, options, jobs: count, root: this.config.root})
    const judged = async (path: string) => judge(await readPolicySource(path, flags['stdin-filename']))
    try {
      for await (const outcome of runPolicies(paths, judged, count === 1 ? 1 : count * 8)) {
        if ('error' in outcome) {
          await progress.clear()
          await tellError(outcome.error)
          await progress.tell(outcome.path, null)
          refused++
          continue
        }
        const {path, report: found} = outcome
        const accepted = acceptedOf(acceptance, path)
        const known = rewriting === null ? accepted.known : rebased(found, accepted, day, rewriting)
        watch.see(path, found)
        baselines.push({path, known})
        const report = acceptGaps(found, {...accepted, known}, day)
        checked.push(report)
        await progress.tell(path, report.findings.filter(({status, waived}) => isGap(status) && !waived).length)
      }
    } finally {
      await progress.clear()
      await close()
    }
    process.exitCode = exitCode.notDone
    if (checked.length === 0) return
    refuseNothing(checked)

    const tool = {name: this.config.name, version: this.config.version}
    const settings = {asOf: day, failOn: flags['fail-on'], tool, keepTexts, notices: watch.notices()}
    const report = reportOn(checked, yardstick, settings)
    // A report that lacks a policy would look whole later: it is shown, but not kept.
    const places = {reporter, outputs: refused === 0 ? outputs : [], noColor: flags['no-color']}
    await writeReport(report, places, {show: flags.show, quiet: flags.quiet, unread: refused, texts: flags.texts})
    if (rewriting !== null && refused === 0) {
      await writeFiles([{path: flags.baseline!, content: baselineText(acceptance.baseline!, baselines)}])
    }
    // Set, not this.exit(): that would cut a long report short in a pipe.
    if (refused === 0) process.exitCode = report.verdict.failing > 0 ? exitCode.findings : exitCode.aligned
  }
}

/** The policies that the configuration names. Raises InputError where it names none, and none was given. */
function policiesIn(config: Config | null): readonly string[] {
  const names = policiesOf(config)
  if (names.length > 0) return names
  const fix = 'Name one, or set policies in policy-align.config.yaml. See --help.'
  throw new InputError('POLICY_MISSING', 'POLICY', 'no policy was named', fix)
}

const baselineNotNamed = new InputError(
  'BASELINE_NOT_NAMED',
  '--baseline',
  'it is not said which baseline is to be written',
  'Give --baseline policy-align.baseline.json, or set baseline in policy-align.config.yaml.',
)

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
