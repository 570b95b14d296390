import {string as stringArgument} from '@oclif/core/args'
import {boolean, option} from '@oclif/core/flags'
import {BaseCommand} from '../../cli/base-command.js'
import {dayOf} from '../../cli/dates.js'
import {exitCode} from '../../cli/exit-code.js'
import {readSource} from '../../cli/files.js'
import {asOf, noColor} from '../../cli/flags.js'
import {withBases} from '../../cli/model-sources.js'
import {screenOptions} from '../../cli/screen.js'
import {knownPacks} from '../../cli/sources.js'
import {writeOut} from '../../cli/write-out.js'
import type {ValidatedModel} from '../../model/model-problem.js'

export default class Validate extends BaseCommand {
  static override summary = 'Look for everything that is wrong in a model of local procedures, all at once.'

  static override description =
    `Tells mistakes against the schema, names that lead nowhere, steps and limits that contradict each other, numbers and addresses that cannot be ones, and what was verified long ago, never, or is still a draft; each with its line and what to do.

error: it cannot be so. warning: it can be used, but somebody should look. note: only a person can tell; it never fails a run.

Exit codes: 0 no error; 1 errors, or with --strict warnings; 2 a model that cannot be used at all (check would refuse it), or a flag or file is at fault.`

  static override examples = [
    {description: 'What is to be mended in a model', command: '<%= config.bin %> procedures validate northmoor.yaml'},
    {
      description: 'In CI: stale contacts and drafts fail the run too, and are shown beside their lines',
      command: '<%= config.bin %> procedures validate procedures/*.yaml --strict --format github',
    },
  ]

  static override args = {
    file: stringArgument({description: 'models, YAML or JSON', multiple: true, required: true, ignoreStdin: true}),
  }

  static override flags = {
    strict: boolean({summary: 'Let warnings fail the run too.'}),
    'as-of': asOf,
    format: option({
      char: 'f',
      summary: 'The format on standard output.',
      options: ['terminal', 'json', 'github'] as const,
      default: 'terminal',
    })(),
    'no-color': noColor,
  }

  override async run(): Promise<void> {
    const {args, flags} = await this.parse(Validate)
    const day = dayOf(flags['as-of'])
    const files = await Promise.all(
      (args.file as unknown as string[]).map((path) => readSource(path, 'a procedures file')),
    )
    const {validate} = await import('../../local-model.js')
    const models: ValidatedModel[] = []
    for (const file of files) {
      const bases = await withBases([file])
      const {packs} = await knownPacks(bases.packs)
      models.push(
        validate(
          file,
          bases.models.filter((layer) => layer !== file),
          packs,
          day,
        ),
      )
    }
    await writeOut(process.stdout, await rendered(models, flags))
    process.exitCode = exitOf(models, flags.strict)
  }
}

async function rendered(
  models: readonly ValidatedModel[],
  flags: {readonly format: 'terminal' | 'json' | 'github'; readonly strict: boolean; readonly 'no-color': boolean},
): Promise<string> {
  if (flags.format === 'json') return (await import('../../report/problems/json.js')).renderProblemsJson(models)
  if (flags.format === 'github')
    return (await import('../../report/problems/github.js')).renderProblemsGithub(models, flags.strict)
  const {renderProblems} = await import('../../report/problems/terminal.js')
  return renderProblems(models, {...screenOptions(flags['no-color']), strict: flags.strict})
}

function exitOf(models: readonly ValidatedModel[], strict: boolean): number {
  const problems = models.flatMap((model) => model.problems)
  if (problems.some(({refused}) => refused)) return exitCode.notDone
  const failing = problems.some(({severity}) => severity === 'error' || (strict && severity === 'warning'))
  return failing ? exitCode.findings : exitCode.aligned
}
