import {type CommandGrammar, type FlagGrammar, type Grammar, topicsOf, wordsAfter} from './grammar.js'

/** A script that completes lines in fish, with what each word is for. */
export function fishCompletion(grammar: Grammar): string {
  const {commands, requirements} = grammar
  const topics = topicsOf(grammar)
  const summaries = new Map(commands.map(({words, summary}) => [words.join(' '), summary]))
  const word = (before: readonly string[], name: string): string =>
    line(before.length === 0 ? '__fish_use_subcommand' : stands(before), [
      `-f -a ${quoted(name)}`,
      described(summaries.get([...before, name].join(' ')) ?? ''),
    ])
  return `${[
    '# Completes policy-align in fish. Into ~/.config/fish/completions/policy-align.fish: policy-align completion fish',
    `set -g __policy_align_requirements ${requirements.map(quoted).join(' ')}`,
    `function __policy_align_begins
    set -l words (commandline -opc)
    set -l last (math 1 + (count $argv))
    test (count $words) -ge $last; and test "$words[2..$last]" = "$argv"
end`,
    `function __policy_align_is
    set -l words (commandline -opc)
    test (count $words) -eq (math 1 + (count $argv)); and __policy_align_begins $argv
end`,
    ...wordsAfter(grammar, []).map((name) => word([], name)),
    ...topics.flatMap((topic) => wordsAfter(grammar, [topic]).map((name) => word([topic], name))),
    ...commands.flatMap((command) => [...command.flags.map((flag) => flagLine(command, flag)), argumentLine(command)]),
  ]
    .filter(Boolean)
    .join('\n')}\n`
}

function flagLine({words}: CommandGrammar, {name, char, summary, takes, choices}: FlagGrammar): string {
  return line(begins(words), [
    `-l ${name}`,
    char && `-s ${char}`,
    takes === 'nothing' ? '' : takes === 'files' ? '-r -F' : '-x',
    given(takes, choices),
    described(summary),
  ])
}

function argumentLine({words, argument, choices}: CommandGrammar): string {
  if (argument === 'files') return ''
  return line(begins(words), ['-f', given(argument, choices)])
}

function given(takes: string, choices: readonly string[]): string {
  if (takes === 'requirements') return `-a '$__policy_align_requirements'`
  return takes === 'choices' ? `-a ${quoted(choices.join(' '))}` : ''
}

function line(condition: string, parts: readonly (string | null)[]): string {
  return `complete -c policy-align -n ${quoted(condition)} ${parts.filter(Boolean).join(' ')}`
}

function begins(words: readonly string[]): string {
  return `__policy_align_begins ${words.join(' ')}`
}

function stands(words: readonly string[]): string {
  return `__policy_align_is ${words.join(' ')}`
}

function described(summary: string): string {
  return summary && `-d ${quoted(summary)}`
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
