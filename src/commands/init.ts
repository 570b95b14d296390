import {answersFor, answersGiven, questionList} from '../cli/answers.js'
import {BaseCommand} from '../cli/base-command.js'
import {today} from '../cli/dates.js'
import {withSchema} from '../cli/editor-help.js'
import {exitCode} from '../cli/exit-code.js'
import {answer, questions} from '../cli/flags.js'
import {answersBeside, dropAnswers} from '../cli/kept-answers.js'
import {packs} from '../cli/packs.js'
import {checkPlaces, refuseExisting, writeFiles} from '../cli/write-files.js'
import {writeOut} from '../cli/write-out.js'

export default class Init extends BaseCommand {
  static override summary = 'Write a configuration, a profile and a local model to start from.'

  static override description =
    `Asks who your organisation is, where its policies are and which area it is in, and writes policy-align.config.yaml, organisation.yaml and a model of the local procedures into this folder. It can go right on with the questions of procedures new. You can leave at any time with Ctrl-C: the same command goes on where you left.

Without a terminal, give the answers with --answer; --questions lists them. A file that is there already is never written over.

Exit codes: 0 the files were written; 2 none was.`

  static override examples = [
    {description: 'Questions in the terminal', command: '<%= config.bin %> init'},
    {
      description: 'From flags alone',
      command:
        '<%= config.bin %> init --answer "name=Larkfield Primary School" --answer "profile=school, children" --answer area=Northmoor --answer policies=policies --answer now=no',
    },
  ]

  static override flags = {answer, questions}

  override async run(): Promise<void> {
    const {flags} = await this.parse(Init)
    const {configName, organisationName, setupFiles, setupInterview, setupQuestions} = await import('../setup.js')
    process.exitCode = exitCode.aligned
    if (flags.questions) {
      await writeOut(process.stdout, questionList(setupQuestions({now: 'yes', profile: 'children, adults'})))
      return
    }
    for (const path of [configName, organisationName]) refuseExisting(path)
    const file = answersBeside(configName)
    const answers = await answersFor(setupInterview, answersGiven(flags.answer ?? []), {file, opening})
    const {version} = this.config
    const files = setupFiles(answers, await packs(), today()).map(({path, content}) => ({
      path,
      content: withSchema(content, schemaOf(path, {configName, organisationName}), {path, version}),
    }))
    const paths = files.map(({path}) => path)
    for (const path of paths) refuseExisting(path)
    checkPlaces(paths, [])
    await writeFiles(files)
    await dropAnswers(file)
    await writeOut(
      process.stdout,
      `${paths.map((path) => `${path}: written.\n`).join('')}policy-align check reads the policies and holds them against it.\n`,
    )
  }
}

const opening = 'Enter: there is none. ?: an example. back: one question back. Ctrl-C: leave, and go on later.\n'

/** Which schema describes a file that was made: what is neither of the two is a model of procedures. */
function schemaOf(
  path: string,
  {configName, organisationName}: {readonly configName: string; readonly organisationName: string},
) {
  return path === configName ? 'config' : path === organisationName ? 'organisation' : 'procedures'
}
