import {InputError} from '../model/input-error.js'
import {plain} from '../report/escape.js'
import {nearestName} from '../text/nearest-name.js'
import {writeOut} from './write-out.js'

/** What oclif's errors carry that we read. */
interface Told extends Error {
  readonly oclif?: {readonly exit?: number}
  readonly code?: string
  readonly flags?: readonly string[] | {readonly name?: string; readonly options?: readonly string[]}
  readonly args?: readonly {readonly name: string}[]
  readonly parse?: {readonly input?: {readonly flags?: Readonly<Record<string, unknown>>}}
}

/**
 * Tells an error on standard error in one line; a fault of ours with its trace for who asks for it. Gives the line, but
 * for the program's name.
 */
export async function tellError(error: unknown, commands: readonly string[] = []): Promise<string> {
  const told = errorLine(error, commands)
  const trace = isFault(error) && process.env.DEBUG ? `${(error as Error)?.stack}\n` : ''
  await writeOut(process.stderr, told + trace)
  return told.replace(/^policy-align: /, '').trimEnd()
}

/** Does something for each of many: what one cannot be done for is told and counted, and the others go on. */
export async function eachOrTold<Item, Done>(
  items: readonly Item[],
  work: (item: Item) => Promise<Done>,
): Promise<{readonly done: readonly Done[]; readonly refused: number}> {
  const done: Done[] = []
  for (const item of items) {
    try {
      done.push(await work(item))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      await tellError(error)
    }
  }
  return {done, refused: items.length - done.length}
}

/** Tells something on standard error that is no error of this run. */
export async function tell(text: string): Promise<void> {
  await writeOut(process.stderr, line(text))
}

/** An error in one line: where, what, and what to do about it. `commands` are the names that exist. */
export function errorLine(error: unknown, commands: readonly string[]): string {
  if (error instanceof InputError) return line(`${error.message}. ${error.fix}`)
  const told = error as Told
  if (told?.oclif) return line(usage(told, commands))
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return line(
    `${what.slice(0, 300)}. This is a fault of the program, not of your files: run again with DEBUG=* for the trace, and report it.`,
  )
}

/** Whether the fault is ours, so that its trace is worth showing to who asks for it. */
function isFault(error: unknown): boolean {
  return !(error instanceof InputError) && !(error as Told)?.oclif
}

/** oclif's usage errors in our words. */
function usage(error: Told, commands: readonly string[]): string {
  // What flags may not be given together stands on the second line.
  const [first = ''] = error.message.replace(/^The following errors? occurred:\s*/, '').split('\n')
  const unknown = /^command (\S+) not found\.?$/i.exec(first)?.[1]
  if (unknown) {
    const names = commands.map((id) => id.replaceAll(':', ' '))
    const words = unknown.split(':')
    // "procedures valdate m.yaml": the topic is right and the command under it is not.
    const isTopic = names.some((name) => name.startsWith(`${words[0]} `))
    const given = words.slice(0, isTopic ? 2 : 1).join(' ')
    return `${given}: there is no such command. ${meant(given, [...names, ...names.map((name) => name.split(' ')[0]!)]) ?? `Use one of ${names.join(', ')}.`}`
  }
  if (Array.isArray(error.flags) && error.flags[0]) {
    const given = String(error.flags[0]).split('=')[0]!
    const known = Object.keys(error.parse?.input?.flags ?? {}).map((name) => `--${name}`)
    return `${given}: there is no such flag. ${meant(given, known) ?? 'See --help for those there are.'}`
  }
  if (error.args?.[0] && /^Missing/.test(first)) {
    return `${error.args.map(({name}) => name.toUpperCase()).join(' ')} is missing. See --help for what to give.`
  }
  const choice = /^Expected (--\S+?)=([\s\S]*) to be one of: (.*)$/.exec(first)
  if (choice) {
    const [, flag, given, options] = choice
    return `${flag}: "${given}" is none of ${options}. ${meant(given!, options!.split(', ')) ?? 'Use one of those.'}`
  }
  return `${first.replace(/\.$/, '')}. See --help.`
}

function meant(given: string, names: readonly string[]): string | null {
  const name = nearestName(given, names)
  return name && `Did you mean ${name}?`
}

function line(text: string): string {
  return `policy-align: ${plain(text)}\n`
}
