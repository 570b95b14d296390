import {type CommandGrammar, type FlagGrammar, type Grammar, topicsOf, wordsAfter} from './grammar.js'

/** A script that completes lines in bash. */
export function bashCompletion(grammar: Grammar): string {
  const {commands, requirements} = grammar
  const topics = topicsOf(grammar)
  return `# Completes policy-align in bash. Into ~/.bashrc: eval "$(policy-align completion bash)"
_policy_align() {
  local current previous command
  current=\${COMP_WORDS[COMP_CWORD]}
  previous=\${COMP_WORDS[COMP_CWORD-1]}
  # bash takes the sign of --flag=value for a word of its own.
  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()

  if (( COMP_CWORD == 1 )); then _policy_align_words "${[...wordsAfter(grammar, []), '--help', '--version'].join(' ')}"; return; fi
  command=\${COMP_WORDS[1]}
  case $command in
    ${topics.join('|')})
      if (( COMP_CWORD == 2 )); then
        case $command in
${topics.map((topic) => `          ${topic}) _policy_align_words "${wordsAfter(grammar, [topic]).join(' ')}" ;;`).join('\n')}
        esac
        return
      fi
      command="$command \${COMP_WORDS[2]}"
      ;;
  esac

  case "$command $previous" in
${commands.flatMap((command) => command.flags.filter(({takes}) => takes !== 'nothing').map((flag) => valueCase(command, flag))).join('\n')}
  esac
  if [[ $current == -* ]]; then
    case $command in
${commands.map(({words, flags}) => `      "${words.join(' ')}") _policy_align_words "${flags.flatMap(namesOf).join(' ')}" ;;`).join('\n')}
    esac
    return
  fi
  case $command in
${commands.map((command) => `    "${command.words.join(' ')}") ${completed(command.argument, command.choices)} ;;`).join('\n')}
  esac
}

_policy_align_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }
_policy_align_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$current"))
  compopt -o filenames 2>/dev/null
}
_policy_align_requirements="${requirements.join(' ')}"

complete -F _policy_align policy-align
`
}

/** The same in zsh, which runs such scripts of bash when asked to. */
export function zshCompletion(grammar: Grammar): string {
  return `#compdef policy-align
# Completes policy-align in zsh. Into ~/.zshrc, behind compinit: eval "$(policy-align completion zsh)"
autoload -U +X bashcompinit && bashcompinit
${bashCompletion(grammar).split('\n').slice(1).join('\n')}`
}

function valueCase({words}: CommandGrammar, flag: FlagGrammar): string {
  const names = namesOf(flag).map((name) => `"${words.join(' ')} ${name}"`)
  return `    ${names.join('|')}) ${completed(flag.takes, flag.choices)}; return ;;`
}

function completed(takes: string, choices: readonly string[]): string {
  if (takes === 'files') return '_policy_align_files'
  if (takes === 'requirements') return '_policy_align_words "$_policy_align_requirements"'
  return takes === 'choices' ? `_policy_align_words "${choices.join(' ')}"` : 'COMPREPLY=()'
}

function namesOf({name, char}: FlagGrammar): string[] {
  return [`--${name}`, ...(char ? [`-${char}`] : [])]
}
