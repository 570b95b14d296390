import {string as stringArgument} from '@oclif/core/args'
import {boolean} from '@oclif/core/flags'
import {refuseUnknownWaivers} from '../accept-gaps.js'
import {baselineText, readAcceptance} from '../cli/acceptance.js'
import {BaseCommand} from '../cli/base-command.js'
import {chosen} from '../cli/choice.js'
import {dayOf} from '../cli/dates.js'
import {exitCode, exitCodeOf} from '../cli/exit-code.js'
import {findPolicies} from '../cli/find-policies.js'
import {
  asOf,
  audience,
  baseline,
  cache,
  cacheLocation,
  config,
  failOn,
  formatFlags,
  jobs,
  noConfig,
  only,
  organisation,
  pack,
  procedures,
  quiet,
  revisions,
  shard,
  show,
  skip,
  standardInputName,
  verbose,
  waivers,
} from '../cli/flags.js'
import {placesOf} from '../cli/outputs.js'
import {configText} from '../cli/print-config.js'
import {progressOn} from '../cli/progress.js'
import {policiesOf} from '../cli/settings.js'
import {inputsOf, readPolicySource, yardstickSources} from '../cli/sources.js'
import {tell} from '../cli/tell-error.js'
import {withSettings} from '../cli/with-settings.js'
import {checkPlaces, writeFiles} from '../cli/write-files.js'
import {writeOut} from '../cli/write-out.js'
import {writeLongReport} from '../cli/write-report.js'
import {jobCount} from '../jobs/job-count.js'
import {shardChoice} from '../jobs/shard-choice.js'
import type {Config} from '../model/config.js'
import {InputError} from '../model/input-error.js'
import {isFailing, type PolicyReport} from '../model/report.js'
import {reporters} from '../report/index.js'

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
      description: 'The second of eight parts of many policies, to be put together with report',
      command: '<%= config.bin %> check policies --as-of 2026-11-23 --shard 2/8 --output part-2.json',
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
    pack,
    organisation,
    waivers,
    baseline,
    'update-baseline': boolean({
      summary: 'Write the gaps of this run into the baseline, and take out those that are gone.',
      exclusive: ['prune-baseline', 'shard'],
    }),
    'prune-baseline': boolean({
      summary: 'Take out of the baseline the gaps that are gone, and add none.',
      exclusive: ['shard'],
    }),
    'as-of': asOf,
    ...formatFlags(),
    'fail-on': failOn,
    only,
    skip,
    audience,
    show,
    revisions,
    jobs,
    shard,
    cache,
    'cache-location': cacheLocation,
    texts: boolean({
      summary: 'Keep the text of the policy and the local procedures in JSON, so that report can show them later.',
    }),
    quiet,
    verbose,
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
    const places = placesOf(reporters, flags)
    const all = findPolicies(named.length > 0 ? named : policiesIn(config))
    const choice = flags.shard === undefined ? null : shardChoice(flags.shard, process.env)
    // A mistake is told before any file is read.
    jobCount(flags.jobs, all.length)
    const rewriting = flags['update-baseline'] ? 'update' : flags['prune-baseline'] ? 'prune' : null
    if (rewriting !== null && flags.baseline === undefined) throw baselineNotNamed
    const written = [...(flags.output ?? []), ...(rewriting === null ? [] : [flags.baseline!])]
    const baseline = rewriting === null ? flags.baseline : undefined
    checkPlaces(written, [...all, ...inputsOf({...flags, baseline}, config)])
    const acceptance = await readAcceptance(flags, rewriting !== null)

    const {cachedJudges, checkPolicies, judges, keptReports, openCache, openFrame, partOf, programDigest, runPolicies} =
      await import('../jobs/index.js')
    const part = choice && (await partOf(all, choice))
    if (part && !flags.quiet) await tell(part.told)
    const paths = part ? part.paths : all
    const count = jobCount(flags.jobs, paths.length)
    const sources = await yardstickSources(flags, config)
    const keepTexts = flags.texts || [places, ...places.outputs].some(({reporter}) => reporter.showsTexts)
    const {tool} = this
    const {root} = this.config
    const cache = flags.cache ? await openCache(flags['cache-location']) : null
    const program = await programDigest(root)
    const {frame, key, yardstick} = await openFrame({sources, asOf: day, keepTexts, tool, cache, program})
    const {requirements} = frame
    refuseUnknownWaivers(acceptance.waivers?.entries ?? [], requirements)
    const ids = chosen(requirements, flags)
    const options = {asOf: day, audience: flags.audience, revisions: flags.revisions, only: ids, keepTexts}

    const settings = {yardstick, sources, requirements, options, jobs: count, root}
    const own = judges(settings)
    const {judge, close} = cache ? cachedJudges(own, cache, key, settings) : own
    const progress = progressOn(process.stderr, {total: paths.length, quiet: flags.quiet, verbose: flags.verbose})
    const judged = async (path: string) => judge(await readPolicySource(path, flags['stdin-filename']))
    const kept = keptReports()
    let failing = 0
    const outcomes = runPolicies(paths, judged, count === 1 ? 1 : count * 8)
    const keep = (report: PolicyReport) => {
      kept.keep(report)
      failing += report.findings.filter((finding) => isFailing(finding, flags['fail-on'])).length
    }
    const checked = await checkPolicies(outcomes, {
      acceptance,
      asOf: day,
      rewriting,
      progress,
      keep,
    }).finally(close)
    const {refused, baselines, notices} = checked
    process.exitCode = exitCode.notDone
    if (kept.count === 0 && !part) return

    const verdict = {failing, failOn: flags['fail-on']}
    const shard = part?.shard(checked, {sources, settings: [tool, options, acceptance]})
    const report = {
      ...frame.report,
      policies: kept.all(),
      notices: [...frame.report.notices, ...notices],
      verdict,
      ...(shard && {shard}),
    }
    // A report that lacks a policy would look whole later: it is shown, but not kept. A part for programs says what it lacks.
    const whole = places.outputs.filter(({reporter}) => refused.length === 0 || (shard && reporter.name === 'json'))
    const {show, quiet, texts} = flags
    await writeLongReport(report, {...places, outputs: whole}, {show, quiet, texts, unread: refused.length})
    kept.close()
    if (rewriting !== null && refused.length === 0) {
      await writeFiles([{path: flags.baseline!, content: baselineText(acceptance.baseline!, baselines)}])
    }
    // Set, not this.exit(): that would cut a long report short in a pipe.
    if (refused.length === 0) process.exitCode = exitCodeOf(verdict)
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
