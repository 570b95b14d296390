import {string as stringArgument} from '@oclif/core/args'
import {BaseCommand} from '../cli/base-command.js'
import {bashCompletion, zshCompletion} from '../cli/completion/bash.js'
import {fishCompletion} from '../cli/completion/fish.js'
import {grammarOf} from '../cli/completion/grammar.js'
import {packs} from '../cli/packs.js'
import {writeOut} from '../cli/write-out.js'

const shells = {bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion}

export default class Completion extends BaseCommand {
  static override summary = 'Print a script by which a shell completes commands, flags and requirements.'

  static override description = `The script knows the commands of this version: print it anew after an update.

Exit codes: 0 it was printed; 2 there is none for this shell.`

  static override examples = [
    {description: 'bash, in ~/.bashrc', command: 'eval "$(<%= config.bin %> completion bash)"'},
    {description: 'zsh, in ~/.zshrc behind compinit', command: 'eval "$(<%= config.bin %> completion zsh)"'},
    {
      description: 'fish',
      command: '<%= config.bin %> completion fish > ~/.config/fish/completions/policy-align.fish',
    },
  ]

  static override args = {
    shell: stringArgument({
      description: 'the shell that is to complete lines',
      options: Object.keys(shells),
      required: true,
      ignoreStdin: true,
    }),
  }

  override async run(): Promise<void> {
    const {args} = await this.parse(Completion)
    const {england} = await packs()
    const requirements = [...new Set(england!.requirements.flatMap(({id, topic}) => [topic, id]))]
    const complete = shells[args.shell as keyof typeof shells]
    await writeOut(process.stdout, complete(grammarOf(this.config.commands, requirements)))
  }
}
