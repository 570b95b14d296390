import {string as stringArgument} from '@oclif/core/args'
import {boolean, string} from '@oclif/core/flags'
import {BaseCommand} from '../../cli/base-command.js'
import {dateGiven} from '../../cli/dates.js'
import {withSchema} from '../../cli/editor-help.js'
import {readSource} from '../../cli/files.js'
import {packs} from '../../cli/packs.js'
import {checkPlaces, refuseExisting, writeFiles} from '../../cli/write-files.js'
import {writeOut} from '../../cli/write-out.js'

export default class Draft extends BaseCommand {
  static override summary = "Draft a model from the partnership's own document."

  static override description =
    `Reads a procedure of your safeguarding partnership, as Word, Markdown or a saved web page, and writes what it says as a model: stages with roles and clocks, contacts with hours, time limits with what they count from, title, edition and dates. Each fact has status: draft, the words it was read from, where they stand, and how sure the reading is; nothing is guessed. What was not seen to be said is asked, on standard error and at the top of the file.
A draft is not verified: check says so in every report until a person has held each fact against its quotation and changed its status.

Exit codes: 0 a draft was made; 2 it could not be.`

  static override examples = [
    {
      description: 'A draft from the Word document on the partnership’s website',
      command: '<%= config.bin %> procedures draft escalation-procedure.docx --output northmoor.yaml',
    },
    {
      description: 'From a page saved in the browser, with where and when it was taken from',
      command:
        '<%= config.bin %> procedures draft escalation.html --source-url https://www.northmoorscp.example/escalation --retrieved-on 2026-11-23 --output northmoor.yaml',
    },
  ]

  static override args = {
    document: stringArgument({description: 'a Word or Markdown file, or a saved web page', required: true}),
  }

  static override flags = {
    output: string({
      char: 'o',
      summary: 'The model to write, YAML; on standard output if not given.',
      helpValue: 'FILE',
    }),
    force: boolean({summary: 'Write over a model that is there already.', dependsOn: ['output']}),
    id: string({summary: 'The id of the model; made from the area’s name if not given.', helpValue: 'ID'}),
    'source-url': string({summary: 'Where the document is published.', helpValue: 'URL'}),
    'retrieved-on': string({summary: 'The day on which it was taken from there.', helpValue: 'DATE'}),
  }

  override async run(): Promise<void> {
    const {args, flags} = await this.parse(Draft)
    const {output, id} = flags
    const day = flags['retrieved-on']
    const retrievedOn = day === undefined ? undefined : dateGiven(day, '--retrieved-on')
    if (output !== undefined) {
      checkPlaces([output], [args.document])
      // A model may hold hours of a person's checking.
      if (!flags.force) refuseExisting(output, 'Give --output another name, or --force to write over it.')
    }
    const [source, known] = await Promise.all([
      readSource(args.document, 'a Word or Markdown file, or a saved web page'),
      packs(),
    ])
    const {draftModel} = await import('../../draft-model.js')
    const drafted = await draftModel(source, known, {
      source: source.path.split(/[/\\]/).at(-1)!,
      sourceUrl: flags['source-url'],
      retrievedOn,
      id,
      tool: 'policy-align',
    })
    if (output === undefined) await writeOut(process.stdout, drafted.yaml)
    else {
      const content = withSchema(drafted.yaml, 'procedures', {path: output, version: this.config.version})
      await writeFiles([{path: output, content}])
    }
    await writeOut(process.stderr, told(output, drafted))
  }
}

function told(
  output: string | undefined,
  {counts, questions}: {readonly counts: Readonly<Record<string, number>>; readonly questions: readonly string[]},
): string {
  const parts = Object.entries(counts).map(([part, count]) => `${count} ${count === 1 ? part.replace(/s$/, '') : part}`)
  const head = `${output === undefined ? '' : `${output}: `}a draft of ${parts.join(', ')}; nobody has confirmed it\n`
  if (questions.length === 0) return head
  return `${head}\nWhat was not seen to be said:\n${questions.map((each, i) => `${i + 1}. ${each}\n`).join('')}`
}
