/** What can be typed after the program's name, as far as a shell needs it to complete a line. */
export interface Grammar {
  readonly commands: readonly CommandGrammar[]
  /** Names that --only, --skip and explain take. */
  readonly requirements: readonly string[]
}

export interface CommandGrammar {
  /** The words that call it: ["procedures", "new"]. */
  readonly words: readonly string[]
  readonly summary: string
  readonly flags: readonly FlagGrammar[]
  readonly argument: 'files' | 'requirements' | 'choices' | 'nothing'
  readonly choices: readonly string[]
}

export interface FlagGrammar {
  readonly name: string
  readonly char: string | null
  readonly summary: string
  readonly takes: 'nothing' | 'files' | 'requirements' | 'choices' | 'words'
  readonly choices: readonly string[]
}

/** What oclif knows of a command. */
interface Known {
  readonly id: string
  readonly summary?: string
  readonly hidden?: boolean
  readonly flags: Readonly<Record<string, KnownFlag>>
  readonly args: Readonly<Record<string, {readonly options?: readonly string[]}>>
}
interface KnownFlag {
  readonly name: string
  readonly type: string
  readonly char?: string
  readonly summary?: string
  readonly helpValue?: string | string[]
  readonly options?: readonly string[]
}

/** The grammar of the commands that oclif loaded. */
export function grammarOf(commands: readonly Known[], requirements: readonly string[]): Grammar {
  return {
    commands: commands
      .map((command) => ({
        words: command.id.split(':'),
        summary: command.summary ?? '',
        flags: [...Object.values(command.flags).map(flagOf), help],
        ...argumentOf(command),
      }))
      .sort((a, b) => (a.words.join(' ') < b.words.join(' ') ? -1 : 1)),
    requirements,
  }
}

const help: FlagGrammar = {name: 'help', char: 'h', summary: 'Show how it is used.', takes: 'nothing', choices: []}

function flagOf({name, type, char, summary, helpValue, options}: KnownFlag): FlagGrammar {
  const takes =
    type === 'boolean'
      ? 'nothing'
      : options
        ? 'choices'
        : name === 'only' || name === 'skip'
          ? 'requirements'
          : /^(?:FILE|DIR|PATH|FOLDER)$/.test(String(helpValue))
            ? 'files'
            : 'words'
  return {name, char: char ?? null, summary: summary ?? '', takes, choices: options ?? []}
}

function argumentOf({args}: Known): Pick<CommandGrammar, 'argument' | 'choices'> {
  const [first] = Object.entries(args)
  if (!first) return {argument: 'nothing', choices: []}
  const [name, {options}] = first
  if (options) return {argument: 'choices', choices: options}
  return {argument: name === 'requirement' ? 'requirements' : 'files', choices: []}
}

/** The first words of commands that have more than one: "procedures". */
export function topicsOf({commands}: Grammar): readonly string[] {
  return [...new Set(commands.filter(({words}) => words.length > 1).map(({words}) => words[0]!))]
}

/** The words that may stand at a place: of the commands that begin with those before it, the next word of each. */
export function wordsAfter({commands}: Grammar, before: readonly string[]): readonly string[] {
  const fitting = commands.filter(({words}) => before.every((word, i) => words[i] === word))
  return [...new Set(fitting.flatMap(({words}) => words[before.length] ?? []))]
}
