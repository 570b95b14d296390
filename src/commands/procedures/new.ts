import {boolean, string} from '@oclif/core/flags'
import {asking, canAsk} from '../../cli/ask.js'
import {BaseCommand} from '../../cli/base-command.js'
import {today} from '../../cli/dates.js'
import {exitCode} from '../../cli/exit-code.js'
import {
  type Answers,
  answersBeside,
  dropAnswers,
  keepAnswers,
  keptAnswers,
  refuseExisting,
} from '../../cli/kept-answers.js'
import {packs} from '../../cli/packs.js'
import {checkPlaces, writeFiles} from '../../cli/write-files.js'
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
    answer: string({
      summary: 'An answer to a question. Repeatable.',
      helpValue: 'QUESTION=ANSWER',
      multiple: true,
      multipleNonGreedy: true,
    }),
    questions: boolean({summary: 'List the questions with their names and examples, and end.'}),
  }

  override async run(): Promise<void> {
    const {flags} = await this.parse(New)
    const model = await import('../../new-model.js')
    process.exitCode = exitCode.aligned
    if (flags.questions) {
      const open = {audience: 'both', 'children-stage-1': 'x', 'adults-stage-1': 'x'}
      const lines = model.questionsFor(open).map(({key, ask, example}) => `${key}\n  ${ask}\n  like: ${example}\n`)
      await writeOut(process.stdout, lines.join(''))
      return
    }
    const given = answersOf(flags.answer ?? [], flags.area)
    model.refuseAnswers(given, '--answer')
    if (flags.output === undefined && given.area === undefined)
      throw new InputError(
        'OUTPUT_NOT_GIVEN',
        '--output',
        'the model has no name',
        'Give --output northmoor.yaml, or --area.',
      )
    const output = flags.output ?? `${model.slug(given.area!)}.procedures.yaml`
    if (!/\.ya?ml$/i.test(output))
      throw new InputError('OUTPUT_FORMAT', output, 'a model is written as YAML', 'Give a name that ends in .yaml.')
    refuseExisting(output)
    checkPlaces([output], [])

    const kept = answersBeside(output)
    const left = await keptAnswers(kept)
    model.refuseAnswers(left, kept)
    const known = {...left, ...given}
    const answers = canAsk() ? await asked(known, kept, Object.keys(left).length) : known
    const [lacks] = model.lacking(answers)
    if (lacks)
      throw new InputError(
        'ANSWER_NOT_GIVEN',
        '--answer',
        `${lacks.key} is not answered, and there is no terminal to ask in`,
        `Give --answer "${lacks.key}=${lacks.example}"; --questions lists all.`,
      )
    const {content, warnings} = model.modelFrom(answers, output, await packs(), today())
    await writeFiles([{path: output, content}])
    await dropAnswers(kept)
    const look = warnings > 0 ? `policy-align procedures validate ${output} tells what is still to be looked at.\n` : ''
    await writeOut(
      process.stdout,
      `${output}: written.\n${look}policy-align check POLICY --procedures ${output} holds a policy against it.\n`,
    )
  }
}

/** Asks the person; every answer is kept beside the model to be, until that is written. */
async function asked(known: Answers, kept: string, again: number): Promise<Answers> {
  const {interview} = await import('../../new-model.js')
  const tell = (text: string) => writeOut(process.stderr, text)
  await tell(
    again > 0
      ? `Going on where you left: ${again} answers are known.\n`
      : 'Have the websites of your partnership and council open. Enter: there is none. ?: an example. back: one question back. Ctrl-C: leave, and go on later.\n',
  )
  const save = (answers: Answers) => keepAnswers(kept, answers)
  return asking((ask) => interview(known, {ask, tell, save}))
}

function answersOf(given: readonly string[], area: string | undefined): Answers {
  const pairs = given.map((text) => {
    const at = text.indexOf('=')
    if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const
    throw new InputError(
      'ANSWER_FORM',
      '--answer',
      `“${text}” is no answer`,
      'Write it as QUESTION=ANSWER: --answer audience=both.',
    )
  })
  return {...(area !== undefined && {area: area.trim()}), ...Object.fromEntries(pairs)}
}
