import {string as stringArgument} from '@oclif/core/args'
import {boolean, option, string} from '@oclif/core/flags'
import {refuseUnknownWaivers} from '../accept-gaps.js'
import {acceptedOf, readAcceptance} from '../cli/acceptance.js'
import {BaseCommand} from '../cli/base-command.js'
import {chosen} from '../cli/choice.js'
import {dayOf} from '../cli/dates.js'
import {
  asOf,
  audience,
  baseline,
  config,
  noConfig,
  only,
  organisation,
  pack,
  procedures,
  revisions,
  skip,
  standardInputName,
  waivers,
} from '../cli/flags.js'
import {nameInPatch} from '../cli/path-names.js'
import {inputsOf, readPolicySource, yardstickSources} from '../cli/sources.js'
import {withSettings} from '../cli/with-settings.js'
import {checkPlaces, writeFiles} from '../cli/write-files.js'
import {writeOut} from '../cli/write-out.js'
import {InputError} from '../model/input-error.js'

export default class Annotate extends BaseCommand {
  static override summary = 'Put a comment at each gap into a copy of a Word policy, or make a patch for Markdown.'

  static override description =
    `Holds a policy against the procedures as check does, and writes a copy of the Word document with a comment at the words that each gap is about: what is wrong, what the local procedures say, and words to use. What is missing gets its comment at the heading where it belongs. With --suggest the words to use are put in as tracked insertions. Nothing else in the copy differs from the document, which itself is never written.
For a Markdown policy, --patch gives the words to use as a unified diff.

Exit codes: 0 the copy or patch was made, whatever was found; 2 it could not be. Use check to fail a build.`

  static override examples = [
    {
      description: 'A copy with a comment at each gap',
      command: '<%= config.bin %> annotate policy.docx --procedures northmoor.yaml --output reviewed.docx',
    },
    {
      description: 'The same with the words to use as tracked insertions, on what is said of allegations only',
      command: '<%= config.bin %> annotate policy.docx --suggest --only allegations --output reviewed.docx',
    },
    {
      description: 'The words to use as a change to a Markdown policy',
      command: '<%= config.bin %> annotate policy.md --patch | git apply',
    },
  ]

  static override args = {
    policy: stringArgument({
      description: 'a Word or Markdown file; - is standard input',
      required: true,
      ignoreStdin: true,
    }),
  }

  static override flags = {
    output: string({
      char: 'o',
      summary: 'The copy to write, or with --patch the patch; without it a patch goes to standard output.',
      helpValue: 'FILE',
    }),
    procedures,
    pack,
    organisation,
    suggest: boolean({summary: 'Put the words to use into the copy as tracked insertions.', exclusive: ['patch']}),
    patch: boolean({summary: 'Give the words to use for a Markdown policy as a unified diff.'}),
    show: option({
      summary: 'A comment at each gap, or also at what is met and at what cannot be told.',
      options: ['gaps', 'all'] as const,
      default: 'gaps',
    })(),
    'as-of': asOf,
    only,
    skip,
    audience,
    revisions,
    'stdin-filename': standardInputName,
    waivers,
    baseline,
    config,
    'no-config': noConfig,
  }

  override async run(): Promise<void> {
    const parsed = await this.parse(Annotate)
    const {args} = parsed
    const {flags, config} = await withSettings(parsed, Annotate.flags, [args.policy])
    const {output} = flags
    const day = dayOf(flags['as-of'])
    if (output !== undefined) checkPlaces([output], [args.policy, ...inputsOf(flags, config)])
    const acceptance = await readAcceptance(flags, false)
    const source = await readPolicySource(args.policy, flags['stdin-filename'])
    const {annotatePolicy, patchPolicy, readYardstick, warningsOf} = await import('../align.js')
    const yardstick = readYardstick(await yardstickSources(flags, config))
    refuseUnknownWaivers(acceptance.waivers?.entries ?? [], yardstick.model.requirements)
    const ids = chosen(yardstick.model.requirements, flags)
    const {audience, revisions, show, suggest} = flags
    const accepted = acceptedOf(acceptance, args.policy)
    const options = {asOf: day, audience, revisions, only: ids, accepted}
    const warnings = warningsOf(yardstick, day).map((message) => `Please note: ${message}.\n`)

    if (flags.patch) {
      const name = nameInPatch(source.path)
      const {patch, told} = await patchPolicy(source, yardstick, {...options, name})
      if (output === undefined) await writeOut(process.stdout, patch)
      else await writeFiles([{path: output, content: patch}])
      await writeOut(process.stderr, `${told}\n${warnings.join('')}`)
      return
    }
    const {bytes, told} = await annotatePolicy(source, yardstick, {...options, show, suggest})
    const copy = placeOf(output, source.path)
    await writeFiles([{path: copy, content: bytes}])
    await writeOut(process.stderr, `${copy}: ${told}\n${warnings.join('')}`)
  }
}

/** Raises InputError for a copy without a name, or with one by which Word would refuse to open it. */
function placeOf(output: string | undefined, policy: string): string {
  const ending = /\.(?:docx|docm|dotx|dotm)$/i.exec(policy)?.[0].toLowerCase()
  const wanted = ending ?? '.docx'
  if (output === undefined) {
    throw new InputError(
      'OUTPUT_NOT_GIVEN',
      policy,
      'the copy has no name',
      `Give --output with a name that ends in ${wanted}.`,
    )
  }
  const own = /\.[^./\\]*$/.exec(output)?.[0].toLowerCase()
  if (own === wanted || (ending === undefined && own === '.docm')) return output
  throw new InputError(
    'OUTPUT_FORMAT',
    output,
    'the copy is the same kind of file as the policy',
    `Give --output a name that ends in ${wanted}.`,
  )
}
