import {string as stringArgument} from '@oclif/core/args'
import {boolean, string} from '@oclif/core/flags'
import {refuseUnknownWaivers} from '../accept-gaps.js'
import {acceptedOf, readAcceptance} from '../cli/acceptance.js'
import {BaseCommand} from '../cli/base-command.js'
import {chosen} from '../cli/choice.js'
import {dayOf} from '../cli/dates.js'
import {exitCode, exitCodeOf} from '../cli/exit-code.js'
import {readSource} from '../cli/files.js'
import {findVersions, type VersionPaths} from '../cli/find-versions.js'
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
  procedures,
  quiet,
  revisions,
  show,
  skip,
  waivers,
} from '../cli/flags.js'
import {sourceAt} from '../cli/git.js'
import {keptIf, placesOf} from '../cli/outputs.js'
import {inputsOf, readPolicySource, yardstickSources} from '../cli/sources.js'
import {eachOrTold} from '../cli/tell-error.js'
import {withSettings} from '../cli/with-settings.js'
import {checkPlaces} from '../cli/write-files.js'
import {writeReport} from '../cli/write-report.js'
import {InputError} from '../model/input-error.js'
import {comparisonReporters} from '../report/comparison/index.js'

export default class Compare extends BaseCommand {
  static override summary =
    'Tell what changed between two versions of a policy: which gaps opened or closed, and by which words.'

  static override description =
    `Reads two versions of a policy, Word or Markdown on either side, holds both against the same procedures, and tells which gaps opened, closed, grew or stayed, each with the words that were removed or added. Sections that were moved or renamed are recognised. Two folders are compared file by file; two reports that check saved as JSON by their findings, and by their words where both were saved with --texts.

A gap is partial, missing or conflict, each worse than the one before. It opened where there was none before, and got worse where its status is a worse one. A gap that was accepted, and is no longer, opened.

Exit codes: 0 no gap of the new version is at or above --fail-on, whatever changed; 1 such gaps, with --fail-on-new only such as opened or got worse; 2 the job could not be done (a flag, a file or the program is at fault).`

  static override examples = [
    {
      description: 'The draft against the policy in force',
      command: '<%= config.bin %> compare policy-2025.docx policy-2026.docx --procedures northmoor.yaml',
    },
    {
      description: 'What a branch changes, for a pull request: only new gaps fail',
      command: '<%= config.bin %> compare --git origin/main policy.md --procedures northmoor.yaml --fail-on-new',
    },
    {
      description: 'What became of last year’s findings, as a page',
      command: '<%= config.bin %> compare report-2025.json report-2026.json --output changes.html',
    },
  ]

  static override args = {
    old: stringArgument({
      description:
        'the older version: a Word or Markdown file, a folder, or a saved report; with --git the file itself',
      required: true,
      ignoreStdin: true,
    }),
    new: stringArgument({description: 'the newer version; not with --git', ignoreStdin: true}),
  }

  static override flags = {
    git: string({
      summary: 'Compare the file with what it was at this revision of its git repository.',
      helpValue: 'REV',
    }),
    procedures,
    pack,
    organisation,
    waivers,
    baseline,
    'as-of': asOf,
    ...formatFlags(comparisonReporters),
    'fail-on': failOn,
    'fail-on-new': boolean({summary: 'Count only gaps that opened or got worse for the exit code.'}),
    only,
    skip,
    audience,
    show,
    revisions,
    quiet,
    config,
    'no-config': noConfig,
  }

