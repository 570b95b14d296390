import {string as stringArgument} from '@oclif/core/args'
import {string} from '@oclif/core/flags'
import {asking, canAsk} from '../../cli/ask.js'
import {BaseCommand} from '../../cli/base-command.js'
import {dateGiven, today} from '../../cli/dates.js'
import {exitCode} from '../../cli/exit-code.js'
import {readSource} from '../../cli/files.js'
import {realPathOf, writeFiles} from '../../cli/write-files.js'
import {writeOut} from '../../cli/write-out.js'
import {InputError} from '../../model/input-error.js'

export default class Verify extends BaseCommand {
  static override summary = 'Record that somebody rang a number, or looked a fact up, and found it right.'

  static override description =
    `Writes into the model who verified a contact, when and how; a draft is one no longer. Everything else in the file stays as it is, remarks and layout with it. Ring first: the program cannot.

A contact is named by its key or its name (lado); another fact by its path (timescales.ladoNotify, documents.threshold). In a terminal you are asked who did it, where --by is not given.

Exit codes: 0 it was recorded; 2 it was not, and the file is as it was.`

  static override examples = [
    {
      description: 'You rang the LADO today',
      command: '<%= config.bin %> procedures verify northmoor.yaml lado --by "Ann Lee, DSL"',
    },
    {
      description: 'Two facts were looked up on the website last Monday',
      command:
        '<%= config.bin %> procedures verify northmoor.yaml prevent documents.threshold --by "Ann Lee" --method website --on 2026-11-16',
    },
  ]

  static override args = {
    contact: stringArgument({
      description: 'keys or names of contacts, or paths of other facts; the model may stand among them',
      multiple: true,
      required: true,
      ignoreStdin: true,
    }),
  }

  static override flags = {
    procedures: string({summary: 'The model that holds them, YAML or JSON.', helpValue: 'FILE'}),
    by: string({summary: 'Who verified it: a name or a role.', helpValue: 'NAME'}),
    method: string({
      summary: 'How: phone, website, email, in person. Without it: phone for contacts, website for the rest.',
      helpValue: 'HOW',
    }),
    on: string({summary: 'The day on which it was done; today if not given.', helpValue: 'DATE'}),
  }

  override async run(): Promise<void> {
    const {args, flags} = await this.parse(Verify)
    const given = args.contact as unknown as string[]
    const isFile = (name: string): boolean => /\.(?:ya?ml|json)$/i.test(name)
    const files = [...(flags.procedures === undefined ? [] : [flags.procedures]), ...given.filter(isFile)]
    const names = given.filter((name) => !isFile(name))
    const [path] = files
    if (path === undefined || files.length > 1)
      throw new InputError(
        'MODEL_NOT_GIVEN',
        '--procedures',
        path === undefined ? 'no model is given' : 'more than one model is given',
        'Give the one file that holds the contact.',
      )
    if (names.length === 0)
      throw new InputError('CONTACT_NOT_GIVEN', path, 'no contact is named', 'Name one, such as lado, after the file.')

    const verifiedOn = dayDone(flags.on)
    const source = await readSource(path, 'a procedures file')
    const {verify} = await import('../../local-model.js')
    const method = flags.method?.trim() || undefined
    // What cannot be done is told before anybody is asked.
    verify(source, names, {verifiedOn, verifiedBy: 'nobody', method})
    const verifiedBy = flags.by?.trim() || (await whoDidIt(path))
    const {content, told} = verify(source, names, {verifiedOn, verifiedBy, method})
    await writeFiles([{path: realPathOf(path), content}])
    await writeOut(process.stdout, told)
    process.exitCode = exitCode.aligned
  }
}

function dayDone(given: string | undefined): string {
  if (given === undefined) return today()
  const day = dateGiven(given, '--on')
  if (day > today())
    throw new InputError('DATE_AHEAD', '--on', `${day} is yet to come`, 'Give the day on which it was done.')
  return day
}

async function whoDidIt(path: string): Promise<string> {
  const name = canAsk() ? await asking((ask) => ask('Who verified it? (a name or a role) ')) : ''
  if (name) return name
  throw new InputError('WHO_NOT_GIVEN', path, 'nobody is named who verified it', 'Give --by with a name or a role.')
}
