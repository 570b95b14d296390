import {string} from '@oclif/core/flags'
import {answersFor, answersGiven, questionList} from '../../cli/answers.js'
import {BaseCommand} from '../../cli/base-command.js'
import {today} from '../../cli/dates.js'
import {withSchema} from '../../cli/editor-help.js'
import {exitCode} from '../../cli/exit-code.js'
import {answer, questions} from '../../cli/flags.js'
import {answersBeside, dropAnswers} from '../../cli/kept-answers.js'
import {packs} from '../../cli/packs.js'
import {checkPlaces, refuseExisting, writeFiles} from '../../cli/write-files.js'
import {writeOut} from '../../cli/write-out.js'
import {InputError} from '../../model/input-error.js'

export default class New extends BaseCommand {
  static override summary = 'Make a model of your local procedures by answering questions.'

  static override description =
    `Asks in plain words what the websites of your partnership and council tell: whom to ring, within how long, and what happens when agencies disagree. Press Enter where your area has nothing; ? shows an example, back goes one question back. You can leave at any time with Ctrl-C: the same command goes on where you left.

Without a terminal, give the answers with --answer; --questions lists them. A file that is there already is never written over.

Exit codes: 0 the model was written; 2 it was not.`

  static override examples = [
    {description: 'Questions in the terminal', command: '<%= config.bin %> procedures new --output northmoor.yaml'},
    {
      description: 'From flags alone',
      command:
        '<%= config.bin %> procedures new --output northmoor.yaml --area Northmoor --answer audience=children --answer "lado=Northmoor LADO, 01632 960305" --answer source=www.northmoorscp.example --answer "by=Ann Lee, DSL" --answer rang=no',
    },
  ]

  static override flags = {
    output: string({char: 'o', summary: 'The model to write; named after the area if not given.', helpValue: 'FILE'}),
    area: string({summary: 'The name of your area.', helpValue: 'NAME'}),
    answer,
    questions,
  }

  override async run(): Promise<void> {
    const {flags} = await this.parse(New)
    const {modelFrom, modelInterview, questionsFor, slug} = await import('../../new-model.js')
    process.exitCode = exitCode.aligned
    if (flags.questions) {
      const open = {audience: 'both', 'children-stage-1': 'x', 'adults-stage-1': 'x'}
      await writeOut(process.stdout, questionList(questionsFor(open)))
      return
    }
    const given = {
      ...(flags.area !== undefined && {area: flags.area.trim()}),
      ...answersGiven(flags.answer ?? []),
    }
    if (flags.output === undefined && given.area === undefined)
      throw new InputError(
        'OUTPUT_NOT_GIVEN',
        '--output',
        'the model has no name',
        'Give --output northmoor.yaml, or --area.',
      )
    const output = flags.output ?? `${slug(given.area!)}.procedures.yaml`
    if (!/\.ya?ml$/i.test(output))
      throw new InputError('OUTPUT_FORMAT', output, 'a model is written as YAML', 'Give a name that ends in .yaml.')
    refuseExisting(output)
    checkPlaces([output], [])

    const file = answersBeside(output)
    const answers = await answersFor(modelInterview, given, {file, opening})
    const {content, warnings} = modelFrom(answers, output, await packs(), today())
    await writeFiles([
      {path: output, content: withSchema(content, 'procedures', {path: output, version: this.config.version})},
    ])
    await dropAnswers(file)
    const look = warnings > 0 ? `policy-align procedures validate ${output} tells what is still to be looked at.\n` : ''
    await writeOut(
      process.stdout,
      `${output}: written.\n${look}policy-align check POLICY --procedures ${output} holds a policy against it.\n`,
    )
  }
}

const opening =
  'Have the websites of your partnership and council open. Enter: there is none. ?: an example. back: one question back. Ctrl-C: leave, and go on later.\n'