  override async run(): Promise<void> {
    const parsed = await this.parse(Compare)
    const {old, new: current} = parsed.args
    const isReports = [old, current].some((path) => path !== undefined && isReport(path))
    const given = parsed.flags.git === undefined ? twoOf(old, current) : oneOf(old, current)
    const {flags, config, settled} = await withSettings(parsed, Compare.flags, isReports ? [] : [given.new])
    const places = placesOf(comparisonReporters, flags)
    const shown = {show: flags.show, quiet: flags.quiet}
    const onlyNew = flags['fail-on-new'] === true
    process.exitCode = exitCode.notDone

    if (isReports) {
      refuseForReports(parsed.flags, given)
      checkPlaces(flags.output ?? [], [given.old, given.new])
      const [older, newer] = await Promise.all(
        [given.old, given.new].map((path) => readSource(path, 'a report saved as JSON')),
      )
      const {compareReports} = await import('../compare-versions.js')
      const isDefault = settled.find(({key}) => key === 'failOn')?.origin === 'default'
      const report = compareReports(older!, newer!, {
        failOn: isDefault ? undefined : flags['fail-on'],
        onlyNew,
        choose: (requirements) => chosen(requirements, flags),
      })
      await writeReport(report, places, {...shown, unread: 0})
      process.exitCode = exitCodeOf(report.verdict)
      return
    }

    const day = dayOf(flags['as-of'])
    const versions = flags.git === undefined ? findVersions(given.old, given.new) : [{old: null, new: given.new}]
    const read = versions.flatMap((each) => [each.old, each.new])
    checkPlaces(flags.output ?? [], [...read, ...inputsOf(flags, config)])
    const acceptance = await readAcceptance(flags, false)
    const {compareVersions, comparisonOf} = await import('../compare-versions.js')
    const {readYardstick} = await import('../align.js')
    const yardstick = readYardstick(await yardstickSources(flags, config))
    refuseUnknownWaivers(acceptance.waivers?.entries ?? [], yardstick.model.requirements)
    const only = chosen(yardstick.model.requirements, flags)
    const about = {asOf: day, failOn: flags['fail-on'], tool: this.tool, onlyNew}
    const options = {...about, audience: flags.audience, revisions: flags.revisions, only}

    const {done: compared, refused} = await eachOrTold(versions, async (version) => {
      const accepted = acceptedOf(acceptance, version.new ?? version.old!)
      return compareVersions(await sourcesOf(version, flags.git), yardstick, {...options, accepted})
    })
    if (compared.length === 0) return
    const report = comparisonOf(compared, yardstick, about)
    await writeReport(report, keptIf(refused === 0, places), {...shown, unread: refused})
    if (refused === 0) process.exitCode = exitCodeOf(report.verdict)
  }
}

function isReport(path: string): boolean {
  return /\.json$/i.test(path)
}

interface Given {
  readonly old: string
  readonly new: string
}

function twoOf(old: string, current: string | undefined): Given {
  if (current !== undefined) return {old, new: current}
  throw new InputError('NEW_MISSING', 'NEW', 'it is missing', 'Give two versions, or --git REV and one file.')
}

function oneOf(file: string, other: string | undefined): Given {
  if (other !== undefined) {
    throw new InputError('GIT_AND_NEW', other, 'with --git one file is enough', 'Leave out one of the two, or --git.')
  }
  if (isReport(file)) {
    throw new InputError('GIT_REPORT', file, 'this is a report, not a policy', 'Give a Word or Markdown file.')
  }
  return {old: file, new: file}
}

async function sourcesOf({old, new: current}: VersionPaths, revision: string | undefined) {
  if (revision !== undefined) {
    const newer = await readPolicySource(current!, current!)
    return {old: await sourceAt(revision, current!), new: newer}
  }
  const read = async (path: string | null) => (path === null ? null : await readPolicySource(path, 'standard input'))
  return {old: await read(old), new: await read(current)}
}

/** Saved findings stay as they were judged. */
function refuseForReports(flags: Readonly<Record<string, unknown>>, {old, new: current}: Given): void {
  if (!isReport(old) || !isReport(current)) {
    throw new InputError(
      'COMPARE_REPORT_AND_POLICY',
      isReport(old) ? current : old,
      'this is a policy, and the other is a saved report',
      'Give two policies or two reports: policy-align check POLICY --output REPORT.json makes one.',
    )
  }
  const judging = ['procedures', 'pack', 'organisation', 'waivers', 'baseline', 'as-of', 'audience'] as const
  const wrong = judging.find((name) => flags[name] !== undefined)
  if (!wrong) return
  const fix = 'Leave it out, or give the policies themselves.'
  throw new InputError('REPORT_JUDGED', `--${wrong}`, 'saved reports are judged already', fix)
}
